import type { Integer } from 'neo4j-driver';

/** A whole number is the driver's Integer here: it writes those as INTEGER, and every number as FLOAT. */
type Value = string | number | Integer | readonly string[] | null;

export type Properties = Readonly<Record<string, Value>>;

/** What a node has beside other properties. */
export type NodeProperties = Properties & { readonly id: string };

/** All nodes of one kind. */
export interface NodeSection {
  readonly label: string;
  readonly count: number;
  readonly rows: () => Iterable<NodeProperties>;
}

/** All relationships of one type that lead from the nodes of one kind; in the order of those, to nodes of kinds before. */
export interface RelationshipSection {
  readonly type: string;
  /** The label of the nodes that they lead from. */
  readonly from: string;
  /** The name of their property, where they have one. */
  readonly key: string | null;
  readonly count: number;
  readonly rows: () => Iterable<RelationshipRow>;
}

export interface RelationshipRow {
  /** The ids of its nodes. */
  readonly start: string;
  readonly end: string;
  /** Of its property. */
  readonly value: Integer | null;
}

/** All overlaps between nodes of one kind: relationships that are written when all nodes are there. */
export interface OverlapSection {
  /** The label of the nodes. */
  readonly label: 'Role' | 'Pillar';
  readonly count: number;
  readonly rows: () => Iterable<OverlapRow>;
}

export interface OverlapRow {
  /** The ids of its nodes. */
  readonly start: string;
  readonly end: string;
  /** Its properties, in the order in which cypher/create-role-overlaps and create-pillar-overlaps take them. */
  readonly values: readonly (number | Integer)[];
}
