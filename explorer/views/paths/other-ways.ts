import { mostSteps, mostWays, type PathsQuestion } from '../../state/address/paths-address.ts';
import type { PathsAnswer } from '../../state/questions/paths-questions.ts';
import { words } from '../../words/words.ts';

/** Another question about the same ends, which has an answer. */
export interface OtherWay {
  readonly label: string;
  readonly question: PathsQuestion;
}

/** What to try: other ways between the same ends, of which it is known that there are some. */
export function otherWays(question: PathsQuestion, { evidence }: Pick<PathsAnswer, 'evidence'>): readonly OtherWay[] {
  const { lengthThroughAny, lengthThroughDuties, paths, through } = evidence;
  const { otherWay } = words.paths;
  const length = paths[0]?.edges.length;
  const ways: OtherWay[] = [];
  const add = (label: string, change: Partial<PathsQuestion>) => {
    ways.push({ label, question: { ...question, ...change } });
  };
  const isInReach = (steps: number | null): steps is number => steps !== null && steps <= mostSteps;
  const areDutiesShown = length !== undefined && through === 'DUTIES';
  if (isInReach(lengthThroughDuties) && !areDutiesShown && lengthThroughDuties !== length) {
    const maxLength = Math.max(question.maxLength, lengthThroughDuties);
    add(otherWay.throughDuties(lengthThroughDuties), { through: 'DUTIES', maxLength });
  }
  if (isInReach(lengthThroughAny) && (length === undefined || lengthThroughAny < length)) {
    const maxLength = Math.max(question.maxLength, lengthThroughAny);
    // Where both are as long, the one through duties is shown by default.
    if (lengthThroughAny !== lengthThroughDuties)
      add(otherWay.throughAny(lengthThroughAny), { through: 'ANY', maxLength });
  }
  if (paths.length > question.first) add(otherWay.more(mostWays), { first: mostWays });
  return ways;
}
