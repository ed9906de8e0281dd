import { z } from 'zod';
import type { AppearanceText, Graph, GraphStructure } from '../../graph/graph.ts';
import { listAt, listsOf } from '../../graph/lists.ts';
import {
  optionalTextAt,
  optionalTextsOf,
  textAt,
  textColumn,
  textColumnOf,
  textCount,
  textListAt,
  textLists,
  textListsOf,
} from './text-columns.ts';

const places: z.ZodType<Int32Array> = z.instanceof(Int32Array);
const numbers: z.ZodType<Float64Array> = z.instanceof(Float64Array);
const lists = z.object({ offsets: places, values: places });
const owner = z.object({ slug: z.string(), name: z.string(), summary: z.string().nullable() });

/**
 * The form in which a graph is written to a file: what there are at most some thousand of as it is, the rest in columns.
 * Checked column by column, not text by text: that the bytes are those that were written is what the checksum says.
 */
export const storedGraph = z.object({
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
  roles: z.object({ slug: textColumn, title: textColumn, alternateTitles: textLists, summary: textLists }),
  appearances: z.object({ role: places, category: places, source: places, line: places, responsibilities: lists }),
  appearanceTexts: z.object({ titles: textLists, summary: textLists, note: textLists }),
  overlaps: z.object({
    first: places,
    second: places,
    score: numbers,
    sharedWeight: numbers,
    totalWeight: numbers,
  }),
});
export type StoredGraph = z.infer<typeof storedGraph>;

export function storedGraphOf({ structure, texts }: Graph): StoredGraph {
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
      summary: optionalTextsOf(texts.roleSummaries),
    },
    appearances: structure.appearances,
    appearanceTexts: {
      titles: textListsOf(texts.appearances.map(({ titles }) => titles)),
      summary: optionalTextsOf(texts.appearances.map(({ summary }) => summary)),
      note: optionalTextsOf(texts.appearances.map(({ note }) => note)),
    },
    overlaps: structure.overlaps,
  };
}

export function structureOf(stored: StoredGraph, revision: string): GraphStructure {
  const { name, version, sources, pillars, organizationTypes, categories, topics, appearances, overlaps } = stored;
  const { responsibilities, roles } = stored;
  return {
    name,
    version,
    revision,
    sources,
    pillars,
    organizationTypes,
    categories,
    topics,
    responsibilities: Array.from({ length: textCount(responsibilities.slug) }, (_, place) => ({
      slug: textAt(responsibilities.slug, place),
      name: textAt(responsibilities.name, place),
      topics: Array.from(listAt(responsibilities.topics, place)),
    })),
    roles: Array.from({ length: textCount(roles.slug) }, (_, place) => ({
      slug: textAt(roles.slug, place),
      title: textAt(roles.title, place),
      alternateTitles: textListAt(roles.alternateTitles, place),
    })),
    appearances,
    overlaps,
  };
}

export function roleSummaryAt({ roles }: StoredGraph, place: number): string | null {
  return optionalTextAt(roles.summary, place);
}

export function appearanceTextAt({ appearanceTexts }: StoredGraph, place: number): AppearanceText {
  return {
    titles: textListAt(appearanceTexts.titles, place),
    summary: optionalTextAt(appearanceTexts.summary, place),
    note: optionalTextAt(appearanceTexts.note, place),
  };
}
