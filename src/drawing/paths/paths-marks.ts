import { itemAt } from '../../collections/item-at.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { nodeBox, type NodeBox } from '../nodes/node-box.ts';
import type { PictureNode } from '../nodes/picture-node.ts';
import type { Mark, Placed, Point, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import type { PathsData } from './paths-data.ts';
import { layersOf, type PathStep } from './paths-layers.ts';

/** The space between two columns, where the verbs are, and between two boxes of a column or row. */
const columnGap = 84;
const boxGap = 14;
/** Columns that are narrower than this are rows. */
const narrowestColumn = 120;
const widestBox = 230;
/** The space between two rows for the lines, besides the verbs. */
const rowGap = 44;
const verbStyle: TextStyle = { size: 12, color: 'MUTED' };
const afterVerbs = 10;

interface PlacedBox extends NodeBox {
  readonly x: number;
  readonly y: number;
}

/** Paths from left to right, or from top to bottom if that is too wide; each node once. */
export function* pathsMarks(data: PathsData, paths: PathsData['paths'], width: number): Steps<Placed> {
  const { layers, steps } = layersOf(paths);
  if (layers.length === 0) return { marks: [], height: 0 };
  const column = Math.floor((width - columnGap * (layers.length - 1)) / layers.length);
  const placed = new Map<number, PlacedBox>();
  const ends = new Set([itemAt(itemAt(layers, 0), 0), itemAt(layers.at(-1) ?? [], 0)]);
  const boxOf = (node: number, maxWidth: number) => {
    return nodeBox(itemAt(data.nodes, node), {
      maxWidth,
      caption: captionOf(itemAt(data.nodes, node)),
      isRoot: ends.has(node),
    });
  };
  const isWide = column >= narrowestColumn;
  const verbs = yield* isWide
    ? placeColumns(layers, steps, Math.min(column, widestBox), boxOf, placed)
    : placeRows(layers, steps, width, boxOf, placed);
  const lines = steps.flat().toSorted((a, b) => b.path - a.path);
  return {
    marks: [
      ...lines.map((step) => curveOf(data, step, placed, isWide)),
      ...[...placed.values()].map((box) => box.at([box.x, box.y])),
      ...verbs,
    ],
    height: Math.max(...[...placed.values()].map(({ y, height }) => y + height)),
  };
}

type BoxOf = (node: number, maxWidth: number) => NodeBox;

/** Each layer is a column, its boxes in the middle of the height; the verbs are above the space between two columns. */
function* placeColumns(
  layers: readonly (readonly number[])[],
  steps: readonly (readonly PathStep[])[],
  column: number,
  boxOf: BoxOf,
  placed: Map<number, PlacedBox>,
): Steps<readonly Mark[]> {
  const boxes: NodeBox[][] = [];
  for (const nodes of layers) {
    boxes.push(nodes.map((node) => boxOf(node, column)));
    yield;
  }
  const heights = boxes.map((those) => those.reduce((sum, { height }) => sum + height, boxGap * (those.length - 1)));
  const verbs = steps.map((those, index) => {
    const x = (index + 1) * column + index * columnGap + columnGap / 2;
    return textBlock(verbsOf(those), { x, y: 0, width: columnGap - 8, anchor: 'middle' }, verbStyle);
  });
  const top = Math.max(0, ...verbs.map(({ height }) => height)) + afterVerbs;
  const most = Math.max(...heights);
  for (const [index, nodes] of layers.entries()) {
    let y = top + Math.round((most - itemAt(heights, index)) / 2);
    for (const [position, node] of nodes.entries()) {
      const box = itemAt(itemAt(boxes, index), position);
      const x = index * (column + columnGap) + Math.floor((column - box.width) / 2);
      placed.set(node, { ...box, x, y });
      y += box.height + boxGap;
    }
  }
  return verbs.flatMap(({ marks }) => marks);
}

/** Each layer is a row, its boxes in the middle of the width; the verbs are at the left between two rows. */
function* placeRows(
  layers: readonly (readonly number[])[],
  steps: readonly (readonly PathStep[])[],
  width: number,
  boxOf: BoxOf,
  placed: Map<number, PlacedBox>,
): Steps<readonly Mark[]> {
  const verbs: Mark[] = [];
  let y = 0;
  for (const [index, nodes] of layers.entries()) {
    const maxWidth = Math.min(widestBox, Math.floor((width - boxGap * (nodes.length - 1)) / nodes.length));
    const boxes = nodes.map((node) => boxOf(node, maxWidth));
    yield;
    const total = boxes.reduce((sum, box) => sum + box.width, boxGap * (boxes.length - 1));
    let x = Math.max(0, Math.floor((width - total) / 2));
    for (const [position, node] of nodes.entries()) {
      const box = itemAt(boxes, position);
      placed.set(node, { ...box, x, y });
      x += box.width + boxGap;
    }
    y += Math.max(...boxes.map(({ height }) => height));
    const next = steps[index];
    if (next === undefined) continue;
    const block = textBlock(verbsOf(next), { x: 0, y: y + 8, width: Math.floor(width / 3) }, verbStyle);
    // Lines may run here, so that words have a background of their own.
    verbs.push(
      { type: 'rect', x: 0, y: y + 8, width: block.width + 4, height: block.height, fill: 'PAPER' },
      ...block.marks,
    );
    y += Math.max(rowGap, Math.ceil(block.height) + 16);
  }
  return verbs;
}

/** How the nodes of a layer lead to the next one, e.g. "has", or "has, appears in". */
function verbsOf(steps: readonly PathStep[]): string {
  return [...new Set(steps.map(({ verb }) => verb))].join(', ');
}

/** A line between two boxes that leaves and arrives in the direction of reading; those of the first path stand out. */
function curveOf({ nodes }: PathsData, step: PathStep, placed: ReadonlyMap<number, PlacedBox>, isWide: boolean): Mark {
  const [from, to] = [boxAt(placed, step.from), boxAt(placed, step.to)];
  const start: Point = isWide
    ? [from.x + from.width, from.y + from.height / 2]
    : [from.x + from.width / 2, from.y + from.height];
  const end: Point = isWide ? [to.x, to.y + to.height / 2] : [to.x + to.width / 2, to.y];
  const half = isWide ? (end[0] - start[0]) / 2 : (end[1] - start[1]) / 2;
  const leaving: Point = isWide ? [start[0] + half, start[1]] : [start[0], start[1] + half];
  const arriving: Point = isWide ? [end[0] - half, end[1]] : [end[0], end[1] - half];
  const isFirst = step.path === 0;
  return {
    type: 'path',
    start,
    segments: [[leaving, arriving, end]],
    stroke: isFirst ? 'ACCENT' : 'MUTED',
    strokeWidth: isFirst ? 2.5 : 1,
    title: `${itemAt(nodes, step.from).label} ${step.verb} ${itemAt(nodes, step.to).label}`,
  };
}

function boxAt(placed: ReadonlyMap<number, PlacedBox>, node: number): PlacedBox {
  const box = placed.get(node);
  if (box === undefined) throw new RangeError(`no box was placed for node ${node}`);
  return box;
}

/** Shapes tell roles, duties and topics; the groups look alike. */
function captionOf({ kind }: PictureNode): string {
  return kind === 'PILLAR' || kind === 'CATEGORY' || kind === 'ORGANIZATION_TYPE' ? kindNames[kind] : '';
}
