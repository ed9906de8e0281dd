import { ShareBar } from '../../pictures/share-bar.tsx';
import { percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** How much two roles have in common, in words and as a bar: a full one is 100%. */
export function Share({ score }: { readonly score: number }) {
  return (
    <span class="share">
      {words.role.shared(percent(score))}
      <ShareBar share={score} />
    </span>
  );
}
