import { canonicalCatalog, canonicalJson, entryName } from './canonical-catalog.ts';
import {
  type Catalog,
  type CatalogAppearance,
  type CatalogEntry,
  type CatalogPart,
  type ListName,
  listNames,
} from './catalog.ts';
import { type Involvement, involvementOf, involvements, slugOfInvolvement } from './involvement.ts';
import { type ReplacedEntry, replacedEntries, withReplacements } from './replaced-entries.ts';
import { contentOf, pairedAppearances } from './paired-appearances.ts';
import { placeInWords } from './place.ts';

/** An entry that both catalogs have, and that differs. */
export interface ChangedEntry {
  readonly name: string;
  /** What differs, e.g. `title: "A" → "B"`. Computed on demand, as few changes are shown. */
  readonly changes: () => readonly string[];
}

/**
 * How one list differs. Entries have the names that entryName gives them; added and removed appearances without a line also
 * say their titles and place, as their names do not.
 */
export interface ListDiff {
  readonly list: ListName;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedEntry[];
  /** What was retired, in sentences, e.g. `role "A" (a) was replaced by "B" (b)`. It is compared with what replaces it. */
  readonly replaced: readonly string[];
  /** How many appearances are the same at another place of their source; 0 for other lists. */
  readonly moved: number;
  /** Whether the entries that both catalogs have are in another order; only for lists whose order is content. */
  readonly reordered: boolean;
}

/** How one catalog differs from another. */
export interface CatalogDiff {
  /** Whether nothing differs: the two have the same revision. */
  readonly isEmpty: boolean;
  /** Changes of the catalog's own name, version and parts. */
  readonly changes: readonly string[];
  /** All lists, in the order of the document. */
  readonly lists: readonly ListDiff[];
}

/**
 * Compares two catalogs by content. An entry whose slug changed counts as one removed and one added, unless the
 * later catalog says that the one replaced the other. Appearances are
 * paired by what they say and by their place, see pairedAppearances.
 */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const changes = fieldChanges(
    canonicalJson({ name: before.name, version: before.version }),
    canonicalJson({ name: after.name, version: after.version }),
  );
  const replaced = replacedEntries(before, after);
  const [old, now] = [canonicalCatalog(withReplacements(before, replaced)), canonicalCatalog(after)];
  changes.push(...partChanges(old.parts ?? [], now.parts ?? []));
  const lists = listNames.map((list) =>
    list === 'appearances'
      ? diffAppearances(old.appearances, now.appearances)
      : diffList(
          list,
          old[list] ?? [],
          now[list] ?? [],
          replaced.filter((each) => list === 'retired' || each.list === list),
        ),
  );
  const isEmpty =
    changes.length === 0 &&
    lists.every(
      ({ added, removed, changed, replaced: retired, moved, reordered }) =>
        added.length + removed.length + changed.length + retired.length + moved === 0 && !reordered,
    );
  return { isEmpty, changes, lists };
}

/** How the parts of two merged catalogs differ. */
function partChanges(before: readonly CatalogPart[], after: readonly CatalogPart[]): string[] {
  const keyOf = ({ name, version }: CatalogPart): string => JSON.stringify([name, version]);
  const old = new Map(before.map((part) => [keyOf(part), part]));
  const now = new Map(after.map((part) => [keyOf(part), part]));
  const titleOf = ({ name, version }: CatalogPart): string => `${JSON.stringify(name)} ${JSON.stringify(version)}`;
  return [
    ...after.filter((part) => !old.has(keyOf(part))).map((part) => `parts: + ${titleOf(part)}`),
    ...before.filter((part) => !now.has(keyOf(part))).map((part) => `parts: − ${titleOf(part)}`),
    ...after.flatMap((part) => {
      const change = valueChange(old.get(keyOf(part))?.sources ?? part.sources, part.sources);
      return change === undefined ? [] : [`part ${titleOf(part)}: sources: ${change}`];
    }),
  ];
}

function diffAppearances(before: readonly CatalogAppearance[], after: readonly CatalogAppearance[]): ListDiff {
  const pairs = pairedAppearances(before, after);
  const remaining = new Set(before);
  const added: CatalogAppearance[] = [];
  const changed: ChangedEntry[] = [];
  let moved = 0;
  for (const entry of after) {
    const old = pairs.get(entry);
    if (old === undefined) {
      added.push(entry);
      continue;
    }
    remaining.delete(old);
    if (canonicalJson(old) === canonicalJson(entry)) continue;
    if (contentOf(old) === contentOf(entry)) moved++;
    else changed.push({ name: entryName(entry), changes: () => entryChanges(old, entry) });
  }
  const names = { added: added.map(shownName), removed: [...remaining].map(shownName) };
  return { list: 'appearances', ...names, changed, replaced: [], moved, reordered: false };
}

/** @param replaced the entries of the list that were retired; for the list of retired slugs, those of all lists. */
function diffList(
  list: ListName,
  before: readonly CatalogEntry[],
  after: readonly CatalogEntry[],
  replaced: readonly ReplacedEntry[],
): ListDiff {
  const remaining = new Map(before.map((entry, index) => [entryName(entry), { entry, index }]));
  const added: CatalogEntry[] = [];
  const changed: ChangedEntry[] = [];
  let [last, reordered] = [-1, false];
  for (const entry of after) {
    const name = entryName(entry);
    const old = remaining.get(name);
    if (old === undefined) {
      added.push(entry);
      continue;
    }
    remaining.delete(name);
    if (old.index < last) reordered = true;
    last = old.index;
    if (canonicalJson(old.entry) === canonicalJson(entry)) continue;
    changed.push({ name, changes: () => entryChanges(old.entry, entry) });
  }
  // What was retired is told once, in the list where it was.
  const told = new Set(replaced.map((entry) => (list === 'retired' ? `${entry.key} ${entry.name}` : entry.name)));
  const removed = Array.from(remaining.values(), ({ entry }) => entry).filter((entry) => !told.has(entryName(entry)));
  return {
    list,
    added: added.map(shownName).filter((name) => list !== 'retired' || !told.has(name)),
    removed: removed.map(shownName),
    changed,
    replaced: list === 'retired' ? [] : replaced.map(replacedSentence),
    moved: 0,
    reordered,
  };
}

function replacedSentence({ key, label, name, replacedBy }: ReplacedEntry): string {
  const named = (entry: { readonly name: string; readonly label: string }) =>
    `${JSON.stringify(entry.label)} (${entry.name})`;
  const what = `${readable(key)} ${named({ name, label })}`;
  if (replacedBy.length === 0) return `${what} was retired`;
  return `${what} was replaced by ${replacedBy.map(named).join(', ')}`;
}

function isPlaceless(entry: CatalogEntry): entry is CatalogAppearance {
  return 'titles' in entry && entry.source?.line === undefined;
}

function shownName(entry: CatalogEntry): string {
  if (!isPlaceless(entry)) return entryName(entry);
  const titles = entry.titles.map((title) => JSON.stringify(title)).join(', ');
  return `${entryName(entry)} (${titles}; ${placeInWords(entry.source)})`;
}

function entryChanges(before: CatalogEntry, after: CatalogEntry): string[] {
  if (!('titles' in before) || !('titles' in after)) return fieldChanges(canonicalJson(before), canonicalJson(after));
  const [old, now] = [involvementsIn(before), involvementsIn(after)];
  const isPlain = (slug: string) => [old, now].every((each) => (each.get(slug) ?? plain).join() === plain.join());
  // Plain duties are compared as a list, which may have another order, too; only the others need words.
  const withPlain = (entry: CatalogAppearance) => ({
    ...entry,
    responsibilities: entry.responsibilities.map(slugOfInvolvement).filter(isPlain),
  });
  return [
    ...fieldChanges(canonicalJson(withPlain(before)), canonicalJson(withPlain(after))),
    ...[...new Set([...now.keys(), ...old.keys()])]
      .filter((slug) => !isPlain(slug))
      .flatMap((slug) => involvementChanges(slug, old.get(slug) ?? [], now.get(slug) ?? [])),
  ];
}

const plain: readonly Involvement[] = ['RESPONSIBLE'];

/** How a role is involved in each responsibility of an appearance, by slug. */
function involvementsIn({ responsibilities }: CatalogAppearance): ReadonlyMap<string, readonly Involvement[]> {
  return new Map(responsibilities.map((entry) => [slugOfInvolvement(entry), involvementOf(entry)]));
}

/** How a sentence says that a role became involved, and that it is no longer. */
const wordings: Readonly<Record<Involvement, { readonly began: string; readonly ended: string }>> = {
  RESPONSIBLE: { began: 'became responsible for', ended: 'is no longer responsible for' },
  ACCOUNTABLE: { began: 'became accountable for', ended: 'is no longer accountable for' },
  CONSULTED: { began: 'is now consulted on', ended: 'is no longer consulted on' },
  INFORMED: { began: 'is now informed about', ended: 'is no longer informed about' },
};

/** What differs in the involvement of a role in one responsibility, e.g. `became accountable for "verify-backups"`. */
function involvementChanges(slug: string, before: readonly Involvement[], after: readonly Involvement[]): string[] {
  return involvements.flatMap((each) => {
    if (before.includes(each) === after.includes(each)) return [];
    return `${wordings[each][after.includes(each) ? 'began' : 'ended']} ${JSON.stringify(slug)}`;
  });
}

/** The fields that differ between two mappings in canonical JSON, as readable text. */
function fieldChanges(before: string, after: string): string[] {
  const [old, now] = [givenFields(before), givenFields(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [oldValue, newValue] = [old.get(field), now.get(field)];
    // Of a place, only what differs in it.
    if (isMapping(oldValue) && isMapping(newValue)) {
      return fieldChanges(JSON.stringify(oldValue), JSON.stringify(newValue)).map(
        (each) => `${readable(field)} ${each}`,
      );
    }
    const change = valueChange(oldValue, newValue);
    return change === undefined ? [] : [`${readable(field)}: ${change}`];
  });
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function givenFields(json: string): ReadonlyMap<string, unknown> {
  const entry: unknown = JSON.parse(json);
  return new Map(Object.entries(entry ?? {}));
}

function valueChange(before: unknown, after: unknown): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (Array.isArray(before) || Array.isArray(after)) {
    return listChange(Array.isArray(before) ? before : [], Array.isArray(after) ? after : []);
  }
  if (before === undefined) return `+ ${shown(after)}`;
  if (after === undefined) return `− ${shown(before)}`;
  const from = typeof before === 'string' && typeof after === 'string' ? firstDifference(before, after) : 0;
  return `${shown(before, from)} → ${shown(after, from)}`;
}

/** Most characters of a text that are shown: those of a summary would fill the terminal. */
const mostShown = 200;
/** How many of them are before the first difference. */
const shownBefore = 40;

/** A value as JSON; of a long text only what follows a place in it. */
function shown(value: unknown, place = 0): string {
  if (typeof value !== 'string' || value.length <= mostShown) return JSON.stringify(value);
  const start = place <= shownBefore ? 0 : place - shownBefore;
  const part = value.slice(start, start + mostShown).toWellFormed();
  return JSON.stringify(`${start > 0 ? '…' : ''}${part}${start + mostShown < value.length ? '…' : ''}`);
}

function firstDifference(before: string, after: string): number {
  let place = 0;
  while (place < before.length && before[place] === after[place]) place++;
  return place;
}

function listChange(before: readonly unknown[], after: readonly unknown[]): string {
  const [old, now] = [new Set(before), new Set(after)];
  const parts = [
    ...after.filter((value) => !old.has(value)).map((value) => `+ ${JSON.stringify(value)}`),
    ...before.filter((value) => !now.has(value)).map((value) => `− ${JSON.stringify(value)}`),
  ];
  return parts.length === 0 ? 'another order' : parts.join(', ');
}

/** Turns "alternateTitles" into "alternate titles". */
export function readable(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
