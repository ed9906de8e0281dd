import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { NodeDrawing } from '../graph/layout/node-drawing.ts';
import type { Node } from '../graph/nodes/node.ts';
import type { Edge } from '../graph/selection/edges.ts';
import type { SelectedGraph } from '../graph/selection/graph-selection.ts';
import type { GraphTexts, TextKeys } from '../graph/structure/graph-data.ts';

export type { NodeDrawing };

/** A part of a catalog's graph, to be written to a file. */
export interface ExchangedGraph extends SelectedGraph {
  /** The whole graph, for what a file says about a selected node besides its edges, e.g. the lines behind an overlap. */
  readonly graph: CatalogGraph;
  readonly catalog: { readonly name: string; readonly version: string; readonly revision: string };
  /** What was selected, in words that a title can have, e.g. "DevOps Engineer, depth 2". */
  readonly title: string;
  /** A sentence about what a limit has left out; null if nothing is missing. Every format that has a place for it says it. */
  readonly cut: string | null;
  /** Undefined while the layout of a large catalog is still being computed. */
  readonly drawingOf?: (node: Node) => NodeDrawing;
  /** The only date that a file has: the same import gives the same bytes. */
  readonly importedAt: Date;
  /** Where the same selection can be requested again, as people open it; null for a file that no server has written. */
  readonly address: string | null;
  /** The beginning of the IRIs of nodes in RDF; the id of the node follows. */
  readonly baseIri: string;
  /** Reads texts from the store, each list in the order of its keys. */
  readonly texts: (keys: TextKeys) => Promise<GraphTexts>;
}

/** What files say about a selection, besides its nodes and edges. */
export type ToldOfGraph = Omit<ExchangedGraph, keyof SelectedGraph | 'graph' | 'catalog'>;

/** The beginning of IRIs where none is set. It names no server, so that a file never refers to one that does not exist. */
export const defaultBaseIri = 'urn:rolegraph:';

/** A selection with what files say about where it comes from. */
export function exchangedGraph(graph: CatalogGraph, selected: SelectedGraph, told: ToldOfGraph): ExchangedGraph {
  const { name, version, revision } = graph.structure;
  return { ...selected, ...told, graph, catalog: { name, version, revision } };
}

/** Whether the ends of an edge have different parts in it. An overlap is the same from both ends. */
export function isDirected({ kind }: Pick<Edge, 'kind'>): boolean {
  return kind !== 'OVERLAPS_WITH';
}

/** An id of an edge that no other edge of its graph has, and that stays the same across imports. */
export function edgeId({ kind, source, target }: Edge): string {
  return `${kind}:${source.id}>${target.id}`;
}
