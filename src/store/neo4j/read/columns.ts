import { z } from 'zod';
import { damagedGraph } from '../driver/neo4j-failure.ts';

/** A column of many values, checked all at once: Zod would take longer to check each than the driver to read them. */
export function columnOf<T>(isValue: (value: unknown) => value is T, expected: string): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>(isListOf(isValue), { error: expected });
}

function isListOf<T>(isValue: (value: unknown) => value is T) {
  return (value: unknown): value is readonly T[] => Array.isArray(value) && value.every(isValue);
}

const isInteger = (value: unknown): value is number => Number.isInteger(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

export const integer = z.int();
export const integers = columnOf(isInteger, 'a list of whole numbers');
export const numbers = columnOf(isNumber, 'a list of numbers');
export const texts = columnOf(isText, 'a list of texts');
export const listsOfIntegers = columnOf(isListOf(isInteger), 'a list of lists of whole numbers');
export const listsOfTexts = columnOf(isListOf(isText), 'a list of lists of texts');

/** How many nodes are read in one row: enough that the cost of a row does not matter, few enough for little memory. */
export const rowSize = 1_000n;

/** Many nodes in columns, in any order: each of the columns has one value a node. */
export type ColumnRow = Readonly<Record<string, readonly unknown[]>> & { readonly indexes: readonly number[] };

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
  items: Iterable<readonly [index: number, item: T]>,
): T[] {
  const byIndex = new Array<T | undefined>(count).fill(undefined);
  for (const [index, item] of items) {
    if (index < 0 || index >= count || byIndex[index] !== undefined) {
      throw damagedGraph(`it has ${what} that nobody imported, or one of them twice`);
    }
    byIndex[index] = item;
  }
  const found = byIndex.filter((item) => item !== undefined);
  if (found.length < count) throw damagedGraph(`${count - found.length} of the ${count} ${what} are missing`);
  return found;
}

/** Checks that the columns of a row are of one length: Neo4j leaves out the values of nodes that lack a property. */
export function checkLengths(what: string, columns: readonly (readonly unknown[])[]): void {
  if (new Set(columns.map(({ length }) => length)).size > 1) throw damagedGraph(`some ${what} lack a property`);
}
