import {
  leastChosen,
  mostChosen,
  type OverlapQuestion,
  type OverlapSelection,
} from '../../state/address/overlap-address.ts';
import { noFilter } from '../../state/address/board-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { RoleList, SharedRoles } from '../../state/questions/overlap-questions.ts';
import { words } from '../../words/words.ts';
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
  readonly exact: RoleList;
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
  return (
    <>
      <nav class="filters" aria-label={words.overlap.exactness}>
        <Link to={withExactness(false)} class="filter" aria-current={isExact ? undefined : 'true'}>
          {words.overlap.atLeast(count, all.totalCount)}
        </Link>
        <Link to={withExactness(true)} class="filter" aria-current={isExact ? 'true' : undefined}>
          {words.overlap.exactly(count, exact.totalCount)}
        </Link>
      </nav>
      {all.totalCount > 0 && (
        <p class="fine">
          {isExact
            ? words.overlap.exactlyExplained(count, kinds.one)
            : words.overlap.atLeastExplained(count, kinds.other)}
        </p>
      )}
      {isExact ? (
        <List
          list={exact}
          board={null}
          frame={frame}
          nobody={all.totalCount > 0 ? words.overlap.nobodyExactly(kinds.other) : words.overlap.nobody}
        />
      ) : all.totalCount === 0 ? (
        <p>{words.overlap.nobody}</p>
      ) : (
        <>
          <h3>{words.overlap.onlyHere(count, exact.totalCount)}</h3>
          <List list={exact} board={null} frame={frame} />
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
  /** Where the rest of a long list can be seen; null if no view has it. */
  readonly board: Parameters<typeof Link>[0]['to'] | null;
  readonly frame: Frame | undefined;
  /** What is said of an empty list. */
  readonly nobody?: string;
}

function List({ list, board, frame, nobody = words.overlap.nobody }: ListProps) {
  const more = list.totalCount - list.nodes.length;
  if (list.totalCount === 0) return <p class="fine">{nobody}</p>;
  return (
    <>
      <RoleItems roles={list.nodes} frame={frame} />
      {more > 0 && (
        <p class="fine">
          {board === null ? (
            words.overlap.more(more)
          ) : (
            <Link to={board} class="text-link">
              {words.overlap.moreOnBoard(more)}
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function boardOf({ groups, exact }: SharedRoles) {
  const ids = groups.map(({ id }) => id);
  const filter = exact === null ? { ...noFilter, performsAll: ids } : { ...noFilter, inAll: ids };
  return { name: 'BOARD', filter } as const;
}
