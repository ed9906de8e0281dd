import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { comparator, pageOf } from '../../../src/graph/lists/page.ts';
import {
  listedOverlapsInOrder,
  listedOverlapsOf,
  overlapOrder,
  overlapOrderFields,
  roleOverlapOf,
  strongestFirst,
} from '../../../src/graph/overlaps/role-overlaps.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, rounded, type PlainLine } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
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
        expect(overlaps.toSorted(comparator(overlapOrder(strongestFirst)))).toEqual(overlaps);
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

/** The distinct lines among some appearances. */
const placesOf = (lines: readonly PlainLine[]) => new Set(lines.map(({ lineName }) => lineName));

test('the evidence for an overlap is counted by lines, and compared with all lines of both roles', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      for (const [a, b] of graph.roles.flatMap((one) => graph.roles.map((other) => [one, other] as const))) {
        if (a === b) continue;
        const overlap = roleOverlapOf(graph, a, b);
        const [ours, theirs] = [plain.linesOf(a.id), plain.linesOf(b.id)];
        const areShared = (traits: Iterable<string>) =>
          [...traits].some((trait) => plain.traitsOf(a.id).has(trait) && plain.traitsOf(b.id).has(trait));
        const evidence = [...ours, ...theirs].filter(
          ({ category, responsibilities }) => areShared([category]) || areShared(responsibilities),
        );
        expect(runToCompletion(overlap.lineCount())).toBe(placesOf(evidence).size);
        expect(runToCompletion(overlap.lineCount()) > 0).toBe(plain.areCandidates(a.id, b.id));
        expect(overlap.neverToldApart).toBe(
          ours.length > 0 && placesOf(ours).symmetricDifference(placesOf(theirs)).size === 0,
        );
        const weightOf = (role: string) => [...plain.traitsOf(role)].reduce((sum, each) => sum + plain.weight(each), 0);
        const lighter = Math.min(weightOf(a.id), weightOf(b.id));
        const { sharedWeight } = plain.overlap(a.id, b.id);
        expect(overlap.overlapCoefficient).toBeCloseTo(lighter === 0 ? 0 : sharedWeight / lighter, 6);
        expect(overlap.overlapCoefficient).toBeGreaterThanOrEqual(overlap.score);
        expect(overlap.overlapCoefficient).toBeLessThanOrEqual(1);
        expect(overlap.overlapCoefficient).toBe(roleOverlapOf(graph, b, a).overlapCoefficient);
      }
    }),
  );
});

/** Three pairs of roles with a score of 1: by one line of both, by ten lines of both, and by one line of each. */
const pairsOfOne = CatalogGraph.of(
  graphOfCatalog(
    catalogWith({
      pillars: [{ slug: 'security', name: 'Security' }],
      categories: [{ slug: 'all', name: 'All', pillar: 'security' }],
      responsibilities: ['one', 'ten', 'apart'].map((slug) => ({ slug, name: slug })),
      roles: ['a', 'b', 'c', 'd', 'e', 'f'].map((slug) => ({ slug, title: slug })),
      appearances: [
        ...['a', 'b'].map((role) => line(1, role, 'security/all', ['one'])),
        ...['c', 'd'].flatMap((role) =>
          Array.from({ length: 10 }, (_, at) => line(10 + at, role, 'security/all', ['ten'])),
        ),
        ...['e', 'f'].map((role, index) => line(30 + index, role, 'security/all', ['apart'])),
      ],
    }),
  ).structure,
);

test('a score of 1 because of one line looks different from one because of ten, or of different lines', () => {
  const told = [0, 2, 4].map((index) => {
    const overlap = roleOverlapOf(pairsOfOne, itemAt(pairsOfOne.roles, index), itemAt(pairsOfOne.roles, index + 1));
    return [overlap.score, runToCompletion(overlap.lineCount()), overlap.neverToldApart];
  });
  expect(told).toEqual([
    [1, 1, true],
    [1, 10, true],
    [1, 2, false],
  ]);
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

  test('each page of overlaps, in every order, follows the one before', () => {
    fc.assert(
      fc.property(
        smallCatalogs,
        fc.constantFrom(...overlapOrderFields),
        fc.constantFrom('ASC' as const, 'DESC' as const),
        (catalog, field, direction) => {
          const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
          const order = overlapOrder({ field, direction });
          for (const role of graph.roles) {
            const overlaps = runToCompletion(listedOverlapsInOrder(graph, role, {}, { field, direction }));
            expect(wholeList((after) => pageOf(overlaps, order, { first: 1, after }))).toEqual(overlaps);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('orders are by their number, then by title and id in both directions', () => {
    fc.assert(
      fc.property(
        smallCatalogs,
        fc.constantFrom(...overlapOrderFields),
        fc.constantFrom('ASC' as const, 'DESC' as const),
        (catalog, field, direction) => {
          const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
          const property = {
            SCORE: 'score',
            OVERLAP_COEFFICIENT: 'overlapCoefficient',
            SHARED_WEIGHT: 'sharedWeight',
          } as const;
          const number = property[field];
          const sign = direction === 'ASC' ? 1 : -1;
          for (const role of graph.roles) {
            // Roles have their indexes in the order of title and id.
            const expected = listedOverlapsOf(graph, role, { minScore: 0.2 }).toSorted(
              (a, b) => sign * (a[number] - b[number]) || a.roles[1].index - b.roles[1].index,
            );
            const found = runToCompletion(listedOverlapsInOrder(graph, role, { minScore: 0.2 }, { field, direction }));
            expect(found.toSorted(comparator(overlapOrder({ field, direction })))).toEqual(found);
            expect(found.map(({ roles }) => roles[1].id)).toEqual(expected.map(({ roles }) => roles[1].id));
          }
        },
      ),
    );
  });

  test('a cursor of another order is an error that names both', () => {
    const [one, other] = [
      overlapOrder({ field: 'SHARED_WEIGHT', direction: 'DESC' }),
      overlapOrder({ field: 'SHARED_WEIGHT', direction: 'ASC' }),
    ];
    const overlaps = listedOverlapsOf(pairsOfOne, itemAt(pairsOfOne.roles, 0), {});
    const after = pageOf(overlaps, one, {}).endCursor;
    const error = argumentError(() => pageOf(overlaps, other, { after }));
    expect(error.message).toContain('overlaps by SHARED_WEIGHT DESC');
    expect(error.message).toContain('overlaps by SHARED_WEIGHT ASC');
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
