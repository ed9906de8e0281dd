import { isDeepStrictEqual } from 'node:util';
import { matchingKey } from '../../text/matching-key.ts';
import type { ListName } from '../catalog.ts';
import { normalizedText } from '../normalized-prose.ts';
import { isMapping, ownValue } from './catalog-items.ts';

/** An entry as written: any field may be there. */
export type Entry = Readonly<Record<string, unknown>>;

/** Which of two entries a value comes from, and where it is in it. */
export interface Written {
  readonly of: 'one' | 'other';
  readonly path: readonly [field: string, index?: number];
}

/** Two entries as one. */
export interface MergedEntry {
  readonly entry: Entry;
  /** Where the entries of each list of the merged entry were written, by field. */
  readonly lists: ReadonlyMap<string, readonly Written[]>;
  /** The fields in which the two contradict each other, with both values. The merged entry has the first value. */
  readonly clashes: readonly Clash[];
}

export interface Clash {
  readonly field: string;
  readonly one: unknown;
  readonly other: unknown;
}

interface Listed {
  readonly value: unknown;
  readonly written: Written;
}

/**
 * Merges two entries that have the same slug, or are otherwise known to be about the same thing. One rule applies to all
 * fields, whatever they are called:
 *
 * - A field that only one entry has is taken from it.
 * - Titles and names agree if their matching keys are equal; the spelling of the first is kept, and the other title of a
 *   role becomes an alternate title.
 * - Lists unite: the entries of the first in their order, then those that only the other has.
 * - Mappings are merged by these rules.
 * - All other values agree if they are equal. Line breaks are compared as a catalog stores them: summaries, notes and quotes
 *   may end in one or not, and have CR LF or LF.
 *
 * A hidden title or name that the other entry has visibly is dropped. The result is associative: however three entries are
 * grouped, it is the same.
 */
export function mergeEntries(list: ListName, one: Entry, other: Entry): MergedEntry {
  const ownText = list === 'roles' || list === 'sources' ? 'title' : 'name';
  const merged = new Map<string, unknown>();
  const united = new Map<string, Listed[]>();
  const clashes: Clash[] = [];
  if (isDeepStrictEqual(one, other)) return { entry: one, lists: new Map(), clashes };
  for (const field of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [first, second] = [ownValue(one, field), ownValue(other, field)];
    if (Array.isArray(first) || Array.isArray(second)) {
      const entries = unite(listed(first, 'one', field), listed(second, 'other', field));
      // A field that is a list in one entry only.
      if (entries === undefined || !isListOrNone(first) || !isListOrNone(second)) {
        clashes.push({ field, one: first, other: second });
      }
      united.set(field, entries ?? listed(first, 'one', field));
    } else {
      const value = mergeValues(first, second, field === ownText);
      if (value === undefined) clashes.push({ field, one: first, other: second });
      merged.set(field, value?.merged ?? first);
    }
  }
  if (list === 'roles') addOtherTitle(one, other, united);
  removeVisible(merged.get(ownText), united);
  for (const [field, entries] of united) {
    merged.set(
      field,
      entries.map(({ value }) => value),
    );
  }
  return {
    entry: Object.fromEntries(merged),
    lists: new Map(Array.from(united, ([field, entries]) => [field, entries.map(({ written }) => written)])),
    clashes,
  };
}

/** The value that two values make; undefined if they contradict each other. */
function mergeValues(first: unknown, second: unknown, isOwnText: boolean): { readonly merged: unknown } | undefined {
  if (second === undefined || isSameValue(first, second)) return { merged: first };
  if (first === undefined) return { merged: second };
  if (isOwnText) return isSameText(first, second) ? { merged: first } : undefined;
  if (!isMapping(first) || !isMapping(second)) return undefined;
  const merged = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const value = mergeValues(ownValue(first, key), ownValue(second, key), false);
    if (value === undefined) return undefined;
    merged.set(key, value.merged);
  }
  return { merged: Object.fromEntries(merged) };
}

function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return isDeepStrictEqual(one, other);
  return normalizedText(one) === normalizedText(other);
}

function isSameText(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const key = matchingKey(one);
  return key !== '' && key === matchingKey(other);
}

function isListOrNone(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

function listed(value: unknown, of: Written['of'], field: string): Listed[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  return values.map((entry, index) => ({ value: entry, written: { of, path: [field, index] } }));
}

/** All entries of two lists; undefined if they say different things of the same entry. */
function unite(one: readonly Listed[], other: readonly Listed[]): Listed[] | undefined {
  const byKey = new Map(one.map((entry) => [listEntryKey(entry.value), entry]));
  const entries = [...one];
  for (const entry of other) {
    const first = byKey.get(listEntryKey(entry.value));
    if (first === undefined) entries.push(entry);
    else if (!isDeepStrictEqual(comparable(first.value), comparable(entry.value))) return undefined;
  }
  return entries;
}

/** What the entry of a list is about: a text about itself, a mapping about its responsibility. */
function listEntryKey(value: unknown): unknown {
  if (!isMapping(value)) return value;
  return ownValue(value, 'responsibility') ?? JSON.stringify(value);
}

/** An entry of a list as it is compared: an involvement in any order, and a responsibility alone as RESPONSIBLE. */
function comparable(value: unknown): unknown {
  if (!isMapping(value)) return value;
  const responsibility = ownValue(value, 'responsibility');
  const involvement = ownValue(value, 'involvement');
  if (!Array.isArray(involvement) || Object.keys(value).length !== 2) return value;
  const sorted: readonly unknown[] = involvement.toSorted();
  return sorted.length === 1 && sorted[0] === 'RESPONSIBLE' ? responsibility : { responsibility, involvement: sorted };
}

/** Keeps the second of two spellings of the title of a role, as lines may name the role by it. */
function addOtherTitle(one: Entry, other: Entry, united: Map<string, Listed[]>): void {
  const [title, second] = [ownValue(one, 'title'), ownValue(other, 'title')];
  const alternates = united.get('alternateTitles') ?? [];
  const entries = alternates.filter(({ value }) => value !== title);
  if (second !== undefined && second !== title && entries.every(({ value }) => value !== second)) {
    const place = entries.findIndex(({ written }) => written.of === 'other');
    entries.splice(place < 0 ? entries.length : place, 0, { value: second, written: { of: 'other', path: ['title'] } });
  }
  if (entries.length > 0 || united.has('alternateTitles')) united.set('alternateTitles', entries);
}

/** Removes the hidden titles and names that are visible titles, or spellings of the name. */
function removeVisible(ownText: unknown, united: Map<string, Listed[]>): void {
  const visible = new Set((united.get('alternateTitles') ?? []).map(({ value }) => value));
  for (const field of ['hiddenTitles', 'hiddenNames']) {
    const entries = united.get(field);
    if (entries === undefined) continue;
    united.set(
      field,
      entries.filter(({ value }) => !visible.has(value) && value !== ownText && !isSameText(value, ownText)),
    );
  }
}
