import { createHash } from 'node:crypto';
import { CanonicalList } from './canonical-list.ts';
import { type Catalog, type CatalogAppearance, type CatalogCategory, listNames } from './catalog.ts';
import { categoryReference } from './category-owner.ts';
import { compareText } from '../text/compare-text.ts';

/**
 * The lists of a catalog in the one form of its content, however its files were split and their entries ordered: keys in
 * a fixed order, optional lists that are empty undefined, responsibilities and roles by slug, appearances by source,
 * line, role and category. The order of sources, pillars, organization types, categories and topics, and of the lists
 * inside entries, is content.
 */
export function canonicalLists(catalog: Catalog) {
  return {
    sources: new CanonicalList(
      catalog.sources,
      ({ slug, title, document, summary }) => ({ slug, title, document, summary }),
      slugOf,
    ),
    pillars: new CanonicalList(catalog.pillars, ({ slug, name, summary }) => ({ slug, name, summary }), slugOf),
    organizationTypes: new CanonicalList(
      catalog.organizationTypes,
      ({ slug, name, summary }) => ({ slug, name, summary }),
      slugOf,
    ),
    categories: new CanonicalList(catalog.categories, canonicalCategory, categoryReference),
    topics: new CanonicalList(catalog.topics, ({ slug, name }) => ({ slug, name }), slugOf),
    responsibilities: new CanonicalList(
      catalog.responsibilities.toSorted(bySlug),
      ({ slug, name, topics }) => ({ slug, name, topics: filled(topics) }),
      slugOf,
    ),
    roles: new CanonicalList(
      catalog.roles.toSorted(bySlug),
      ({ slug, title, alternateTitles, summary }) => ({
        slug,
        title,
        alternateTitles: filled(alternateTitles),
        summary,
      }),
      slugOf,
    ),
    appearances: new CanonicalList(catalog.appearances.toSorted(byPlace), canonicalAppearance, appearanceName),
  };
}

/** A catalog in canonical form, see {@link canonicalLists}. */
export function canonicalCatalog(catalog: Catalog): Catalog {
  const lists = canonicalLists(catalog);
  return {
    name: catalog.name,
    version: catalog.version,
    sources: lists.sources.slice(),
    pillars: lists.pillars.slice(),
    organizationTypes: lists.organizationTypes.slice(),
    categories: lists.categories.slice(),
    topics: lists.topics.slice(),
    responsibilities: lists.responsibilities.slice(),
    roles: lists.roles.slice(),
    appearances: lists.appearances.slice(),
  };
}

/** The catalog as one JSON document for people and programs, in canonical form; readCatalog reads it. */
export function catalogDocument(catalog: Catalog): string {
  return `${JSON.stringify(canonicalCatalog(catalog), undefined, 2)}\n`;
}

/** What tells one content from another: SHA-256, in hexadecimal, of the canonical form as compact JSON. */
export function catalogRevision(catalog: Catalog): string {
  const hash = createHash('sha256');
  for (const text of compactJson(catalog)) hash.update(text);
  return hash.digest('hex');
}

/** So many entries are made JSON at once: that of a large catalog as one text would take its size in memory again. */
const entriesAtOnce = 1_000;

/** `JSON.stringify(canonicalCatalog(catalog))` in parts. */
function* compactJson(catalog: Catalog): Generator<string, void, undefined> {
  const { name, version } = catalog;
  const lists = canonicalLists(catalog);
  yield JSON.stringify({ name, version }).slice(0, -1);
  for (const list of listNames) {
    const entries = lists[list];
    yield `,${JSON.stringify(list)}:[`;
    for (let start = 0; start < entries.length; start += entriesAtOnce) {
      if (start > 0) yield ',';
      yield JSON.stringify(entries.slice(start, start + entriesAtOnce)).slice(1, -1);
    }
    yield ']';
  }
  yield '}';
}

function canonicalCategory(category: CatalogCategory): CatalogCategory {
  const { slug, name } = category;
  if ('pillar' in category) return { slug, name, pillar: category.pillar };
  return { slug, name, organizationTypes: category.organizationTypes, relation: category.relation };
}

function canonicalAppearance(appearance: CatalogAppearance): CatalogAppearance {
  const { role, category, titles, responsibilities, summary, note, source } = appearance;
  return {
    role,
    category,
    titles,
    responsibilities,
    summary,
    note,
    source: { source: source.source, line: source.line },
  };
}

function slugOf({ slug }: { readonly slug: string }): string {
  return slug;
}

/** What is after the colon of an appearance's id. */
function appearanceName({ category, role, source }: CatalogAppearance): string {
  return `${category}/${role}/${source.source}-${source.line}`;
}

function bySlug(one: { readonly slug: string }, other: { readonly slug: string }): number {
  return compareText(one.slug, other.slug);
}

function byPlace(one: CatalogAppearance, other: CatalogAppearance): number {
  return (
    compareText(one.source.source, other.source.source) ||
    one.source.line - other.source.line ||
    compareText(one.role, other.role) ||
    compareText(one.category, other.category)
  );
}

function filled(list: string[] | undefined): string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
