import { useState } from 'preact/hooks';
import {
  leastChosen,
  mostChosen,
  type OverlapQuestion,
  type OverlapSelection,
} from '../../state/address/overlap-address.ts';
import type { View } from '../../state/address/address.ts';
import { noFilter } from '../../state/address/board-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { moreExactAnswers, type RoleList, type SharedRoles } from '../../state/questions/shared-roles-questions.ts';
import { words } from '../../words/words.ts';
import { ChipLink } from '../chip-link.tsx';
import { FailureNote } from '../failure-note.tsx';
import { RoleItems } from './role-items.tsx';
import { SharedRolesComputed } from './shared-roles-computed.tsx';
import { kindsOf } from './shared-sentences.ts';

interface SharedRolesListProps {
  readonly shared: SharedRoles;
  readonly selection: OverlapSelection;
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

/** The roles that groups share: those in exactly these groups, and those that are in others, too. */
export function SharedRolesList({ shared, selection, question, frame }: SharedRolesListProps) {
  const { groups, exact } = shared;
  const isTopic = exact === null;
  const hasLink = question.of.length === 0 && !isTopic && groups.length >= leastChosen && groups.length <= mostChosen;
  return (
    <>
      {exact === null ? (
        <List list={shared.all} board={boardOf(shared)} frame={frame} />
      ) : (
        <ByExactness shared={shared} exact={exact} selection={selection} question={question} frame={frame} />
      )}
      {hasLink && (
        <p>
          <Link to={{ name: 'OVERLAP', question: { of: groups.map(({ id }) => id) } }} class="text-link">
            {words.overlap.sideBySide}
          </Link>
        </p>
      )}
      <SharedRolesComputed shared={shared} />
    </>
  );
}

interface ByExactnessProps extends SharedRolesListProps {
  readonly exact: NonNullable<SharedRoles['exact']>;
}

function ByExactness({ shared, exact, selection, question, frame }: ByExactnessProps) {
  const { groups, all } = shared;
  const count = groups.length;
  const kinds = kindsOf(groups);
  const { isExact } = selection;
  const ids = new Set(exact.nodes.map(({ id }) => id));
  const elsewhere = {
    totalCount: all.totalCount - exact.totalCount,
    nodes: all.nodes.filter(({ id }) => !ids.has(id)),
  };
  const withExactness = (wanted: boolean) =>
    ({ name: 'OVERLAP', question: { ...question, selected: { ...selection, isExact: wanted } } }) as const;
  const moreExact = (
    <More
      // Another list starts with its first hundred again.
      key={exact.pageInfo.endCursor}
      variables={shared.variables}
      after={exact.pageInfo.endCursor}
      left={exact.totalCount - exact.nodes.length}
      frame={frame}
    />
  );
  return (
    <>
      <nav class="filters" aria-label={words.overlap.exactness}>
        <ChipLink to={withExactness(false)} isOn={!isExact}>
          {words.overlap.atLeast(count, all.totalCount)}
        </ChipLink>
        <ChipLink to={withExactness(true)} isOn={isExact}>
          {words.overlap.exactly(count, exact.totalCount)}
        </ChipLink>
      </nav>
      {all.totalCount > 0 && (
        <p class="fine">
          {isExact
            ? words.overlap.exactlyExplained(count, kinds.one)
            : words.overlap.atLeastExplained(count, kinds.other)}
        </p>
      )}
      {isExact ? (
        <>
          <List
            list={exact}
            frame={frame}
            nobody={all.totalCount > 0 ? words.overlap.nobodyExactly(kinds.other) : words.overlap.nobody}
          />
          {moreExact}
        </>
      ) : all.totalCount === 0 ? (
        <p>{words.overlap.nobody}</p>
      ) : (
        <>
          <h3>{words.overlap.onlyHere(count, exact.totalCount)}</h3>
          <List list={exact} frame={frame} />
          {moreExact}
          {elsewhere.totalCount > 0 && (
            <>
              <h3>{words.overlap.alsoElsewhere(kinds.other, elsewhere.totalCount)}</h3>
              <List list={elsewhere} board={boardOf(shared)} frame={frame} />
            </>
          )}
        </>
      )}
    </>
  );
}

interface ListProps {
  readonly list: RoleList;
  readonly frame: Frame | undefined;
  /** Where the rest of a long list can be seen, if a view has it. */
  readonly board?: View;
  /** What is said of an empty list. */
  readonly nobody?: string;
}

function List({ list, frame, board, nobody = words.overlap.nobody }: ListProps) {
  const more = list.totalCount - list.nodes.length;
  if (list.totalCount === 0) return <p class="fine">{nobody}</p>;
  return (
    <>
      <RoleItems roles={list.nodes} frame={frame} />
      {more > 0 && board !== undefined && (
        <p class="fine">
          <Link to={board} class="text-link">
            {words.overlap.moreOnBoard(more)}
          </Link>
        </p>
      )}
    </>
  );
}

interface MoreProps {
  readonly variables: SharedRoles['variables'];
  readonly after: string | null;
  /** How many there are after it. */
  readonly left: number;
  readonly frame: Frame | undefined;
}

/** The rest of a long list, a hundred at a time. */
function More({ variables, after, left, frame }: MoreProps) {
  const [isWanted, setIsWanted] = useState(false);
  const asked = useAnswer(moreExactAnswers, isWanted && after !== null ? { variables, after } : null);
  if (left <= 0 || after === null) return null;
  if (asked.status === 'FAILED') return <FailureNote failure={asked.failure} retry={asked.retry} />;
  if (asked.status === 'READY') {
    const { nodes, pageInfo } = asked.data;
    return (
      <>
        <RoleItems roles={nodes} frame={frame} />
        <More
          key={pageInfo.endCursor}
          variables={variables}
          after={pageInfo.endCursor}
          left={left - nodes.length}
          frame={frame}
        />
      </>
    );
  }
  return (
    <button
      type="button"
      class="button"
      aria-busy={isWanted}
      onClick={() => {
        setIsWanted(true);
      }}
    >
      {words.overlap.showMore(left)}
    </button>
  );
}

function boardOf({ groups, exact }: SharedRoles): View {
  const ids = groups.map(({ id }) => id);
  const filter = exact === null ? { ...noFilter, performsAll: ids } : { ...noFilter, inAll: ids };
  return { name: 'BOARD', filter };
}
