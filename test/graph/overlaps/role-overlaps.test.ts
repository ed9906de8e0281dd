import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { comparator, pageOf } from '../../../src/graph/lists/page.ts';
import { listedOverlapsOf, overlapsByScore, roleOverlapOf } from '../../../src/graph/overlaps/role-overlaps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, rounded } from '../../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { wholeList } from '../../support/whole-list.ts';

test('the overlaps of a role are all candidates, strongest first, then by title and id', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      for (const role of graph.roles) {
        const overlaps = listedOverlapsOf(graph, role, {});
        // The roles stand by title and id, and sorting is stable.
        const expected = plain.roles
          .map(({ id }) => ({ id, score: rounded(plain.overlap(role.id, id).score) }))
          .filter(({ id }) => id !== role.id && plain.areCandidates(role.id, id))
          .sort((a, b) => b.score - a.score);
        expect(overlaps.map(({ roles: [, other], score }) => ({ id: other.id, score }))).toEqual(expected);
        for (const overlap of overlaps) {
          expect(overlap.roles[0]).toBe(role);
          expect(overlap).toEqual(roleOverlapOf(graph, role, overlap.roles[1]));
        }
        expect(overlaps.toSorted(comparator(overlapsByScore))).toEqual(overlaps);
      }
    }),
  );
});

test('any two roles have the numbers of their listed overlap, whichever comes first', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const { roles } = graph;
      for (const a of roles) {
        for (const b of roles) {
          if (a === b) continue;
          const { roles: pair, ...numbers } = roleOverlapOf(graph, a, b);
          expect(pair).toEqual([a, b]);
          expect(roleOverlapOf(graph, b, a)).toEqual({ roles: [b, a], ...numbers });
        }
      }
    }),
  );
});

test('what two roles share comes in the order of its kind', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const all = [...plain.groups, ...plain.responsibilities];
      for (const [a, b] of graph.roles.flatMap((one) => graph.roles.map((other) => [one, other] as const))) {
        const shared = (kind: string) =>
          all.filter(
            (trait) => trait.kind === kind && plain.traitsOf(a.id).has(trait.id) && plain.traitsOf(b.id).has(trait.id),
          );
        for (const [kind, found] of [
          ['PILLAR', roleOverlapOf(graph, a, b).sharedPillars],
          ['CATEGORY', roleOverlapOf(graph, a, b).sharedCategories],
          ['ORGANIZATION_TYPE', roleOverlapOf(graph, a, b).sharedOrganizationTypes],
          ['RESPONSIBILITY', roleOverlapOf(graph, a, b).sharedResponsibilities],
        ] as const) {
          expect(found.map(({ id }) => id)).toEqual(shared(kind).map(({ id }) => id));
        }
      }
    }),
  );
});

describe('of the overlaps of a role', () => {
  test('minScore leaves out those below it, and excludeUniversal those in every pillar', () => {
    const minScores = fc.constantFrom(undefined, null, 0, 0.05, 0.1, 0.25, 0.5, 0.9, 1);
    fc.assert(
      fc.property(
        smallCatalogs,
        minScores,
        fc.constantFrom(undefined, null, false, true),
        (catalog, minScore, none) => {
          const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
          const plain = new BruteForce(catalog);
          const isUniversal = (id: string) =>
            catalog.pillars.length >= 2 && plain.groupsOf(id, 'PILLAR').length === catalog.pillars.length;
          for (const role of graph.roles) {
            expect(role.isUniversal).toBe(isUniversal(role.id));
            const kept = listedOverlapsOf(graph, role, { minScore, excludeUniversal: none });
            const expected = listedOverlapsOf(graph, role, {}).filter(
              ({ score, roles: [, other] }) => score >= (minScore ?? 0) && !(none === true && isUniversal(other.id)),
            );
            expect(kept).toEqual(expected);
          }
        },
      ),
    );
  });

  test('a score that is exactly minScore is kept', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        for (const role of graph.roles) {
          for (const overlap of listedOverlapsOf(graph, role, {})) {
            expect(listedOverlapsOf(graph, role, { minScore: overlap.score })).toContainEqual(overlap);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('each page of overlaps follows the one before', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        for (const role of graph.roles) {
          const overlaps = listedOverlapsOf(graph, role, {});
          expect(wholeList((after) => pageOf(overlaps, overlapsByScore, { first: 1, after }))).toEqual(overlaps);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([-0.1, 1.000001, 100, NaN, Infinity])('a minScore of %d is an error', (minScore) => {
    const catalog = itemAt(
      fc.sample(
        smallCatalogs.filter(({ roles }) => roles.length > 0),
        { seed: 1, numRuns: 1 },
      ),
      0,
    );
    const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
    const error = argumentError(() => listedOverlapsOf(graph, itemAt(graph.roles, 0), { minScore }));
    expect(error.argument).toBe('minScore');
    expect(error.message).toContain('between 0 and 1');
  });
});
