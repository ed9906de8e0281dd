import type { PathsQuestion } from '../../state/address/paths-address.ts';
import type { NameAnswer } from '../../state/questions/name-questions.ts';
import { words } from '../../words/words.ts';
import { UnknownNameNote } from '../names/unknown-name-note.tsx';

interface UnknownEndProps {
  /** Undefined where no end is chosen, or nothing is known of it yet. */
  readonly answer: NameAnswer | undefined;
  readonly question: PathsQuestion;
  readonly end: 'from' | 'to';
}

/** For an end that the catalog does not have: what is probably meant. */
export function UnknownEnd({ answer, question, end }: UnknownEndProps) {
  if (answer === undefined || answer.isKnown) return null;
  return (
    <UnknownNameNote name={answer} viewWith={(id) => ({ name: 'PATHS', question: { ...question, [end]: id } })}>
      {answer.meant.length === 0 && <p>{words.paths.chooseAnother}</p>}
    </UnknownNameNote>
  );
}
