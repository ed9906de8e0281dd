import type { Page } from '../../src/graph/lists/page.ts';

/** What a connection type resolves from. */
export interface Connection<E, T = unknown> {
  readonly edges: E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  /** The whole list, beyond this page too. */
  readonly items: readonly T[];
}

/** A page as a connection, each of its edges with what the list knows beside the node. */
export function connectionOf<T, E>(
  page: Page<T>,
  edgeOf: (item: T) => E,
): Connection<E & { readonly cursor: string }, T> {
  const { edges, hasNextPage, hasPreviousPage, startCursor, endCursor, totalCount, items } = page;
  return {
    edges: edges.map(({ cursor, node }) => ({ ...edgeOf(node), cursor })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    totalCount,
    items,
  };
}
