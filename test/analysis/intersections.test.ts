import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  intersectionOrderFields,
  intersectionsOf,
  type IntersectionOrder,
  type IntersectionSelection,
} from '../../src/analysis/comparisons/intersections.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { groupKinds } from '../../src/graph/nodes/node-kind.ts';
import type { GroupOverlap } from '../../src/graph/overlaps/group-overlap.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce } from '../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

interface PlainIntersection {
  readonly groups: readonly string[];
  readonly exclusive: readonly string[];
  readonly shared: number;
}

/** Every subset of the compared groups is tried. */
function plainIntersections(plain: BruteForce, compared: readonly string[]): PlainIntersection[] {
  return Array.from({ length: 2 ** compared.length }, (_, bits) =>
    compared.filter((_id, index) => bits & (1 << index)),
  ).flatMap((groups) => {
    if (groups.length === 0) return [];
    const shared = plain.roles.map(({ id }) => id).filter((role) => groups.every((id) => plain.rolesIn(id).has(role)));
    const others = compared.filter((id) => !groups.includes(id));
    const exclusive = shared.filter((role) => others.every((id) => !plain.rolesIn(id).has(role)));
    return exclusive.length === 0 ? [] : [{ groups, exclusive, shared: shared.length }];
  });
}

function plainly({ groups, exclusiveRoles, sharedRoleCount }: GroupOverlap): PlainIntersection {
  return {
    groups: groups.map(({ id }) => id),
    exclusive: exclusiveRoles.map(({ id }) => id),
    shared: sharedRoleCount,
  };
}

const asked = (graph: CatalogGraph, selection: IntersectionSelection) =>
  runToCompletion(intersectionsOf(graph, selection));

const byGroups = (a: PlainIntersection, b: PlainIntersection) => (a.groups.join() < b.groups.join() ? -1 : 1);

/** Some groups of a kind, all of them where undefined. */
const chosenGroups = fc.option(fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1, maxLength: 4 }), { nil: undefined });

describe('the intersections of the groups of a kind, or of some of them', () => {
  test('intersections are all subsets of the groups that some role is exclusive to, with these roles', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom(...groupKinds), chosenGroups, (catalog, kind, chosen) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const plain = new BruteForce(catalog);
        const all = plain.groups.filter((group) => group.kind === kind).map(({ id }) => id);
        const of = chosen?.flatMap((at) => all[at] ?? []);
        if (of?.length === 0) return;
        const compared = of === undefined ? all : all.filter((id) => of.includes(id));
        const found = asked(graph, { kind, of }).map(plainly);
        expect(found.toSorted(byGroups)).toEqual(plainIntersections(plain, compared).toSorted(byGroups));
        // Each role that is in any of the groups is counted once.
        const union = new Set(compared.flatMap((id) => [...plain.rolesIn(id)]));
        expect(found.reduce((sum, { exclusive }) => sum + exclusive.length, 0)).toBe(union.size);
      }),
      { numRuns: 400 },
    );
  });

  test('intersections come in the order asked for, ties by fewer groups and then by the order of the catalog', () => {
    const orders = fc.option(
      fc.record<IntersectionOrder>({
        field: fc.constantFrom(...intersectionOrderFields),
        direction: fc.constantFrom('ASC', 'DESC'),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom(...groupKinds), orders, (catalog, kind, orderBy) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const found = asked(graph, { kind, orderBy });
        const { field, direction } = orderBy ?? { field: 'EXCLUSIVE_ROLE_COUNT', direction: 'DESC' };
        const rank = (overlap: GroupOverlap) =>
          ({
            EXCLUSIVE_ROLE_COUNT: overlap.exclusiveRoles.length,
            SHARED_ROLE_COUNT: overlap.shared.size,
            GROUP_COUNT: overlap.groups.length,
          })[field] * (direction === 'ASC' ? 1 : -1);
        // Places have two digits at most here.
        const tie = ({ groups }: GroupOverlap) =>
          [groups.length, ...groups.map(({ index }) => index)].map((each) => String(each).padStart(2, '0')).join();
        found.slice(1).forEach((after, index) => {
          const before = found[index];
          if (before === undefined) throw new Error('nothing stands before it');
          expect(rank(before)).toBeLessThanOrEqual(rank(after));
          if (rank(before) === rank(after)) expect(tie(before) < tie(after)).toBe(true);
        });
        for (const { groups } of found) {
          const places = groups.map(({ index }) => index);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('intersections below minRoles or minGroups or above maxGroups are left out', () => {
    const bound = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
    fc.assert(
      fc.property(smallCatalogs, bound, bound, bound, (catalog, minRoles, minGroups, above) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const maxGroups = above === undefined ? undefined : Math.max(above, minGroups ?? 1);
        const kept = asked(graph, { kind: 'CATEGORY', minRoles, minGroups, maxGroups }).map(plainly);
        const expected = asked(graph, { kind: 'CATEGORY' })
          .map(plainly)
          .filter(
            ({ groups, exclusive }) =>
              exclusive.length >= (minRoles ?? 0) &&
              groups.length >= (minGroups ?? 0) &&
              groups.length <= (maxGroups ?? Infinity),
          );
        expect(kept).toEqual(expected);
      }),
    );
  });
});

test('finds the intersections of 64 groups, which have 2^64 combinations', () => {
  const slugs = Array.from({ length: 64 }, (_, index) => `p${index}`);
  const catalog = catalogWith({
    pillars: slugs.map((slug) => ({ slug, name: slug })),
    categories: slugs.map((pillar) => ({ slug: 'c', name: 'C', pillar })),
    roles: [
      { slug: 'everywhere', title: 'Everywhere' },
      { slug: 'somewhere', title: 'Somewhere' },
    ],
    appearances: [...slugs.map((slug, at) => line(at + 1, 'everywhere', `${slug}/c`)), line(99, 'somewhere', 'p7/c')],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const found = asked(graph, { kind: 'PILLAR' }).map(({ groups, exclusiveRoles, sharedRoleCount }) => [
    groups.length,
    exclusiveRoles.map(({ slug }) => slug),
    sharedRoleCount,
  ]);
  expect(found).toEqual([
    [1, ['somewhere'], 2],
    [64, ['everywhere'], 1],
  ]);
});

describe('intersections are an error', () => {
  const catalog = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    organizationTypes: [{ slug: 'msp', name: 'MSP' }],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);

  test.each([
    ['of roles', { kind: 'ROLE' }, 'kind', 'kind is ROLE'],
    ['of topics', { kind: 'TOPIC' }, 'kind', 'PILLAR, CATEGORY, ORGANIZATION_TYPE'],
    ['of nothing', { kind: 'PILLAR', of: [] }, 'of', 'empty list'],
    ['of an unknown group', { kind: 'PILLAR', of: ['pillar:x'] }, 'of', '"pillar:x"'],
    ['of another kind', { kind: 'PILLAR', of: ['pillar:p', 'organization-type:msp'] }, 'of', 'is an organization type'],
    ['of no roles', { kind: 'PILLAR', minRoles: 0 }, 'minRoles', 'minRoles is 0; it must be at least 1'],
    ['of no groups', { kind: 'PILLAR', minGroups: -1 }, 'minGroups', 'minGroups is -1; it must be at least 1'],
    ['of at most no groups', { kind: 'PILLAR', maxGroups: 0 }, 'maxGroups', 'maxGroups is 0'],
    [
      'of at most 1 and at least 2',
      { kind: 'PILLAR', minGroups: 2, maxGroups: 1 },
      'maxGroups',
      'at least minGroups, 2',
    ],
  ] as const)('intersections are an error %s', (_what, selection, argument, said) => {
    const error = argumentError(() => asked(graph, selection));
    expect(error.argument).toBe(argument);
    expect(error.message).toContain(said);
  });

  test('intersections of an empty group, or of one given twice, are allowed', () => {
    expect(asked(graph, { kind: 'PILLAR', of: ['pillar:p', 'pillar:p'] })).toEqual([]);
  });
});
