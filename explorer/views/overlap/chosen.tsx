import { mostChosen, type OverlapQuestion } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { Picker } from './picker.tsx';

interface ChosenProps {
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly frame: Frame | undefined;
}

/** What is looked at side by side: each can be removed, and more can be added. */
export function Chosen({ items, frame }: ChosenProps) {
  const ids = items.map(({ id }) => id);
  return (
    <div class="chosen">
      {items.length > 0 && (
        <ul class="filters" aria-label={words.overlap.side.chosen}>
          {items.map(({ id, label }) => (
            <li key={id}>
              <Link
                to={{ name: 'OVERLAP', question: without(ids, id) }}
                class="filter"
                aria-label={words.overlap.side.remove(label)}
              >
                {label}
                <span aria-hidden="true"> ×</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {items.length < mostChosen ? (
        <Picker chosen={ids} frame={frame} />
      ) : (
        <p class="fine">{words.overlap.side.most}</p>
      )}
    </div>
  );
}

function without(ids: readonly string[], removed: string): OverlapQuestion {
  return { of: ids.filter((id) => id !== removed), kind: 'CHOICE' };
}
