import type { Catalog, CatalogRetired } from '../../catalog/catalog.ts';
import { canonicalInvolvement } from '../../catalog/involvement.ts';
import { canonicalRetired } from '../../catalog/retired-entry.ts';
import { itemAt } from '../../collections/item-at.ts';
import type {
  GraphCategory,
  GraphData,
  GraphIdentity,
  GraphOwner,
  GraphRetired,
  GraphStructure,
} from './graph-data.ts';
import { categoryKeyAt } from './keys.ts';
import { involvementOfKinds, involvementsAt } from './kinds-of-involvement.ts';

/**
 * The catalog that a graph was made of, as the one interchange document: the inverse of graphOfCatalog, up to the order
 * of roles, responsibilities and appearances, which means nothing.
 */
export function catalogOfGraph({ structure, texts }: GraphData): Catalog {
  const { appearances } = structure;
  return {
    name: structure.name,
    version: structure.version,
    ...(structure.parts.length > 0 && {
      parts: structure.parts.map(({ name, version, sources }) => ({
        name,
        version,
        sources: sources.map((source) => itemAt(structure.sources, source).slug),
      })),
    }),
    sources: structure.sources.map(({ url, ...source }) => ({
      ...withOptionalSummary(source),
      ...(url !== null && { url }),
    })),
    pillars: structure.pillars.map(catalogOwner),
    organizationTypes: structure.organizationTypes.map(catalogOwner),
    categories: structure.categories.map((category) => catalogCategory(structure, category)),
    topics: structure.topics.map(({ slug, name, hiddenNames, ...identity }) => ({
      slug,
      name,
      ...(hiddenNames.length > 0 && { hiddenNames: [...hiddenNames] }),
      ...identityOf(identity),
    })),
    responsibilities: structure.responsibilities.map(({ slug, name, hiddenNames, topics, ...identity }, index) => ({
      slug,
      name,
      ...(hiddenNames.length > 0 && { hiddenNames: [...hiddenNames] }),
      ...identityOf(identity),
      summary: itemAt(texts.responsibilitySummaries, index) ?? undefined,
      ...(topics.length > 0 && { topics: topics.map((topic) => itemAt(structure.topics, topic).slug) }),
    })),
    roles: structure.roles.map(({ slug, title, qualifier, alternateTitles, hiddenTitles, ...identity }, index) => ({
      slug,
      title,
      qualifier: qualifier ?? undefined,
      ...(alternateTitles.length > 0 && { alternateTitles: [...alternateTitles] }),
      ...(hiddenTitles.length > 0 && { hiddenTitles: [...hiddenTitles] }),
      ...identityOf(identity),
      summary: itemAt(texts.roleSummaries, index) ?? undefined,
    })),
    appearances: texts.appearances.map(({ titles, summary, note, quote }, index) => ({
      role: itemAt(structure.roles, itemAt(appearances.role, index)).slug,
      category: categoryKeyAt(structure, itemAt(appearances.category, index)),
      titles: [...titles],
      responsibilities: Array.from(involvementsAt(appearances, index), ({ responsibility, kinds }) =>
        canonicalInvolvement(itemAt(structure.responsibilities, responsibility).slug, involvementOfKinds(kinds)),
      ),
      summary: summary ?? undefined,
      note: note ?? undefined,
      ...placeOf(structure, index, quote),
    })),
    ...(structure.retired.length > 0 && { retired: structure.retired.map(retiredEntryOf) }),
  };
}

function retiredEntryOf({ id, replacedBy }: GraphRetired): CatalogRetired {
  const [kind, slug] = splitOnce(id);
  const slugs = replacedBy.map((each) => splitOnce(each)[1]);
  return canonicalRetired({ [kind === 'organization-type' ? 'organizationType' : kind]: slug, replacedBy: slugs });
}

/** The kind of an id, and what follows it. */
function splitOnce(id: string): readonly [string, string] {
  const end = id.indexOf(':');
  return [id.slice(0, end), id.slice(end + 1)];
}

/** Where an appearance stands, as far as the catalog gives it. */
function placeOf({ sources, appearances }: GraphStructure, index: number, quote: string | null) {
  const source = sources[itemAt(appearances.source, index)];
  if (source === undefined) return {};
  const [line, row] = [itemAt(appearances.line, index), itemAt(appearances.row, index)];
  const anchor = appearances.anchors.get(index);
  return {
    source: {
      source: source.slug,
      ...(line > 0 && { line }),
      ...(row > 0 && { row }),
      ...(anchor !== undefined && { anchor }),
      ...(quote !== null && { quote }),
    },
  };
}

function withOptionalSummary<T extends { readonly summary: string | null }>({ summary, ...rest }: T) {
  return { ...rest, summary: summary ?? undefined };
}

function catalogOwner({ slug, name, summary, ...identity }: GraphOwner): Catalog['pillars'][number] {
  return { slug, name, ...identityOf(identity), summary: summary ?? undefined };
}

function identityOf({ externalId, sameAs }: GraphIdentity) {
  return { externalId: externalId ?? undefined, ...(sameAs.length > 0 && { sameAs: [...sameAs] }) };
}

function catalogCategory(structure: GraphStructure, category: GraphCategory): Catalog['categories'][number] {
  const { slug, name, pillar, organizationTypes, relation } = category;
  const named = { slug, name, ...identityOf(category) };
  if (pillar !== null) return { ...named, pillar: itemAt(structure.pillars, pillar).slug };
  return {
    ...named,
    organizationTypes: organizationTypes.map((type) => itemAt(structure.organizationTypes, type).slug),
    relation: relation === 'INSIDE' ? 'inside' : 'supports',
  };
}
