import type { VariablesOf } from 'gql.tada';
import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { filterParameters, type BoardFilter } from '../address/board-address.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers, ofShownCatalog } from '../answers.ts';
import { askGraphql, askPicture, textOf } from '../ask.ts';
import { currentEpoch } from '../catalog-watch.ts';
import { graphql } from '../graphql.ts';

const allInBoxes: readonly Parameter[] = [['most', '1000']];

/** The board with the roles that pass a filter. Whoever has chosen a category wants to see all that is in it. */
export const boardAnswers = new Answers<BoardFilter, BoardData>((filter, signal) => {
  const hasCategory = filter.inAll.some((id) => id.startsWith('category:'));
  return askPicture('board', [...filterParameters(filter), ...(hasCategory ? allInBoxes : [])], signal);
});

/**
 * The same board with all roles in its boxes.
 *
 * @throws Failure, also if the catalog is no longer the one that is shown.
 */
export async function wholeBoard(filter: BoardFilter): Promise<BoardData> {
  const epoch = currentEpoch();
  return ofShownCatalog(
    await askPicture<BoardData>('board', [...filterParameters(filter), ...allInBoxes], never),
    epoch,
  );
}

const dutiesQuery = graphql(`
  query Duties($ids: [ID!]!) {
    catalog {
      revision
    }
    nodes(ids: $ids) {
      id
      ... on Role {
        responsibilities(first: 100) {
          nodes {
            name
          }
        }
      }
    }
  }
`);

/** How many roles are asked for at once: with all that they do, some thousands of names. */
const rolesAtOnce = 100;

/**
 * The names of the duties of roles, given by their ids.
 *
 * @throws as wholeBoard.
 */
export async function dutiesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const epoch = currentEpoch();
  const duties = new Map<string, readonly string[]>();
  for (let from = 0; from < ids.length; from += rolesAtOnce) {
    const variables = { ids: ids.slice(from, from + rolesAtOnce) };
    const { nodes } = ofShownCatalog(await askGraphql(dutiesQuery, variables, never), epoch);
    for (const node of nodes) {
      if (node !== null && 'responsibilities' in node) {
        duties.set(
          node.id,
          node.responsibilities.nodes.map(({ name }) => name),
        );
      }
    }
  }
  return duties;
}

/** What people have asked for by a click is not given up. */
const { signal: never } = new AbortController();

const boardQuery = graphql(`
  query Board($filter: RoleFilter) {
    roles(filter: $filter, first: 100) {
      totalCount
      nodes {
        title
        pillars {
          name
        }
      }
    }
  }
`);

/** The query for the roles of a board, which people open in GraphiQL. */
export const boardQueryText = textOf(boardQuery);

/**
 * Its variables for a filter; null if roles cannot be asked for by it: in a catalog with fewer than two pillars, the board counts in
 * how many organization types or categories a role stands, and `RoleFilter` has no such condition.
 */
export function boardVariables(filter: BoardFilter, pillarCount: number): VariablesOf<typeof boardQuery> | null {
  const { inAll, performsAll, spread } = filter;
  if (spread !== 'ANY' && pillarCount < 2) return null;
  const min = { ANY: undefined, SEVERAL: 2, ALL: pillarCount }[spread];
  return {
    filter: {
      ...(inAll.length > 0 && { inAll: [...inAll] }),
      ...(performsAll.length > 0 && { performsAll: [...performsAll] }),
      ...(min !== undefined && { pillarCount: { min } }),
    },
  };
}
