import { z } from 'zod';
import type { GraphAppearances, GraphOwner, GraphStructure, ListedOverlaps } from '../../graph/graph.ts';
import { itemAt } from '../../graph/item-at.ts';
import { listsOf } from '../../graph/lists.ts';
import { inPlaces, listsOfPlaces, listsOfTexts, numbers, place, places, texts } from './columns.ts';
import { damagedGraph } from './neo4j-failure.ts';
import { checkStructure } from './check-structure.ts';
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
  names: count,
  about: count,
  partOf: count,
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
  const source = { executor, generation, counts };
  const structure: GraphStructure = {
    name,
    version,
    revision,
    sources: inPlaces('sources', counts.sources, itemsOf(await executor.run(readSources, { generation }))),
    pillars: await ownersOf(source, 'pillar', counts.pillars),
    organizationTypes: await ownersOf(source, 'organization-type', counts.organizationTypes),
    categories: await categoriesOf(source),
    topics: inPlaces('topics', counts.topics, itemsOf(await executor.run(readTopics, { generation }))),
    responsibilities: await responsibilitiesOf(source),
    roles: await rolesOf(source),
    appearances: await appearancesOf(source),
    overlaps: await overlapsOf(source),
  };
  checkStructure(structure, counts);
  return structure;
}

interface Source {
  readonly executor: Executor;
  readonly generation: string;
  readonly counts: GenerationRow;
}

/** Rows of one node each. */
function* itemsOf<Row extends { readonly place: number }>(
  rows: readonly Row[],
): Generator<readonly [number, Omit<Row, 'place'>]> {
  for (const { place: at, ...item } of rows) yield [at, item];
}

/** Rows of many nodes each, in columns. */
function* columnsOf<Row extends { readonly places: readonly number[] }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row, index: number) => Item,
): Generator<readonly [number, Item]> {
  for (const row of rows) for (const [index, at] of row.places.entries()) yield [at, itemOf(row, index)];
}

async function ownersOf({ executor, generation }: Source, kind: string, count: number): Promise<GraphOwner[]> {
  return inPlaces(`nodes of the kind ${kind}`, count, itemsOf(await executor.run(readOwners, { generation, kind })));
}

async function categoriesOf({ executor, generation, counts }: Source): Promise<GraphStructure['categories']> {
  const rows = await executor.run(readCategories, { generation });
  return inPlaces('categories', counts.categories, itemsOf(rows)).map(({ pillars, ...category }) => ({
    ...category,
    pillar: pillars[0] ?? null,
  }));
}

async function responsibilitiesOf({ executor, generation, counts }: Source) {
  const rows = await executor.run(readResponsibilities, { generation, rowSize });
  const items = columnsOf(rows, ({ slugs, names, topics }, index) => ({
    slug: itemAt(slugs, index),
    name: itemAt(names, index),
    topics: itemAt(topics, index),
  }));
  return inPlaces('responsibilities', counts.responsibilities, items);
}

async function rolesOf({ executor, generation, counts }: Source) {
  const rows = await executor.run(readRoles, { generation, rowSize });
  const items = columnsOf(rows, ({ slugs, titles, alternateTitles }, index) => ({
    slug: itemAt(slugs, index),
    title: itemAt(titles, index),
    alternateTitles: itemAt(alternateTitles, index),
  }));
  return inPlaces('roles', counts.roles, items);
}

async function appearancesOf({ executor, generation, counts }: Source): Promise<GraphAppearances> {
  const rows = await executor.run(readAppearances, { generation, rowSize });
  const items = columnsOf(rows, ({ roles, categories, sources, lines, responsibilities }, index) => ({
    role: itemAt(roles, index),
    category: itemAt(categories, index),
    source: itemAt(sources, index),
    line: itemAt(lines, index),
    responsibilities: itemAt(responsibilities, index),
  }));
  const appearances = inPlaces('appearances', counts.appearances, items);
  return {
    role: Int32Array.from(appearances, ({ role }) => role),
    category: Int32Array.from(appearances, ({ category }) => category),
    source: Int32Array.from(appearances, ({ source }) => source),
    line: Int32Array.from(appearances, ({ line }) => line),
    responsibilities: listsOf(appearances.map(({ responsibilities }) => responsibilities)),
  };
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly score: number;
  readonly sharedWeight: number;
  readonly totalWeight: number;
}

/** In the database a pair goes from the smaller id to the other; here from the earlier place. */
async function overlapsOf({ executor, generation, counts }: Source): Promise<ListedOverlaps> {
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
