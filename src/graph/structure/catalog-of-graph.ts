import type { Catalog } from '../../catalog/catalog.ts';
import type { GraphData, GraphCategory, GraphStructure } from './graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';

/**
 * The catalog that a graph was made of, as the one interchange document: the inverse of graphOfCatalog, up to the order
 * of roles, responsibilities and appearances, which means nothing.
 */
export function catalogOfGraph({ structure, texts }: GraphData): Catalog {
  const { appearances } = structure;
  return {
    name: structure.name,
    version: structure.version,
    sources: structure.sources.map(({ summary, ...source }) => ({ ...source, summary: summary ?? undefined })),
    pillars: structure.pillars.map(({ summary, ...pillar }) => ({ ...pillar, summary: summary ?? undefined })),
    organizationTypes: structure.organizationTypes.map(({ summary, ...type }) => ({
      ...type,
      summary: summary ?? undefined,
    })),
    categories: structure.categories.map((category) => catalogCategory(structure, category)),
    topics: structure.topics.map(({ slug, name }) => ({ slug, name })),
    responsibilities: structure.responsibilities.map(({ slug, name, topics }) => ({
      slug,
      name,
      ...(topics.length > 0 && { topics: topics.map((place) => itemAt(structure.topics, place).slug) }),
    })),
    roles: structure.roles.map(({ slug, title, alternateTitles }, place) => ({
      slug,
      title,
      ...(alternateTitles.length > 0 && { alternateTitles: [...alternateTitles] }),
      summary: itemAt(texts.roleSummaries, place) ?? undefined,
    })),
    appearances: texts.appearances.map(({ titles, summary, note }, place) => ({
      role: itemAt(structure.roles, itemAt(appearances.role, place)).slug,
      category: categoryKeyAt(structure, itemAt(appearances.category, place)),
      titles: [...titles],
      responsibilities: Array.from(
        listAt(appearances.responsibilities, place),
        (responsibility) => itemAt(structure.responsibilities, responsibility).slug,
      ),
      summary: summary ?? undefined,
      note: note ?? undefined,
      source: {
        source: itemAt(structure.sources, itemAt(appearances.source, place)).slug,
        line: itemAt(appearances.line, place),
      },
    })),
  };
}

/** How the category at a place is referred to: "<owner>/<slug>". */
export function categoryKeyAt(
  structure: Pick<GraphStructure, 'categories' | 'pillars' | 'organizationTypes'>,
  place: number,
) {
  const category = itemAt(structure.categories, place);
  const owner =
    category.pillar === null
      ? itemAt(structure.organizationTypes, itemAt(category.organizationTypes, 0))
      : itemAt(structure.pillars, category.pillar);
  return `${owner.slug}/${category.slug}`;
}

function catalogCategory(structure: GraphStructure, category: GraphCategory): Catalog['categories'][number] {
  const { slug, name, pillar, organizationTypes, relation } = category;
  if (pillar !== null) return { slug, name, pillar: itemAt(structure.pillars, pillar).slug };
  return {
    slug,
    name,
    organizationTypes: organizationTypes.map((place) => itemAt(structure.organizationTypes, place).slug),
    relation: relation === 'INSIDE' ? 'inside' : 'supports',
  };
}
