import { createHash } from 'node:crypto';
import { CanonicalList } from './canonical-list.ts';
import { type Catalog, type CatalogAppearance, type CatalogCategory, listNames } from './catalog.ts';
import { categoryReference } from './category-owner.ts';
import { compareText } from '../text/compare-text.ts';

/**
 * The lists of a catalog in canonical form. Two catalogs with the same content have the same canonical form, however
 * their files were split and their entries ordered: keys in a fixed order, empty optional lists undefined, responsibilities
 * and roles sorted by slug, appearances by source, line, role and category. The order of sources, pillars, organization
 * types, categories and topics, and of the lists inside entries, is part of the content and kept.
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
      ({ slug, name, topics }) => ({ slug, name, topics: undefinedIfEmpty(topics) }),
      slugOf,
    ),
    roles: new CanonicalList(
      catalog.roles.toSorted(bySlug),
      ({ slug, title, alternateTitles, summary }) => ({
        slug,
        title,
        alternateTitles: undefinedIfEmpty(alternateTitles),
        summary,
      }),
      slugOf,
    ),
    appearances: new CanonicalList(catalog.appearances.toSorted(bySourceLine), canonicalAppearance, appearanceName),
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

/** The catalog as one JSON document in canonical form, indented; readCatalog reads it. */
export function catalogDocument(catalog: Catalog): string {
  return `${JSON.stringify(canonicalCatalog(catalog), undefined, 2)}\n`;
}

/** Identifies the content of a catalog: the SHA-256, in hexadecimal, of its canonical form as compact JSON. */
export function catalogRevision(catalog: Catalog): string {
  const hash = createHash('sha256');
  for (const text of compactJson(catalog)) hash.update(text);
  return hash.digest('hex');
}

/** Entries per chunk of JSON. A large catalog as one string would take its size in memory again. */
const entriesPerChunk = 1_000;

/** `JSON.stringify(canonicalCatalog(catalog))` in chunks. */
function* compactJson(catalog: Catalog): Generator<string, void, undefined> {
  const { name, version } = catalog;
  const lists = canonicalLists(catalog);
  yield JSON.stringify({ name, version }).slice(0, -1);
  for (const list of listNames) {
    const entries = lists[list];
    yield `,${JSON.stringify(list)}:[`;
    for (let start = 0; start < entries.length; start += entriesPerChunk) {
      if (start > 0) yield ',';
      yield JSON.stringify(entries.slice(start, start + entriesPerChunk)).slice(1, -1);
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

/** The part of an appearance's id after the colon. */
function appearanceName({ category, role, source }: CatalogAppearance): string {
  return `${category}/${role}/${source.source}-${source.line}`;
}

function bySlug(one: { readonly slug: string }, other: { readonly slug: string }): number {
  return compareText(one.slug, other.slug);
}

function bySourceLine(one: CatalogAppearance, other: CatalogAppearance): number {
  return (
    compareText(one.source.source, other.source.source) ||
    one.source.line - other.source.line ||
    compareText(one.role, other.role) ||
    compareText(one.category, other.category)
  );
}

function undefinedIfEmpty(list: string[] | undefined): string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
