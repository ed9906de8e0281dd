import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

test('a role is as special as its traits are on average, by the words of the definition', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const plain = new BruteForce(catalog);
      for (const { id, specificity } of CatalogGraph.of(graphOfCatalog(catalog).structure).roles) {
        expect(specificity, id).toBeCloseTo(plain.specificity(id), 5);
        expect(specificity).toBeGreaterThanOrEqual(0);
        expect(specificity).toBeLessThanOrEqual(1);
      }
    }),
  );
});

/** How special each role is, by its slug, where all are listed in one category of one pillar unless the lines differ. */
function specificities(roles: readonly string[], lines: ReturnType<typeof line>[]): Record<string, number> {
  const catalog = catalogWith({
    pillars: ['p', 'q', 'r', 's'].map((slug) => ({ slug, name: slug })),
    categories: ['p', 'q', 'r', 's'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
    responsibilities: [{ slug: 'plan', name: 'Plan' }],
    roles: roles.map((slug) => ({ slug, title: slug })),
    appearances: lines,
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  return Object.fromEntries(graph.roles.map(({ slug, specificity }) => [slug, specificity]));
}

test('specificity is 0 if every role has all that one has, and 1 if a role shares nothing', () => {
  expect(specificities(['a', 'b'], [line(1, 'a', 'p/c', ['plan']), line(2, 'b', 'p/c', ['plan'])])).toEqual({
    a: 0,
    b: 0,
  });
  expect(specificities(['a', 'b'], [line(1, 'a', 'p/c', ['plan']), line(2, 'b', 'q/c')])).toEqual({ a: 1, b: 1 });
});

test('specificity is 0 for the only role and for a role that no line names', () => {
  expect(specificities(['a'], [line(1, 'a', 'p/c', ['plan'])])).toEqual({ a: 0 });
  expect(specificities(['a', 'b'], [line(1, 'a', 'p/c')])).toEqual({ a: 1, b: 0 });
});

test('a trait that two of four have is half as special as one that nobody else has', () => {
  const lines = [line(1, 'a', 'p/c', ['plan']), line(2, 'b', 'p/c'), line(3, 'c', 'q/c'), line(4, 'd', 'r/c')];
  // a: pillar and category 1/2 each, the duty 1; c and d share nothing.
  expect(specificities(['a', 'b', 'c', 'd'], lines)).toEqual({ a: 0.666667, b: 0.5, c: 1, d: 1 });
});
