import { itemAt } from '../../collections/item-at.ts';
import type { PathsData } from './paths-data.ts';

/** A step from one node to the next, by their positions. */
export interface PathStep {
  readonly from: number;
  readonly to: number;
  readonly verb: string;
  /** The position of the first path that has it, from 0. */
  readonly path: number;
}

/** The nodes of some paths by their distance from the beginning, and the steps between them. */
export interface PathsLayers {
  /** The positions of the nodes at each distance, those of the first paths first. */
  readonly layers: readonly (readonly number[])[];
  /** The distinct steps from each layer to the next. */
  readonly steps: readonly (readonly PathStep[])[];
}

/** Paths have the same length and are shortest, so each node is at the same distance in all of them. */
export function layersOf(paths: PathsData['paths']): PathsLayers {
  const length = paths[0]?.nodes.length ?? 0;
  const steps = Array.from({ length: Math.max(0, length - 1) }, (_, index) => stepsFrom(paths, index));
  const layers = Array.from({ length }, (_, index) => {
    const ranks = new Map<number, number[]>();
    for (const [rank, { nodes }] of paths.entries()) {
      const node = itemAt(nodes, index);
      ranks.set(node, [...(ranks.get(node) ?? []), rank]);
    }
    const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return [...ranks].sort(([, a], [, b]) => meanOf(a) - meanOf(b)).map(([node]) => node);
  });
  return { layers, steps };
}

function stepsFrom(paths: PathsData['paths'], index: number): readonly PathStep[] {
  const steps = new Map<string, PathStep>();
  for (const [path, { nodes, verbs }] of paths.entries()) {
    const [from, to, verb] = [itemAt(nodes, index), itemAt(nodes, index + 1), itemAt(verbs, index)];
    const key = `${from} ${to}`;
    if (!steps.has(key)) steps.set(key, { from, to, verb, path });
  }
  return [...steps.values()];
}
