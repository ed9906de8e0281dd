import type { ComponentChildren } from 'preact';
import type { View } from '../../state/address/address.ts';
import { Link } from '../../state/link.tsx';
import type { UnknownName } from '../../state/questions/name-questions.ts';
import { words } from '../../words/words.ts';

interface UnknownNameNoteProps {
  readonly name: UnknownName;
  /** The view with another node in place of the unknown one, by its id. */
  readonly viewWith: (id: string) => View;
  /** How to go on otherwise. */
  readonly children?: ComponentChildren;
}

/** Says that the catalog does not have a name, or has it several times, and what is probably meant. */
export function UnknownNameNote({ name: { given, isAmbiguous, meant }, viewWith, children }: UnknownNameNoteProps) {
  const own = words.unknownName;
  return (
    <div class="note" role="alert">
      <h2>{isAmbiguous ? own.ambiguous(given) : own.unknown(given)}</h2>
      {meant.length > 0 && (
        <>
          <p>{own.didYouMean}</p>
          <ul class="meant">
            {meant.map(({ id, label }) => (
              <li key={id}>
                <Link to={viewWith(id)}>{label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {children}
    </div>
  );
}
