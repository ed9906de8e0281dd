import type { PictureNode } from '../../../src/drawing/nodes/picture-node.ts';
import type { LineOfStep, PathsAnswer } from '../../state/questions/paths-questions.ts';

/** A step from one node to the next, e.g. Auditor "appears in" Security, and the lines that say so. */
export interface Step {
  readonly from: PictureNode;
  readonly verb: string;
  readonly to: PictureNode;
  /** Empty for what the catalog itself states: that a duty is about a topic, or a category part of a group. */
  readonly lines: readonly LineOfStep[];
}

/** One way from one end to the other. */
export interface Way {
  readonly sentence: string;
  /** How specific it is, in bits. */
  readonly rarity: number;
  readonly steps: readonly Step[];
}

/** The ways of an answer, in its order. */
export function waysOf({ picture, evidence }: PathsAnswer): readonly Way[] {
  return picture.paths.map(({ nodes, verbs, sentence, rarity }, index) => {
    const edges = evidence.paths[index]?.edges ?? [];
    const steps = verbs.flatMap((verb, position) => {
      const [from, to] = [nodes[position], nodes[position + 1]].map((node) => picture.nodes[node ?? -1]);
      if (from === undefined || to === undefined) return [];
      return [{ from, verb, to, lines: edges[position]?.appearances ?? [] }];
    });
    return { sentence, rarity, steps };
  });
}
