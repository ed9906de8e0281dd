import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalCatalog, catalogRevision } from '../../../src/catalog/canonical-catalog.ts';
import { checkCatalog } from '../../../src/catalog/check/check-catalog.ts';
import { FindingCollector } from '../../../src/catalog/check/finding-collector.ts';
import { catalogOfGraph } from '../../../src/graph/structure/catalog-of-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { sortKey } from '../../../src/text/sort-key.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

test('the small catalogs that these tests draw are valid, but that more lists of theirs may be empty', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const findings = new FindingCollector();
      checkCatalog([{ files: [{ fileIndex: 0, value: catalog }] }], findings);
      const errors = findings.byFile('error').flatMap((ofPart) => ofPart.map(({ describe }) => describe()));
      expect(errors.filter((error) => !error.startsWith('is empty; expected at least one entry'))).toEqual([]);
    }),
  );
});

test('a catalog made a graph and a catalog again is the same catalog, by content and revision', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = graphOfCatalog(catalog);
      const again = catalogOfGraph(graph);
      expect(canonicalCatalog(again)).toEqual(canonicalCatalog(catalog));
      expect(catalogRevision(again)).toBe(graph.structure.revision);
      expect(graphOfCatalog(again)).toEqual(graph);
    }),
  );
});

test('the catalog that ships made a graph and a catalog again is the same catalog', async () => {
  const catalog = await shippedCatalog();
  expect(canonicalCatalog(catalogOfGraph(graphOfCatalog(catalog)))).toEqual(canonicalCatalog(catalog));
});

test('the order in which a catalog gives roles, responsibilities and appearances means nothing', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { roles, responsibilities, appearances } = catalog;
      const turned = {
        ...catalog,
        roles: roles.toReversed(),
        responsibilities: responsibilities.toReversed(),
        appearances: appearances.toReversed(),
      };
      expect(graphOfCatalog(turned)).toEqual(graphOfCatalog(catalog));
    }),
  );
});

test('roles and responsibilities stand by sort key, then id; everything else as the catalog has it', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { structure } = graphOfCatalog(catalog);
      const plain = new BruteForce(catalog);
      expect(structure.roles.map(({ slug }) => `role:${slug}`)).toEqual(plain.roles.map(({ id }) => id));
      expect(structure.responsibilities.map(({ slug }) => `responsibility:${slug}`)).toEqual(
        plain.responsibilities.map(({ id }) => id),
      );
      for (const kind of ['sources', 'pillars', 'organizationTypes', 'topics', 'categories'] as const) {
        expect(structure[kind].map(({ slug }) => slug)).toEqual(catalog[kind].map(({ slug }) => slug));
      }
    }),
  );
});

test('titles of one sort key stand by id', () => {
  const catalog = catalogWith({
    roles: [
      { slug: 'z', title: 'Data' },
      { slug: 'b', title: 'Dáta' },
      { slug: 'c', title: 'Ops' },
    ],
  });
  expect(sortKey('Dáta')).toBe(sortKey('Data'));
  expect(graphOfCatalog(catalog).structure.roles.map(({ slug }) => slug)).toEqual(['b', 'z', 'c']);
});

test('appearances stand by role, source, line and category, their texts with them', () => {
  const pillars = [{ slug: 'p', name: 'P' }];
  const categories = ['one', 'two'].map((slug) => ({ slug, name: slug, pillar: 'p' }));
  const roles = ['alpha', 'beta'].map((slug) => ({ slug, title: slug }));
  const noted = (note: string, ...[at, role, category]: Parameters<typeof line>) => ({
    ...line(at, role, category),
    note,
  });
  const catalog = catalogWith({
    pillars,
    categories,
    roles,
    appearances: [
      noted('fourth', 1, 'beta', 'p/one'),
      noted('third', 10, 'alpha', 'p/one'),
      noted('second', 9, 'alpha', 'p/two'),
      noted('first', 9, 'alpha', 'p/one'),
    ],
  });
  const { structure, texts } = graphOfCatalog(catalog);
  expect(texts.appearances.map(({ note }) => note)).toEqual(['first', 'second', 'third', 'fourth']);
  expect([...structure.appearances.line]).toEqual([9, 9, 10, 1]);
  expect([...structure.appearances.role]).toEqual([0, 0, 0, 1]);
});

test('a reference that does not hold is a fault, never a gap', () => {
  const catalog = catalogWith({ appearances: [line(1, 'nobody', 'p/one')] });
  expect(() => graphOfCatalog(catalog)).toThrow(RangeError);
});
