import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { doing, type Involvement, involvements } from '../nodes/involvement.ts';
import type { GraphAppearances, GraphInvolvements } from './graph-data.ts';

/*
 * Kinds of involvement as one number, of which each kind is a bit: 1 RESPONSIBLE, 2 ACCOUNTABLE, 4 CONSULTED, 8 INFORMED. The
 * numbers are stored.
 */

/** What a slug alone means. */
export const responsibleOnly = 1;

/** All kinds together. */
const allKinds = 2 ** involvements.length - 1;

export function kindsOf(involvement: Iterable<Involvement>): number {
  let kinds = 0;
  for (const each of involvement) kinds |= 1 << involvements.indexOf(each);
  return kinds;
}

const byKinds = Array.from({ length: allKinds + 1 }, (_, kinds) =>
  involvements.filter((each) => (kinds & kindsOf([each])) !== 0),
);

/** The kinds of a number, in the order of a RACI table. */
export function involvementOfKinds(kinds: number): readonly Involvement[] {
  return itemAt(byKinds, kinds);
}

const doingKinds = kindsOf(doing);

/** Whether a role does what it is involved in: is responsible or accountable. */
export function areDoing(kinds: number): boolean {
  return (kinds & doingKinds) !== 0;
}

/**
 * Whether a role works in the category of an appearance: it does something there, or nothing is said about responsibilities. A
 * role that an appearance only has consulted or informed is listed in the category, and does none of its work.
 */
export function isWorkingAt(
  { responsibilities, involvements: table }: Pick<GraphAppearances, 'responsibilities' | 'involvements'>,
  appearance: number,
): boolean {
  if (table.kinds.length === 0 || listLength(responsibilities, appearance) > 0) return true;
  const [first, end] = rowsOfAppearance(table, appearance);
  return first === end;
}

/**
 * Everything that an appearance says of responsibilities: those that its role does, then those that it is only consulted on
 * or informed about, both in the catalog's order.
 */
export function involvementsAt(
  { responsibilities, involvements: table }: Pick<GraphAppearances, 'responsibilities' | 'involvements'>,
  appearance: number,
): readonly { readonly responsibility: number; readonly kinds: number }[] {
  const plain = Array.from(listAt(responsibilities, appearance), (responsibility) => {
    return { responsibility, kinds: responsibleOnly };
  });
  const [first, end] = rowsOfAppearance(table, appearance);
  if (first === end) return plain;
  const kindsOfEach = new Map(plain.map(({ responsibility, kinds }) => [responsibility, kinds]));
  // Those that the role does are in the map already, and stay where they are.
  for (let row = first; row < end; row++) kindsOfEach.set(itemAt(table.responsibility, row), itemAt(table.kinds, row));
  return Array.from(kindsOfEach, ([responsibility, kinds]) => ({ responsibility, kinds }));
}

/**
 * The responsibilities in which an appearance says that its role is involved in one of some kinds, in no particular order.
 *
 * @param wanted the kinds, as one number.
 */
export function involvingAt(
  { responsibilities, involvements: table }: Pick<GraphAppearances, 'responsibilities' | 'involvements'>,
  appearance: number,
  wanted: number,
): Iterable<number> {
  const [first, end] = rowsOfAppearance(table, appearance);
  const isPlainWanted = (wanted & responsibleOnly) !== 0;
  const done = isPlainWanted ? listAt(responsibilities, appearance) : [];
  if (first === end) return done;
  const rows = table.responsibility.subarray(first, end);
  const involving = Array.from(done).filter((responsibility) => !rows.includes(responsibility));
  for (let row = first; row < end; row++) {
    if ((itemAt(table.kinds, row) & wanted) !== 0) involving.push(itemAt(table.responsibility, row));
  }
  return involving;
}

/** The kinds of involvement that an appearance gives its role in a responsibility; 0 if it does not name it. */
export function kindsAt(
  { responsibilities, involvements: table }: Pick<GraphAppearances, 'responsibilities' | 'involvements'>,
  appearance: number,
  responsibility: number,
): number {
  const [first, end] = rowsOfAppearance(table, appearance);
  for (let row = first; row < end; row++) {
    if (itemAt(table.responsibility, row) === responsibility) return itemAt(table.kinds, row);
  }
  return listAt(responsibilities, appearance).includes(responsibility) ? responsibleOnly : 0;
}

/** The rows of an appearance in the table of involvements: from the first up to, not including, the end. */
export function rowsOfAppearance(
  { appearance: column }: GraphInvolvements,
  appearance: number,
): readonly [first: number, end: number] {
  const first = firstFrom(column, appearance);
  return [first, first === column.length ? first : firstFrom(column, appearance + 1)];
}

/** The first index of a sorted column that has at least a value; binary search. */
function firstFrom(column: Int32Array, value: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(column, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
