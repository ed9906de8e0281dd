import { type CatalogRetired, retiredKeys } from './catalog.ts';

type RetiredKey = keyof typeof retiredKeys;

const keys: readonly RetiredKey[] = ['role', 'responsibility', 'topic', 'pillar', 'organizationType', 'category'];

/** What an entry of the retired slugs is about. */
export interface RetiredEntry {
  /** The key that says it. */
  readonly key: RetiredKey;
  /** The list in which it was. */
  readonly list: (typeof retiredKeys)[RetiredKey];
  /** What referred to it: its slug; of a category, "<owner>/<slug>". */
  readonly slug: string;
  /** What replaces it, of the same list. */
  readonly replacedBy: readonly string[];
}

/** The keys of an entry that say what was retired; a valid entry has exactly one. */
export function retiredKeysOf(entry: object): readonly RetiredKey[] {
  return keys.filter((key) => Object.hasOwn(entry, key));
}

/** Reads an entry of the retired slugs; undefined if it does not say what was retired. */
export function retiredEntry(entry: CatalogRetired): RetiredEntry | undefined {
  const key = keys.find((each) => entry[each] !== undefined);
  const slug = key && entry[key];
  if (key === undefined || slug === undefined) return undefined;
  return { key, list: retiredKeys[key], slug, replacedBy: replacementsOf(entry) };
}

function replacementsOf({ replacedBy = [] }: CatalogRetired): readonly string[] {
  return typeof replacedBy === 'string' ? [replacedBy] : replacedBy;
}

/** The entry in its canonical form: one replacement as a text, several sorted, and none left out. */
export function canonicalRetired(entry: CatalogRetired): CatalogRetired {
  const [first, ...others] = new Set(replacementsOf(entry));
  const replacedBy = first === undefined || others.length === 0 ? first : [first, ...others].sort();
  return { ...entry, replacedBy };
}
