import { z } from 'zod';
import { itemAt } from '../../../collections/item-at.ts';
import type { Lists } from '../../../collections/lists.ts';
import { damagedGraph } from '../driver/neo4j-failure.ts';

/** A column of many values, checked in one go: a check of each by zod would take longer than reading them. */
export function columnOf<T>(isValue: (value: unknown) => value is T, expected: string): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>((column) => Array.isArray(column) && column.every(isValue), { error: expected });
}

const isPlace = (value: unknown): value is number => Number.isInteger(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

export const place = z.int();
export const places = columnOf(isPlace, 'a list of whole numbers');
export const numbers = columnOf(isNumber, 'a list of numbers');
export const texts = columnOf(isText, 'a list of texts');
export const listsOfPlaces = columnOf(
  (list): list is readonly number[] => Array.isArray(list) && list.every(isPlace),
  'a list of lists of whole numbers',
);
export const listsOfTexts = columnOf(
  (list): list is readonly string[] => Array.isArray(list) && list.every(isText),
  'a list of lists of texts',
);

/** Nodes in columns, in any order: each of the other columns has as many values as there are places. */
export interface ColumnRow {
  readonly places: readonly number[];
}

/** Sees that the columns of a row are of one length: Neo4j leaves out what a node does not have. */
export function checkColumns(
  what: string,
  { places: { length } }: ColumnRow,
  columns: readonly (readonly unknown[])[],
): void {
  if (columns.some((column) => column.length !== length)) throw damagedGraph(`some ${what} lack a property`);
}

/**
 * Items in the order of their places, which rows come in any order of.
 *
 * @param what the items are called, in the plural.
 * @param count how many there must be: one at each place from 0.
 * @throws StoreError DAMAGED where one is missing, too many, or there twice.
 */
export function inPlaces<T extends object>(
  what: string,
  count: number,
  items: Iterable<readonly [at: number, item: T]>,
): T[] {
  const byPlace = new Array<T | undefined>(count).fill(undefined);
  let misplaced = 0;
  for (const [at, item] of items) {
    if (at < 0 || at >= count || byPlace[at] !== undefined) misplaced += 1;
    else byPlace[at] = item;
  }
  const placed = byPlace.filter((item) => item !== undefined);
  checkPlaced(what, { count, placed: placed.length, misplaced });
  return placed;
}

/**
 * Sees that nodes in columns have each place once: what {@link inPlaces} sees, where no items are made of them.
 *
 * @throws StoreError DAMAGED
 */
export function checkPlaces(what: string, count: number, rows: readonly ColumnRow[]): void {
  const isPlaced = new Uint8Array(count);
  let placed = 0;
  let misplaced = 0;
  for (const row of rows) {
    for (const at of row.places) {
      if (isPlaced[at] === 0) placed += 1;
      else misplaced += 1;
      isPlaced[at] = 1;
    }
  }
  checkPlaced(what, { count, placed, misplaced });
}

/** One number a node, each at the node's place. */
export function numbersInPlaces<Row extends ColumnRow>(
  rows: readonly Row[],
  count: number,
  columnOf: (row: Row) => readonly number[],
): Int32Array {
  const placed = new Int32Array(count);
  for (const row of rows) {
    const column = columnOf(row);
    for (const [index, at] of row.places.entries()) placed[at] = itemAt(column, index);
  }
  return placed;
}

/** One list a node, each at the node's place. */
export function listsInPlaces<Row extends ColumnRow>(
  rows: readonly Row[],
  count: number,
  columnOf: (row: Row) => readonly (readonly number[])[],
): Lists {
  const offsets = new Int32Array(count + 1);
  for (const row of rows) {
    for (const [index, list] of columnOf(row).entries()) offsets[itemAt(row.places, index) + 1] = list.length;
  }
  for (let index = 1; index <= count; index += 1) offsets[index] = itemAt(offsets, index) + itemAt(offsets, index - 1);
  const values = new Int32Array(itemAt(offsets, count));
  for (const row of rows) {
    for (const [index, list] of columnOf(row).entries()) values.set(list, itemAt(offsets, itemAt(row.places, index)));
  }
  return { offsets, values };
}

interface Placed {
  readonly count: number;
  readonly placed: number;
  readonly misplaced: number;
}

function checkPlaced(what: string, { count, placed, misplaced }: Placed): void {
  if (misplaced > 0) throw damagedGraph(`it has ${what} that nobody imported, or one of them twice`);
  if (placed < count) throw damagedGraph(`${count - placed} of the ${count} ${what} are missing`);
}
