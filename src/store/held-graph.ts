import type { Graph, GraphStructure } from '../graph/structure/graph.ts';
import { itemAt } from '../collections/item-at.ts';
import { indexesOf, type Indexes } from '../graph/indexes/indexes.ts';
import { summariesOf, type Summaries } from '../graph/summaries.ts';
import type { TextKeys, Texts } from './graph-store.ts';

/** The graph of a generation as this process holds it. */
export interface HeldGraph {
  readonly structure: GraphStructure;
  readonly derived: Indexes;
  readonly summaries: Summaries;
  texts(keys: TextKeys): Texts;
  /** The whole graph; of one from a file, its texts are made anew at each call and not kept. */
  graph(): Graph;
}

/** A graph that was made in this process: the catalog that ships, or its own import. */
export function heldGraph(graph: Graph): HeldGraph {
  const { structure, texts } = graph;
  const { roleSummaries, appearances } = texts;
  return {
    structure,
    derived: indexesOf(structure),
    summaries: summariesOf(texts),
    texts: (keys) => ({
      roleSummaries: keys.roleSummaries.map((place) => itemAt(roleSummaries, place)),
      appearances: keys.appearances.map((place) => itemAt(appearances, place)),
    }),
    graph: () => graph,
  };
}
