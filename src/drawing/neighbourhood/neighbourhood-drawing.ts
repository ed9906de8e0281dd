import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import type { NodeBox } from '../nodes/node-box.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import type { Mark, Placed, Point } from '../scene/scene.ts';
import { forceLayout } from './force-layout.ts';
import type { NeighbourhoodData } from './neighbourhood-data.ts';
import type { NeighbourhoodEdge } from './neighbourhood-edges.ts';
import { lineStyle, nodeBoxOf, strengthsOf } from './neighbourhood-marks.ts';
import { countOfKind, neighbourhoodSentences } from './neighbourhood-sentences.ts';
import { outlineMarks } from './outline-marks.ts';
import { placedBoxes, type Size } from './placed-boxes.ts';

/** Below this width, a neighbourhood is drawn as an outline. */
const narrowest = 560;
const widestBox = 230;
const gap = { x: 14, y: 10 };
/** How much larger the drawing is than its boxes with their gaps, room for lines: of a few nodes, and of this many and more. */
const spread = { few: 2.6, many: 1.8, manyNodes: 60 };
/** The greatest width as a multiple of the height: a few nodes would be far from each other in a wide drawing. */
const widest = 2.8;
/** How far a box is moved so that a line does not run behind it, in pixels. */
const detour = 140;
const leastHeight = 160;

/**
 * Draws a neighbourhood: nodes as boxes with their labels, none over another, and the lines between them below. Where it is so
 * narrow that only one or two boxes are next to each other, it is an outline.
 */
export function* neighbourhoodDrawing(data: NeighbourhoodData, { width }: DrawingOptions): Steps<Drawing> {
  const { title, lead } = neighbourhoodSentences(data.facts);
  return {
    title,
    lead,
    description: `${title}. ${lead} ${drawnSentence(data)}`.replace(/ {2,}/g, ' ').trim(),
    ...(yield* width < narrowest ? outlineMarks(data, width) : networkMarks(data, width)),
    remarks: remarksOf(data),
  };
}

/** Nodes laid out by forces. */
function* networkMarks(data: NeighbourhoodData, width: number): Steps<Placed> {
  const { nodes, rootCount, edges } = data;
  const maxWidth = Math.min(widestBox, Math.floor(width * 0.3));
  const boxes: NodeBox[] = [];
  for (const index of nodes.keys()) {
    boxes.push(nodeBoxOf(data, index, maxWidth));
    yield;
  }
  const strengths = strengthsOf(edges);
  const area = areaFor(boxes);
  const usedWidth = Math.floor(Math.max(maxWidth, Math.min(width, Math.sqrt(area * widest))));
  const wanted = yield* forceLayout({
    ids: nodes.map(({ id }) => id),
    sizes: boxes,
    rootCount,
    edges: edges.map((edge, index) => ({ ...edge, strength: itemAt(strengths, index) })),
    width: usedWidth,
    height: Math.max(leastHeight, area / usedWidth),
  });
  const corners = yield* placedBoxes({
    sizes: boxes,
    wanted,
    order: outwards(wanted, rootCount, edges),
    still: rootCount,
    lines: edges.filter(({ isMain }) => isMain).map(({ source, target }) => [source, target] as const),
    detour,
    width: usedWidth,
    gap,
  });
  const top = Math.min(...corners.map(([, y]) => y));
  const placed = boxes.map((box, index) => {
    const [x, y] = itemAt(corners, index);
    const middle: Point = [x + box.width / 2, y - top + box.height / 2];
    return { box, corner: [x, y - top] as const, middle };
  });
  const lines = edges.map((edge, index) => {
    const strength = itemAt(strengths, index);
    const [from, to] = [itemAt(placed, edge.source).middle, itemAt(placed, edge.target).middle];
    const mark: Mark = { type: 'line', from, to, ...lineStyle(nodes, edge, strength) };
    return { mark, rank: edge.isMain ? 1 + strength : 0 };
  });
  return {
    // Stronger lines cover weaker ones.
    marks: [
      ...lines.toSorted((a, b) => a.rank - b.rank).map(({ mark }) => mark),
      ...placed.map(({ box, corner }) => box.at(corner)),
    ],
    height: Math.max(0, ...placed.map(({ box, corner: [, y] }) => y + box.height)),
  };
}

/** How large a drawing of some boxes is, in square pixels. */
function areaFor(boxes: readonly Size[]): number {
  const ofBoxes = boxes.reduce((sum, box) => sum + (box.width + gap.x) * (box.height + gap.y), 0);
  const part = Math.min(1, boxes.length / spread.manyNodes);
  return ofBoxes * (spread.few - (spread.few - spread.many) * part);
}

/**
 * The roots, then nodes that connect others with them, so that their lines are known when the others are placed; then by the
 * distance from the middle of the roots.
 */
function outwards(wanted: readonly Point[], rootCount: number, edges: readonly NeighbourhoodEdge[]): readonly number[] {
  const roots = wanted.slice(0, rootCount);
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centreX, centreY] = [meanOf(roots.map(([x]) => x)), meanOf(roots.map(([, y]) => y))];
  const distances = wanted.map(([x, y]) => (x - centreX) ** 2 + (y - centreY) ** 2);
  const connecting = new Set(
    edges
      .filter(({ isMain, source, target }) => isMain && source >= rootCount && target >= rootCount)
      .map(({ target }) => target),
  );
  const rankOf = (index: number) => (index < rootCount ? 0 : connecting.has(index) ? 1 : 2);
  return [...wanted.keys()].sort(
    (a, b) => rankOf(a) - rankOf(b) || itemAt(distances, a) - itemAt(distances, b) || a - b,
  );
}

/** What is drawn, for people who do not see it. */
function drawnSentence({ nodes, rootCount }: NeighbourhoodData): string {
  const neighbours = nodes.slice(rootCount);
  const kinds = Map.groupBy(neighbours, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, those]) => countOfKind(those.length, kind));
  return counts.length === 0 ? 'It has no neighbours.' : `Next to it are ${inWords(counts, Infinity)}.`;
}

function remarksOf({ nodes, edges, leftOut }: NeighbourhoodData): readonly string[] {
  const overlaps = edges.filter(({ kind, isMain }) => kind === 'OVERLAPS_WITH' && isMain);
  const isOfRoles = overlaps.some(({ source }) => itemAt(nodes, source).kind === 'ROLE');
  const left = leftOut.map(({ kind, count }) => countOfKind(count, kind));
  return [
    ...(isOfRoles
      ? ['The thicker a line between two roles, the more they have in common; rare duties count for more.']
      : []),
    ...(overlaps.length > 0 && !isOfRoles
      ? ['The thicker a line between two pillars, the more of their roles are in both.']
      : []),
    ...(left.length === 0 ? [] : [`Left out are ${inWords(left, Infinity)} that are less near.`]),
  ];
}
