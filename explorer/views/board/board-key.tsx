import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { boldInWords, hasSignatureCells } from '../../../src/drawing/board/board-sentences.ts';
import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { words } from '../../words/words.ts';

/** What bold titles and the cells next to them mean, above the roles that have them. */
export function BoardKey({ data }: { readonly data: BoardData }) {
  const bold = boldInWords(data);
  if (bold === undefined) return null;
  if (!hasSignatureCells(data)) return <p class="fine board-key">{bold}</p>;
  const { kind, groups } = data.spread;
  return (
    <div class="fine board-key">
      <p>{words.board.key(words.groups[kind])}</p>
      <ul>
        {groups.map((label, position) => (
          <li key={label} class={ruleClass(hueAt(position))}>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
