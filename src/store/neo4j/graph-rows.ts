import type { Graph } from '../../graph/graph.ts';
import { Membership } from '../../membership/membership.ts';
import { nodeSections } from './node-rows.ts';
import { derivedSections, statedSections } from './relationship-rows.ts';

/** A whole number is a bigint here: the driver writes those as INTEGER, and every number as FLOAT. */
export type Properties = Readonly<Record<string, string | number | bigint | readonly string[] | null>>;

/** All nodes of one kind. */
export interface NodeSection {
  readonly label: string;
  readonly count: number;
  /** Each has its id among its properties. */
  readonly rows: () => Iterable<Properties>;
}

/** All relationships of one type between two kinds. */
export interface RelationshipSection {
  readonly type: string;
  readonly count: number;
  readonly rows: () => Iterable<RelationshipRow>;
}

export interface RelationshipRow {
  /** The ids of its nodes. */
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}

/** A graph as Neo4j keeps it: nodes, then what connects them, as docs/neo4j.md draws it. */
export interface GraphRows {
  readonly nodes: readonly NodeSection[];
  readonly relationships: readonly RelationshipSection[];
  /** How many rows these are together. */
  readonly count: number;
}

export function rowsOf(graph: Graph): GraphRows {
  const membership = new Membership(graph.structure);
  const nodes = nodeSections(membership, graph.texts);
  const relationships = [...statedSections(membership), ...derivedSections(membership)];
  const count = [...nodes, ...relationships].reduce((sum, section) => sum + section.count, 0);
  return { nodes, relationships, count };
}
