import { reachableFrom } from '../collections/reachable-from.ts';
import {
  canonicalInvolvement,
  involvementOf,
  involvements,
  slugOfInvolvement,
  type Involvement,
} from './involvement.ts';
import { entryName } from './canonical-catalog.ts';
import type { Catalog, CatalogAppearance, CatalogCategory, CatalogEntry, ListName } from './catalog.ts';
import { type RetiredEntry, retiredEntry } from './retired-entry.ts';
import { roleLabel } from './role-label.ts';

/** An entry of a catalog that a later one retired. */
export interface ReplacedEntry {
  readonly list: RetiredEntry['list'];
  /** What an entry of that list is, e.g. "role". */
  readonly key: RetiredEntry['key'];
  /** What referred to it in the earlier catalog. */
  readonly name: string;
  /** Its title or name there. */
  readonly label: string;
  /** What replaces it in the later catalog, at the ends of all chains. */
  readonly replacedBy: readonly { readonly name: string; readonly label: string }[];
}

/** The entries of an earlier catalog that a later one has retired, in the order of the later one's list. */
export function replacedEntries(before: Catalog, after: Catalog): readonly ReplacedEntry[] {
  const retired = (after.retired ?? []).flatMap((entry) => retiredEntry(entry) ?? []);
  if (retired.length === 0) return [];
  const next = new Map(retired.map((entry) => [`${entry.list}/${entry.slug}`, entry.replacedBy]));
  const [old, now] = [entriesByName(before, retired), entriesByName(after, retired)];
  return retired.flatMap(({ list, key, slug }) => {
    const entry = old.get(`${list}/${slug}`);
    if (entry === undefined) return [];
    const reached = reachableFrom(slug, (each) => next.get(`${list}/${each}`) ?? []);
    const replacedBy = [...reached].flatMap((name) => {
      const replacement = now.get(`${list}/${name}`);
      return replacement === undefined ? [] : { name, label: labelOf(replacement) };
    });
    return { list, key, name: slug, label: labelOf(entry), replacedBy };
  });
}

function entriesByName(catalog: Catalog, retired: readonly RetiredEntry[]): ReadonlyMap<string, CatalogEntry> {
  const lists = new Set(retired.map(({ list }) => list));
  return new Map(
    [...lists].flatMap((list) => catalog[list].map((entry: CatalogEntry) => [`${list}/${entryName(entry)}`, entry])),
  );
}

function labelOf(entry: CatalogEntry): string {
  if ('name' in entry) return entry.name;
  return 'title' in entry ? roleLabel(entry) : '';
}

/**
 * An earlier catalog with the slugs of a later one: what one entry replaces has its slug, also where others refer to it, so that
 * comparing the two finds what else has changed. An entry whose replacement was there already is left out.
 */
export function withReplacements(before: Catalog, replaced: readonly ReplacedEntry[]): Catalog {
  const renames = new Map<string, string>();
  for (const { list, name, replacedBy } of replaced) {
    const [replacement, ...others] = replacedBy;
    if (replacement !== undefined && others.length === 0) renames.set(`${list}/${name}`, replacement.name);
  }
  if (renames.size === 0) return before;
  const renamed = (list: ListName, name: string): string => renames.get(`${list}/${name}`) ?? name;
  const ownerOf = (slug: string): string => {
    const pillar = renamed('pillars', slug);
    return pillar === slug ? renamed('organizationTypes', slug) : pillar;
  };
  const referenceOf = (reference: string): string => {
    const direct = renames.get(`categories/${reference}`);
    if (direct !== undefined) return direct;
    const [owner = '', slug = ''] = reference.split('/');
    return `${ownerOf(owner)}/${slug}`;
  };
  /** The entries under their new slugs; of two with one, that which had it before. */
  const entriesOf = <Entry extends CatalogEntry>(
    list: ListName,
    entries: readonly Entry[],
    rename: (entry: Entry) => Entry,
  ): Entry[] => {
    const names = new Set(entries.map(entryName).filter((name) => !renames.has(`${list}/${name}`)));
    return entries.flatMap((entry) => {
      const changed = rename(entry);
      if (!renames.has(`${list}/${entryName(entry)}`)) return changed;
      if (names.has(entryName(changed))) return [];
      names.add(entryName(changed));
      return changed;
    });
  };
  const withSlug =
    <Entry extends { readonly slug: string }>(list: ListName) =>
    (entry: Entry): Entry => ({
      ...entry,
      slug: renamed(list, entry.slug),
    });
  const categoryOf = (category: CatalogCategory): CatalogCategory => {
    const [owner = '', slug = ''] = referenceOf(entryName(category)).split('/');
    if ('pillar' in category) return { ...category, slug, pillar: owner };
    const [, ...others] = category.organizationTypes;
    return {
      ...category,
      slug,
      organizationTypes: [owner, ...others.map((each) => renamed('organizationTypes', each))],
    };
  };
  const appearanceOf = (appearance: CatalogAppearance): CatalogAppearance => ({
    ...appearance,
    role: renamed('roles', appearance.role),
    category: referenceOf(appearance.category),
    responsibilities: withSlugs(appearance.responsibilities, (slug) => renamed('responsibilities', slug)),
  });
  return {
    ...before,
    pillars: entriesOf('pillars', before.pillars, withSlug('pillars')),
    organizationTypes: entriesOf('organizationTypes', before.organizationTypes, withSlug('organizationTypes')),
    categories: entriesOf('categories', before.categories, categoryOf),
    topics: entriesOf('topics', before.topics, withSlug('topics')),
    responsibilities: entriesOf('responsibilities', before.responsibilities, ({ topics, ...entry }) => ({
      ...withSlug<typeof entry>('responsibilities')(entry),
      ...(topics && { topics: [...new Set(topics.map((slug) => renamed('topics', slug)))] }),
    })),
    roles: entriesOf('roles', before.roles, withSlug('roles')),
    appearances: distinct(before.appearances, appearanceOf),
  };
}

/** Involvements whose slugs have changed. Where two are one now, the role is involved as in both. */
function withSlugs(
  entries: CatalogAppearance['responsibilities'],
  slugNow: (slug: string) => string,
): CatalogAppearance['responsibilities'] {
  const kinds = new Map<string, ReadonlySet<Involvement>>();
  for (const entry of entries) {
    const slug = slugNow(slugOfInvolvement(entry));
    kinds.set(slug, new Set([...(kinds.get(slug) ?? []), ...involvementOf(entry)]));
  }
  return Array.from(kinds, ([slug, given]) =>
    canonicalInvolvement(
      slug,
      involvements.filter((each) => given.has(each)),
    ),
  );
}

/** The appearances as they are now; one that would be another's double stays as it was, and counts as removed. */
function distinct(
  appearances: readonly CatalogAppearance[],
  changed: (appearance: CatalogAppearance) => CatalogAppearance,
): CatalogAppearance[] {
  const names = new Set<string>();
  return appearances.map((appearance) => {
    const now = changed(appearance);
    const name = entryName(now);
    if (names.has(name)) return appearance;
    names.add(name);
    return now;
  });
}
