import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { NodeDrawing } from '../graph/layout/node-drawing.ts';
import type { Node } from '../graph/nodes/node.ts';
import type { Edge } from '../graph/selection/edges.ts';
import type { SelectedGraph } from '../graph/selection/graph-selection.ts';

export type { NodeDrawing };

/** A part of a catalog's graph, to be written to a file. */
export interface ExchangedGraph extends SelectedGraph {
  readonly catalog: { readonly name: string; readonly version: string; readonly revision: string };
  /** What was selected, in words that a title can have, e.g. "DevOps Engineer, depth 2". */
  readonly title: string;
  /** A sentence about what a limit has left out; null if nothing is missing. Every format that has a place for it says it. */
  readonly cut: string | null;
  /** Undefined while the layout of a large catalog is still being computed. */
  readonly drawingOf?: (node: Node) => NodeDrawing;
}

/** A selection with what files say about where it comes from. */
export function exchangedGraph(
  { structure }: CatalogGraph,
  selected: SelectedGraph,
  told: Pick<ExchangedGraph, 'title' | 'cut' | 'drawingOf'>,
): ExchangedGraph {
  const { name, version, revision } = structure;
  return { ...selected, ...told, catalog: { name, version, revision } };
}

/** Whether the ends of an edge have different parts in it. An overlap is the same from both ends. */
export function isDirected({ kind }: Edge): boolean {
  return kind !== 'OVERLAPS_WITH';
}

/** An id of an edge that no other edge of its graph has, and that stays the same across imports. */
export function edgeId({ kind, source, target }: Edge): string {
  return `${kind}:${source.id}>${target.id}`;
}
