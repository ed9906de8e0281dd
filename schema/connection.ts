import type { Page } from '../src/membership/page.ts';

/** What a connection type resolves from. */
export interface Connection<E> {
  readonly edges: E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** A page as a connection, each of its edges with what the list knows beside the node. */
export function connectionOf<T, E>(page: Page<T>, edgeOf: (item: T) => E): Connection<E & { readonly cursor: string }> {
  const { edges, hasNextPage, hasPreviousPage, startCursor, endCursor, totalCount } = page;
  return {
    edges: edges.map(({ cursor, node }) => ({ ...edgeOf(node), cursor })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    totalCount,
  };
}
