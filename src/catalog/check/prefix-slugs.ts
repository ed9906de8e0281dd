import { matchingKey } from '../../text/matching-key.ts';
import { type ListName, listNames, ofEachList, retiredKeys } from '../catalog.ts';
import { retiredKeysOf } from '../retired-entry.ts';
import { isMapping, type Item, type Items, ownValue } from './catalog-items.ts';
import type { Gathered } from './gather-items.ts';

/** The lists that fields refer to. */
const referredLists: Readonly<Record<string, ListName>> = {
  pillar: 'pillars',
  organizationTypes: 'organizationTypes',
  topics: 'topics',
  topic: 'topics',
  organizationType: 'organizationTypes',
  role: 'roles',
  category: 'categories',
  responsibility: 'responsibilities',
  responsibilities: 'responsibilities',
  source: 'sources',
};

/** What a list of items defines: slugs, or "<owner>/<slug>" of categories. */
type Defined = Readonly<Record<ListName, ReadonlySet<string>>>;

/**
 * Puts the prefixes of catalogs before the slugs that they define, and where they refer to these. Slugs of other catalogs,
 * which they may refer to as well, stay as they are.
 *
 * A title or name that a catalog with another prefix (or none) has, too, gets the prefix in brackets, as titles and names
 * are unique: "DevOps Engineer (ours)". The role keeps its title as an alternate title, by which lines name it.
 *
 * Works on what is written, before it is checked: whatever has the wrong shape stays as it is.
 */
export function prefixSlugs(catalogs: readonly Gathered[]): readonly Gathered[] {
  if (catalogs.every(({ prefix }) => prefix === undefined)) return catalogs;
  const groups = Map.groupBy(catalogs, ({ prefix }) => prefix);
  const owners = ownersOfTexts(catalogs);
  const definedBy = new Map(Array.from(groups, ([prefix, group]) => [prefix, definedIn(group)]));
  return catalogs.map((catalog) => {
    const { prefix, items, parts } = catalog;
    const defined = definedBy.get(prefix);
    if (prefix === undefined || defined === undefined) return catalog;
    const isShared = (list: ListName, text: string) => (owners.get(textKey(list, text))?.size ?? 0) > 1;
    const prefixed = (list: ListName): readonly Item[] =>
      items[list].map((item) => ({
        ...item,
        written: withOwnText(list, withPrefix(item.written, prefix, defined), prefix, isShared),
      }));
    return {
      ...catalog,
      parts: parts && {
        ...parts,
        list: parts.list.map(({ sources, ...part }) => ({
          ...part,
          sources: sources.map((slug) => (defined.sources.has(slug) ? `${prefix}-${slug}` : slug)),
        })),
      },
      items: ofEachList(prefixed),
    };
  });
}

function definedIn(catalogs: readonly { readonly items: Items }[]): Defined {
  const slugsOf = (list: ListName): ReadonlySet<string> =>
    new Set(
      catalogs.flatMap(({ items }) => [
        ...items[list].flatMap(({ written }) => {
          const slug = ownValue(written, 'slug');
          if (typeof slug !== 'string') return [];
          return list === 'categories' ? ownersOf(written).map((owner) => `${owner}/${slug}`) : [slug];
        }),
        // Slugs that were retired belong to the catalog, too: ids and other retired slugs lead to them.
        ...items.retired.flatMap(({ written }) => {
          const [key] = retiredKeysOf(written);
          const slug = key && ownValue(written, key);
          return key !== undefined && retiredKeys[key] === list && typeof slug === 'string' ? [slug] : [];
        }),
      ]),
    );
  return ofEachList(slugsOf);
}

/** The owner of a category as written; both kinds, if it has both. */
function ownersOf(category: Item['written']): readonly string[] {
  const types = ownValue(category, 'organizationTypes');
  const owners: readonly unknown[] = [ownValue(category, 'pillar'), Array.isArray(types) ? types[0] : undefined];
  return owners.filter((owner) => typeof owner === 'string');
}

function withPrefix(written: Item['written'], prefix: string, defined: Defined): Item['written'] {
  const [retiredKey] = retiredKeysOf(written);
  const replacedList = retiredKey && retiredKeys[retiredKey];
  const isOwner = (slug: string) => defined.pillars.has(slug) || defined.organizationTypes.has(slug);
  const changed = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((entry) => changed(field, entry));
    if (isMapping(value))
      return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, changed(key, own)]));
    const referred = field === 'replacedBy' ? replacedList : referredLists[field];
    if (typeof value !== 'string') return value;
    if (field === 'slug') return `${prefix}-${value}`;
    if (referred === 'categories') {
      const [owner = '', slug = ''] = value.split('/');
      return `${isOwner(owner) ? `${prefix}-` : ''}${owner}/${defined.categories.has(value) ? `${prefix}-` : ''}${slug}`;
    }
    return referred !== undefined && defined[referred].has(value) ? `${prefix}-${value}` : value;
  };
  return Object.fromEntries(Object.entries(written).map(([field, value]) => [field, changed(field, value)]));
}

/** The lists whose entries need titles or names of their own. */
const ownTexts: Partial<Readonly<Record<ListName, 'title' | 'name'>>> = {
  pillars: 'name',
  organizationTypes: 'name',
  topics: 'name',
  responsibilities: 'name',
  roles: 'title',
};

function textKey(list: ListName, text: string): string {
  return `${list}/${matchingKey(text)}`;
}

/** The prefixes of the catalogs that have each title and name, by its key. */
function ownersOfTexts(catalogs: readonly Gathered[]): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const owners = new Map<string, Set<string | undefined>>();
  for (const { prefix, items } of catalogs) {
    for (const list of listNames) {
      const field = ownTexts[list];
      for (const { written } of field === undefined ? [] : items[list]) {
        const text = field && ownValue(written, field);
        if (typeof text !== 'string') continue;
        const key = textKey(list, text);
        const known = owners.get(key);
        if (known === undefined) owners.set(key, new Set([prefix]));
        else known.add(prefix);
      }
    }
  }
  return owners;
}

/** An entry whose title or name is told apart from that of another catalog. */
function withOwnText(
  list: ListName,
  written: Item['written'],
  prefix: string,
  isShared: (list: ListName, text: string) => boolean,
): Item['written'] {
  const field = ownTexts[list];
  const text = field && ownValue(written, field);
  if (field === undefined || typeof text !== 'string' || !isShared(list, text)) return written;
  const changed = { ...written, [field]: `${text} (${prefix})` };
  const alternates = ownValue(written, 'alternateTitles') ?? [];
  if (list !== 'roles' || !Array.isArray(alternates)) return changed;
  const titles: unknown[] = [text].concat(alternates);
  return { ...changed, alternateTitles: titles };
}
