import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCatalog } from '../../../src/catalog/canonical-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { involvements } from '../../../src/graph/nodes/involvement.ts';
import { catalogOfGraph } from '../../../src/graph/structure/catalog-of-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

describe('the involvement of roles', () => {
  test('an appearance has every responsibility that its line names, with the kinds in the order of a RACI table', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        for (const { id, involvements: named } of new BruteForce(catalog).lines) {
          const appearance = graph.node(id);
          if (appearance?.kind !== 'APPEARANCE') throw new Error(id);
          const expected = graph.responsibilities.flatMap((responsibility) => {
            const kinds = named.get(responsibility.id);
            const involvement = involvements.filter((each) => kinds?.includes(each));
            expect(appearance.involvementIn(responsibility)).toEqual(involvement);
            return kinds === undefined ? [] : [{ responsibility, involvement }];
          });
          expect(appearance.involvements).toEqual(expected);
          expect(appearance.responsibilities).toEqual(
            expected
              .filter(({ involvement }) => involvement.includes('RESPONSIBLE') || involvement.includes('ACCOUNTABLE'))
              .map(({ responsibility }) => responsibility),
          );
        }
      }),
    );
  });

  test('a graph gives back the catalog with its involvements', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const back = catalogOfGraph(graphOfCatalog(catalog));
        expect(canonicalCatalog(back).appearances).toEqual(canonicalCatalog(catalog).appearances);
      }),
    );
  });

  test('only those who are responsible or accountable have a responsibility', () => {
    const graph = CatalogGraph.of(graphOfCatalog(handbookCatalog).structure);
    const titlesOf = (id: string) => {
      const node = graph.node(id);
      return node?.kind === 'RESPONSIBILITY' ? node.roles.map(({ title }) => title) : undefined;
    };
    expect(titlesOf('responsibility:sell')).toEqual(['Seller']);
    expect(titlesOf('responsibility:verify-backups')).toEqual(['Site Reliability Engineer']);
    expect(titlesOf('responsibility:aerger-loesen')).toEqual(['Site Reliability Engineer']);
    expect(graph.relations.involvedOfRole.CONSULTED.values).toHaveLength(1);
  });

  test('costs nothing in a catalog in which all roles are just responsible', () => {
    const plain = { ...handbookCatalog, appearances: handbookCatalog.appearances.slice(0, 1) };
    const { relations, structure } = CatalogGraph.of(graphOfCatalog(plain).structure);
    expect(structure.appearances.involvements.kinds).toHaveLength(0);
    expect(relations.involvedOfRole.RESPONSIBLE).toBe(relations.responsibilitiesOfRole);
    expect(relations.rolesInvolvedIn.RESPONSIBLE).toBe(relations.rolesOfResponsibility);
    for (const kind of ['ACCOUNTABLE', 'CONSULTED', 'INFORMED'] as const) {
      expect(relations.involvedOfRole[kind].offsets).toHaveLength(1);
    }
  });
});
