import { readFileSync } from 'node:fs';
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  parse,
  validateExecutionArgs,
  type GraphQLField,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { requestGraph, type Context, type RequestGraph } from '../../../schema/context.ts';
import { costsIn, fieldCosts } from '../../../schema/costs/field-costs.ts';
import { schema } from '../../../schema/schema.ts';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { mostCost, queryCost, type QueryCost } from '../../../src/server/graphql/limits/query-cost.ts';
import { exampleNodes } from '../../../src/server/pages/example-nodes.ts';
import { exampleQueries } from '../../../src/server/pages/example-queries.ts';
import { ServedCatalog } from '../../../src/store/served-catalog.ts';
import { documentedQueries } from '../../support/engines/documented-queries.ts';
import { memoryEngine } from '../../support/engines/memory-engine.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line } from '../../support/catalogs/small-catalogs.ts';

async function opened(catalog: Catalog): Promise<RequestGraph> {
  const place = await memoryEngine.emptyPlace();
  const store = await place.open(() => Promise.resolve(graphOfCatalog(catalog)));
  const stored = await new ServedCatalog(store).current();
  await place.remove();
  return requestGraph(stored, new Scheduler());
}

function costOf(rolegraph: RequestGraph, source: string, variableValues: Record<string, unknown> = {}): QueryCost {
  const contextValue: Context = { rolegraph };
  const query = validateExecutionArgs({ schema, document: parse(source), variableValues, contextValue });
  if (!('schema' in query)) throw new Error(query.map(({ message }) => message).join(' '));
  return queryCost(query, costsIn(rolegraph.graph));
}

/** Three roles; a is in both pillars by 4 lines, b and c are in p by one each; all do "r". */
const small = await opened(
  catalogWith({
    pillars: [
      { slug: 'p', name: 'P' },
      { slug: 'q', name: 'Q' },
    ],
    categories: [
      { slug: 'c', name: 'C', pillar: 'p' },
      { slug: 'c', name: 'C', pillar: 'q' },
    ],
    responsibilities: [{ slug: 'r', name: 'R', topics: [] }],
    roles: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug.toUpperCase(), alternateTitles: [] })),
    appearances: [
      line(1, 'a', 'p/c', ['r']),
      line(2, 'a', 'p/c', ['r']),
      line(3, 'a', 'q/c', ['r']),
      line(4, 'a', 'q/c', ['r']),
      line(5, 'b', 'p/c', ['r']),
      line(6, 'c', 'p/c', ['r']),
    ],
  }),
);

describe('the cost of a query', () => {
  test.each([
    ['a field costs 1', '{ catalog { name version } }', 3],
    [
      'a page costs 6, and for each requested item 1 and its selection',
      '{ roles(first: 2) { nodes { title } } }',
      8 + 2 * 2,
    ],
    ['a page counts no more items than exist', '{ roles(first: 90) { nodes { title } } }', 9 + 3 * 2],
    ['a page without a size counts its default size', '{ roles { nodes { title slug } } }', 9 + 3 * 3],
    ['a page from the end costs the same', '{ roles(last: 1) { edges { cursor node { title } } } }', 7 + (1 + 3)],
    [
      'a list counts its average length',
      '{ role(by: { id: "role:a" }) { pillars { name } } }',
      1 + 1 + (4 + 1 + 1) / 4,
    ],
    ['a list of ids counts all given ids', '{ nodes(ids: ["role:a", "role:b", "x"]) { id } }', 3 + 3],
    [
      'an item counts as the most expensive type that it can have',
      '{ nodes(ids: ["x"]) { id ... on Role { title slug } ... on Source { title } } }',
      1 + 3,
    ],
    [
      'a fragment counts as its selection, once in each selection set',
      '{ roles(first: 2) { nodes { ...F ...F } } } fragment F on Role { title slug }',
      8 + 2 * 3,
    ],
    [
      'a field selected twice is resolved once',
      '{ roles { nodes { title } } roles { nodes { title slug } } }',
      9 + 3 * (2 + 3),
    ],
    ['introspection is free', '{ __schema { types { name } } catalog { __typename } }', 1],
  ])('estimates the cost of a query: %s: %s', (_, query, expected) => {
    expect(costOf(small, query).total).toBe(Math.ceil(expected));
  });

  test('arguments in variables count like arguments in the query', () => {
    const query =
      'query ($n: Int, $ids: [ID!]! = ["x"]) { roles(first: $n) { nodes { title } } nodes(ids: $ids) { id } }';
    expect(costOf(small, query, { n: 2 }).total).toBe(8 + 2 * 2 + 2);
    expect(costOf(small, query, { n: 1, ids: ['x', 'y', 'z'] }).total).toBe(7 + 2 + 6);
  });

  test('only the requested operation counts', () => {
    const contextValue: Context = { rolegraph: small };
    const document = parse('query A { catalog { name } } query B { roles(first: 3) { nodes { title } } }');
    const totals = ['A', 'B'].map((operationName) => {
      const query = validateExecutionArgs({ schema, document, operationName, contextValue });
      return 'schema' in query ? queryCost(query, costsIn(small.graph)).total : undefined;
    });
    expect(totals).toEqual([2, 9 + 3 * 2]);
  });

  test('sizes out of range, which the field refuses, do not make the cost negative', () => {
    expect(costOf(small, '{ roles(first: -5) { nodes { title } } }').total).toBe(6);
    const drawn = (maxNodes: number) =>
      costOf(small, `{ graph(select: { maxNodes: ${maxNodes} }) { nodes { nodeId } } roles { nodes { title } } }`)
        .total;
    expect(drawn(-2_000_000_000)).toBeGreaterThanOrEqual(drawn(0));
  });

  test('all roots count, because they are answered whatever maxNodes is', () => {
    const roots = Array.from({ length: 1_000 }, () => 'role:a');
    const query =
      'query ($roots: [ID!]) { graph(select: { roots: $roots, maxNodes: 1, depth: 0 }) { nodes { nodeId } } }';
    expect(costOf(small, query, { roots }).total).toBeGreaterThan(1_000);
  });

  test('fields that @skip and @include leave out cost nothing', () => {
    const query =
      'query ($all: Boolean!) { catalog { name } roles @include(if: $all) { nodes { title @skip(if: $all) } } }';
    expect(costOf(small, query, { all: false }).total).toBe(2);
    expect(costOf(small, query, { all: true }).total).toBe(2 + 9 + 3);
  });

  test('a field with invalid arguments costs 1', () => {
    const query = 'query ($depth: Int) { graph(select: { depth: $depth }) { nodes { nodeId } } catalog { name } }';
    expect(costOf(small, query, { depth: null }).total).toBe(3);
  });

  test('estimates a query quickly even if fragments multiply each other', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Role { ${n === 59 ? 'title' : `...F${n + 1} ...F${n + 1}`} }`,
    );
    expect(costOf(small, `{ roles { nodes { ...F0 } } } ${fragments.join(' ')}`).total).toBe(9 + 3 * 2);
  });

  test.each([
    [
      '{ catalog { name } roles(first: 2) { nodes { title overlaps { nodes { title slug } } } } }',
      ['roles', 'nodes', 'overlaps'],
    ],
    ['{ most: roles(first: 3) { nodes { title } } least: roles(first: 1) { nodes { title } } }', ['most']],
    ['{ catalog { name } }', []],
  ])('names the most expensive part of %s', (query, expected) => {
    expect(costOf(small, query).mostExpensive).toEqual(expected);
  });
});

describe('legitimate queries', async () => {
  const shipped = await opened(await shippedCatalog());
  const documents = [
    'README.md',
    'docs/getting-started.md',
    'docs/overlap.md',
    'docs/analysis.md',
    'docs/neo4j.md',
    'docs/operations.md',
  ];
  const documented = documents.flatMap((path) =>
    documentedQueries(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')).map(({ query }) => query),
  );
  const examples = exampleQueries(exampleNodes(shipped.graph)).map(({ query }) => query);

  test('the docs and the examples contain queries to try', () => {
    expect([documented.length > 5, examples.length > 2]).toEqual([true, true]);
  });

  test.each([...documented, ...examples])('a legitimate query costs less than a tenth of the limit: %s', (query) => {
    expect(costOf(shipped, query).total).toBeLessThan(mostCost / 10);
  });

  test.each([
    ['introspection', getIntrospectionQuery(), 0],
    [
      'the whole graph with all its fields',
      '{ graph(select: { maxNodes: 10000, minOverlap: 0 }) { nodes { nodeId kind label degree } edges { id kind source target weight } } }',
      mostCost / 2,
    ],
    [
      'a page of 100 with nested relations',
      '{ roles(first: 100) { nodes { title summary pillars { name } categories { name } responsibilities(first: 100) { nodes { name topics { name } } } overlaps(first: 20) { edges { overlap { score } node { title } } } } } }',
      mostCost / 10,
    ],
    ['every group with its roles', '{ categories { name roles(first: 100) { nodes { title } } } }', mostCost / 2],
  ])('a legitimate query costs no more than expected: %s', (_, query, most) => {
    expect(costOf(shipped, query).total).toBeLessThanOrEqual(most);
  });
});

test('the responsibilities of all categories cost as much as all appearances of the catalog', async () => {
  const large = await opened(generatedCatalog({ roles: 2_000, seed: 1, appearancesPerRole: 3.2 }));
  const { categories, appearanceCount } = large.graph;
  const query = '{ categories { responsibilities(first: 1) { nodes { name } } } }';
  const pages = 9 * categories.length;
  const ofLines = costOf(large, query).total - pages;
  expect(ofLines).toBeGreaterThan(appearanceCount / 10);
  expect(ofLines).toBeLessThan(appearanceCount);
});

function fieldsOfObjects(): readonly (readonly [string, GraphQLField<unknown, unknown>])[] {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) =>
    Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
  );
}

describe('the table of costs', () => {
  test('every coordinate of the table exists in the schema', () => {
    const coordinates = new Set(fieldsOfObjects().map(([coordinate]) => coordinate));
    expect(Object.keys(fieldCosts).filter((coordinate) => !coordinates.has(coordinate))).toEqual([]);
  });

  test('every list of objects has an entry, except those that are as long as their parent says', () => {
    const manyOf = fieldsOfObjects().filter(([, { type }]) => {
      const named = getNamedType(type);
      const isMany = isListType(getNullableType(type)) || named.name.endsWith('Connection');
      return isMany && isCompositeType(named);
    });
    const missing = manyOf.map(([coordinate]) => coordinate).filter((coordinate) => !(coordinate in fieldCosts));
    expect(missing.filter((coordinate) => !/Connection\.(edges|nodes)$/.test(coordinate))).toEqual(['Graph.nodes']);
  });
});
