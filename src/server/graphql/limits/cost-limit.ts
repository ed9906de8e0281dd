import { GraphQLError } from 'graphql';
import { grouped } from '../../../text/quoted-text.ts';
import type { QueryCost } from './query-cost.ts';

/**
 * The most that a query may cost: a second or two of one processor, and an answer of some ten megabytes. The whole graph
 * of 5,000 roles with all its edges is below it.
 */
export const mostCost = 3_000_000;

/** The error for a query that is refused before it is executed. */
export function tooCostly({ total, mostExpensive }: QueryCost, limit: number): GraphQLError {
  const part = mostExpensive.length === 0 ? '' : `. The most expensive part is ${mostExpensive.join('.')}`;
  return new GraphQLError(
    `The query would cost about ${grouped(total)}; the limit for one query is ${grouped(limit)}${part}. ` +
      'Ask there for fewer items (first, maxNodes, ids), nest fewer lists in lists, or send several requests.',
    {
      extensions: {
        code: 'QUERY_TOO_COSTLY',
        cost: { estimate: total, limit, items: 0 },
        http: { status: 400, spec: true },
      },
    },
  );
}
