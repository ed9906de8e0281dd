import { z } from 'zod';
import { itemAt } from '../../../collections/item-at.ts';
import type { Lists } from '../../../collections/lists.ts';
import { damagedGraph } from '../driver/neo4j-failure.ts';

/** A column of many values, checked in one go: a check of each by zod would take longer than reading them. */
export function columnOf<T>(isValue: (value: unknown) => value is T, expected: string): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>((column) => Array.isArray(column) && column.every(isValue), { error: expected });
}

const isInteger = (value: unknown): value is number => Number.isInteger(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

export const integer = z.int();
export const integers = columnOf(isInteger, 'a list of whole numbers');
export const numbers = columnOf(isNumber, 'a list of numbers');
export const texts = columnOf(isText, 'a list of texts');
export const listsOfIntegers = columnOf(
  (list): list is readonly number[] => Array.isArray(list) && list.every(isInteger),
  'a list of lists of whole numbers',
);
export const listsOfTexts = columnOf(
  (list): list is readonly string[] => Array.isArray(list) && list.every(isText),
  'a list of lists of texts',
);

/** Nodes in columns, in any order: each of the other columns has as many values as there are indexes. */
export interface ColumnRow {
  readonly indexes: readonly number[];
}

/** Sees that the columns of a row are of one length: Neo4j leaves out what a node does not have. */
export function checkColumns(
  what: string,
  { indexes: { length } }: ColumnRow,
  columns: readonly (readonly unknown[])[],
): void {
  if (columns.some((column) => column.length !== length)) throw damagedGraph(`some ${what} lack a property`);
}

/**
 * Items in the order of their indexes; rows come in any order.
 *
 * @param what the items are called, in the plural.
 * @param count how many there must be: one at each index from 0.
 * @throws StoreError DAMAGED where one is missing, too many, or there twice.
 */
export function inIndexOrder<T extends object>(
  what: string,
  count: number,
  items: Iterable<readonly [at: number, item: T]>,
): T[] {
  const byIndex = new Array<T | undefined>(count).fill(undefined);
  let unexpected = 0;
  for (const [at, item] of items) {
    if (at < 0 || at >= count || byIndex[at] !== undefined) unexpected += 1;
    else byIndex[at] = item;
  }
  const found = byIndex.filter((item) => item !== undefined);
  checkFound(what, { count, found: found.length, unexpected });
  return found;
}

/**
 * Checks that nodes in columns have each index once: what {@link inIndexOrder} checks, where no items are made of them.
 *
 * @throws StoreError DAMAGED
 */
export function checkIndexes(what: string, count: number, rows: readonly ColumnRow[]): void {
  const isFound = new Uint8Array(count);
  let found = 0;
  let unexpected = 0;
  for (const row of rows) {
    for (const at of row.indexes) {
      if (isFound[at] === 0) found += 1;
      else unexpected += 1;
      isFound[at] = 1;
    }
  }
  checkFound(what, { count, found, unexpected });
}

/** One number a node, each at the node's index. */
export function numbersByIndex<Row extends ColumnRow>(
  rows: readonly Row[],
  count: number,
  columnOf: (row: Row) => readonly number[],
): Int32Array {
  const numbersOfNodes = new Int32Array(count);
  for (const row of rows) {
    const column = columnOf(row);
    for (const [index, at] of row.indexes.entries()) numbersOfNodes[at] = itemAt(column, index);
  }
  return numbersOfNodes;
}

/** One list a node, each at the node's index. */
export function listsByIndex<Row extends ColumnRow>(
  rows: readonly Row[],
  count: number,
  columnOf: (row: Row) => readonly (readonly number[])[],
): Lists {
  const offsets = new Int32Array(count + 1);
  for (const row of rows) {
    for (const [index, list] of columnOf(row).entries()) offsets[itemAt(row.indexes, index) + 1] = list.length;
  }
  for (let index = 1; index <= count; index += 1) offsets[index] = itemAt(offsets, index) + itemAt(offsets, index - 1);
  const values = new Int32Array(itemAt(offsets, count));
  for (const row of rows) {
    for (const [index, list] of columnOf(row).entries()) values.set(list, itemAt(offsets, itemAt(row.indexes, index)));
  }
  return { offsets, values };
}

interface Found {
  readonly count: number;
  readonly found: number;
  readonly unexpected: number;
}

function checkFound(what: string, { count, found, unexpected }: Found): void {
  if (unexpected > 0) throw damagedGraph(`it has ${what} that nobody imported, or one of them twice`);
  if (found < count) throw damagedGraph(`${count - found} of the ${count} ${what} are missing`);
}
