import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { involvedByRank, involvedRolesOf } from '../../../src/graph/lists/involved-roles.ts';
import { pageOf } from '../../../src/graph/lists/page.ts';
import { involvements } from '../../../src/graph/nodes/involvement.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { wholeList } from '../../support/whole-list.ts';

const kinds = fc.subarray([...involvements], { minLength: 1 });

test('the involved roles of a responsibility are those that lines name for it, the accountable first', () => {
  fc.assert(
    fc.property(smallCatalogs, kinds, fc.nat({ max: 12 }), (catalog, as, at) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      // Beyond the last group, no group is given.
      const group = [...graph.pillars, ...graph.categories, ...graph.organizationTypes][at];
      for (const responsibility of graph.responsibilities) {
        const expected = graph.roles.flatMap((role) => {
          const lines = plain
            .linesOf(role.id, group?.id)
            .filter((line) => line.involvements.get(responsibility.id)?.some((kind) => as.includes(kind)));
          const involvement = involvements.filter((kind) =>
            lines.some((line) => line.involvements.get(responsibility.id)?.includes(kind)),
          );
          expect(role.appearancesInvolving(responsibility, as, group).map(({ id }) => id)).toEqual(
            lines.map(({ id }) => id),
          );
          return lines.length === 0 ? [] : [{ role, involvement }];
        });
        const order = ['ACCOUNTABLE', 'RESPONSIBLE', 'CONSULTED', 'INFORMED'] as const;
        const rankOf = (each: (typeof expected)[number]) =>
          order.filter((kind) => as.includes(kind)).findIndex((kind) => each.involvement.includes(kind));
        const found = runToCompletion(involvedRolesOf(graph, responsibility, as, group));
        expect(found.map(({ role, involvement }) => ({ role, involvement }))).toEqual(
          expected.toSorted((a, b) => rankOf(a) - rankOf(b)),
        );
        expect(wholeList((after) => pageOf(found, involvedByRank, { first: 1, after }))).toEqual(found);
        for (const { role } of found) {
          expect(role.responsibilitiesInvolving(as, group)).toContain(responsibility);
        }
      }
    }),
  );
});
