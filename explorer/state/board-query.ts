import type { VariablesOf } from 'gql.tada';
import type { BoardFilter } from './address.ts';
import { textOf } from './ask.ts';
import { graphql } from './graphql.ts';

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

/** Its variables for a filter. */
export function boardVariables(filter: BoardFilter, pillarCount: number): VariablesOf<typeof boardQuery> {
  const { inAll, performsAll, spread } = filter;
  const min = { ANY: undefined, SEVERAL: 2, ALL: pillarCount }[spread];
  return {
    filter: {
      ...(inAll.length > 0 && { inAll: [...inAll] }),
      ...(performsAll.length > 0 && { performsAll: [...performsAll] }),
      ...(min !== undefined && { pillarCount: { min } }),
    },
  };
}
