import { z } from 'zod';
import type {
  GraphAppearances,
  GraphIdentity,
  GraphInvolvements,
  GraphOwner,
  GraphStructure,
  ListedOverlaps,
} from '../../../graph/structure/graph-data.ts';
import { type Involvement, involvements } from '../../../graph/nodes/involvement.ts';
import { kindsOf } from '../../../graph/structure/kinds-of-involvement.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { indexesOfEach, listsOf } from '../../../collections/lists.ts';
import { categoryFields, ownerFields, sourceFields, topicFields } from '../../graph-columns.ts';
import { checkStructure, generationCounts, partsIn, retiredIn, type GenerationCounts } from '../generation-counts.ts';
import type { Executor } from '../driver/executor.ts';
import { damagedGraph } from '../driver/neo4j-failure.ts';
import type { CatalogScope } from '../pointer.ts';
import { layoutIn } from './layout-reader.ts';
import { readStatement, type Statement } from '../driver/statement.ts';
import {
  checkLengths,
  columnOf,
  inIndexOrder,
  integer,
  integers,
  listsOfIntegers,
  listsOfTexts,
  numbers,
  rowSize,
  texts,
  type ColumnRow,
} from './columns.ts';

const readGeneration = readStatement('read-generation', generationCounts);
const readSources = readStatement('read-sources', sourceFields.extend({ index: integer }));
const readOwners = readStatement('read-owners', ownerFields.extend({ index: integer }));
const readCategories = readStatement(
  'read-categories',
  categoryFields.omit({ pillar: true }).extend({ index: integer, pillars: z.array(integer).max(1) }),
);
const readTopics = readStatement('read-topics', topicFields.extend({ index: integer }));
/** An external id that is missing is an empty text, because Neo4j leaves null out of a list. */
const identityColumns = { externalIds: texts, sameAs: listsOfTexts };
const readResponsibilities = readStatement(
  'read-responsibilities',
  z.object({
    indexes: integers,
    slugs: texts,
    names: texts,
    hiddenNames: listsOfTexts,
    ...identityColumns,
    topics: listsOfIntegers,
  }),
);
const readRoles = readStatement(
  'read-roles',
  z.object({
    indexes: integers,
    slugs: texts,
    titles: texts,
    // Empty texts where there are none.
    qualifiers: texts,
    alternateTitles: listsOfTexts,
    hiddenTitles: listsOfTexts,
    ...identityColumns,
  }),
);
const readAppearances = readStatement(
  'read-appearances',
  z.object({
    indexes: integers,
    roles: integers,
    categories: integers,
    sources: integers,
    lines: integers,
    rows: integers,
    hashes: integers,
    anchors: texts,
    responsibilities: listsOfIntegers,
  }),
);
const readInvolvements = readStatement(
  'read-involvements',
  z.object({
    appearances: integers,
    responsibilities: integers,
    positions: integers,
    involvements: columnOf(isInvolvement, 'a list of lists of kinds of involvement'),
  }),
);
const readOverlaps = readStatement(
  'read-overlaps',
  z.object({ start: integer, ends: integers, scores: numbers, sharedWeights: numbers, totalWeights: numbers }),
);

/** Reads what a generation must have; undefined where there is no such generation (any more). */
export async function readCounts(
  { executor, catalog }: CatalogScope,
  generation: string,
): Promise<GenerationCounts | undefined> {
  const [counts] = await executor.run(readGeneration, { catalog, generation });
  return counts;
}

/**
 * Reads the structure of a generation.
 *
 * @throws StoreError DAMAGED if it is not what was written.
 */
export async function structureOf(
  executor: Executor,
  generation: string,
  counts: GenerationCounts,
): Promise<GraphStructure> {
  const { name, version, revision } = counts;
  const source = { executor, generation, counts };
  // A Neo4j that has just started plans each of them for some 100 ms, on as many processors as it has.
  const [sources, pillars, organizationTypes, categories, topics, responsibilities, roles] = await Promise.all([
    nodesOf(source, 'sources', counts.sources, readSources),
    ownersOf(source, 'pillar', counts.pillars),
    ownersOf(source, 'organization-type', counts.organizationTypes),
    categoriesOf(source),
    nodesOf(source, 'topics', counts.topics, readTopics),
    columnNodesOf(source, 'responsibilities', readResponsibilities, (row, offset) => ({
      slug: itemAt(row.slugs, offset),
      name: itemAt(row.names, offset),
      hiddenNames: itemAt(row.hiddenNames, offset),
      ...identityAt(row, offset),
      topics: itemAt(row.topics, offset),
    })),
    columnNodesOf(source, 'roles', readRoles, (row, offset) => ({
      slug: itemAt(row.slugs, offset),
      title: itemAt(row.titles, offset),
      qualifier: itemAt(row.qualifiers, offset) || null,
      alternateTitles: itemAt(row.alternateTitles, offset),
      hiddenTitles: itemAt(row.hiddenTitles, offset),
      ...identityAt(row, offset),
    })),
  ]);
  const nodes = { sources, pillars, organizationTypes, categories, topics, responsibilities, roles };
  // The two that take longest, together: while one answer is parsed here, Neo4j prepares the other.
  const [appearances, overlaps, layout] = await Promise.all([
    appearancesOf(source),
    overlapsOf(source),
    layoutIn(executor, generation, nodes),
  ]);
  const parts = partsIn(counts, sources);
  const structure: GraphStructure = {
    name,
    version,
    revision,
    parts,
    ...nodes,
    appearances,
    overlaps,
    retired: retiredIn(counts),
    layout,
  };
  checkStructure(structure, counts);
  return structure;
}

interface IdentityColumns {
  readonly externalIds: readonly string[];
  readonly sameAs: readonly (readonly string[])[];
}

function identityAt({ externalIds, sameAs }: IdentityColumns, offset: number): GraphIdentity {
  return { externalId: itemAt(externalIds, offset) || null, sameAs: itemAt(sameAs, offset) };
}

interface Source {
  readonly executor: Executor;
  readonly generation: string;
  readonly counts: GenerationCounts;
}

/** Reads nodes that come one a row. */
async function nodesOf<Row extends { readonly index: number }>(
  { executor, generation }: Source,
  what: string,
  count: number,
  statement: Statement<Row>,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Omit<Row, 'index'>[]> {
  const rows = await executor.run(statement, { generation, ...parameters });
  return inIndexOrder(
    what,
    count,
    rows.map(({ index, ...node }) => [index, node] as const),
  );
}

function ownersOf(source: Source, kind: string, count: number): Promise<GraphOwner[]> {
  return nodesOf(source, `nodes of the kind ${kind}`, count, readOwners, { kind });
}

async function categoriesOf(source: Source): Promise<GraphStructure['categories']> {
  const categories = await nodesOf(source, 'categories', source.counts.categories, readCategories);
  return categories.map(({ pillars, ...category }) => ({ ...category, pillar: pillars[0] ?? null }));
}

/** Reads nodes that come many a row, in columns. */
async function columnNodesOf<Row extends ColumnRow, T extends object>(
  { executor, generation, counts }: Source,
  what: 'responsibilities' | 'roles' | 'appearances',
  statement: Statement<Row>,
  nodeAt: (row: Row, offset: number) => T,
): Promise<T[]> {
  const rows = await executor.run(statement, { generation, rowSize });
  for (const row of rows) checkLengths(what, Object.values(row));
  const nodes = rows.values().flatMap((row) => {
    return row.indexes.values().map((index, offset) => [index, nodeAt(row, offset)] as const);
  });
  return inIndexOrder(what, counts[what], nodes);
}

async function appearancesOf(source: Source): Promise<GraphAppearances> {
  const locations = await columnNodesOf(source, 'appearances', readAppearances, (row, offset) => ({ row, offset }));
  return {
    role: Int32Array.from(locations, ({ row, offset }) => itemAt(row.roles, offset)),
    category: Int32Array.from(locations, ({ row, offset }) => itemAt(row.categories, offset)),
    source: Int32Array.from(locations, ({ row, offset }) => itemAt(row.sources, offset)),
    line: Int32Array.from(locations, ({ row, offset }) => itemAt(row.lines, offset)),
    row: Int32Array.from(locations, ({ row, offset }) => itemAt(row.rows, offset)),
    hash: Int32Array.from(locations, ({ row, offset }) => itemAt(row.hashes, offset)),
    anchors: new Map(
      locations
        .map(({ row, offset }, index) => [index, itemAt(row.anchors, offset)] as const)
        .filter(([, anchor]) => anchor !== ''),
    ),
    responsibilities: listsOf(locations.map(({ row, offset }) => itemAt(row.responsibilities, offset))),
    involvements: await involvementsOf(source),
  };
}

const involvementList = z.array(z.enum(involvements)).min(1);

function isInvolvement(value: unknown): value is Involvement[] {
  return involvementList.safeParse(value).success;
}

/** Costs no round trip if all roles are just responsible. */
async function involvementsOf({ executor, generation, counts }: Source): Promise<GraphInvolvements> {
  const isNone = (counts.involvements ?? 0) === 0;
  const rows = isNone ? [] : await executor.run(readInvolvements, { generation, rowSize });
  for (const row of rows) checkLengths('relationships NAMES and INVOLVES', Object.values(row));
  const found = rows
    .flatMap((row) =>
      row.appearances.map((appearance, offset) => ({
        appearance,
        responsibility: itemAt(row.responsibilities, offset),
        position: itemAt(row.positions, offset),
        kinds: kindsOf(itemAt(row.involvements, offset)),
      })),
    )
    .sort((a, b) => a.appearance - b.appearance || a.position - b.position);
  return {
    appearance: Int32Array.from(found, ({ appearance }) => appearance),
    responsibility: Int32Array.from(found, ({ responsibility }) => responsibility),
    kinds: Int32Array.from(found, ({ kinds }) => kinds),
  };
}

/** In the database a pair goes from the smaller id to the other; here from the smaller index. */
async function overlapsOf({ executor, generation, counts }: Source): Promise<ListedOverlaps> {
  const rows = await executor.run(readOverlaps, { generation });
  for (const { ends, scores, sharedWeights, totalWeights } of rows) {
    checkLengths('overlaps of roles', [ends, scores, sharedWeights, totalWeights]);
  }
  const first = rows.flatMap(({ start, ends }) => ends.map((end) => Math.min(start, end)));
  const second = rows.flatMap(({ start, ends }) => ends.map((end) => Math.max(start, end)));
  if (first.length !== counts.overlaps) {
    throw damagedGraph(`it has ${first.length} overlaps of roles instead of ${counts.overlaps}`);
  }
  const bySecond = orderOf(second, counts.roles);
  const order = orderOf(
    bySecond.map((pair) => itemAt(first, pair)),
    counts.roles,
  ).map((index) => itemAt(bySecond, index));
  const ordered = (values: readonly number[]) => Float64Array.from(order, (pair) => itemAt(values, pair));
  return {
    first: order.map((pair) => itemAt(first, pair)),
    second: order.map((pair) => itemAt(second, pair)),
    score: ordered(rows.flatMap(({ scores }) => scores)),
    sharedWeight: ordered(rows.flatMap(({ sharedWeights }) => sharedWeights)),
    totalWeight: ordered(rows.flatMap(({ totalWeights }) => totalWeights)),
  };
}

/** The positions of some roles in ascending order of the roles, stable; a counting sort, as there are very many. */
function orderOf(roles: ArrayLike<number>, roleCount: number): Int32Array {
  const indexes = Int32Array.from(roles);
  if (indexes.some((index) => index < 0 || index >= roleCount)) {
    throw damagedGraph('an overlap leads to a node that is not there');
  }
  return indexesOfEach(indexes, roleCount).values;
}
