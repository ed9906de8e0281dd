import { catalogRevision } from '../../catalog/canonical-catalog.ts';
import { canonicalParts } from '../../catalog/catalog-parts.ts';
import type { Catalog, CatalogAppearance, CatalogCategory } from '../../catalog/catalog.ts';
import { categoryReference } from '../../catalog/category-owner.ts';
import { placeHash } from '../../catalog/place.ts';
import { canonicalRetired, retiredEntry } from '../../catalog/retired-entry.ts';
import { roleLabel } from '../../catalog/role-label.ts';
import { canonicalInvolvements, involvementOf, isDoing, slugOfInvolvement } from '../../catalog/involvement.ts';
import { listsOf } from '../../collections/lists.ts';
import { compareText } from '../../text/compare-text.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import { nodeId } from '../nodes/node-id.ts';
import type {
  GraphAppearances,
  GraphCategory,
  GraphData,
  GraphIdentity,
  GraphOwner,
  GraphStructure,
} from './graph-data.ts';
import { kindsOf } from './kinds-of-involvement.ts';
import { listedOverlaps } from './listed-overlaps.ts';
import { traitsOf } from './overlap-arithmetic.ts';
import { comparePlaces } from './source-lines.ts';

/**
 * The graph of a catalog: its nodes in their orders, its facts by index instead of by slug, and its overlaps. Everything
 * that is derived before a catalog is stored is derived here, except the layout (withLayout), which most readers of the
 * catalog that ships do not need.
 *
 * @param catalog a catalog without findings: all its references exist.
 * @param revision its revision, where it is known already.
 */
export function graphOfCatalog(catalog: Catalog, revision = catalogRevision(catalog)): GraphData {
  const topicIndex = indexFinder(slugsOf(catalog.topics));
  const pillarIndex = indexFinder(slugsOf(catalog.pillars));
  const organizationTypeIndex = indexFinder(slugsOf(catalog.organizationTypes));
  const roles = inOrder(catalog.roles, (role) => ({
    sortKey: sortKey(roleLabel(role)),
    id: nodeId('ROLE', role.slug),
  }));
  const responsibilities = inOrder(catalog.responsibilities, ({ name, slug }) => ({
    sortKey: sortKey(name),
    id: nodeId('RESPONSIBILITY', slug),
  }));
  const appearances = appearancesInOrder(catalog, slugsOf(roles), slugsOf(responsibilities));
  const facts: Omit<GraphStructure, 'overlaps'> = {
    name: catalog.name,
    version: catalog.version,
    revision,
    parts: partsOfCatalog(catalog),
    sources: catalog.sources.map(({ slug, title, document, url = null, summary = null }) => {
      return { slug, title, document, url, summary };
    }),
    pillars: catalog.pillars.map(graphOwner),
    organizationTypes: catalog.organizationTypes.map(graphOwner),
    categories: catalog.categories.map((category) => graphCategory(category, pillarIndex, organizationTypeIndex)),
    topics: catalog.topics.map(({ slug, name, hiddenNames = [], ...rest }) => {
      return { slug, name, hiddenNames, ...identityOf(rest) };
    }),
    responsibilities: responsibilities.map(({ slug, name, hiddenNames = [], topics = [], ...rest }) => ({
      slug,
      name,
      hiddenNames,
      ...identityOf(rest),
      topics: topics.map(topicIndex),
    })),
    roles: roles.map(({ slug, title, qualifier, alternateTitles = [], hiddenTitles = [], ...rest }) => ({
      slug,
      title,
      qualifier: qualifier ?? null,
      alternateTitles,
      hiddenTitles,
      ...identityOf(rest),
    })),
    appearances: appearances.columns,
    retired: retiredIds(catalog),
    layout: null,
  };
  return {
    structure: { ...facts, overlaps: listedOverlaps(traitsOf(facts)) },
    texts: {
      responsibilitySummaries: responsibilities.map(({ summary = null }) => summary),
      roleSummaries: roles.map(({ summary = null }) => summary),
      appearances: appearances.inOrder.map(({ titles, summary = null, note = null, source }) => {
        return { titles, summary, note, quote: source?.quote ?? null };
      }),
    },
  };
}

const kindsOfLists = {
  roles: 'ROLE',
  responsibilities: 'RESPONSIBILITY',
  topics: 'TOPIC',
  pillars: 'PILLAR',
  organizationTypes: 'ORGANIZATION_TYPE',
  categories: 'CATEGORY',
} as const;

function retiredIds({ retired = [] }: Catalog): GraphStructure['retired'] {
  return retired
    .flatMap((each) => {
      const entry = retiredEntry(canonicalRetired(each));
      if (entry === undefined) return [];
      const kind = kindsOfLists[entry.list];
      return { id: nodeId(kind, entry.slug), replacedBy: entry.replacedBy.map((slug) => nodeId(kind, slug)) };
    })
    .sort((one, other) => compareText(one.id, other.id));
}

interface Identity {
  readonly externalId?: string | undefined;
  readonly sameAs?: readonly string[] | undefined;
}

function identityOf({ externalId, sameAs = [] }: Identity): GraphIdentity {
  return { externalId: externalId ?? null, sameAs };
}

function graphOwner({ slug, name, summary, ...rest }: Catalog['pillars'][number]): GraphOwner {
  return { slug, name, ...identityOf(rest), summary: summary ?? null };
}

function partsOfCatalog({ parts = [], sources }: Catalog): GraphStructure['parts'] {
  const sourceIndex = indexFinder(slugsOf(sources));
  return (canonicalParts(parts) ?? []).map(({ name, version, sources }) => ({
    name,
    version,
    sources: sources.map(sourceIndex).sort((one, other) => one - other),
  }));
}

type IndexFinder = (key: string) => number;

function indexFinder(keys: readonly string[]): IndexFinder {
  const indexes = new Map(keys.map((key, index) => [key, index]));
  return (key) => {
    const index = indexes.get(key);
    if (index === undefined) throw new RangeError(`a checked catalog refers to "${key}", which it does not have`);
    return index;
  };
}

function slugsOf(items: readonly { readonly slug: string }[]): readonly string[] {
  return items.map(({ slug }) => slug);
}

function inOrder<T>(items: readonly T[], keysOf: (item: T) => { sortKey: string; id: string }): T[] {
  return items
    .map((item) => ({ item, ...keysOf(item) }))
    .sort(bySortKey)
    .map(({ item }) => item);
}

function graphCategory(
  category: CatalogCategory,
  pillarIndex: IndexFinder,
  organizationTypeIndex: IndexFinder,
): GraphCategory {
  const named = { slug: category.slug, name: category.name, ...identityOf(category) };
  if ('pillar' in category) {
    return { ...named, pillar: pillarIndex(category.pillar), organizationTypes: [], relation: null };
  }
  return {
    ...named,
    pillar: null,
    organizationTypes: category.organizationTypes.map(organizationTypeIndex),
    relation: category.relation === 'inside' ? 'INSIDE' : 'SUPPORTS',
  };
}

function appearancesInOrder(
  { appearances, categories, sources }: Catalog,
  roleSlugs: readonly string[],
  responsibilitySlugs: readonly string[],
): { readonly columns: GraphAppearances; readonly inOrder: readonly CatalogAppearance[] } {
  const roleIndex = indexFinder(roleSlugs);
  const responsibilityIndex = indexFinder(responsibilitySlugs);
  const categoryIndex = indexFinder(categories.map(categoryReference));
  const sourceIndex = indexFinder(slugsOf(sources));
  const rows = appearances
    .map((appearance) => ({
      appearance,
      role: roleIndex(appearance.role),
      category: categoryIndex(appearance.category),
      source: appearance.source === undefined ? -1 : sourceIndex(appearance.source.source),
      line: appearance.source?.line ?? 0,
      row: appearance.source?.row ?? 0,
      hash: placeHash(appearance),
    }))
    .sort((a, b) => a.role - b.role || comparePlaces(a, b) || a.category - b.category || a.hash - b.hash);
  const involvements = rows.flatMap(({ appearance }, index) =>
    canonicalInvolvements(appearance.responsibilities).flatMap((entry) => {
      if (typeof entry === 'string') return [];
      const kinds = kindsOf(involvementOf(entry));
      return { appearance: index, responsibility: responsibilityIndex(entry.responsibility), kinds };
    }),
  );
  return {
    columns: {
      role: Int32Array.from(rows, ({ role }) => role),
      category: Int32Array.from(rows, ({ category }) => category),
      source: Int32Array.from(rows, ({ source }) => source),
      line: Int32Array.from(rows, ({ line }) => line),
      row: Int32Array.from(rows, ({ row }) => row),
      hash: Int32Array.from(rows, ({ hash }) => hash),
      anchors: new Map(
        rows.flatMap(({ appearance: { source } }, index) => {
          return source?.anchor === undefined ? [] : [[index, source.anchor] as const];
        }),
      ),
      responsibilities: listsOf(
        rows.map(({ appearance: { responsibilities } }) =>
          responsibilities
            .filter((entry) => isDoing(involvementOf(entry)))
            .map((entry) => responsibilityIndex(slugOfInvolvement(entry))),
        ),
      ),
      involvements: {
        appearance: Int32Array.from(involvements, ({ appearance }) => appearance),
        responsibility: Int32Array.from(involvements, ({ responsibility }) => responsibility),
        kinds: Int32Array.from(involvements, ({ kinds }) => kinds),
      },
    },
    inOrder: rows.map(({ appearance }) => appearance),
  };
}
