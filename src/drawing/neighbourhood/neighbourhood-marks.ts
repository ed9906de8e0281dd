import { itemAt } from '../../collections/item-at.ts';
import { inWords } from '../../text/in-words.ts';
import { nodeBox, type NodeBox } from '../nodes/node-box.ts';
import { hueAt, type Color, type LineMark } from '../scene/scene.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';
import type { NeighbourhoodEdge } from './neighbourhood-edges.ts';

/** The box of a node, given by its position. */
export function nodeBoxOf({ nodes, rootCount }: NeighbourhoodData, index: number, maxWidth: number): NodeBox {
  const node = itemAt(nodes, index);
  const isHighlighted = rootCount > 1 && node.meets === rootCount;
  return nodeBox(node, { maxWidth, caption: node.caption, isRoot: index < rootCount, isHighlighted });
}

/** The weights of edges as parts of the greatest weight of their kind, above 0 and up to 1. */
export function strengthsOf(edges: readonly NeighbourhoodEdge[]): readonly number[] {
  const most = new Map<string, number>();
  for (const { kind, weight } of edges) most.set(kind, Math.max(weight, most.get(kind) ?? 0));
  return edges.map(({ kind, weight }) => weight / Math.max(weight, most.get(kind) ?? 0, Number.MIN_VALUE));
}

/** How the line of an edge looks, and what it says. */
export function lineStyle(
  nodes: NeighbourhoodData['nodes'],
  { kind, source, target, weight, verb, isMain, shared }: NeighbourhoodEdge,
  strength: number,
): Pick<LineMark, 'stroke' | 'strokeWidth' | 'title'> {
  const [from, to] = [itemAt(nodes, source), itemAt(nodes, target)];
  const both = shared.length === 0 ? '' : `: both do ${inWords(shared)}`;
  const hue = from.hue ?? to.hue;
  const ofMain: Color = kind === 'OVERLAPS_WITH' ? 'ACCENT' : hue === undefined ? 'MUTED' : hueAt(hue);
  // By the score of an overlap in comparison to the greatest one, and by the number of places that say something else.
  const thickness = kind === 'OVERLAPS_WITH' ? 1 + 3 * strength : 1 + Math.min(weight, 6) / 2;
  return {
    stroke: isMain ? ofMain : 'BORDER',
    strokeWidth: isMain ? Math.round(thickness * 10) / 10 : 1.5,
    title: `${from.label} ${verb} ${to.label}${both}`,
  };
}
