import { createHash } from 'node:crypto';
import type { Catalog, CatalogAppearance, CatalogCategory } from './catalog.ts';
import { compareText } from './compare-text.ts';

/**
 * The one form of a catalog's content, however its files were split and their entries ordered: keys in a fixed order,
 * empty optional lists left out, responsibilities and roles by slug, appearances by source, line, role and category.
 * The order of sources, pillars, organization types, categories and topics, and of the lists inside entries, is content.
 */
export function canonicalCatalog(catalog: Catalog): Catalog {
  return {
    name: catalog.name,
    version: catalog.version,
    sources: catalog.sources.map(({ slug, title, document, summary }) => ({
      slug,
      title,
      document,
      ...given({ summary }),
    })),
    pillars: catalog.pillars.map(({ slug, name, summary }) => ({ slug, name, ...given({ summary }) })),
    organizationTypes: catalog.organizationTypes.map(({ slug, name, summary }) => ({
      slug,
      name,
      ...given({ summary }),
    })),
    categories: catalog.categories.map(canonicalCategory),
    topics: catalog.topics.map(({ slug, name }) => ({ slug, name })),
    responsibilities: catalog.responsibilities
      .map(({ slug, name, topics }) => ({ slug, name, ...given({ topics: filled(topics) }) }))
      .sort((one, other) => compareText(one.slug, other.slug)),
    roles: catalog.roles
      .map(({ slug, title, alternateTitles, summary }) => ({
        slug,
        title,
        ...given({ alternateTitles: filled(alternateTitles), summary }),
      }))
      .sort((one, other) => compareText(one.slug, other.slug)),
    appearances: catalog.appearances.map(canonicalAppearance).sort(byPlace),
  };
}

/** The catalog as one JSON document for people and programs, in canonical form; readCatalog reads it. */
export function catalogDocument(catalog: Catalog): string {
  return `${JSON.stringify(canonicalCatalog(catalog), undefined, 2)}\n`;
}

/** What tells one content from another: SHA-256, in hexadecimal, of the canonical form as compact JSON. */
export function catalogRevision(catalog: Catalog): string {
  return createHash('sha256')
    .update(JSON.stringify(canonicalCatalog(catalog)))
    .digest('hex');
}

function canonicalCategory(category: CatalogCategory): CatalogCategory {
  const { slug, name } = category;
  if ('pillar' in category) return { slug, name, pillar: category.pillar };
  return { slug, name, organizationTypes: [...category.organizationTypes], relation: category.relation };
}

function canonicalAppearance(appearance: CatalogAppearance): CatalogAppearance {
  const { role, category, titles, responsibilities, summary, note, source } = appearance;
  return {
    role,
    category,
    titles: [...titles],
    responsibilities: [...responsibilities],
    ...given({ summary, note }),
    source: { source: source.source, line: source.line },
  };
}

function byPlace(one: CatalogAppearance, other: CatalogAppearance): number {
  return (
    compareText(one.source.source, other.source.source) ||
    one.source.line - other.source.line ||
    compareText(one.role, other.role) ||
    compareText(one.category, other.category)
  );
}

function filled(list: readonly string[] | undefined): string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list];
}

/** The fields that have a value, in their order. */
function given<Fields extends object>(fields: Fields): Partial<Fields> {
  const copy: Partial<Fields> = { ...fields };
  for (const key in copy) if (copy[key] === undefined) Reflect.deleteProperty(copy, key);
  return copy;
}
