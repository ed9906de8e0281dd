import { z } from 'zod';
import type { GraphStructure } from '../../graph/structure/graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import { damagedGraph } from './driver/neo4j-failure.ts';

const count = z.int().nonnegative();

/** What the node of a generation says about it, so that a generation of which something is missing is recognized as damaged. */
export const generationCounts = z.object({
  name: z.string(),
  version: z.string(),
  revision: z.string(),
  /** The parts of a merged catalog. The sources of each are slugs separated by spaces, as properties hold no nested lists. */
  partNames: z.array(z.string()).readonly(),
  partVersions: z.array(z.string()).readonly(),
  partSources: z.array(z.string()).readonly(),
  /** The ids that are no longer used, and for each the ids of what replaces it, separated by spaces. */
  retiredIds: z.array(z.string()).readonly(),
  retiredReplacements: z.array(z.string()).readonly(),
  sources: count,
  pillars: count,
  organizationTypes: count,
  categories: count,
  topics: count,
  responsibilities: count,
  roles: count,
  appearances: count,
  overlaps: count,
  /** Relationships NAMES, from appearances to responsibilities. */
  names: count,
  /** Relationships ABOUT, from responsibilities to topics. */
  about: count,
  /** Relationships PART_OF, from categories to pillars and organization types. */
  partOf: count,
  /** Relationships STATED_IN, from appearances to sources; null where it was stored when every appearance had one. */
  statedIn: count.nullable(),
  /**
   * Relationships from appearances to responsibilities that have an involvement; null where it was stored before there were
   * any.
   */
  involvements: count.nullable(),
});
export type GenerationCounts = z.infer<typeof generationCounts>;

export function countsOf(structure: GraphStructure): GenerationCounts & { readonly statedIn: number } {
  const { name, version, revision, appearances, categories, responsibilities } = structure;
  return {
    name,
    version,
    revision,
    partNames: structure.parts.map((part) => part.name),
    partVersions: structure.parts.map((part) => part.version),
    partSources: structure.parts.map((part) =>
      part.sources.map((source) => itemAt(structure.sources, source).slug).join(' '),
    ),
    retiredIds: structure.retired.map(({ id }) => id),
    retiredReplacements: structure.retired.map(({ replacedBy }) => replacedBy.join(' ')),
    sources: structure.sources.length,
    pillars: structure.pillars.length,
    organizationTypes: structure.organizationTypes.length,
    categories: categories.length,
    topics: structure.topics.length,
    responsibilities: responsibilities.length,
    roles: structure.roles.length,
    appearances: appearances.role.length,
    overlaps: structure.overlaps.first.length,
    names: appearances.responsibilities.values.length,
    about: responsibilities.reduce((sum, { topics }) => sum + topics.length, 0),
    partOf: categories.reduce((sum, category) => sum + ownersOf(category).length, 0),
    statedIn: appearances.source.reduce((sum, source) => (source < 0 ? sum : sum + 1), 0),
    involvements: appearances.involvements.kinds.length,
  };
}

/**
 * The parts of a merged catalog.
 *
 * @throws StoreError DAMAGED if they are not as they were written.
 */
export function partsIn(
  { partNames, partVersions, partSources }: GenerationCounts,
  sources: GraphStructure['sources'],
): GraphStructure['parts'] {
  if (partVersions.length !== partNames.length || partSources.length !== partNames.length) {
    throw damagedGraph('the names, versions and sources of its parts do not agree');
  }
  const indexes = new Map(sources.map(({ slug }, index) => [slug, index]));
  return partNames.map((name, index) => ({
    name,
    version: itemAt(partVersions, index),
    sources: itemAt(partSources, index)
      .split(' ')
      .filter((slug) => slug !== '')
      .map((slug) => {
        const source = indexes.get(slug);
        if (source === undefined) throw damagedGraph('a part of it has a source that is not there');
        return source;
      }),
  }));
}

/**
 * The ids that are no longer used.
 *
 * @throws StoreError DAMAGED if they are not as they were written.
 */
export function retiredIn({ retiredIds, retiredReplacements }: GenerationCounts): GraphStructure['retired'] {
  if (retiredIds.length !== retiredReplacements.length) {
    throw damagedGraph('its retired ids and what replaces them do not agree');
  }
  return retiredIds.map((id, index) => ({
    id,
    replacedBy: itemAt(retiredReplacements, index)
      .split(' ')
      .filter((each) => each !== ''),
  }));
}

/**
 * Checks that everything that was read is what was written, as far as others can have changed it: every relationship is
 * there and leads to a node of the graph, and every category is part of something.
 *
 * @throws StoreError DAMAGED
 */
export function checkStructure(structure: GraphStructure, written: GenerationCounts): void {
  const { appearances, categories, overlaps, responsibilities, roles } = structure;
  const read = countsOf(structure);
  for (const [type, missing] of [
    ['NAMES', written.names - read.names],
    ['ABOUT', written.about - read.about],
    ['PART_OF', written.partOf - read.partOf],
    ['STATED_IN', (written.statedIn ?? written.appearances) - read.statedIn],
    ['NAMES and INVOLVES with an involvement', (written.involvements ?? 0) - (read.involvements ?? 0)],
  ] as const) {
    if (missing === 0) continue;
    throw damagedGraph(`${Math.abs(missing)} relationships ${type} are ${missing > 0 ? 'missing' : 'too many'}`);
  }
  if (categories.some((category) => ownersOf(category).length === 0)) {
    throw damagedGraph('a category is part of nothing');
  }
  const isComplete =
    areBelow(roles.length, appearances.role) &&
    areBelow(categories.length, appearances.category) &&
    appearances.source.every((source) => source >= -1 && source < structure.sources.length) &&
    areBelow(responsibilities.length, appearances.responsibilities.values) &&
    areBelow(responsibilities.length, appearances.involvements.responsibility) &&
    areBelow(roles.length, overlaps.first) &&
    areBelow(roles.length, overlaps.second) &&
    responsibilities.every(({ topics }) => areBelow(structure.topics.length, topics)) &&
    categories.every(({ pillar }) => areBelow(structure.pillars.length, pillar === null ? [] : [pillar])) &&
    categories.every(({ organizationTypes }) => areBelow(structure.organizationTypes.length, organizationTypes));
  if (!isComplete) throw damagedGraph('a relationship leads to a node that is not there');
}

function ownersOf({ pillar, organizationTypes }: GraphStructure['categories'][number]): readonly number[] {
  return pillar === null ? organizationTypes : [pillar, ...organizationTypes];
}

function areBelow(count: number, indexes: Iterable<number>): boolean {
  for (const index of indexes) if (index < 0 || index >= count) return false;
  return true;
}
