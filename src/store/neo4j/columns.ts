import { z } from 'zod';
import { damagedGraph } from './neo4j-failure.ts';

/** A column of many values, checked in one go: a check of each by zod would take longer than reading them. */
function columnOf<T>(isValue: (value: unknown) => value is T, expected: string): z.ZodType<readonly T[]> {
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
  const byPlace = new Map<number, T>();
  let given = 0;
  for (const [at, item] of items) {
    byPlace.set(at, item);
    given += 1;
  }
  const placed = Array.from({ length: count }, (_, at) => byPlace.get(at)).filter((item) => item !== undefined);
  if (given > placed.length) throw damagedGraph(`it has ${what} that nobody imported, or one of them twice`);
  if (placed.length < count) throw damagedGraph(`${count - placed.length} of the ${count} ${what} are missing`);
  return placed;
}
