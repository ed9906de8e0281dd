import type { ListName } from '../catalog.ts';
import { MOST_ENTRIES, MOST_NAME_CHARACTERS, MOST_NESTED_ENTRIES, listNames } from '../catalog.ts';
import type { Item, Items } from './catalog-items.ts';
import { isMapping, ownValue } from './catalog-items.ts';
import { describedValue, typeHint } from './described-value.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Place, Remarks } from './remarks.ts';
import { firstGiven } from './remarks.ts';
import { textProblem } from '../text-rules.ts';
import { unknownKey } from './unknown-key.ts';

/** One file's content, as parsed. */
export interface CatalogPart {
  /** The file, counted from 0 in the order of reading. */
  readonly part: number;
  readonly value: unknown;
}

/** What the files of a catalog hold together. */
export interface Gathered {
  readonly name: string;
  readonly version: string;
  readonly items: Items;
  /** The lists that are known in full: given, and neither cut at a limit nor something else than a list. */
  readonly whole: ReadonlySet<ListName>;
}

const titleKeys = ['name', 'version'] as const;
const documentKeys: readonly string[] = [...titleKeys, ...listNames];

/**
 * Puts the files of a catalog together: lists one after the other, `name` and `version` from the one file that has
 * them. Reports what is wrong with the files' own keys and with entries that are no mappings, and cuts lists at their
 * limits, so that nothing after it works on more than a catalog may hold.
 *
 * @param complete whether these are all files of the catalog; else nothing is said of what they do not hold.
 */
export function gatherItems(parts: readonly CatalogPart[], complete: boolean, remarks: Remarks): Gathered {
  const items: Record<ListName, Item[]> = {
    sources: [],
    pillars: [],
    organizationTypes: [],
    categories: [],
    topics: [],
    responsibilities: [],
    roles: [],
    appearances: [],
  };
  const whole = new Set<ListName>(listNames);
  const given = new Map<string, Place>();
  const empty = new Set<ListName>(listNames);
  const titles = { name: '', version: '' };
  let mappings = 0;

  for (const { part, value: document } of parts) {
    if (!isMapping(document)) {
      const keys = documentKeys.join(', ');
      remarks.error(
        { part, path: [] },
        () => `expected a mapping with keys of a catalog (${keys}), got ${describedValue(document)}`,
      );
      continue;
    }
    mappings += 1;
    for (const [key, value] of Object.entries(document)) {
      const place = { part, path: [key] };
      const title = titleKeys.find((known) => known === key);
      const list = listNames.find((known) => known === key);
      const first = given.get(key);
      if (first === undefined) given.set(key, place);
      if (title !== undefined) {
        if (first === undefined) titles[title] = titleText(value, place, remarks);
        else
          remarks.error(
            place,
            () => `is given twice; a catalog has one ${title}: remove one of the two`,
            firstGiven(first),
          );
      } else if (list === undefined) {
        remarks.error(place, () => unknownKey(key, documentKeys));
      } else if (!Array.isArray(value)) {
        whole.delete(list);
        remarks.error(
          place,
          () => `expected a list, got ${describedValue(value)}; write [] for a list without entries`,
        );
      } else {
        if (value.length > 0) empty.delete(list);
        if (!addEntries(list, part, value, items[list], remarks)) whole.delete(list);
      }
    }
  }
  if (complete && mappings === parts.length) {
    for (const title of titleKeys) {
      if (!given.has(title)) remarks.error({ part: undefined, path: [title] }, () => missingTitle(title));
    }
    reportMissingLists(given, empty, whole, remarks);
  }
  return { ...titles, items, whole };
}

function titleText(value: unknown, place: Place, remarks: Remarks): string {
  if (typeof value !== 'string') {
    const expected = `expected text of 1 to ${grouped(MOST_NAME_CHARACTERS)} characters`;
    remarks.error(place, () => `${expected}, got ${describedValue(value)}${typeHint(value)}`);
    return '';
  }
  const problem = textProblem(value, 'line', MOST_NAME_CHARACTERS);
  if (problem !== undefined) remarks.error(place, () => problem);
  return value;
}

function missingTitle(title: string): string {
  return `is missing; expected text of 1 to ${grouped(MOST_NAME_CHARACTERS)} characters; add \`${title}: "…"\` to one file`;
}

/** @returns false where the list was longer than a catalog's may be, and was cut. */
function addEntries(list: ListName, part: number, values: readonly unknown[], into: Item[], remarks: Remarks): boolean {
  const room = MOST_ENTRIES[list] - into.length;
  const limits = Object.entries(MOST_NESTED_ENTRIES[list]);
  for (let index = 0; index < Math.min(values.length, room); index += 1) {
    const fields = values[index];
    if (isMapping(fields)) {
      into.push({ list, part, index, fields: withinLimits({ part, path: [list, index] }, fields, limits, remarks) });
    } else {
      remarks.error({ part, path: [list, index] }, () => `expected a mapping, got ${describedValue(fields)}`);
    }
  }
  if (values.length <= room) return true;
  remarks.error({ part, path: [list, room] }, () => {
    const most = grouped(MOST_ENTRIES[list]);
    return `more than ${most} ${list}: a catalog holds at most ${most}, here are ${grouped(MOST_ENTRIES[list] + values.length - room)}; remove some, or split the catalog in two`;
  });
  return false;
}

/** The entry itself, or where a list in it is longer than its limit a copy with that list cut. */
function withinLimits(
  entry: Place,
  fields: Readonly<Record<string, unknown>>,
  limits: readonly (readonly [string, number])[],
  remarks: Remarks,
): Readonly<Record<string, unknown>> {
  let within = fields;
  for (const [key, most] of limits) {
    const values = ownValue(fields, key);
    if (!Array.isArray(values) || values.length <= most) continue;
    const count = values.length;
    remarks.error({ part: entry.part, path: [...entry.path, key] }, () => {
      return `has ${grouped(count)} entries; at most ${grouped(most)} are accepted here; remove some`;
    });
    within = { ...within, [key]: values.slice(0, most) };
  }
  return within;
}

function reportMissingLists(
  given: ReadonlyMap<string, Place>,
  empty: ReadonlySet<ListName>,
  whole: Set<ListName>,
  remarks: Remarks,
): void {
  for (const list of listNames) {
    const place = given.get(list);
    const needed = needsEntries(list, empty);
    if (place === undefined) {
      whole.delete(list);
      const example = needed ? `a list \`${list}\` with at least one entry` : `\`${list}: []\``;
      remarks.error({ part: undefined, path: [list] }, () => `is missing; expected a list; add ${example}`);
    } else if (needed && empty.has(list) && whole.has(list)) {
      remarks.error(place, () => `is empty; expected at least one entry: a catalog without ${list} says nothing`);
    }
  }
}

/**
 * Sources, pillars, organization types and topics may be empty. Of the others each needs an entry, except where those
 * leave no room for any: no category without an owner, and no appearance without a source or category.
 */
function needsEntries(list: ListName, empty: ReadonlySet<ListName>): boolean {
  switch (list) {
    case 'categories':
      return !empty.has('pillars') || !empty.has('organizationTypes');
    case 'appearances':
      return !empty.has('sources') && !empty.has('categories');
    case 'responsibilities':
    case 'roles':
      return true;
    case 'sources':
    case 'pillars':
    case 'organizationTypes':
    case 'topics':
      return false;
  }
}
