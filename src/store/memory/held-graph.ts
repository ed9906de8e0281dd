import type { Graph, GraphStructure } from '../../graph/graph.ts';
import { itemAt } from '../../graph/item-at.ts';
import type { TextKeys, Texts } from '../graph-store.ts';
import { appearanceTextAt, roleSummaryAt, structureOf, type StoredGraph } from './stored-graph.ts';

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

/** A graph from a file: its texts stay bytes until they are asked for. */
export function heldStoredGraph(stored: StoredGraph, revision: string): HeldGraph {
  const structure = structureOf(stored, revision);
  const summaryAt = (place: number) => roleSummaryAt(stored, place);
  const appearanceAt = (place: number) => appearanceTextAt(stored, place);
  return {
    structure,
    texts: (keys) => ({
      roleSummaries: keys.roleSummaries.map(summaryAt),
      appearances: keys.appearances.map(appearanceAt),
    }),
    graph: () => ({
      structure,
      texts: {
        roleSummaries: Array.from(structure.roles.keys(), summaryAt),
        appearances: Array.from(structure.appearances.role.keys(), appearanceAt),
      },
    }),
  };
}
