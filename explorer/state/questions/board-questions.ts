import type { VariablesOf } from 'gql.tada';
import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { filterParameters, type BoardFilter } from '../address/board-address.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers } from '../answers.ts';
import { askPicture, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';

/** The board with the roles that pass a filter. Whoever has chosen a category wants to see all that is in it. */
export const boardAnswers = new Answers<BoardFilter, BoardData>((filter, signal) => {
  const hasCategory = filter.inAll.some((id) => id.startsWith('category:'));
  const most: readonly Parameter[] = hasCategory ? [['most', '1000']] : [];
  return askPicture('board', [...filterParameters(filter), ...most], signal);
});

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
