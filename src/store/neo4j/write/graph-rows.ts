import type { GraphData } from '../../../graph/structure/graph-data.ts';
import { CatalogGraph } from '../../../graph/catalog-graph.ts';
import { nodeSections } from './node-rows.ts';
import { overlapSections } from './overlap-rows.ts';
import { derivedSections, statedSections } from './relationship-rows.ts';
import type { NodeSection, OverlapSection, RelationshipSection } from './section.ts';

/** A graph as Neo4j keeps it: nodes, then what connects them, as docs/neo4j.md draws it. */
export interface GraphRows {
  readonly nodes: readonly NodeSection[];
  readonly relationships: readonly RelationshipSection[];
  readonly overlaps: readonly OverlapSection[];
  /** How many rows these are together. */
  readonly count: number;
}

export function rowsOf({ structure, texts }: GraphData): GraphRows {
  const graph = CatalogGraph.of(structure);
  const nodes = nodeSections(graph, texts);
  const relationships = [...statedSections(graph), ...derivedSections(graph)];
  const overlaps = overlapSections(graph);
  const count = [...nodes, ...relationships, ...overlaps].reduce((sum, section) => sum + section.count, 0);
  return { nodes, relationships, overlaps, count };
}
