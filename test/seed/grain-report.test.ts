import { expect, test } from 'vitest';
import { grainReport } from '../../src/analysis/grain/grain-report.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

/** What rolegraph validate seed --report prints. grain.test.ts counts the same from the catalog alone, and more strictly. */
const { duties, lonelyRoles, pairsOfGroups } = grainReport(
  CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure),
);

test('at least 80 responsibilities are shared across lines', () => {
  expect(duties.filter(({ sharing }) => sharing === 'ACROSS_LINES').length).toBeGreaterThanOrEqual(80);
});

test('at most 5 roles share no responsibility with a role that is not co-titled', () => {
  expect(lonelyRoles.length).toBeLessThanOrEqual(5);
});

test('pairs of pillars share at least 55 responsibilities in sum, and every pair shares one', () => {
  const counts = pairsOfGroups.PILLAR.map(({ sharedDutyCount }) => sharedDutyCount);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(55);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
});
