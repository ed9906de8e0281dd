import type { GraphStructure } from '../../graph/structure/graph-data.ts';
import { damagedGraph } from './driver/neo4j-failure.ts';

/** How many relationships of the types that are read were written. */
export interface RelationshipCounts {
  /** NAMES, from appearances to responsibilities. */
  readonly names: number;
  /** ABOUT, from responsibilities to topics. */
  readonly about: number;
  /** PART_OF, from categories to pillars and organization types. */
  readonly partOf: number;
}

export function relationshipCounts(structure: Omit<GraphStructure, 'overlaps'>): RelationshipCounts {
  const { appearances, categories, responsibilities } = structure;
  return {
    names: appearances.responsibilities.values.length,
    about: responsibilities.reduce((sum, { topics }) => sum + topics.length, 0),
    partOf: categories.reduce((sum, category) => sum + ownersOf(category).length, 0),
  };
}

/**
 * Checks that all that was read is what was written, as far as others can have changed it: every relationship is there and
 * leads to a node of the graph, and every category is part of something.
 *
 * @throws StoreError DAMAGED
 */
export function checkStructure(structure: GraphStructure, written: RelationshipCounts): void {
  const { appearances, categories, organizationTypes, overlaps, pillars, responsibilities, roles, sources, topics } =
    structure;
  const read = relationshipCounts(structure);
  for (const [type, count] of [
    ['NAMES', written.names - read.names],
    ['ABOUT', written.about - read.about],
    ['PART_OF', written.partOf - read.partOf],
  ] as const) {
    if (count !== 0)
      throw damagedGraph(`${Math.abs(count)} relationships ${type} are ${count > 0 ? 'missing' : 'too many'}`);
  }
  if (categories.some((category) => ownersOf(category).length === 0)) {
    throw damagedGraph('a category is part of nothing');
  }
  const isInside =
    isEach(appearances.role, roles.length) &&
    isEach(appearances.category, categories.length) &&
    isEach(appearances.source, sources.length) &&
    isEach(appearances.responsibilities.values, responsibilities.length) &&
    isEach(overlaps.first, roles.length) &&
    isEach(overlaps.second, roles.length) &&
    responsibilities.every((responsibility) => isEach(responsibility.topics, topics.length)) &&
    categories.every(
      (category) =>
        isEach(category.pillar === null ? [] : [category.pillar], pillars.length) &&
        isEach(category.organizationTypes, organizationTypes.length),
    );
  if (!isInside) throw damagedGraph('a relationship leads to a node that is not there');
}

function ownersOf({ pillar, organizationTypes }: GraphStructure['categories'][number]): readonly number[] {
  return pillar === null ? organizationTypes : [pillar, ...organizationTypes];
}

function isEach(indexes: Iterable<number>, count: number): boolean {
  for (const index of indexes) if (index < 0 || index >= count) return false;
  return true;
}
