import { itemAt } from '../../collections/item-at.ts';
import { compareText } from '../../text/compare-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import { ArgumentError } from '../argument-error.ts';

/** The most that first and last can ask for. A server may allow less (src/server/graphql/limits/page-limit.ts). */
export const maxPageSize = 100;
/** What first is where neither first nor last is given. */
export const defaultPageSize = 20;

/** The arguments of a connection (Relay cursor specification); null counts as not given. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

type KeyValue = string | number;

/** A total order of items by some values of each: no two items of a list have the same values. */
export interface Order<T> {
  /** Written into cursors, so that a cursor of another order is recognized. */
  readonly name: string;
  /** The type of each value, so that a forged cursor is recognized. */
  readonly types: readonly ('string' | 'number')[];
  readonly directions: readonly ('ASC' | 'DESC')[];
  valuesOf(item: T): readonly KeyValue[];
}

/** An item of a page, with its cursor. A cursor is made when it is read: most queries ask for none. */
export interface PageEdge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A part of an ordered list, with the fields of a connection. */
export interface Page<T> {
  readonly edges: readonly PageEdge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  /** Of the whole list. */
  readonly totalCount: number;
  /** The whole list. */
  readonly items: readonly T[];
}

/** Compares two items by an order, as for Array.prototype.sort. */
export function comparator<T>(order: Order<T>): (a: T, b: T) => number {
  return (a, b) => compareValues(order, order.valuesOf(a), order.valuesOf(b));
}

/**
 * The page of a list that connection arguments select. A cursor has the values by which its item is ordered, so it marks the
 * same position when items before it, or its own item, are added or removed.
 *
 * @param items in the given order.
 * @throws ArgumentError for a size outside 1..100, first and last together, or a cursor that is not of this order.
 */
export function pageOf<T>(items: readonly T[], order: Order<T>, given: PageArguments): Page<T> {
  const size = checkedSize(given);
  const after = given.after == null ? undefined : decodeCursor(order, given.after, 'after');
  const before = given.before == null ? undefined : decodeCursor(order, given.before, 'before');
  const compareTo = (values: readonly KeyValue[], item: T) => compareValues(order, order.valuesOf(item), values);
  let start = after === undefined ? 0 : firstIndex(items, (item) => compareTo(after, item) > 0);
  let end = before === undefined ? items.length : firstIndex(items, (item) => compareTo(before, item) >= 0);
  end = Math.max(start, end);
  if (size.from === 'start') end = Math.min(end, start + size.count);
  else start = Math.max(start, end - size.count);
  const edges = items.slice(start, end).map((node) => ({
    node,
    get cursor() {
      return encodeCursor(order, node);
    },
  }));
  return {
    edges,
    hasNextPage: end < items.length,
    hasPreviousPage: start > 0,
    get startCursor() {
      return edges.at(0)?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
    totalCount: items.length,
    items,
  };
}

/** The size of a list that is not paged but can be cut: `first`, 1..100, 20 where it is not given. */
export function checkedFirst(first: number | null | undefined): number {
  return checkedCount('first', first ?? defaultPageSize);
}

function checkedSize({ first, last }: PageArguments): { readonly from: 'start' | 'end'; readonly count: number } {
  if (first != null && last != null) {
    throw new ArgumentError('last', `first: ${first} and last: ${last} were given together; give one of them.`);
  }
  if (last != null) return { from: 'end', count: checkedCount('last', last) };
  return { from: 'start', count: checkedFirst(first) };
}

function checkedCount(argument: string, count: number): number {
  if (count >= 1 && count <= maxPageSize) return count;
  throw new ArgumentError(argument, `${argument} is ${count}; it must be between 1 and ${maxPageSize}.`);
}

function encodeCursor<T>(order: Order<T>, item: T): string {
  return Buffer.from(JSON.stringify([order.name, ...order.valuesOf(item)])).toString('base64url');
}

function decodeCursor<T>(order: Order<T>, cursor: string, argument: string): readonly KeyValue[] {
  const [name, ...values] = cursorContent(cursor);
  if (typeof name === 'string' && name !== order.name) {
    throw new ArgumentError(
      argument,
      `${argument} is a cursor of the order ${quoted(name)}, but this list is in the order "${order.name}"; ` +
        'use a cursor that this list gave with the same orderBy.',
    );
  }
  const hasTypes = values.length === order.types.length && values.every((value, i) => typeof value === order.types[i]);
  if (name === order.name && hasTypes) return values;
  throw new ArgumentError(
    argument,
    `${argument} is ${quoted(cursor)}, which is not a cursor; take it from an edge's cursor or from pageInfo of this list.`,
  );
}

/** The name and the values in a cursor; nothing where it is malformed. */
function cursorContent(cursor: string): readonly KeyValue[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const values: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
    return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values : [];
  } catch {
    return [];
  }
}

function compareValues<T>(order: Order<T>, a: readonly KeyValue[], b: readonly KeyValue[]): number {
  for (const [index, direction] of order.directions.entries()) {
    const compared = compareValue(a[index], b[index]);
    if (compared !== 0) return direction === 'ASC' ? compared : -compared;
  }
  return 0;
}

function compareValue(a: KeyValue | undefined, b: KeyValue | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a), String(b));
}

/** The first index of an item that meets a condition, which all items after it meet, too; binary search. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(itemAt(items, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
