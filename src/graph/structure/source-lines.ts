import { itemAt } from '../../collections/item-at.ts';
import type { GraphAppearances } from './graph-data.ts';

/** More than the greatest line number, so that a source and a line make one whole number below 2^53. */
const lineUnits = 2 ** 32;

/**
 * The line of a source on which an appearance stands, as one number: appearances on one line have the same number, whatever
 * their category. Numbers are in the order of source and line.
 */
export function sourceLineAt({ source, line }: GraphAppearances, appearance: number): number {
  return itemAt(source, appearance) * lineUnits + itemAt(line, appearance);
}

/** The distinct lines of some appearances of one role. These are in the order of source and line, and so are the lines. */
export function sourceLinesOf(appearances: GraphAppearances, ofRole: Int32Array): Float64Array {
  const lines = Float64Array.from(ofRole, (appearance) => sourceLineAt(appearances, appearance));
  return lines.filter((line, index) => line !== lines[index - 1]);
}

/** The index of the source and the number of the line that sourceLineAt made one number of. */
export function placeOfSourceLine(sourceLine: number): { readonly source: number; readonly line: number } {
  return { source: Math.floor(sourceLine / lineUnits), line: sourceLine % lineUnits };
}
