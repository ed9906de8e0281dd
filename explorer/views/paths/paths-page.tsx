import { pathsTitle } from '../../../src/drawing/paths/paths-sentences.ts';
import { type PathsQuestion, pathsParameters } from '../../state/address/paths-address.ts';
import { useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type NameAnswer, nameAnswers, type NamedNode } from '../../state/questions/name-questions.ts';
import {
  type PathsAnswer,
  pathsAnswers,
  pathsQueryText,
  pathsVariables,
} from '../../state/questions/paths-questions.ts';
import { curly } from '../../words/curly.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import { TakeAlong } from '../take-along.tsx';
import { EndFields } from './end-fields.tsx';
import { Examples } from './examples.tsx';
import { PathFilters } from './path-filters.tsx';
import { PathsFound } from './paths-found.tsx';
import { waysOf } from './path-steps.ts';
import { pathsTables } from './paths-tables.ts';
import { UnknownEnd } from './unknown-end.tsx';

interface PathsPageProps {
  readonly question: PathsQuestion;
  readonly frame: Frame | undefined;
}

/** What connects two things: the shortest ways from one to the other, in steps, each with the lines behind it. */
export function PathsPage({ question, frame }: PathsPageProps) {
  const from = useEnd(question.from);
  const to = useEnd(question.to);
  const [start, end] = [knownEnd(from), knownEnd(to)];
  const isSame = start !== undefined && start.id === end?.id;
  const asked = start === undefined || end === undefined || isSame ? null : { ...question, from: start.id, to: end.id };
  const answer = useAnswer(pathsAnswers, asked);
  const found = asked !== null && answer.status === 'READY' ? answer.data : undefined;
  const isWaiting =
    from.status === 'LOADING' || to.status === 'LOADING' || (asked !== null && answer.status === 'LOADING');
  const title = found === undefined ? questionInWords(start, end) : pathsTitle(found.picture);
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{found === undefined ? words.paths.lead : curly(summaryOf(found, question))}</p>
      <EndFields
        question={question}
        labels={{ from: start?.label ?? question.from ?? '', to: end?.label ?? question.to ?? '' }}
        frame={frame}
      />
      <PathFilters question={question} />
      {[from, to].map((each) => each.status === 'FAILED' && <FailureNote failure={each.failure} retry={each.retry} />)}
      <UnknownEnd answer={answerOf(from)} question={question} end="from" />
      <UnknownEnd answer={answerOf(to)} question={question} end="to" />
      {isSame && (
        <div class="note">
          <p>{words.paths.same(start.label)}</p>
          <p>{words.paths.chooseTwo}</p>
        </div>
      )}
      {question.from === null && question.to === null && frame !== undefined && <Examples frame={frame} />}
      {asked !== null && answer.status === 'FAILED' && <FailureNote failure={answer.failure} retry={answer.retry} />}
      {isWaiting && (
        <div class="skeleton" aria-busy="true">
          <p class="unseen">{words.states.loading}</p>
        </div>
      )}
      {asked !== null && found !== undefined && start !== undefined && end !== undefined && (
        <>
          <PathsFound answer={found} question={question} ends={[start, end]} />
          <TakeAlong
            tables={() => tablesOf(found)}
            picture={{ kind: 'paths', parameters: pathsParameters(asked) }}
            query={pathsQueryText}
            variables={pathsVariables(asked)}
          />
        </>
      )}
    </>
  );
}

/** What an address means by one end. */
function useEnd(given: string | null) {
  const asked = useAnswer(nameAnswers, given);
  return given === null ? ({ status: 'NONE' } as const) : asked;
}

type AskedEnd = ReturnType<typeof useEnd>;

function answerOf(asked: AskedEnd): NameAnswer | undefined {
  return asked.status === 'READY' ? asked.data : undefined;
}

function knownEnd(asked: AskedEnd): NamedNode | undefined {
  const answer = answerOf(asked);
  return answer?.isKnown === true ? answer.node : undefined;
}

function questionInWords(from: NamedNode | undefined, to: NamedNode | undefined): string {
  const one = from ?? to;
  if (one === undefined) return words.paths.question;
  return from === undefined || to === undefined || from.id === to.id
    ? words.paths.questionFrom(one.label)
    : words.paths.questionBoth(from.label, to.label);
}

/** Of all paths, if all are shown. */
function summaryOf({ picture, evidence }: PathsAnswer, { first }: PathsQuestion): string {
  return evidence.paths.length > first ? picture.summary : evidence.summary;
}

function tablesOf(found: PathsAnswer) {
  return pathsTables(found.picture.labels, waysOf(found));
}
