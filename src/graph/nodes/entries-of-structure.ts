import { categoryKeyAt } from '../structure/catalog-of-graph.ts';
import type { GraphStructure } from '../structure/graph.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listLength } from '../../collections/lists.ts';
import { nodeId } from './node-id.ts';
import type {
  CategoryEntry,
  OrganizationTypeEntry,
  PillarEntry,
  ResponsibilityEntry,
  RoleEntry,
  SourceEntry,
  TopicEntry,
} from './entries.ts';
import type { Derived } from '../indexes/indexes.ts';
import { ascending } from '../indexes/relations.ts';
import { mapInSteps, type Steps } from '../../scheduling/steps.ts';

/** The nodes of a generation, each kind in its order: a node's place is its index. Appearances are made when asked for. */
export interface Entries {
  readonly roles: readonly RoleEntry[];
  readonly responsibilities: readonly ResponsibilityEntry[];
  readonly topics: readonly TopicEntry[];
  readonly pillars: readonly PillarEntry[];
  readonly organizationTypes: readonly OrganizationTypeEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly sources: readonly SourceEntry[];
}

export function* entriesOf(structure: GraphStructure, derived: Derived): Steps<Entries> {
  return {
    roles: yield* roleEntries(structure, derived),
    responsibilities: yield* responsibilityEntries(structure, derived),
    topics: structure.topics.map(({ slug, name }, place) => ({
      kind: 'TOPIC',
      place,
      id: nodeId('TOPIC', slug),
      label: name,
      slug,
    })),
    pillars: structure.pillars.map(({ slug, name, summary }, place) => ({
      kind: 'PILLAR',
      place,
      id: nodeId('PILLAR', slug),
      label: name,
      slug,
      summary,
    })),
    organizationTypes: structure.organizationTypes.map(({ slug, name, summary }, place) => ({
      kind: 'ORGANIZATION_TYPE',
      place,
      id: nodeId('ORGANIZATION_TYPE', slug),
      label: name,
      slug,
      summary,
    })),
    categories: structure.categories.map(({ slug, name, pillar, organizationTypes, relation }, place) => ({
      kind: 'CATEGORY',
      place,
      id: nodeId('CATEGORY', categoryKeyAt(structure, place)),
      label: name,
      slug,
      pillar,
      organizationTypes: ascending(organizationTypes),
      relation,
    })),
    sources: sourceEntries(structure),
  };
}

function roleEntries(structure: GraphStructure, derived: Derived): Steps<readonly RoleEntry[]> {
  const { relations, specificities, titleSortKeys } = derived;
  const pillars = structure.pillars.length;
  return mapInSteps(structure.roles, ({ slug, title, alternateTitles }, place) => {
    const pillarCount = listLength(relations.pillarsOfRole, place);
    return {
      kind: 'ROLE',
      place,
      id: nodeId('ROLE', slug),
      label: title,
      slug,
      alternateTitles,
      sortKey: itemAt(titleSortKeys, place),
      pillarCount,
      organizationTypeCount: listLength(relations.organizationTypesOfRole, place),
      categoryCount: listLength(relations.categoriesOfRole, place),
      appearanceCount: listLength(relations.appearancesOfRole, place),
      responsibilityCount: listLength(relations.responsibilitiesOfRole, place),
      isUniversal: pillars >= 2 && pillarCount === pillars,
      specificity: itemAt(specificities, place),
    };
  });
}

function responsibilityEntries(
  { responsibilities }: GraphStructure,
  { relations, nameSortKeys }: Derived,
): Steps<readonly ResponsibilityEntry[]> {
  return mapInSteps(responsibilities, ({ slug, name }, place) => ({
    kind: 'RESPONSIBILITY',
    place,
    id: nodeId('RESPONSIBILITY', slug),
    label: name,
    slug,
    sortKey: itemAt(nameSortKeys, place),
    roleCount: listLength(relations.rolesOfResponsibility, place),
  }));
}

function sourceEntries({ appearances, sources }: GraphStructure): readonly SourceEntry[] {
  const counts = new Int32Array(sources.length);
  for (const source of appearances.source) counts[source] = (counts[source] ?? 0) + 1;
  return sources.map(({ slug, title, document, summary }, place) => ({
    kind: 'SOURCE',
    place,
    id: nodeId('SOURCE', slug),
    label: title,
    slug,
    document,
    summary,
    appearanceCount: counts[place] ?? 0,
  }));
}
