import { pageOf, type Order, type Page, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import { AppearanceRef } from '../refs.ts';

/** What a connection type resolves from. */
interface Connection<E, T> {
  readonly edges: E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  /** The whole list, not only this page. */
  readonly items: readonly T[];
}

/** A connection whose edges have what the list knows about each node, besides the node. */
export type ConnectionWith<T, More, Item = unknown> = Connection<
  More & { readonly cursor: string; readonly node: T },
  Item
>;

/** A page as a connection; `edgeOf` gives the node of each edge and what the list knows about the node. */
export function connectionOf<T, E>(
  page: Page<T>,
  edgeOf: (item: T) => E,
): Connection<E & { readonly cursor: string }, T> {
  return {
    edges: page.edges.map((edge) => ({
      ...edgeOf(edge.node),
      get cursor() {
        return edge.cursor;
      },
    })),
    pageInfo: page,
    totalCount: page.totalCount,
    items: page.items,
  };
}

/** The requested page of an ordered list whose edges have only a node. */
export function plainPage<T>(items: readonly T[], order: Order<T>, given: PageArguments) {
  return connectionOf(pageOf(items, order, given), (node) => ({ node }));
}

/** What an edge knows about its node: the lines that state the connection. */
export interface Evidence {
  readonly appearances: () => readonly Appearance[];
}

const appearanceList: [typeof AppearanceRef] = [AppearanceRef];

/** The field of an edge that leads to the lines behind it. */
export function evidenceField(description: string) {
  return { type: appearanceList, description, resolve: ({ appearances }: Evidence) => appearances() };
}
