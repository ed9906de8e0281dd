import type { CountedLists } from '../../collections/counted-lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { Lists } from '../../collections/lists.ts';
import type { CatalogGraph } from '../catalog-graph.ts';

export type ExpectedSizes = ReturnType<typeof expectedSizes>;

/**
 * How many items each list of a catalog is expected to have. The cost of a query is estimated from these numbers before
 * anything of it is answered. Each is the mean size of the lists of one kind as they are met when walking from node to
 * node: a list of ten is met ten times as often as a list of one. Takes some milliseconds for 50,000 roles.
 */
export function expectedSizes(graph: CatalogGraph) {
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
      appearances: meanLength(relations.appearancesOfRole),
      pillars: meanLength(pillarsOfRole),
      categories: meanLength(categoriesOfRole),
      organizationTypes: meanLength(organizationTypesOfRole),
      responsibilities: meanLength(responsibilitiesOfRole),
      overlaps: meanSize(occurrences(roles.length, first, second)),
      /** The appearances of a role that put it into one group. */
      appearancesInGroup: meanCount(pillarsOfRole, categoriesOfRole, organizationTypesOfRole),
      /** The appearances of a role that name one responsibility. */
      appearancesNaming: meanCount(responsibilitiesOfRole),
    },
    ofResponsibility: {
      roles: meanLength(relations.rolesOfResponsibility),
      topics: meanLength(relations.topicsOfResponsibility),
    },
    ofTopic: { responsibilities: meanLength(relations.responsibilitiesOfTopic) },
    ofAppearance: { responsibilities: meanLength(structure.appearances.responsibilities) },
    /** The roles of a group, by its kind. */
    rolesOf: {
      PILLAR: meanSize(occurrences(pillars.length, pillarsOfRole.values)),
      CATEGORY: meanSize(occurrences(categories.length, categoriesOfRole.values)),
      ORGANIZATION_TYPE: meanSize(occurrences(organizationTypes.length, organizationTypesOfRole.values)),
    },
    /** The categories of a pillar or of an organization type. */
    categoriesOfOwner: categories.length / Math.max(1, pillars.length + organizationTypes.length),
  };
}

function meanLength({ offsets }: Lists): number {
  return meanSize(offsets.subarray(1).map((end, index) => end - itemAt(offsets, index)));
}

function meanCount(...lists: readonly CountedLists[]): number {
  return Math.max(...lists.map(({ counts }) => meanSize(counts)));
}

/** How often each number from 0 to size - 1 occurs in some lists. */
function occurrences(size: number, ...lists: readonly Int32Array[]): Int32Array {
  const counts = new Int32Array(size);
  for (const values of lists) for (const value of values) counts[value] = itemAt(counts, value) + 1;
  return counts;
}

/** The mean of sizes, each weighted by itself; 0 where all are 0. */
function meanSize(sizes: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const size of sizes) {
    sum += size;
    squares += size * size;
  }
  return sum === 0 ? 0 : squares / sum;
}
