import { visit, type DocumentNode } from 'graphql';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';

/** An id of a request that is no longer used. */
export interface ReplacedId {
  readonly id: string;
  /** The ids of the nodes that replace it. If it is exactly one, the request was answered as if it had been given. */
  readonly replacedBy: readonly string[];
}

/** How many distinct texts of a request are looked up, and how many ids that replace one are named. */
const [mostTexts, mostNamed] = [10_000, 20] as const;

/**
 * The ids in a request that are no longer used, in the order in which they are given, with what replaces them. Looked for in
 * its texts and not in its fields, so that every argument that takes an id is covered. Takes no time for a catalog that retired none.
 */
export function replacedIds(
  graph: CatalogGraph,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): readonly ReplacedId[] {
  if (!graph.hasRetiredIds) return [];
  const texts = new Set<string>();
  const add = (text: string) => {
    if (text.includes(':') && texts.size < mostTexts) texts.add(text.trim());
  };
  visit(document, {
    StringValue: ({ value }) => {
      add(value);
    },
  });
  // Not recursive, because a value of a custom scalar may be nested deeply.
  const values: unknown[] = [variables];
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    if (typeof value === 'string') add(value);
    else if (typeof value === 'object' && value !== null) {
      const inner: readonly unknown[] = Object.values(value);
      for (const each of inner.toReversed()) if (each !== undefined) values.push(each);
    }
  }
  return [...texts].flatMap((id) => {
    const nodes = graph.replacementsOf(id);
    return nodes === undefined ? [] : { id, replacedBy: nodes.slice(0, mostNamed).map((node) => node.id) };
  });
}
