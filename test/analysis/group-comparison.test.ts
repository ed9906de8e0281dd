import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparisonOfGroups,
  distinctResponsibilities,
  distinctRoles,
  sharedResponsibilities,
} from '../../src/analysis/comparisons/group-comparison.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { overlapOf } from '../../src/graph/overlaps/group-overlap.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce, pairsOf } from '../support/catalogs/brute-force.ts';
import { catalogWith, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

test('groups of any kinds share what all have, and each has alone what no other of them has', () => {
  const picks = fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(smallCatalogs, picks, (catalog, picked) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const ids = picked.flatMap((at) => plain.groups[at]?.id ?? []);
      if (ids.length < 2) return;
      const named = (group: string) =>
        new Set(
          plain.lines
            .filter(({ groups }) => groups.has(group))
            .flatMap(({ responsibilities }) => [...responsibilities]),
        );
      const comparison = comparisonOfGroups(graph, ids, 'of');
      expect(idsOf(comparison.groups)).toEqual(ids);
      expect(comparison.overlap).toEqual(overlapOf(graph, ids, 'of'));
      expect(comparison.matrix).toEqual(pairsOf(ids).map((pair) => overlapOf(graph, pair, 'of')));
      const shared = runToCompletion(sharedResponsibilities(graph, comparison.groups));
      expect(idsOf(shared)).toEqual(
        idsOf(plain.responsibilities).filter((duty) => ids.every((id) => named(id).has(duty))),
      );
      expect(comparison.distinct.map(({ group }) => group.id)).toEqual(ids);
      for (const distinction of comparison.distinct) {
        const { id } = distinction.group;
        const others = ids.filter((other) => other !== id);
        expect(idsOf(distinctRoles(graph, distinction))).toEqual(
          idsOf(plain.roles).filter(
            (role) => plain.rolesIn(id).has(role) && others.every((other) => !plain.rolesIn(other).has(role)),
          ),
        );
        expect(idsOf(runToCompletion(distinctResponsibilities(graph, distinction)))).toEqual(
          idsOf(plain.responsibilities).filter(
            (duty) => named(id).has(duty) && others.every((other) => !named(other).has(duty)),
          ),
        );
      }
    }),
    { numRuns: 300 },
  );
});

describe('comparing groups is an error', () => {
  const pillars = Array.from({ length: 9 }, (_, index) => ({ slug: `p${index}`, name: `P${index}` }));
  const graph = CatalogGraph.of(graphOfCatalog(catalogWith({ pillars })).structure);
  const ids = pillars.map(({ slug }) => `pillar:${slug}`);

  test.each([
    ['of one group', ids.slice(0, 1), '1 group; it takes 2 to 8'],
    ['of 9 groups', ids, '9 groups; it takes 2 to 8'],
    ['of a group twice', ['pillar:p1', 'pillar:p1'], '"pillar:p1" twice'],
    ['of an unknown group', ['pillar:p1', 'pillar:nowhere'], '"pillar:nowhere"'],
  ] as const)('comparing groups is an error %s', (_what, of, said) => {
    const error = argumentError(() => comparisonOfGroups(graph, of, 'of'));
    expect(error.argument).toBe('of');
    expect(error.message).toContain(said);
  });

  test('comparing 8 groups is allowed', () => {
    expect(comparisonOfGroups(graph, ids.slice(0, 8), 'of').matrix).toHaveLength(28);
  });
});
