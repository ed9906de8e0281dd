import type { GraphStructure } from '../../graph/structure/graph.ts';
import type { Indexes } from '../../graph/indexes/indexes.ts';
import type { HeldGraph } from '../held-graph.ts';
import { appearanceSummaryAt, appearanceTextAt, roleSummaryAt, type StoredGraph } from './stored-graph.ts';

/** A graph from a file: its texts stay bytes until they are asked for. */
export function heldStoredGraph(stored: StoredGraph, structure: GraphStructure, derived: Indexes): HeldGraph {
  const summaryAt = (place: number) => roleSummaryAt(stored, place);
  const appearanceAt = (place: number) => appearanceTextAt(stored, place);
  return {
    structure,
    derived,
    summaries: { ofRole: summaryAt, ofAppearance: (place) => appearanceSummaryAt(stored, place) },
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
