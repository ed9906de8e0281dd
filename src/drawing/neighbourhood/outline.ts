import type { GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { itemAt } from '../../collections/item-at.ts';
import { inWords } from '../../text/in-words.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';

/** Nodes under a heading: one of the nodes that were asked for, or words. Nodes are given by their positions. */
export interface OutlineSection {
  /** The position of a node, or a text if the section is about several nodes that were asked for. */
  readonly heading: number | string;
  readonly items: readonly OutlineItem[];
}

/** A neighbour, and those that are connected through it. */
export interface OutlineItem {
  readonly node: number;
  readonly items: readonly OutlineItem[];
}

/** What nodes of a kind are listed after. */
const kindsInOrder: readonly GraphNodeKind[] = [
  'ROLE',
  'RESPONSIBILITY',
  'TOPIC',
  'CATEGORY',
  'PILLAR',
  'ORGANIZATION_TYPE',
];

/**
 * A neighbourhood as an outline, in which every node is once: what is next to all of the nodes that were asked for comes first,
 * then each of these with what is next to it alone; roles under the first of its categories that have them. Kind by kind, the
 * nearest first.
 */
export function outlineOf({ nodes, rootCount, edges }: NeighbourhoodData): readonly OutlineSection[] {
  const rootsOf = nodes.map(() => new Set<number>());
  const through = new Map<number, number>();
  const main = edges.filter(({ isMain }) => isMain).map(({ source, target }) => [source, target] as const);
  const isRoot = (node: number) => node < rootCount;
  for (const [source, target] of main) {
    if (isRoot(source) === isRoot(target)) continue;
    const [root, node] = isRoot(source) ? [source, target] : [target, source];
    itemAt(rootsOf, node).add(root);
  }
  for (const [source, target] of main) {
    if (isRoot(source) || isRoot(target)) continue;
    for (const root of itemAt(rootsOf, target)) itemAt(rootsOf, source).add(root);
    if (itemAt(rootsOf, source).size === 1 && !through.has(source)) through.set(source, target);
  }
  // A role that has since been found to be next to a second root is in the section of both.
  const neighbours = [...nodes.keys()].slice(rootCount);
  const isAlone = (node: number) => itemAt(rootsOf, node).size <= 1;
  const sorted = neighbours.toSorted((a, b) => rankOf(nodes, a) - rankOf(nodes, b) || a - b);
  const itemsOf = (those: readonly number[]): readonly OutlineItem[] =>
    those.map((node) => ({
      node,
      items: itemsOf(sorted.filter((other) => through.get(other) === node && isAlone(other))),
    }));
  const shared = sorted.filter((node) => !isAlone(node));
  const bySets = Map.groupBy(shared, (node) => [...itemAt(rootsOf, node)].sort((a, b) => a - b).join(' '));
  const several = [...bySets].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return [
    ...several.map(([, those]): OutlineSection => {
      const labels = [...itemAt(rootsOf, itemAt(those, 0))]
        .sort((a, b) => a - b)
        .map((root) => itemAt(nodes, root).label);
      return { heading: `Next to ${inWords(labels)}`, items: those.map((node) => ({ node, items: [] })) };
    }),
    ...[...nodes.keys()].slice(0, rootCount).map((root): OutlineSection => {
      const own = sorted.filter((node) => isAlone(node) && itemAt(rootsOf, node).has(root) && !through.has(node));
      return { heading: root, items: itemsOf(own) };
    }),
  ];
}

function rankOf(nodes: NeighbourhoodData['nodes'], node: number): number {
  return kindsInOrder.indexOf(itemAt(nodes, node).kind);
}
