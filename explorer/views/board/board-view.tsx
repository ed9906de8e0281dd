import { useMemo, useRef, useState } from 'preact/hooks';
import type { BoardData, BoardRole } from '../../../src/drawing/board/board-data.ts';
import { boardLead, boardTitle, omissionInWords } from '../../../src/drawing/board/board-sentences.ts';
import { useLighting } from '../../pictures/lighting.ts';
import { nothingToCover } from '../../state/address/plan-address.ts';
import { type BoardFilter, filterParameters, noFilter } from '../../state/address/board-address.ts';
import {
  boardAnswers,
  boardQueryText,
  boardVariables,
  dutiesOf,
  wholeBoard,
} from '../../state/questions/board-questions.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { useAnswer } from '../../state/answers.ts';
import type { Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { TakeAlong } from '../take-along.tsx';
import { FailureNote } from '../failure-note.tsx';
import { Link } from '../../state/link.tsx';
import { usePageTitle } from '../page-title.ts';
import { aloneAnchor } from '../plan-anchors.ts';
import { BoardKey } from './board-key.tsx';
import { BoardSections } from './board-sections.tsx';
import { boardTables } from './board-tables.ts';
import { Filters } from './filters.tsx';
import { OursNote } from './ours-note.tsx';
import { rolesOnBoard } from './roles-on-board.ts';

interface BoardViewProps {
  readonly filter: BoardFilter;
  readonly frame: Frame | undefined;
}

/** Search and board: all roles, where each stands, and filters. */
export function BoardView({ filter, frame }: BoardViewProps) {
  // The answer is the same whoever is in our team.
  const asked = useAnswer(boardAnswers, { ...filter, marksOurs: false });
  const { data } = asked;
  usePageTitle(data === undefined ? words.board.title : boardTitle(data));
  return (
    <>
      <h1>{data === undefined ? words.board.loading : boardTitle(data)}</h1>
      <p class="lead">
        {data === undefined ? '' : boardLead(data)}{' '}
        {data !== undefined && data.roleCount > 0 && (
          <Link to={{ name: 'PLAN', question: nothingToCover }} part={aloneAnchor}>
            {words.plan.alone.title}
          </Link>
        )}
      </p>
      <Filters filter={filter} frame={frame} kind={data?.spread.kind ?? 'PILLAR'} />
      {asked.status === 'FAILED' ? (
        <FailureNote failure={asked.failure} retry={asked.retry} />
      ) : data === undefined ? (
        <BoardSkeleton />
      ) : data.roleCount === 0 ? (
        <NoRoles />
      ) : (
        <Board data={data} filter={filter} isOutdated={asked.status === 'LOADING'} />
      )}
      <TakeAlong
        tables={data === undefined ? undefined : () => tablesOf(data, filter)}
        picture={{ kind: 'board', parameters: filterParameters(filter) }}
        query={boardQueryText}
        variables={boardVariables(filter, frame?.pillars.length ?? 0)}
      />
    </>
  );
}

/** All roles of the board, also those that its boxes only count, with their duties, which a board does not show. */
async function tablesOf(data: BoardData, filter: BoardFilter): Promise<readonly Table[]> {
  const whole = data.most === null ? data : await wholeBoard(filter);
  return boardTables(whole, await dutiesOf([...rolesOnBoard(whole).keys()]));
}

interface BoardProps {
  readonly data: BoardData;
  readonly filter: BoardFilter;
  /** Whether another one is on its way. */
  readonly isOutdated: boolean;
}

function Board({ data, filter, isOutdated }: BoardProps) {
  const root = useRef<HTMLDivElement>(null);
  const omission = omissionInWords(data);
  return (
    <div
      ref={root}
      class={['board', isOutdated && 'waiting', data.most !== null && 'large'].filter(Boolean).join(' ')}
      aria-busy={isOutdated}
    >
      {filter.marksOurs === true && <OursNote data={data} />}
      <BoardKey data={data} />
      <BoardSections data={data} filter={filter} />
      {omission !== undefined && <p class="fine omission">{omission}</p>}
      <Pointed root={root} data={data} />
    </div>
  );
}

interface PointedProps {
  readonly root: { readonly current: HTMLElement | null };
  readonly data: BoardData;
}

/** Where the role stands that is lit. It alone knows which one that is, so that pointing at a role does not render all the others. */
function Pointed({ root, data }: PointedProps) {
  const [lit, setLit] = useState<string | null>(null);
  useLighting(root, setLit);
  const roles = useMemo(() => rolesOnBoard(data), [data]);
  const role = lit === null ? undefined : roles.get(lit);
  if (role === undefined) return null;
  return (
    // What is said here is in the text of each signature, too.
    <p class="pointed" aria-hidden="true">
      {pointedText(role, data)}
    </p>
  );
}

function NoRoles() {
  return (
    <div class="note">
      <p>{words.board.nothing}</p>
      <p>
        <Link to={{ name: 'BOARD', filter: noFilter }} class="text-link">
          {words.board.showAll}
        </Link>
      </p>
    </div>
  );
}

function pointedText({ label, groups }: BoardRole, { spread }: BoardData): string {
  return words.board.pointed(label, groups, spread.groups.length, words.groups[spread.kind].one);
}

/** What is there while the first answer is on its way: as high as a board, so that nothing jumps. */
function BoardSkeleton() {
  return (
    <div class="columns" aria-busy="true">
      <p class="unseen">{words.states.loading}</p>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} class="skeleton" />
      ))}
    </div>
  );
}
