import type { PathsQuestion } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import type { EndAnswer } from '../../state/questions/paths-questions.ts';
import { words } from '../../words/words.ts';

interface UnknownEndProps {
  /** Undefined where no end is chosen, or nothing is known of it yet. */
  readonly answer: EndAnswer | undefined;
  readonly question: PathsQuestion;
  readonly end: 'from' | 'to';
}

/** For an end that the catalog does not have: what is probably meant. */
export function UnknownEnd({ answer, question, end }: UnknownEndProps) {
  if (answer === undefined || answer.isKnown) return null;
  return (
    <div class="note">
      <p>{answer.isAmbiguous ? words.paths.ambiguous(answer.given) : words.paths.unknown(answer.given)}</p>
      {answer.meant.length === 0 ? (
        <p>{words.paths.chooseAnother}</p>
      ) : (
        <>
          <p>{words.paths.didYouMean}</p>
          <ul class="meant">
            {answer.meant.map(({ id, label }) => (
              <li key={id}>
                <Link to={{ name: 'PATHS', question: { ...question, [end]: id } }}>{label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
