import { itemAt } from '../../collections/item-at.ts';
import type { GraphAppearances } from './graph-data.ts';

/** More than the greatest line number, so that a source and a line make one whole number below 2^46. */
const lineUnits = 2 ** 32;

/** Above the numbers of all lines. */
const ownLines = 2 ** 52;

type Lines = Pick<GraphAppearances, 'source' | 'line'>;

/**
 * The line of a source on which an appearance stands, as one number: appearances on one line have the same number, whatever
 * their category. An appearance without a line counts as a line of its own: one row or section often names many roles, each
 * with duties of its own, and being named there together says little about them.
 */
export function sourceLineAt({ source, line }: Lines, appearance: number): number {
  const number = itemAt(line, appearance);
  return number === 0 ? ownLines + appearance : itemAt(source, appearance) * lineUnits + number;
}

/** The distinct lines of some appearances of one role. These are in the order of their places, and so are the lines. */
export function sourceLinesOf(appearances: Lines, ofRole: Int32Array): Float64Array {
  const lines = Float64Array.from(ofRole, (appearance) => sourceLineAt(appearances, appearance));
  return lines.filter((line, index) => line !== lines[index - 1]);
}

/** Where an appearance stands, by the numbers of GraphAppearances: -1 for no source, 0 for no line or row. */
interface PlaceNumbers {
  readonly source: number;
  readonly line: number;
  readonly row: number;
}

/** Compares two places by source, line and row; what is not given comes last. */
export function comparePlaces(a: PlaceNumbers, b: PlaceNumbers): number {
  // As unsigned numbers, -1 is the greatest.
  return (
    (a.source >>> 0) - (b.source >>> 0) ||
    ((a.line - 1) >>> 0) - ((b.line - 1) >>> 0) ||
    ((a.row - 1) >>> 0) - ((b.row - 1) >>> 0)
  );
}

/** Compares two appearances by their places, then by their indexes, and so by role. */
export function byPlace({ source, line, row }: GraphAppearances): (a: number, b: number) => number {
  // As comparePlaces, without an object for each of the many that are sorted.
  return (a, b) =>
    (itemAt(source, a) >>> 0) - (itemAt(source, b) >>> 0) ||
    ((itemAt(line, a) - 1) >>> 0) - ((itemAt(line, b) - 1) >>> 0) ||
    ((itemAt(row, a) - 1) >>> 0) - ((itemAt(row, b) - 1) >>> 0) ||
    a - b;
}
