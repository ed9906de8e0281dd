import { canonicalLists } from './canonical-catalog.ts';
import type { CanonicalList } from './canonical-list.ts';
import { type Catalog, type ListName, listNames } from './catalog.ts';

/** An entry that both catalogs have, and that differs. */
export interface ChangedEntry {
  readonly name: string;
  /** What differs, e.g. `title: "A" → "B"`. Computed on demand, as few changes are shown. */
  readonly changes: () => readonly string[];
}

/** How one list differs. Entries are named as CanonicalList.names does. */
export interface ListDiff {
  readonly list: ListName;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedEntry[];
  /** Whether the entries that both catalogs have are in another order; only for lists whose order is content. */
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

/** Compares two catalogs by content. An entry whose slug changed counts as one removed and one added. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
  const changes = fieldChanges(
    { name: before.name, version: before.version },
    { name: after.name, version: after.version },
  );
  const [old, now] = [canonicalLists(before), canonicalLists(after)];
  const lists = listNames.map((list) => diffList(list, old[list], now[list]));
  const isEmpty =
    changes.length === 0 &&
    lists.every(
      ({ added, removed, changed, reordered }) => added.length + removed.length + changed.length === 0 && !reordered,
    );
  return { isEmpty, changes, lists };
}

type Entries = Pick<CanonicalList<object>, 'names' | 'slice'>;

function diffList(list: ListName, before: Entries, after: Entries): ListDiff {
  const oldNames = before.names();
  const oldIndexes = new Map(oldNames.map((name, index) => [name, index]));
  const added: string[] = [];
  const changed: ChangedEntry[] = [];
  let [last, reordered] = [-1, false];
  for (const [index, name] of after.names().entries()) {
    const oldIndex = oldIndexes.get(name);
    if (oldIndex === undefined) {
      added.push(name);
      continue;
    }
    oldIndexes.delete(name);
    if (oldIndex < last) reordered = true;
    last = oldIndex;
    const changes = () => {
      const [[old], [now]] = [before.slice(oldIndex, oldIndex + 1), after.slice(index, index + 1)];
      return fieldChanges(old ?? {}, now ?? {});
    };
    if (isOther(before.slice(oldIndex, oldIndex + 1), after.slice(index, index + 1))) changed.push({ name, changes });
  }
  return { list, added, removed: oldNames.filter((name) => oldIndexes.has(name)), changed, reordered };
}

/** The fields that differ, as readable text. */
function fieldChanges(before: object, after: object): string[] {
  const old = givenFields(before);
  const now = givenFields(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const change = valueChange(old.get(field), now.get(field));
    return change === undefined ? [] : [`${readable(field)}: ${change}`];
  });
}

function givenFields(entry: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function valueChange(before: unknown, after: unknown): string | undefined {
  if (!isOther(before, after)) return undefined;
  if (Array.isArray(before) || Array.isArray(after)) {
    return listChange(Array.isArray(before) ? before : [], Array.isArray(after) ? after : []);
  }
  if (before === undefined) return `+ ${JSON.stringify(after)}`;
  if (after === undefined) return `− ${JSON.stringify(before)}`;
  return `${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
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
function readable(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
