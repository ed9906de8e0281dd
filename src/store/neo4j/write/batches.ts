import { int, type Integer } from 'neo4j-driver';
import type { GraphRows, NodeRow, NodeSection, OverlapRow, OverlapSection, RelationshipKind } from './graph-rows.ts';

/** The most rows of one transaction: Neo4j keeps what a transaction changes in memory until it is committed. */
const mostRows = 20_000;

/** What one transaction writes. */
export type Batch = NodeBatch | OverlapBatch;

/** Nodes of one kind, and the relationships that lead from them. */
interface NodeBatch {
  readonly kind: 'nodes';
  readonly label: string;
  /** Number of nodes and relationships. */
  readonly count: number;
  readonly rows: {
    /** The ids of the nodes that the relationships lead to, once each. */
    readonly ends: readonly string[];
    /** Which relationships they may have. Sent once, because names take most of the time of sending a relationship. */
    readonly kinds: readonly RelationshipKind[];
    readonly nodes: readonly {
      readonly properties: NodeRow['properties'];
      readonly relationships: readonly (readonly [kind: Integer, end: Integer, value: Integer | null])[];
    }[];
  };
}

/** Overlaps between nodes of one kind. */
interface OverlapBatch {
  readonly kind: 'overlaps';
  readonly label: OverlapSection['label'];
  readonly count: number;
  readonly rows: {
    /** The ids of all nodes that they connect, once each. */
    readonly nodes: readonly string[];
    readonly overlaps: readonly (readonly [start: Integer, end: Integer, values: OverlapRow['values']])[];
  };
}

/** The batches of each section. Those of one section may be written in any order, after all earlier sections. */
export function* batchesOf({ nodes, overlaps }: GraphRows): Generator<Generator<Batch>> {
  for (const section of nodes) yield nodeBatches(section);
  for (const section of overlaps) yield overlapBatches(section);
}

function* nodeBatches({ label, kinds, rows }: NodeSection): Generator<NodeBatch> {
  const filled = filledBatches(
    rows(),
    ({ relationships }) => 1 + relationships.length,
    ({ properties, relationships }, indexOf) => ({
      properties,
      relationships: relationships.map(([kind, end, value]) => [kind, indexOf(end), value] as const),
    }),
  );
  for (const { ids: ends, items: nodes, count } of filled) {
    yield { kind: 'nodes', label, count, rows: { ends, kinds, nodes } };
  }
}

function* overlapBatches({ label, rows }: OverlapSection): Generator<OverlapBatch> {
  const filled = filledBatches(
    rows(),
    () => 1,
    ({ start, end, values }, indexOf) => [indexOf(start), indexOf(end), values] as const,
  );
  for (const { ids: nodes, items: overlaps, count } of filled) {
    yield { kind: 'overlaps', label, count, rows: { nodes, overlaps } };
  }
}

interface FilledBatch<Item> {
  /** The ids of the nodes that the batch connects: its items refer to them by index. */
  readonly ids: readonly string[];
  readonly items: readonly Item[];
  readonly count: number;
}

/**
 * Distributes rows over batches, as many as fit into each.
 *
 * @param sizeOf how much of a batch a row takes up.
 * @param itemOf converts a row, given the index of an id in its batch.
 */
function* filledBatches<Row, Item>(
  rows: Iterable<Row>,
  sizeOf: (row: Row) => number,
  itemOf: (row: Row, indexOf: (id: string) => Integer) => Item,
): Generator<FilledBatch<Item>> {
  let indexes = new Map<string, Integer>();
  let items: Item[] = [];
  let count = 0;
  const indexOf = (id: string): Integer => {
    const index = indexes.get(id) ?? int(indexes.size);
    indexes.set(id, index);
    return index;
  };
  for (const row of rows) {
    const size = sizeOf(row);
    if (count > 0 && count + size > mostRows) {
      yield { ids: [...indexes.keys()], items, count };
      indexes = new Map();
      items = [];
      count = 0;
    }
    items.push(itemOf(row, indexOf));
    count += size;
  }
  if (count > 0) yield { ids: [...indexes.keys()], items, count };
}
