import { z } from 'zod';
import type { GraphStructure } from '../graph/structure/graph-data.ts';
import { listAt, listsOf } from '../collections/lists.ts';
import { generateInSteps, type Steps } from '../scheduling/steps.ts';
import { lists, numbers, places } from './number-columns.ts';
import { textAt, textColumn, textColumnOf, textCount, textListAt, textLists, textListsOf } from './text-columns.ts';

const owner = z.object({ slug: z.string(), name: z.string(), summary: z.string().nullable() });

/**
 * The form in which a structure is written to a file or handed from one thread to another: what there are at most some
 * thousand of as it is, the rest in columns. Checked column by column, not text by text.
 */
export const structureColumns = z.object({
  name: z.string(),
  version: z.string(),
  sources: z.array(
    z.object({ slug: z.string(), title: z.string(), document: z.string(), summary: z.string().nullable() }),
  ),
  pillars: z.array(owner),
  organizationTypes: z.array(owner),
  categories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      pillar: z.int().nullable(),
      organizationTypes: z.array(z.int()),
      relation: z.enum(['INSIDE', 'SUPPORTS']).nullable(),
    }),
  ),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  responsibilities: z.object({ slug: textColumn, name: textColumn, topics: lists }),
  roles: z.object({ slug: textColumn, title: textColumn, alternateTitles: textLists }),
  appearances: z.object({ role: places, category: places, source: places, line: places, responsibilities: lists }),
  overlaps: z.object({
    first: places,
    second: places,
    score: numbers,
    sharedWeight: numbers,
    totalWeight: numbers,
  }),
});
export type StructureColumns = z.infer<typeof structureColumns>;

export function structureColumnsOf(structure: GraphStructure): StructureColumns {
  const { responsibilities, roles } = structure;
  return {
    name: structure.name,
    version: structure.version,
    sources: [...structure.sources],
    pillars: [...structure.pillars],
    organizationTypes: [...structure.organizationTypes],
    categories: structure.categories.map((category) => ({
      ...category,
      organizationTypes: [...category.organizationTypes],
    })),
    topics: [...structure.topics],
    responsibilities: {
      slug: textColumnOf(responsibilities.map(({ slug }) => slug)),
      name: textColumnOf(responsibilities.map(({ name }) => name)),
      topics: listsOf(responsibilities.map(({ topics }) => topics)),
    },
    roles: {
      slug: textColumnOf(roles.map(({ slug }) => slug)),
      title: textColumnOf(roles.map(({ title }) => title)),
      alternateTitles: textListsOf(roles.map(({ alternateTitles }) => alternateTitles)),
    },
    appearances: structure.appearances,
    overlaps: structure.overlaps,
  };
}

export function* structureFrom(columns: StructureColumns, revision: string): Steps<GraphStructure> {
  const { name, version, sources, pillars, organizationTypes, categories, topics, appearances, overlaps } = columns;
  const { responsibilities, roles } = columns;
  return {
    name,
    version,
    revision,
    sources,
    pillars,
    organizationTypes,
    categories,
    topics,
    responsibilities: yield* generateInSteps(textCount(responsibilities.slug), (place) => ({
      slug: textAt(responsibilities.slug, place),
      name: textAt(responsibilities.name, place),
      topics: Array.from(listAt(responsibilities.topics, place)),
    })),
    roles: yield* generateInSteps(textCount(roles.slug), (place) => ({
      slug: textAt(roles.slug, place),
      title: textAt(roles.title, place),
      alternateTitles: textListAt(roles.alternateTitles, place),
    })),
    appearances,
    overlaps,
  };
}
