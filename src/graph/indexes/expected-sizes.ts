import type { Lists } from '../../collections/lists.ts';
import type { CountedLists } from '../../collections/counted-lists.ts';
import type { CatalogGraph } from '../catalog-graph.ts';

/**
 * How many items the lists of a catalog may be expected to have: what the cost of a query is estimated by before anything
 * of it is answered. Of one kind of lists, it is the mean size as one meets them when walking from node to node: a list
 * of ten is met ten times as often as one of one.
 */
export interface ExpectedSizes {
  readonly all: {
    readonly roles: number;
    readonly responsibilities: number;
    readonly topics: number;
    readonly pillars: number;
    readonly categories: number;
    readonly organizationTypes: number;
    readonly sources: number;
    readonly appearances: number;
    readonly edges: number;
  };
  readonly ofRole: {
    readonly appearances: number;
    readonly pillars: number;
    readonly categories: number;
    readonly organizationTypes: number;
    readonly responsibilities: number;
    readonly overlaps: number;
    /** The appearances of a role that put it into one group. */
    readonly appearancesInGroup: number;
    /** The appearances of a role that name one responsibility. */
    readonly appearancesNaming: number;
  };
  readonly ofResponsibility: { readonly roles: number; readonly topics: number };
  readonly ofTopic: { readonly responsibilities: number };
  readonly ofAppearance: { readonly responsibilities: number };
  /** The roles of a group, by its kind. */
  readonly rolesOf: { readonly PILLAR: number; readonly CATEGORY: number; readonly ORGANIZATION_TYPE: number };
  /** The categories of a pillar or of an organization type. */
  readonly categoriesOfOwner: number;
}

/** Computed in some milliseconds for 50,000 roles. */
export function expectedSizes(graph: CatalogGraph): ExpectedSizes {
  const { appearanceCount, relations, structure } = graph;
  const { roles, responsibilities, topics, pillars, categories, organizationTypes, sources } = graph;
  const { categoriesOfRole, pillarsOfRole, organizationTypesOfRole, responsibilitiesOfRole } = relations;
  const { first, second } = structure.overlaps;
  const relationCount = [
    categoriesOfRole,
    pillarsOfRole,
    organizationTypesOfRole,
    responsibilitiesOfRole,
    relations.topicsOfResponsibility,
  ].reduce((sum, { values }) => sum + values.length, 0);
  return {
    all: {
      roles: roles.length,
      responsibilities: responsibilities.length,
      topics: topics.length,
      pillars: pillars.length,
      categories: categories.length,
      organizationTypes: organizationTypes.length,
      sources: sources.length,
      appearances: appearanceCount,
      edges: relationCount + first.length + categories.length,
    },
    ofRole: {
      appearances: metLength(relations.appearancesOfRole),
      pillars: metLength(pillarsOfRole),
      categories: metLength(categoriesOfRole),
      organizationTypes: metLength(organizationTypesOfRole),
      responsibilities: metLength(responsibilitiesOfRole),
      overlaps: metSize(tallied(roles.length, first, second)),
      appearancesInGroup: metCount(pillarsOfRole, categoriesOfRole, organizationTypesOfRole),
      appearancesNaming: metCount(responsibilitiesOfRole),
    },
    ofResponsibility: {
      roles: metLength(relations.rolesOfResponsibility),
      topics: metLength(relations.topicsOfResponsibility),
    },
    ofTopic: { responsibilities: metLength(relations.responsibilitiesOfTopic) },
    ofAppearance: { responsibilities: metLength(structure.appearances.responsibilities) },
    rolesOf: {
      PILLAR: metSize(tallied(pillars.length, pillarsOfRole.values)),
      CATEGORY: metSize(tallied(categories.length, categoriesOfRole.values)),
      ORGANIZATION_TYPE: metSize(tallied(organizationTypes.length, organizationTypesOfRole.values)),
    },
    categoriesOfOwner: categories.length / Math.max(1, pillars.length + organizationTypes.length),
  };
}

function metLength({ offsets }: Lists): number {
  return metSize(offsets.subarray(1).map((end, index) => end - (offsets[index] ?? 0)));
}

function metCount(...lists: readonly CountedLists[]): number {
  return Math.max(...lists.map(({ counts }) => metSize(counts)));
}

/** How often each place stands among values. */
function tallied(places: number, ...values: readonly Int32Array[]): Int32Array {
  const tally = new Int32Array(places);
  for (const each of values) for (const place of each) tally[place] = (tally[place] ?? 0) + 1;
  return tally;
}

/** The mean of sizes, each weighted by itself; 0 where all are 0. */
function metSize(sizes: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const size of sizes) {
    sum += size;
    squares += size * size;
  }
  return sum === 0 ? 0 : squares / sum;
}
