import type { Steps } from '../../scheduling/steps.ts';
import type { Mark, Placed } from './scene.ts';

/** Where entries are drawn in columns of one width, in pixels. */
export interface ColumnsPlace {
  readonly x: number;
  readonly y: number;
  /** How many columns there are. */
  readonly columns: number;
  readonly columnWidth: number;
  readonly columnGap: number;
  /** Between an entry and the one below it. */
  readonly entryGap: number;
}

/** Where an entry is drawn: its upper left corner, and the width of its column. */
export interface EntryPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Marks, and where they end. */
export interface Ended {
  readonly marks: readonly Mark[];
  /** The lower edge of the longest column; the upper edge where there are no entries. */
  readonly end: number;
}

/**
 * Draws entries down the first column, then down the next, with equally many in each. There is a yield after each entry: a title of
 * 400 characters takes a millisecond or two.
 */
export function* inColumns<Entry>(
  entries: readonly Entry[],
  { x, y, columns, columnWidth, columnGap, entryGap }: ColumnsPlace,
  draw: (entry: Entry, place: EntryPlace) => Placed,
): Steps<Ended> {
  const perColumn = Math.ceil(entries.length / columns);
  const marks: Mark[] = [];
  let end = y;
  for (let column = 0; column < columns; column++) {
    let top = y;
    for (const entry of entries.slice(column * perColumn, (column + 1) * perColumn)) {
      const drawn = draw(entry, { x: x + column * (columnWidth + columnGap), y: top, width: columnWidth });
      marks.push(...drawn.marks);
      top += drawn.height + entryGap;
      yield;
    }
    end = Math.max(end, top - entryGap);
  }
  return { marks, end };
}
