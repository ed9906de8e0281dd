import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { Point } from '../scene/scene.ts';

/** A box that must not overlap others, in whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where boxes are wanted, and what they must keep to. Boxes are given by their positions in the lists. */
export interface BoxProblem {
  readonly sizes: readonly Size[];
  /** Where the middle of each box should be. */
  readonly wanted: readonly Point[];
  /** The order in which boxes are placed: earlier ones come nearer to where they are wanted. */
  readonly order: readonly number[];
  /** How many of the first in this order are placed once: others may be placed again when all are. */
  readonly still: number;
  /** Lines between the middles of two boxes, which should not run behind others. */
  readonly lines: readonly (readonly [number, number])[];
  /** How far a box is moved at most so that one line less runs behind a box, in pixels. */
  readonly detour: number;
  /** No box is wider than this. */
  readonly width: number;
  /** The least space between two boxes, in whole pixels. */
  readonly gap: { readonly x: number; readonly y: number };
}

interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** Other places that are tried, in pixels to each side of the wanted one. */
const shifts = [-240, -180, -120, -60, 0, 60, 120, 180, 240] as const;
/** How often boxes are placed: many of them only once, because each takes longer. */
const rounds = { few: 3, many: 1, manyBoxes: 80 };
/** How many left edges are tried for a box. */
const mostColumns = 32;
/** How near a line may come to a box that it does not end at, in pixels. */
const lineGap = 4;

/**
 * The upper left corner of each box, so that no two are nearer to each other than the gap and all are within the width. One after
 * the other, each box is placed near to where it is wanted: there, a little to the side of it, or where it touches one or two of
 * the boxes that are placed already. The place with the least cost is taken: the square of the distance, and the square of the
 * detour for each line that runs behind a box. There is always a free place above and below all others, so heights have no bound.
 */
export function* placedBoxes(problem: BoxProblem): Steps<readonly Point[]> {
  const { sizes, order, still } = problem;
  const rects = new Map<number, Rect>();
  const roundCount = sizes.length < rounds.manyBoxes ? rounds.few : rounds.many;
  for (let round = 0; round < roundCount; round++) {
    // Lines that nobody knew of when a box was placed first run behind it, so that most are placed again.
    for (const index of round === 0 ? order : order.slice(still)) {
      rects.delete(index);
      rects.set(index, yield* bestPlace(problem, index, rects));
    }
  }
  return sizes.map((_, index): Point => {
    const { x, y } = rects.get(index) ?? { x: 0, y: 0 };
    return [x, y];
  });
}

/** The place of a box with the least cost among those that are placed. */
function* bestPlace(
  { sizes, wanted, lines, detour, width, gap }: BoxProblem,
  index: number,
  rects: ReadonlyMap<number, Rect>,
): Steps<Rect> {
  const size = itemAt(sizes, index);
  const [middleX, middleY] = itemAt(wanted, index);
  const within = (x: number) => Math.min(Math.max(0, Math.round(x)), Math.max(0, width - size.width));
  const x = within(middleX - size.width / 2);
  const y = Math.round(middleY - size.height / 2);
  const placed = [...rects.values()];
  const costOfLines = linesCost(rects, lines, index, detour ** 2);
  let best: Rect = { ...size, x, y };
  let least = Infinity;
  for (const candidateX of columnsFor(placed, size, x, within, gap.x)) {
    const inX = (candidateX - x) ** 2;
    // They are in the order of their distance, so no later one is better.
    if (inX >= least) break;
    const column = { ...size, x: candidateX };
    for (const candidateY of freeRows(placed, column, y, gap)) {
      const distance = inX + (candidateY - y) ** 2;
      if (distance >= least) continue;
      const candidate = { ...column, y: candidateY };
      const cost = distance + costOfLines(candidate, least - distance);
      if (cost < least) [best, least] = [candidate, cost];
    }
    yield;
  }
  return best;
}

/** The left edges that are tried, nearest first: near the wanted one, and those at which the box touches a placed one at its side. */
function columnsFor(
  placed: readonly Rect[],
  { width }: Size,
  x: number,
  within: (x: number) => number,
  gap: number,
): readonly number[] {
  const near = shifts.map((shift) => within(x + shift));
  const touching = placed.flatMap((other) => [within(other.x + other.width + gap), within(other.x - width - gap)]);
  const columns = new Set([...near, ...touching]);
  return [...columns].sort((a, b) => Math.abs(a - x) - Math.abs(b - x) || a - b).slice(0, mostColumns);
}

/** The upper edges at which a box is free in its column: those nearest to the wanted one and to others near it, above and below. */
function freeRows(
  placed: readonly Rect[],
  { x, width, height }: Omit<Rect, 'y'>,
  y: number,
  gap: BoxProblem['gap'],
): ReadonlySet<number> {
  const taken = placed
    .filter((other) => x < other.x + other.width + gap.x && other.x < x + width + gap.x)
    .map((other) => ({ from: other.y - height - gap.y, to: other.y + other.height + gap.y }));
  const downwards = taken.toSorted((a, b) => a.from - b.from);
  const upwards = taken.toSorted((a, b) => b.to - a.to);
  const rows = new Set<number>();
  for (const shift of shifts) {
    let [above, below] = [y + shift, y + shift];
    for (const { from, to } of downwards) if (from < below && below < to) below = to;
    for (const { from, to } of upwards) if (from < above && above < to) above = from;
    rows.add(above).add(below);
  }
  return rows;
}

/**
 * What lines cost with a box at a place: so much for each line between placed boxes that runs behind it, and for each of its own
 * lines and each placed box that it runs behind. More than `most` is not counted to its end.
 */
function linesCost(rects: ReadonlyMap<number, Rect>, lines: BoxProblem['lines'], index: number, each: number) {
  const between: (readonly [Point, Point])[] = [];
  const others: number[] = [];
  for (const [first, second] of lines) {
    const [a, b] = [rects.get(first), rects.get(second)];
    if (a !== undefined && b !== undefined) between.push([middleOf(a), middleOf(b)]);
    else if (second === index && a !== undefined) others.push(first);
    else if (first === index && b !== undefined) others.push(second);
  }
  return (rect: Rect, most: number): number => {
    let cost = 0;
    for (const [from, to] of between) {
      if (crosses(from, to, rect)) cost += each;
      if (cost >= most) return cost;
    }
    const middle = middleOf(rect);
    for (const other of others) {
      const end = rects.get(other);
      if (end === undefined) continue;
      for (const placed of rects.values()) {
        if (placed !== end && crosses(middleOf(end), middle, placed)) cost += each;
        if (cost >= most) return cost;
      }
    }
    return cost;
  };
}

function middleOf({ x, y, width, height }: Rect): Point {
  return [x + width / 2, y + height / 2];
}

/** Whether a line comes too near to a box (Liang and Barsky: the part of the line within each pair of parallel edges). */
function crosses([fromX, fromY]: Point, [toX, toY]: Point, { x, y, width, height }: Rect): boolean {
  const horizontal = partWithin(fromX, toX, x - lineGap, x + width + lineGap);
  const vertical = partWithin(fromY, toY, y - lineGap, y + height + lineGap);
  return Math.max(horizontal[0], vertical[0], 0) < Math.min(horizontal[1], vertical[1], 1);
}

/** From which to which part of a line a coordinate is between two values; from 0, where it begins, to 1. */
function partWithin(from: number, to: number, least: number, most: number): readonly [number, number] {
  if (from === to) return from > least && from < most ? [0, 1] : [1, 0];
  const [first, second] = [(least - from) / (to - from), (most - from) / (to - from)];
  return first < second ? [first, second] : [second, first];
}
