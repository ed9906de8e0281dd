import type { GraphRows } from './graph-rows.ts';
import type { NodeProperties, NodeSection, Properties, RelationshipRow, RelationshipSection } from './section.ts';

/** The most rows of one transaction: what a transaction changes is held in Neo4j's memory until it is committed. */
const batchSize = 20_000;

/** What one transaction writes. */
export type Batch = NodeBatch | RelationshipBatch;

/** Nodes of one kind, and what leads from each of them. */
export interface NodeBatch {
  readonly kind: 'nodes';
  readonly label: string;
  /** How many nodes and relationships it has. */
  readonly count: number;
  readonly rows: {
    /** The ids of the nodes that the relationships lead to, once each. */
    readonly ends: readonly string[];
    readonly nodes: readonly NodeWithRelationships[];
  };
}

interface NodeWithRelationships {
  readonly properties: NodeProperties;
  readonly relationships: readonly (readonly [type: string, end: bigint, properties: Properties])[];
}

/** Relationships of one type. */
export interface RelationshipBatch {
  readonly kind: 'relationships';
  readonly type: string;
  readonly count: number;
  readonly rows: {
    /** The ids of all nodes that they connect, once each. */
    readonly nodes: readonly string[];
    readonly relationships: readonly (readonly [start: bigint, end: bigint, properties: Properties])[];
  };
}

/** The batches of a graph, section by section: those of one section may be written in any order, after the sections before. */
export function* batchesOf({ nodes, relationships }: GraphRows): Generator<Iterable<Batch>> {
  for (const section of nodes) {
    yield nodeBatches(
      section,
      relationships.filter(({ from }) => from === section.label),
    );
  }
  for (const section of relationships) if (section.from === null) yield relationshipBatches(section);
}

function* nodeBatches({ label, rows }: NodeSection, leading: readonly RelationshipSection[]): Generator<NodeBatch> {
  const leads = leading.map(({ type, rows: theirs }) => ({ type, rows: new Grouped(theirs()) }));
  let ends = new Places();
  let nodes: NodeWithRelationships[] = [];
  let count = 0;
  const batch = (): NodeBatch => ({ kind: 'nodes', label, count, rows: { ends: ends.ids, nodes } });
  for (const properties of rows()) {
    const theirs = leads.flatMap(({ type, rows: of }) => of.from(properties.id).map((row) => ({ type, ...row })));
    if (count > 0 && count + 1 + theirs.length > batchSize) {
      yield batch();
      ends = new Places();
      nodes = [];
      count = 0;
    }
    nodes.push({ properties, relationships: theirs.map((row) => [row.type, ends.of(row.end), row.properties]) });
    count += 1 + theirs.length;
  }
  if (count > 0) yield batch();
}

function* relationshipBatches({ type, rows }: RelationshipSection): Generator<RelationshipBatch> {
  let nodes = new Places();
  let relationships: (readonly [bigint, bigint, Properties])[] = [];
  const batch = (): RelationshipBatch => ({
    kind: 'relationships',
    type,
    count: relationships.length,
    rows: { nodes: nodes.ids, relationships },
  });
  for (const { start, end, properties } of rows()) {
    relationships.push([nodes.of(start), nodes.of(end), properties]);
    if (relationships.length < batchSize) continue;
    yield batch();
    nodes = new Places();
    relationships = [];
  }
  if (relationships.length > 0) yield batch();
}

/** The nodes that a batch connects, by their places in a list that it sends along. */
class Places {
  readonly ids: string[] = [];
  readonly #places = new Map<string, bigint>();

  of(id: string): bigint {
    let place = this.#places.get(id);
    if (place === undefined) {
      place = BigInt(this.ids.length);
      this.#places.set(id, place);
      this.ids.push(id);
    }
    return place;
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
