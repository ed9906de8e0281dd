import { canonicalCatalog } from './canonical-catalog.ts';
import type { Catalog, CatalogAppearance, ListName } from './catalog.ts';
import { listNames } from './catalog.ts';
import { categoryReference } from './category-owner.ts';

/** An entry that both catalogs have, with what is different about it, e.g. `title: "A" → "B"`. */
export interface ChangedEntry {
  readonly name: string;
  readonly changes: readonly string[];
}

/** What became of one list. Entries are named as they are referred to: by slug, "<owner>/<slug>", or what an id has. */
export interface ListDiff {
  readonly list: ListName;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedEntry[];
  /** Whether the entries that both have stand in another order, in lists whose order is content. */
  readonly reordered: boolean;
}

/** How one catalog differs from another. */
export interface CatalogDiff {
  /** Whether nothing differs: the two have the same revision. */
  readonly isEmpty: boolean;
  /** Changes of the catalog's own name and version. */
  readonly changes: readonly string[];
  /** All lists, in the order of the document. */
  readonly lists: readonly ListDiff[];
}

/** Compares two catalogs by content. An entry whose slug changed is one removed and one added. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const [old, now] = [canonicalCatalog(before), canonicalCatalog(after)];
  const changes = fieldChanges({ name: old.name, version: old.version }, { name: now.name, version: now.version });
  const oldEntries = entriesByName(old);
  const nowEntries = entriesByName(now);
  const lists = listNames.map((list) => diffList(list, oldEntries[list], nowEntries[list]));
  const isEmpty =
    changes.length === 0 &&
    lists.every(
      ({ added, removed, changed, reordered }) => added.length + removed.length + changed.length === 0 && !reordered,
    );
  return { isEmpty, changes, lists };
}

type Entries = ReadonlyMap<string, object>;

function entriesByName(catalog: Catalog): Record<ListName, Entries> {
  const bySlug = (entries: readonly { readonly slug: string }[]): Entries =>
    new Map(entries.map((entry) => [entry.slug, entry]));
  return {
    sources: bySlug(catalog.sources),
    pillars: bySlug(catalog.pillars),
    organizationTypes: bySlug(catalog.organizationTypes),
    categories: new Map(catalog.categories.map((category) => [categoryReference(category), category])),
    topics: bySlug(catalog.topics),
    responsibilities: bySlug(catalog.responsibilities),
    roles: bySlug(catalog.roles),
    appearances: new Map(catalog.appearances.map((appearance) => [appearanceName(appearance), appearance])),
  };
}

/** What is after the colon of an appearance's id. */
function appearanceName({ category, role, source }: CatalogAppearance): string {
  return `${category}/${role}/${source.source}-${source.line}`;
}

function diffList(list: ListName, before: Entries, after: Entries): ListDiff {
  const changed: ChangedEntry[] = [];
  for (const [name, entry] of after) {
    const old = before.get(name);
    const changes = old === undefined ? [] : fieldChanges(old, entry);
    if (changes.length > 0) changed.push({ name, changes });
  }
  const common = [...before.keys()].filter((name) => after.has(name));
  const commonNow = [...after.keys()].filter((name) => before.has(name));
  return {
    list,
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed,
    reordered: common.some((name, at) => name !== commonNow[at]),
  };
}

/** The fields that differ, in a reader's terms; those that identify an entry cannot. */
function fieldChanges(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const change = valueChange(old.get(field), now.get(field));
    return change === undefined ? [] : [`${readable(field)}: ${change}`];
  });
}

function valueChange(before: unknown, after: unknown): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (Array.isArray(before) || Array.isArray(after)) {
    return listChange(Array.isArray(before) ? before : [], Array.isArray(after) ? after : []);
  }
  if (before === undefined) return `+ ${JSON.stringify(after)}`;
  if (after === undefined) return `− ${JSON.stringify(before)}`;
  return `${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

function listChange(before: readonly unknown[], after: readonly unknown[]): string {
  const [old, now] = [new Set(before), new Set(after)];
  const parts = [
    ...after.filter((value) => !old.has(value)).map((value) => `+ ${JSON.stringify(value)}`),
    ...before.filter((value) => !now.has(value)).map((value) => `− ${JSON.stringify(value)}`),
  ];
  return parts.length === 0 ? 'another order' : parts.join(', ');
}

/** "alternateTitles" as people say it. */
function readable(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
