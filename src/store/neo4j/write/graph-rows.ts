import type { Integer } from 'neo4j-driver';
import type { GraphData } from '../../../graph/structure/graph-data.ts';
import { CatalogGraph } from '../../../graph/catalog-graph.ts';
import { nodeSections } from './node-rows.ts';
import { overlapSections } from './overlap-rows.ts';

/** A graph in the form in which Neo4j stores it; docs/neo4j.md shows a drawing. */
export interface GraphRows {
  readonly nodes: readonly NodeSection[];
  readonly overlaps: readonly OverlapSection[];
  /** Number of all nodes and relationships. */
  readonly count: number;
}

export function rowsOf({ structure, texts }: GraphData): GraphRows {
  const graph = CatalogGraph.of(structure);
  const nodes = nodeSections(graph, texts);
  const overlaps = overlapSections(graph);
  const count = [...nodes, ...overlaps].reduce((sum, section) => sum + section.count, 0);
  return { nodes, overlaps, count };
}

/** A whole number is the driver's Integer here: it writes those as INTEGER, and every number as FLOAT. */
type Value = string | number | Integer | readonly string[] | null;

export type Properties = Readonly<Record<string, Value>>;

/** All nodes of one kind, with the relationships that lead from them to nodes of earlier sections. */
export interface NodeSection {
  readonly label: string;
  /** The types of their relationships. */
  readonly types: readonly string[];
  /** Number of nodes and relationships. */
  readonly count: number;
  readonly rows: () => Iterable<NodeRow>;
}

export interface NodeRow {
  readonly properties: Properties & { readonly id: string };
  /** A list for each type of the section. An end is the id of a node; cypher/create-nodes names the values. */
  readonly relationships: readonly (readonly (readonly [end: string, ...values: RelationshipValues])[])[];
}

export type RelationshipValues = readonly [value: Integer | null, involvement?: readonly string[]];

/** All overlaps between nodes of one kind: relationships that are written after all nodes. */
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
