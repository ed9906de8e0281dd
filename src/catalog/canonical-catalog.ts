import { createHash } from 'node:crypto';
import { type Catalog, type CatalogAppearance, type CatalogEntry, type CatalogRetired, listNames } from './catalog.ts';
import { canonicalParts } from './catalog-parts.ts';
import { categoryReference } from './category-owner.ts';
import { compareText } from '../text/compare-text.ts';
import { canonicalRetired, retiredEntry } from './retired-entry.ts';
import { canonicalInvolvements } from './involvement.ts';
import { placeHash, placeKey } from './place.ts';

/**
 * A catalog in canonical order. Two catalogs with the same content have the same canonical order and, by
 * {@link canonicalJson}, the same text, however their files were split and their entries ordered: empty optional lists are
 * undefined, parts are sorted by name and version, responsibilities and roles by slug, appearances by source, line, row, role
 * and category, those without a source last, retired slugs by what they are; responsibilities of appearances have the form of
 * canonicalInvolvements. The order of sources, pillars, organization types, categories and topics, and of
 * the lists inside entries, is part of the content and does not change.
 */
export function canonicalCatalog(catalog: Catalog): Catalog {
  return {
    ...catalog,
    parts: catalog.parts && canonicalParts(catalog.parts),
    pillars: catalog.pillars.map((entry) => withoutEmpty(entry, 'sameAs')),
    organizationTypes: catalog.organizationTypes.map((entry) => withoutEmpty(entry, 'sameAs')),
    categories: catalog.categories.map((entry) => withoutEmpty(entry, 'sameAs')),
    topics: catalog.topics.map((entry) => withoutEmpty(entry, 'hiddenNames', 'sameAs')),
    responsibilities: catalog.responsibilities
      .toSorted(bySlug)
      .map((entry) => withoutEmpty(entry, 'hiddenNames', 'sameAs', 'topics')),
    roles: catalog.roles
      .toSorted(bySlug)
      .map((entry) => withoutEmpty(entry, 'alternateTitles', 'hiddenTitles', 'sameAs')),
    appearances: catalog.appearances.toSorted(bySourceLine).map(withCanonicalInvolvements),
    retired: canonicalRetiredList(catalog.retired),
  };
}

/** Sorted by list and slug; undefined if there are none, so that the catalog keeps the revision that it had without the list. */
function canonicalRetiredList(retired: Catalog['retired'] = []): Catalog['retired'] {
  if (retired.length === 0) return undefined;
  return retired.map(canonicalRetired).sort((one, other) => compareText(entryName(one), entryName(other)));
}

/** The appearance itself, if its responsibilities are in canonical form. */
function withCanonicalInvolvements(appearance: CatalogAppearance): CatalogAppearance {
  const responsibilities = canonicalInvolvements(appearance.responsibilities);
  return responsibilities === appearance.responsibilities ? appearance : { ...appearance, responsibilities };
}

/** The entry itself, unless one of its optional lists is empty. */
function withoutEmpty<K extends string, Entry extends Readonly<Partial<Record<K, readonly unknown[] | undefined>>>>(
  entry: Entry,
  ...lists: readonly K[]
): Entry {
  const empty = lists.filter((list) => entry[list]?.length === 0);
  return empty.length === 0 ? entry : { ...entry, ...Object.fromEntries(empty.map((list) => [list, undefined])) };
}

/** The keys of all mappings; one order serves for every mapping. */
export const keyOrder = [
  ...[
    'slug',
    'title',
    'qualifier',
    'name',
    'version',
    'parts',
    'document',
    'pillar',
    'role',
    'category',
    'titles',
    'alternateTitles',
  ],
  ...['hiddenTitles', 'hiddenNames', 'externalId', 'sameAs'],
  ...listNames,
  ...['relation', 'summary', 'note', 'source', 'line'],
  // New keys go to the end, so that the revision of a catalog without them stays the same.
  ...['url', 'row', 'anchor', 'quote'],
  ...['responsibility', 'topic', 'organizationType', 'replacedBy', 'involvement'],
];

/** A catalog, or a part of one, as JSON whose keys are in canonical order. */
export function canonicalJson(part: unknown, indent?: number): string {
  return JSON.stringify(part, keyOrder, indent);
}

/** The catalog as one JSON document in canonical form, indented; readCatalog reads it. */
export function catalogDocument(catalog: Catalog): string {
  return `${canonicalJson(canonicalCatalog(catalog), 2)}\n`;
}

/** Identifies the content of a catalog: the SHA-256, in hexadecimal, of its canonical form as compact JSON. */
export function catalogRevision(catalog: Catalog): string {
  const hash = createHash('sha256');
  for (const text of compactJson(canonicalCatalog(catalog))) hash.update(text);
  return hash.digest('hex');
}

/** Entries per chunk of JSON. A large catalog as one string would take its size in memory again. */
const entriesPerChunk = 1_000;

/** The canonical JSON of a catalog in canonical order, in chunks. */
function* compactJson(catalog: Catalog): Generator<string, void, undefined> {
  const { name, version, parts } = catalog;
  yield canonicalJson({ name, version, parts }).slice(0, -1);
  for (const list of listNames) {
    const entries: readonly CatalogEntry[] | undefined = catalog[list];
    if (entries === undefined) continue;
    yield `,${JSON.stringify(list)}:[`;
    for (let start = 0; start < entries.length; start += entriesPerChunk) {
      if (start > 0) yield ',';
      yield canonicalJson(entries.slice(start, start + entriesPerChunk)).slice(1, -1);
    }
    yield ']';
  }
  yield '}';
}

/**
 * What refers to an entry: its slug, "<owner>/<slug>", or the part of an appearance's id after the colon; of a retired slug its
 * kind and itself, e.g. "role ops-engineer".
 */
export function entryName(entry: CatalogEntry): string {
  if (isRetired(entry)) {
    const { key = '', slug = '' } = retiredEntry(entry) ?? {};
    return `${key} ${slug}`;
  }
  if ('role' in entry) {
    const { category, role, source } = entry;
    return `${category}/${role}/${placeKey(source?.source, source?.line ?? 0, placeHash(entry))}`;
  }
  return 'pillar' in entry || 'relation' in entry ? categoryReference(entry) : entry.slug;
}

/** Whether an entry is a retired slug: the only other entries without a slug are appearances. */
function isRetired(entry: CatalogEntry): entry is CatalogRetired {
  return !('slug' in entry) && !('titles' in entry);
}

function bySlug(one: { readonly slug: string }, other: { readonly slug: string }): number {
  return compareText(one.slug, other.slug);
}

function bySourceLine(one: CatalogAppearance, other: CatalogAppearance): number {
  const [place, otherPlace] = [one.source, other.source];
  return (
    missingLast(place?.source, otherPlace?.source, compareText) ||
    missingLast(place?.line, otherPlace?.line, compareNumbers) ||
    missingLast(place?.row, otherPlace?.row, compareNumbers) ||
    compareText(one.role, other.role) ||
    compareText(one.category, other.category) ||
    missingLast(place?.anchor, otherPlace?.anchor, compareText) ||
    compareText(JSON.stringify(one.titles), JSON.stringify(other.titles))
  );
}

function missingLast<T>(one: T | undefined, other: T | undefined, compare: (one: T, other: T) => number): number {
  if (one !== undefined && other !== undefined) return compare(one, other);
  return Number(one === undefined) - Number(other === undefined);
}

function compareNumbers(one: number, other: number): number {
  return one - other;
}
