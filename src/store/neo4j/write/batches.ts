import { int, type Integer } from 'neo4j-driver';
import type { GraphRows } from './graph-rows.ts';
import type {
  NodeProperties,
  NodeSection,
  OverlapRow,
  OverlapSection,
  RelationshipRow,
  RelationshipSection,
} from './section.ts';

/** The most rows of one transaction: what a transaction changes is held in Neo4j's memory until it is committed. */
const batchSize = 20_000;

/** What one transaction writes. */
export type Batch = NodeBatch | OverlapBatch;

/** Nodes of one kind, and what leads from each of them. */
export interface NodeBatch {
  readonly kind: 'nodes';
  readonly label: string;
  /** How many nodes and relationships it has. */
  readonly count: number;
  readonly rows: {
    /** The ids of the nodes that the relationships lead to, once each. */
    readonly ends: readonly string[];
    /** What relationships they may have. Named once, as names take most of the time that sending a relationship takes. */
    readonly kinds: readonly Pick<RelationshipSection, 'type' | 'key'>[];
    readonly nodes: readonly NodeWithRelationships[];
  };
}

interface NodeWithRelationships {
  readonly properties: NodeProperties;
  readonly relationships: readonly (readonly [kind: Integer, end: Integer, value: RelationshipRow['value']])[];
}

/** Overlaps between nodes of one kind. */
export interface OverlapBatch {
  readonly kind: 'overlaps';
  readonly label: OverlapSection['label'];
  readonly count: number;
  readonly rows: {
    /** The ids of all nodes that they connect, once each. */
    readonly nodes: readonly string[];
    readonly overlaps: readonly (readonly [start: Integer, end: Integer, values: OverlapRow['values']])[];
  };
}

/** The batches of a graph, section by section: those of one section may be written in any order, after the sections before. */
export function* batchesOf({ nodes, relationships, overlaps }: GraphRows): Generator<Iterable<Batch>> {
  for (const section of nodes) {
    yield nodeBatches(
      section,
      relationships.filter(({ from }) => from === section.label),
    );
  }
  for (const section of overlaps) yield overlapBatches(section);
}

function* nodeBatches({ label, rows }: NodeSection, leading: readonly RelationshipSection[]): Generator<NodeBatch> {
  const kinds = leading.map(({ type, key }) => ({ type, key }));
  const leads = leading.map(({ rows: theirs }, kind) => ({ kind: int(kind), rows: new Grouped(theirs()) }));
  let ends = new IndexedIds();
  let nodes: NodeWithRelationships[] = [];
  let count = 0;
  const batch = (): NodeBatch => ({ kind: 'nodes', label, count, rows: { ends: ends.ids, kinds, nodes } });
  for (const properties of rows()) {
    const theirs = leads.flatMap(({ kind, rows: of }) => of.from(properties.id).map((row) => ({ kind, ...row })));
    if (count > 0 && count + 1 + theirs.length > batchSize) {
      yield batch();
      ends = new IndexedIds();
      nodes = [];
      count = 0;
    }
    nodes.push({ properties, relationships: theirs.map(({ kind, end, value }) => [kind, ends.indexOf(end), value]) });
    count += 1 + theirs.length;
  }
  if (count > 0) yield batch();
}

function* overlapBatches({ label, rows }: OverlapSection): Generator<OverlapBatch> {
  let nodes = new IndexedIds();
  let overlaps: OverlapBatch['rows']['overlaps'][number][] = [];
  const batch = (): OverlapBatch => ({
    kind: 'overlaps',
    label,
    count: overlaps.length,
    rows: { nodes: nodes.ids, overlaps },
  });
  for (const { start, end, values } of rows()) {
    overlaps.push([nodes.indexOf(start), nodes.indexOf(end), values]);
    if (overlaps.length < batchSize) continue;
    yield batch();
    nodes = new IndexedIds();
    overlaps = [];
  }
  if (overlaps.length > 0) yield batch();
}

/** The nodes that a batch connects: a list that it sends along, into which its relationships have indexes. */
class IndexedIds {
  readonly ids: string[] = [];
  readonly #indexes = new Map<string, Integer>();

  indexOf(id: string): Integer {
    let index = this.#indexes.get(id);
    if (index === undefined) {
      index = int(this.ids.length);
      this.#indexes.set(id, index);
      this.ids.push(id);
    }
    return index;
  }
}

/** Relationships that come in the order of the nodes that they start from. */
class Grouped {
  readonly #rows: Iterator<RelationshipRow>;
  #next: IteratorResult<RelationshipRow>;

  constructor(rows: Iterable<RelationshipRow>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }

  /** Those of the next node. */
  from(id: string): RelationshipRow[] {
    const theirs: RelationshipRow[] = [];
    for (; this.#next.done !== true && this.#next.value.start === id; this.#next = this.#rows.next()) {
      theirs.push(this.#next.value);
    }
    return theirs;
  }
}
