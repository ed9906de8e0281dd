import { z } from 'zod';
import type { GraphAppearances, GraphOwner, GraphStructure, ListedOverlaps } from '../../graph/graph.ts';
import { itemAt } from '../../graph/item-at.ts';
import { listsOf } from '../../graph/lists.ts';
import { damagedGraph, listsOfPlaces, listsOfTexts, numbers, place, Placed, places, texts } from './columns.ts';
import type { Executor } from './executor.ts';
import { readStatement } from './statement.ts';
import { rowSize } from './row-size.ts';

const count = z.int().nonnegative();
const generationRow = z.object({
  name: z.string(),
  version: z.string(),
  revision: z.string(),
  sources: count,
  pillars: count,
  organizationTypes: count,
  categories: count,
  topics: count,
  responsibilities: count,
  roles: count,
  appearances: count,
  overlaps: count,
});
type GenerationRow = z.infer<typeof generationRow>;

const ownerRow = z.object({ place, slug: z.string(), name: z.string(), summary: z.string().nullable() });

const readGeneration = readStatement('read-generation', generationRow);
const readSources = readStatement(
  'read-sources',
  z.object({
    place,
    slug: z.string(),
    title: z.string(),
    document: z.string(),
    summary: z.string().nullable(),
  }),
);
const readOwners = readStatement('read-owners', ownerRow);
const readCategories = readStatement(
  'read-categories',
  z.object({
    place,
    slug: z.string(),
    name: z.string(),
    relation: z.enum(['INSIDE', 'SUPPORTS']).nullable(),
    pillars: z.array(place).max(1),
    organizationTypes: z.array(place),
  }),
);
const readTopics = readStatement('read-topics', z.object({ place, slug: z.string(), name: z.string() }));
const readResponsibilities = readStatement(
  'read-responsibilities',
  z.object({ places, slugs: texts, names: texts, topics: listsOfPlaces }),
);
const readRoles = readStatement(
  'read-roles',
  z.object({ places, slugs: texts, titles: texts, alternateTitles: listsOfTexts }),
);
const readAppearances = readStatement(
  'read-appearances',
  z.object({
    places,
    roles: places,
    categories: places,
    sources: places,
    lines: places,
    responsibilities: listsOfPlaces,
  }),
);
const readOverlaps = readStatement(
  'read-overlaps',
  z.object({ start: place, ends: places, scores: numbers, sharedWeights: numbers, totalWeights: numbers }),
);

/**
 * Reads what is connected with what in a generation.
 *
 * @returns undefined where there is no such generation (any more).
 * @throws StoreError DAMAGED where it is not what was written.
 */
export async function structureOf(
  executor: Executor,
  catalog: string,
  generation: string,
): Promise<GraphStructure | undefined> {
  const [counts] = await executor.run(readGeneration, { catalog, generation });
  if (counts === undefined) return undefined;
  const { name, version, revision } = counts;
  const facts = { executor, generation, counts };
  return {
    name,
    version,
    revision,
    sources: await sourcesOf(facts),
    pillars: await ownersOf(facts, 'pillar', counts.pillars),
    organizationTypes: await ownersOf(facts, 'organization-type', counts.organizationTypes),
    categories: await categoriesOf(facts),
    topics: await topicsOf(facts),
    responsibilities: await responsibilitiesOf(facts),
    roles: await rolesOf(facts),
    appearances: await appearancesOf(facts),
    overlaps: await overlapsOf(facts),
  };
}

interface Facts {
  readonly executor: Executor;
  readonly generation: string;
  readonly counts: GenerationRow;
}

async function sourcesOf({ executor, generation, counts }: Facts): Promise<GraphStructure['sources']> {
  const placed = new Placed<GraphStructure['sources'][number]>('sources', counts.sources);
  for (const { place: at, ...source } of await executor.run(readSources, { generation })) placed.put(at, source);
  return placed.all();
}

async function ownersOf({ executor, generation }: Facts, kind: string, expected: number): Promise<GraphOwner[]> {
  const placed = new Placed<GraphOwner>(`nodes of the kind ${kind}`, expected);
  for (const { place: at, ...owner } of await executor.run(readOwners, { generation, kind })) placed.put(at, owner);
  return placed.all();
}

async function categoriesOf({ executor, generation, counts }: Facts): Promise<GraphStructure['categories']> {
  const placed = new Placed<GraphStructure['categories'][number]>('categories', counts.categories);
  for (const { place: at, pillars, ...category } of await executor.run(readCategories, { generation })) {
    placed.put(at, { ...category, pillar: pillars[0] ?? null });
  }
  return placed.all();
}

async function topicsOf({ executor, generation, counts }: Facts): Promise<GraphStructure['topics']> {
  const placed = new Placed<GraphStructure['topics'][number]>('topics', counts.topics);
  for (const { place: at, ...topic } of await executor.run(readTopics, { generation })) placed.put(at, topic);
  return placed.all();
}

async function responsibilitiesOf({
  executor,
  generation,
  counts,
}: Facts): Promise<GraphStructure['responsibilities']> {
  const placed = new Placed<GraphStructure['responsibilities'][number]>('responsibilities', counts.responsibilities);
  for (const row of await executor.run(readResponsibilities, { generation, rowSize })) {
    for (const [index, at] of row.places.entries()) {
      const [slug, name, topics] = [itemAt(row.slugs, index), itemAt(row.names, index), itemAt(row.topics, index)];
      placed.put(at, { slug, name, topics });
    }
  }
  return placed.all();
}

async function rolesOf({ executor, generation, counts }: Facts): Promise<GraphStructure['roles']> {
  const placed = new Placed<GraphStructure['roles'][number]>('roles', counts.roles);
  for (const row of await executor.run(readRoles, { generation, rowSize })) {
    for (const [index, at] of row.places.entries()) {
      const [slug, title] = [itemAt(row.slugs, index), itemAt(row.titles, index)];
      placed.put(at, { slug, title, alternateTitles: itemAt(row.alternateTitles, index) });
    }
  }
  return placed.all();
}

async function appearancesOf({ executor, generation, counts }: Facts): Promise<GraphAppearances> {
  const role = new Int32Array(counts.appearances);
  const category = new Int32Array(counts.appearances);
  const source = new Int32Array(counts.appearances);
  const line = new Int32Array(counts.appearances);
  const responsibilities = new Placed<readonly number[]>('appearances', counts.appearances);
  for (const row of await executor.run(readAppearances, { generation, rowSize })) {
    for (const [index, at] of row.places.entries()) {
      responsibilities.put(at, itemAt(row.responsibilities, index));
      role[at] = itemAt(row.roles, index);
      category[at] = itemAt(row.categories, index);
      source[at] = itemAt(row.sources, index);
      line[at] = itemAt(row.lines, index);
    }
  }
  return { role, category, source, line, responsibilities: listsOf(responsibilities.all()) };
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly score: number;
  readonly sharedWeight: number;
  readonly totalWeight: number;
}

/** In the database a pair goes from the smaller id to the other; here from the earlier place. */
async function overlapsOf({ executor, generation, counts }: Facts): Promise<ListedOverlaps> {
  const pairs: Pair[] = [];
  for (const row of await executor.run(readOverlaps, { generation })) {
    for (const [index, end] of row.ends.entries()) {
      pairs.push({
        first: Math.min(row.start, end),
        second: Math.max(row.start, end),
        score: itemAt(row.scores, index),
        sharedWeight: itemAt(row.sharedWeights, index),
        totalWeight: itemAt(row.totalWeights, index),
      });
    }
  }
  if (pairs.length !== counts.overlaps) {
    throw damagedGraph(`it has ${pairs.length} overlaps of roles instead of ${counts.overlaps}`);
  }
  pairs.sort((a, b) => a.first - b.first || a.second - b.second);
  return {
    first: Int32Array.from(pairs, ({ first }) => first),
    second: Int32Array.from(pairs, ({ second }) => second),
    score: Float64Array.from(pairs, ({ score }) => score),
    sharedWeight: Float64Array.from(pairs, ({ sharedWeight }) => sharedWeight),
    totalWeight: Float64Array.from(pairs, ({ totalWeight }) => totalWeight),
  };
}
