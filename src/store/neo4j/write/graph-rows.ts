import type { GraphData } from '../../../graph/structure/graph-data.ts';
import { CatalogGraph } from '../../../graph/catalog-graph.ts';
import { nodeSections } from './node-rows.ts';
import { overlapSections } from './overlap-rows.ts';
import type { NodeSection, OverlapSection } from './section.ts';

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
