import { GraphQLError } from 'graphql';
import { grouped } from '../../../text/quoted-text.ts';
import type { QueryCost } from './query-cost.ts';

/**
 * The most that a query may cost: a second or two of one processor, and an answer of some ten megabytes. The whole graph
 * of 5,000 roles, drawn with all its edges, is below it.
 */
export const mostCost = 3_000_000;

/** What the answer says of the query's cost, where it is asked for. */
export interface AnsweredCost {
  /** Before anything is executed. */
  readonly estimate: number;
  /** The most that an estimate may be. */
  readonly limit: number;
  /** How many items the lists of the answer have. */
  readonly items: number;
}

/** Refuses a query, before anything of it is executed. */
export function tooCostly({ total, dearest }: QueryCost, limit: number): GraphQLError {
  const place = dearest.length === 0 ? '' : `; most of it is for ${dearest.join('.')}`;
  return new GraphQLError(
    `The query would cost about ${grouped(total)}, and ${grouped(limit)} is the most that one query may cost${place}. ` +
      'Ask there for fewer (first, maxNodes, ids), nest fewer lists in lists, or send several requests.',
    {
      extensions: {
        code: 'QUERY_TOO_COSTLY',
        cost: { estimate: total, limit, items: 0 },
        http: { status: 400, spec: true },
      },
    },
  );
}
