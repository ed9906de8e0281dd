import { int, type Integer } from 'neo4j-driver';
import type { GraphRows, NodeRow, NodeSection, OverlapRow, OverlapSection, RelationshipValues } from './graph-rows.ts';

/** The most rows of one transaction: Neo4j keeps what a transaction changes in memory until it is committed. */
const mostRows = 20_000;
/** Most characters of the texts of one transaction, for the same reason: a summary has up to 10,000. */
const mostCharacters = 10_000_000;

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
    /** The index of each of their types in `relationships`: names take most of the time of sending a relationship. */
    readonly kinds: Readonly<Record<string, Integer>>;
    readonly nodes: readonly {
      readonly properties: NodeRow['properties'];
      readonly relationships: readonly (readonly (readonly [end: Integer, ...values: RelationshipValues])[])[];
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

function* nodeBatches({ label, types, rows }: NodeSection): Generator<NodeBatch> {
  const kinds = Object.fromEntries(types.map((type, kind) => [type, int(kind)]));
  for (const { chunk, count } of chunksOf(rows(), sizeOfNode, charactersOfNode)) {
    const ends = new Map<string, Integer>();
    const nodes = chunk.map(({ properties, relationships }) => ({
      properties,
      relationships: relationships.map((ofKind) =>
        ofKind.map(([end, ...values]) => [indexIn(ends, end), ...values] as const),
      ),
    }));
    yield { kind: 'nodes', label, count, rows: { ends: [...ends.keys()], kinds, nodes } };
  }
}

function sizeOfNode({ relationships }: NodeRow): number {
  return relationships.reduce((size, { length }) => size + length, 1);
}

function charactersOfNode({ properties }: NodeRow): number {
  let characters = 0;
  for (const value of Object.values(properties)) {
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null && 'every' in value)
      for (const text of value) characters += text.length;
  }
  return characters;
}

function* overlapBatches({ label, rows }: OverlapSection): Generator<OverlapBatch> {
  for (const { chunk, count } of chunksOf(
    rows(),
    () => 1,
    () => 0,
  )) {
    const nodes = new Map<string, Integer>();
    const overlaps = chunk.map(
      ({ start, end, values }) => [indexIn(nodes, start), indexIn(nodes, end), values] as const,
    );
    yield { kind: 'overlaps', label, count, rows: { nodes: [...nodes.keys()], overlaps } };
  }
}

/**
 * Splits rows into chunks, each with as many as fit into a batch.
 *
 * @param sizeOf how many of the rows of a batch a row takes up.
 * @param charactersOf how many characters its texts have.
 */
function* chunksOf<Row>(rows: Iterable<Row>, sizeOf: (row: Row) => number, charactersOf: (row: Row) => number) {
  let chunk: Row[] = [];
  let count = 0;
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const added = charactersOf(row);
    if (count > 0 && (count + size > mostRows || characters + added > mostCharacters)) {
      yield { chunk, count };
      chunk = [];
      count = 0;
      characters = 0;
    }
    chunk.push(row);
    count += size;
    characters += added;
  }
  if (count > 0) yield { chunk, count };
}

/** The index of an id among those of its batch, to which it is added if it is new. */
function indexIn(ids: Map<string, Integer>, id: string): Integer {
  const index = ids.get(id) ?? int(ids.size);
  ids.set(id, index);
  return index;
}
