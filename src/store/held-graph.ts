import type { Graph, GraphStructure } from '../graph/graph.ts';
import { itemAt } from '../graph/item-at.ts';
import type { TextKeys, Texts } from './graph-store.ts';

/** The graph of a generation as this process holds it. */
export interface HeldGraph {
  readonly structure: GraphStructure;
  texts(keys: TextKeys): Texts;
  /** The whole graph; of one from a file, its texts are made anew at each call and not kept. */
  graph(): Graph;
}

/** A graph that was made in this process: the catalog that ships, or its own import. */
export function heldGraph(graph: Graph): HeldGraph {
  const { roleSummaries, appearances } = graph.texts;
  return {
    structure: graph.structure,
    texts: (keys) => ({
      roleSummaries: keys.roleSummaries.map((place) => itemAt(roleSummaries, place)),
      appearances: keys.appearances.map((place) => itemAt(appearances, place)),
    }),
    graph: () => graph,
  };
}
