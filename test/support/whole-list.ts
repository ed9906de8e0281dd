import type { Page } from '../../src/graph/lists/page.ts';

/** Every item of a list, read forwards page by page as a client does. */
export function wholeList<T>(pageAfter: (cursor: string | null) => Page<T>): readonly T[] {
  const items: T[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const { edges, endCursor, hasNextPage }: Page<T> = pageAfter(cursor);
    items.push(...edges.map(({ node }) => node));
    cursor = endCursor;
    more = hasNextPage;
  }
  return items;
}
