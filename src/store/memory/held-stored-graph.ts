import type { HeldGraph } from '../held-graph.ts';
import { appearanceTextAt, roleSummaryAt, structureOf, type StoredGraph } from './stored-graph.ts';

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
