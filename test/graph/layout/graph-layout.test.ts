import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { withLayout } from '../../../src/graph/layout/graph-layout.ts';
import { laidOutCount } from '../../../src/graph/layout/laid-out-nodes.ts';
import { colorOfKind, drawingsIn, placesIn } from '../../../src/graph/layout/node-drawing.ts';
import { nodeKinds } from '../../../src/graph/nodes/node-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { hospitalCatalog } from '../../support/catalogs/hospital-catalog.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { medianMove, positionsOf, withRole } from '../../support/moved-nodes.ts';

const layoutOf = (catalog: Catalog) => withLayout(graphOfCatalog(catalog)).structure.layout;

describe('a role more', () => {
  test.each<[string, () => Catalog | Promise<Catalog>]>([
    ['the catalog that ships', shippedCatalog],
    ['a hospital', hospitalCatalog],
    ['100 generated roles', () => generatedCatalog({ roles: 100, seed: 7 })],
  ])('moves the median node by less than 5 % of the diameter: %s', async (_, read) => {
    const catalog = await read();
    const before = positionsOf(catalog);
    fc.assert(
      fc.property(fc.nat(catalog.roles.length - 1), fc.integer({ min: 1, max: 6 }), (like, lines) => {
        expect(medianMove(before, positionsOf(withRole(catalog, like, lines)))).toBeLessThan(0.05);
      }),
      { numRuns: 6 },
    );
  });
});

test('the same content has the same layout, however it is listed', async () => {
  const catalog = await shippedCatalog();
  const { roles, responsibilities, appearances } = catalog;
  const reversed = { roles: roles.toReversed(), responsibilities: responsibilities.toReversed() };
  expect(layoutOf({ ...catalog, ...reversed, appearances: appearances.toReversed() })).toEqual(layoutOf(catalog));
});

test('who is consulted or informed changes no layout', () => {
  const [first, ...others] = handbookCatalog.appearances;
  if (first === undefined) throw new Error('The handbook has no appearances.');
  const named = new Set(first.responsibilities.map((each) => (typeof each === 'string' ? each : each.responsibility)));
  const added = handbookCatalog.responsibilities
    .filter(({ slug }) => !named.has(slug))
    .map(({ slug }) => ({ responsibility: slug, involvement: ['CONSULTED' as const, 'INFORMED' as const] }));
  expect(added.length).toBeGreaterThan(0);
  const consulting = { ...first, responsibilities: [...first.responsibilities, ...added] };
  expect(layoutOf({ ...handbookCatalog, appearances: [consulting, ...others] })).toEqual(layoutOf(handbookCatalog));
});

// Numbers that another engine, processor or version of Node.js must not change. They change if the layout does.
test('the layout is the same on every machine', () => {
  expect(Object.fromEntries([...positionsOf(handbookCatalog)].map(([id, { x, y }]) => [id, `${x} ${y}`])))
    .toMatchInlineSnapshot(`
    {
      "category:msp/help": "-153 -723",
      "category:reliability/operations": "369 508",
      "category:security/operations": "616 265",
      "category:vendor/sales": "-378 -500",
      "organization-type:msp": "-221 -646",
      "organization-type:vendor": "-453 -421",
      "pillar:reliability": "399 467",
      "pillar:security": "560 303",
      "responsibility:aerger-loesen": "540 340",
      "responsibility:sell": "-416 -518",
      "responsibility:verify-backups": "573 354",
      "role:oberarzt": "-144 -711",
      "role:seller": "-376 -521",
      "role:sre": "517 383",
      "topic:access": "554 328",
      "topic:backup": "592 371",
    }
  `);
});

test('every node of any catalog has a position and a community', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { structure } = withLayout(graphOfCatalog(catalog));
      const { layout } = structure;
      if (layout === null) {
        expect(laidOutCount(structure)).toBe(0);
        return;
      }
      const graph = CatalogGraph.of(structure);
      const drawingOf = drawingsIn(graph, layout);
      for (const node of graph.nodes()) {
        const { x, y, community, size, color } = drawingOf(node);
        expect([x, y, community].every(Number.isInteger)).toBe(true);
        expect(Math.hypot(x, y)).toBeLessThan(10_000);
        expect(community).toBeGreaterThanOrEqual(0);
        expect(size).toBeGreaterThanOrEqual(4);
        expect(size).toBeLessThanOrEqual(40);
        expect(color).toMatch(/^#[0-9a-f]{6}$/);
      }
    }),
    { numRuns: 50 },
  );
});

describe('small and disconnected catalogs', () => {
  const parts = {
    pillars: [
      { slug: 'a', name: 'A' },
      { slug: 'b', name: 'B' },
    ],
    categories: [
      { slug: 'x', name: 'X', pillar: 'a' },
      { slug: 'x', name: 'X', pillar: 'b' },
    ],
  };

  test('a catalog without nodes has no layout to store', () => {
    expect(layoutOf(catalogWith({}))).toBeNull();
  });

  test.each([1, 2])('%d roles are apart from each other', (count) => {
    const roles = ['r', 's'].slice(0, count).map((slug) => ({ slug, title: `Role ${slug}` }));
    const appearances = roles.map(({ slug }, index) => line(index + 1, slug, 'a/x'));
    const points = [...positionsOf(catalogWith({ ...parts, roles, appearances })).values()];
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(points.length);
  });

  test('parts that nothing connects are apart, and in communities of their own', () => {
    const roles = ['p', 'q', 'r', 's'].map((slug) => ({ slug, title: `Role ${slug}` }));
    const appearances = roles.map(({ slug }, index) => line(index + 1, slug, index < 2 ? 'a/x' : 'b/x'));
    const { structure } = withLayout(graphOfCatalog(catalogWith({ ...parts, roles, appearances })));
    if (structure.layout === null) throw new Error('There is no layout.');
    const graph = CatalogGraph.of(structure);
    const placeOf = placesIn(graph, structure.layout);
    const [first, second, third, fourth] = graph.roles.map((role) => placeOf(role).community);
    expect(first).toBe(second);
    expect(third).toBe(fourth);
    expect(first).not.toBe(third);
  });
});

test('an appearance is between its role and its category, and a source in the middle of its roles', () => {
  const { structure } = withLayout(graphOfCatalog(handbookCatalog));
  if (structure.layout === null) throw new Error('There is no layout.');
  const graph = CatalogGraph.of(structure);
  const placeOf = placesIn(graph, structure.layout);
  const appearance = graph.appearance(0);
  const [role, category, between] = [appearance.role, appearance.category, appearance].map(placeOf);
  if (role === undefined || category === undefined || between === undefined) throw new Error('unreachable');
  expect(Math.abs(between.x - (role.x + category.x) / 2)).toBeLessThanOrEqual(9);
  expect(between.community).toBe(role.community);
  const source = itemAt(graph.sources, 0);
  const named = Array.from({ length: graph.appearanceCount }, (_, index) => graph.appearance(index))
    .filter(({ reference }) => reference?.source === source)
    .map((each) => placeOf(each.role).x);
  expect(placeOf(source).x).toBe(Math.round(named.reduce((sum, x) => sum + x, 0) / named.length));
});

test('a catalog of more than 3,000 nodes is laid out after it is opened', () => {
  const data = graphOfCatalog(generatedCatalog({ roles: 1_500, seed: 1 }));
  expect(laidOutCount(data.structure)).toBeGreaterThan(3_000);
  expect(withLayout(data).structure.layout).toBeNull();
});

test('every kind has a color of its own', () => {
  expect(new Set(nodeKinds.map(colorOfKind)).size).toBe(nodeKinds.length);
});
