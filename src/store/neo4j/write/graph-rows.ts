import type { Graph } from '../../../graph/structure/graph.ts';
import { Membership } from '../../../graph/catalog-graph.ts';
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

export function rowsOf(graph: Graph): GraphRows {
  const membership = Membership.of(graph.structure);
  const nodes = nodeSections(membership, graph.texts);
  const relationships = [...statedSections(membership), ...derivedSections(membership)];
  const overlaps = overlapSections(membership);
  const count = [...nodes, ...relationships, ...overlaps].reduce((sum, section) => sum + section.count, 0);
  return { nodes, relationships, overlaps, count };
}
