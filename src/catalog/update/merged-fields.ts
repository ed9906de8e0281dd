import { canonicalJson } from '../canonical-catalog.ts';
import { isMapping } from '../check/catalog-items.ts';
import { involvements } from '../involvement.ts';
import { type Known, mergedList } from './three-way-list.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Reports that both sides changed the same field differently. The values are undefined where a side removed it. */
export type OnConflict = (field: string, edited: unknown, now: unknown) => void;

/** Lists in which every value counts by itself. The first of organizationTypes owns a category, so that list is one value. */
const setLists = new Set([
  'alternateTitles',
  'hiddenTitles',
  'hiddenNames',
  'sameAs',
  'topics',
  'titles',
  'responsibilities',
]);

/** Merges the fields of three versions of an entry; where both sides changed one differently, the edit is kept and reported. */
export function mergedFields(before: Fields | undefined, now: Fields, edited: Fields, onConflict: OnConflict): Fields {
  const keys = new Set([...Object.keys(edited), ...Object.keys(now)]);
  const merged: [string, unknown][] = [];
  for (const key of keys) {
    const value = mergedValue(key, before?.[key], now[key], edited[key], onConflict);
    if (value !== undefined) merged.push([key, value]);
  }
  return Object.fromEntries(merged);
}

function mergedValue(key: string, before: unknown, now: unknown, edited: unknown, onConflict: OnConflict): unknown {
  if (isSame(now, edited) || isSame(before, now)) return edited;
  if (isSame(before, edited)) return now;
  if (setLists.has(key) && isListOrNothing(before) && isListOrNothing(now) && isListOrNothing(edited)) {
    return mergedValues(key, before ?? [], now ?? [], edited ?? [], onConflict);
  }
  if (isMapping(now) && isMapping(edited)) {
    return mergedFields(isMapping(before) ? before : undefined, now, edited, (field, kept, other) => {
      onConflict(`${key}.${field}`, kept, other);
    });
  }
  onConflict(key, edited, now);
  return edited;
}

/** Merges lists in which every value counts by itself; a responsibility is known by its slug, whatever the involvement. */
function mergedValues(
  key: string,
  before: readonly unknown[],
  now: readonly unknown[],
  edited: readonly unknown[],
  onConflict: OnConflict,
): readonly unknown[] {
  const merged = mergedList<unknown>(
    { before: before.map(known), now: now.map(known), edited: edited.map(known) },
    {
      merge: mergedInvolvement,
      isEqual: isSame,
      onEditedButGone: (_, kept) => {
        onConflict(key, kept, undefined);
      },
      onRemovedButChanged: (_, changed) => {
        onConflict(key, undefined, changed);
      },
    },
  ).map(({ item }) => item);
  // Titles need at least one: where each side removed what the other kept, the edit counts.
  return merged.length === 0 && key === 'titles' ? edited : merged;
}

function known(item: unknown): Known<unknown> {
  return { id: isMapping(item) ? String(item['responsibility']) : String(item), item };
}

/** Each kind of involvement as the side has it that changed it. */
function mergedInvolvement(before: unknown, now: unknown, edited: unknown): unknown {
  if (isSame(before, now) || isSame(now, edited)) return edited;
  if (isSame(before, edited)) return now;
  const [old, given, kept] = [before, now, edited].map(involvementIn);
  const involvement = involvements.filter((each) =>
    kept?.includes(each) === old?.includes(each) ? given?.includes(each) : kept?.includes(each),
  );
  const responsibility = known(edited).id;
  if (involvement.length === 0) return edited;
  return involvement.join() === 'RESPONSIBLE' ? responsibility : { responsibility, involvement };
}

function involvementIn(entry: unknown): readonly unknown[] {
  if (entry === undefined) return [];
  const given = isMapping(entry) ? entry['involvement'] : ['RESPONSIBLE'];
  return Array.isArray(given) ? given : [];
}

function isListOrNothing(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

/** An empty list says as much as none. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(value: unknown): string | undefined {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? undefined : canonicalJson(value);
}
