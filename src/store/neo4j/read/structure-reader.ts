import { z } from 'zod';
import type {
  GraphAppearances,
  GraphOwner,
  GraphStructure,
  ListedOverlaps,
} from '../../../graph/structure/graph-data.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { indexesOfEach } from '../../../collections/lists.ts';
import {
  checkColumns,
  checkIndexes,
  inIndexOrder,
  integer,
  integers,
  listsByIndex,
  listsOfIntegers,
  listsOfTexts,
  numbers,
  numbersByIndex,
  texts,
  type ColumnRow,
} from './columns.ts';
import { damagedGraph } from '../driver/neo4j-failure.ts';
import { checkStructure } from '../check-structure.ts';
import type { Executor } from '../driver/executor.ts';
import { readStatement } from '../driver/statement.ts';
import { rowSize } from './row-size.ts';

const count = z.int().nonnegative();
export const generationCounts = z.object({
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
/** What a generation has to have, so that one of which something is missing is seen to be damaged. */
export type GenerationCounts = z.infer<typeof generationCounts>;

const ownerRow = z.object({ index: integer, slug: z.string(), name: z.string(), summary: z.string().nullable() });

const readGeneration = readStatement('read-generation', generationCounts);
const readSources = readStatement(
  'read-sources',
  z.object({
    index: integer,
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
    index: integer,
    slug: z.string(),
    name: z.string(),
    relation: z.enum(['INSIDE', 'SUPPORTS']).nullable(),
    pillars: z.array(integer).max(1),
    organizationTypes: z.array(integer),
  }),
);
const readTopics = readStatement('read-topics', z.object({ index: integer, slug: z.string(), name: z.string() }));
const readResponsibilities = readStatement(
  'read-responsibilities',
  z.object({ indexes: integers, slugs: texts, names: texts, topics: listsOfIntegers }),
);
const readRoles = readStatement(
  'read-roles',
  z.object({ indexes: integers, slugs: texts, titles: texts, alternateTitles: listsOfTexts }),
);
const readAppearances = readStatement(
  'read-appearances',
  z.object({
    indexes: integers,
    roles: integers,
    categories: integers,
    sources: integers,
    lines: integers,
    responsibilities: listsOfIntegers,
  }),
);
const readOverlaps = readStatement(
  'read-overlaps',
  z.object({ start: integer, ends: integers, scores: numbers, sharedWeights: numbers, totalWeights: numbers }),
);

/** What a generation has; undefined where there is no such generation (any more). */
export async function countsOf(
  executor: Executor,
  catalog: string,
  generation: string,
): Promise<GenerationCounts | undefined> {
  const [counts] = await executor.run(readGeneration, { catalog, generation });
  return counts;
}

/**
 * Reads what is connected with what in a generation.
 *
 * @throws StoreError DAMAGED where it is not what was written.
 */
export async function structureOf(
  executor: Executor,
  generation: string,
  counts: GenerationCounts,
): Promise<GraphStructure> {
  const { name, version, revision } = counts;
  const source = { executor, generation, counts };
  // Neo4j that has just started plans each of them for some 100 ms, on as many processors as it has.
  const [sources, pillars, organizationTypes, categories, topics, responsibilities, roles] = await Promise.all([
    sourcesOf(source),
    ownersOf(source, 'pillar', counts.pillars),
    ownersOf(source, 'organization-type', counts.organizationTypes),
    categoriesOf(source),
    topicsOf(source),
    responsibilitiesOf(source),
    rolesOf(source),
  ]);
  const nodes = { sources, pillars, organizationTypes, categories, topics, responsibilities, roles };
  // The two that take longest, together: while one answer is parsed here, Neo4j prepares the other.
  const [appearances, overlaps] = await Promise.all([appearancesOf(source), overlapsOf(source)]);
  const structure: GraphStructure = { name, version, revision, ...nodes, appearances, overlaps };
  checkStructure(structure, counts);
  return structure;
}

interface Source {
  readonly executor: Executor;
  readonly generation: string;
  readonly counts: GenerationCounts;
}

/** Rows of one node each. */
function* itemsOf<Row extends { readonly index: number }>(
  rows: readonly Row[],
): Generator<readonly [number, Omit<Row, 'index'>]> {
  for (const { index: at, ...item } of rows) yield [at, item];
}

/** Rows of many nodes each, in columns. */
function* columnsOf<Row extends ColumnRow, Item>(
  rows: readonly Row[],
  itemOf: (row: Row, index: number) => Item,
): Generator<readonly [number, Item]> {
  for (const row of rows) for (const [index, at] of row.indexes.entries()) yield [at, itemOf(row, index)];
}

async function sourcesOf({ executor, generation, counts }: Source): Promise<GraphStructure['sources']> {
  return inIndexOrder('sources', counts.sources, itemsOf(await executor.run(readSources, { generation })));
}

async function topicsOf({ executor, generation, counts }: Source): Promise<GraphStructure['topics']> {
  return inIndexOrder('topics', counts.topics, itemsOf(await executor.run(readTopics, { generation })));
}

async function ownersOf({ executor, generation }: Source, kind: string, count: number): Promise<GraphOwner[]> {
  return inIndexOrder(
    `nodes of the kind ${kind}`,
    count,
    itemsOf(await executor.run(readOwners, { generation, kind })),
  );
}

async function categoriesOf({ executor, generation, counts }: Source): Promise<GraphStructure['categories']> {
  const rows = await executor.run(readCategories, { generation });
  return inIndexOrder('categories', counts.categories, itemsOf(rows)).map(({ pillars, ...category }) => ({
    ...category,
    pillar: pillars[0] ?? null,
  }));
}

async function responsibilitiesOf({ executor, generation, counts }: Source) {
  const rows = await executor.run(readResponsibilities, { generation, rowSize });
  for (const row of rows) checkColumns('responsibilities', row, [row.slugs, row.names, row.topics]);
  const items = columnsOf(rows, ({ slugs, names, topics }, index) => ({
    slug: itemAt(slugs, index),
    name: itemAt(names, index),
    topics: itemAt(topics, index),
  }));
  return inIndexOrder('responsibilities', counts.responsibilities, items);
}

async function rolesOf({ executor, generation, counts }: Source) {
  const rows = await executor.run(readRoles, { generation, rowSize });
  for (const row of rows) checkColumns('roles', row, [row.slugs, row.titles, row.alternateTitles]);
  const items = columnsOf(rows, ({ slugs, titles, alternateTitles }, index) => ({
    slug: itemAt(slugs, index),
    title: itemAt(titles, index),
    alternateTitles: itemAt(alternateTitles, index),
  }));
  return inIndexOrder('roles', counts.roles, items);
}

async function appearancesOf({ executor, generation, counts }: Source): Promise<GraphAppearances> {
  const rows = await executor.run(readAppearances, { generation, rowSize });
  const count = counts.appearances;
  checkIndexes('appearances', count, rows);
  for (const row of rows) {
    checkColumns('appearances', row, [row.roles, row.categories, row.sources, row.lines, row.responsibilities]);
  }
  return {
    role: numbersByIndex(rows, count, ({ roles }) => roles),
    category: numbersByIndex(rows, count, ({ categories }) => categories),
    source: numbersByIndex(rows, count, ({ sources }) => sources),
    line: numbersByIndex(rows, count, ({ lines }) => lines),
    responsibilities: listsByIndex(rows, count, ({ responsibilities }) => responsibilities),
  };
}

/** In the database a pair goes from the smaller id to the other; here from the smaller index. */
async function overlapsOf({ executor, generation, counts }: Source): Promise<ListedOverlaps> {
  const rows = await executor.run(readOverlaps, { generation });
  const count = rows.reduce((sum, { ends }) => sum + ends.length, 0);
  if (count !== counts.overlaps) throw damagedGraph(`it has ${count} overlaps of roles instead of ${counts.overlaps}`);
  const overlaps = {
    first: new Int32Array(count),
    second: new Int32Array(count),
    score: new Float64Array(count),
    sharedWeight: new Float64Array(count),
    totalWeight: new Float64Array(count),
  };
  let pair = 0;
  for (const { start, ends, scores, sharedWeights, totalWeights } of rows) {
    checkColumns('overlaps of roles', { indexes: ends }, [scores, sharedWeights, totalWeights]);
    for (const [index, end] of ends.entries()) {
      overlaps.first[pair] = Math.min(start, end);
      overlaps.second[pair] = Math.max(start, end);
      overlaps.score[pair] = itemAt(scores, index);
      overlaps.sharedWeight[pair] = itemAt(sharedWeights, index);
      overlaps.totalWeight[pair] = itemAt(totalWeights, index);
      pair += 1;
    }
  }
  return inOrder(overlaps, counts.roles);
}

/** By first, then second role. */
function inOrder(overlaps: ListedOverlaps, roles: number): ListedOverlaps {
  const { first, second, score, sharedWeight, totalWeight } = overlaps;
  const bySecond = indexesBy(second, roles);
  const order = indexesBy(
    bySecond.map((pair) => itemAt(first, pair)),
    roles,
  ).map((index) => itemAt(bySecond, index));
  const ordered = (numbersOfPairs: Float64Array) => Float64Array.from(order, (pair) => itemAt(numbersOfPairs, pair));
  return {
    first: order.map((pair) => itemAt(first, pair)),
    second: order.map((pair) => itemAt(second, pair)),
    score: ordered(score),
    sharedWeight: ordered(sharedWeight),
    totalWeight: ordered(totalWeight),
  };
}

/** The positions of the given indexes in ascending order of the indexes, stable; a counting sort, as there are very many. */
function indexesBy(ofEach: Int32Array, size: number): Int32Array {
  if (ofEach.some((at) => at < 0 || at >= size)) throw damagedGraph('an overlap leads to a node that is not there');
  return indexesOfEach(ofEach, size).values;
}
