import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { sortKey } from '../../../src/text/sort-key.ts';
import type { RoleGroup } from '../../../src/graph/nodes/node.ts';
import { overlapOf, overlapsOf } from '../../../src/graph/overlaps/group-overlap.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, rounded } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const kindOf = (id: string) => id.slice(0, id.indexOf(':'));

/** Roles in all of the groups and in no other group whose kind is one of theirs. */
function exclusiveIds(plain: BruteForce, ids: readonly string[]): string[] {
  const kinds = new Set(ids.map(kindOf));
  return plain.roles
    .map(({ id }) => id)
    .filter((role) =>
      plain.groups.every(({ id }) => plain.rolesIn(id).has(role) === ids.includes(id) || !kinds.has(kindOf(id))),
    )
    .filter((role) => ids.every((id) => plain.rolesIn(id).has(role)));
}

test('groups of any kinds compare as their sets of roles do', () => {
  const picks = fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(smallCatalogs, picks, (catalog, picked) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const ids = picked.flatMap((at) => plain.groups[at]?.id ?? []);
      if (ids.length < 2) return;
      const overlap = overlapOf(graph, ids, 'of');
      const sets = ids.map((id) => plain.rolesIn(id));
      const union = new Set(sets.flatMap((set) => [...set]));
      const shared = [...union].filter((role) => sets.every((set) => set.has(role)));
      const smallest = Math.min(...sets.map(({ size }) => size));
      expect(overlap.groups.map(({ id }) => id)).toEqual(ids);
      expect(new Set(graph.rolesIn(overlap.shared).map(({ id }) => id))).toEqual(new Set(shared));
      expect(new Set(graph.rolesIn(overlap.union).map(({ id }) => id))).toEqual(union);
      expect(overlap.exclusiveRoles.map(({ id }) => id)).toEqual(exclusiveIds(plain, ids));
      expect([overlap.sharedRoleCount, overlap.unionRoleCount]).toEqual([shared.length, union.size]);
      expect(overlap.jaccard).toBe(union.size === 0 ? 0 : rounded(shared.length / union.size));
      expect(overlap.overlapCoefficient).toBe(smallest === 0 ? 0 : rounded(shared.length / smallest));
    }),
    { numRuns: 300 },
  );
});

test('the exclusive roles of all combinations of two or more pillars are the roles in several, each once', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const pillars = graph.pillars;
      const columns = Array.from({ length: 2 ** pillars.length }, (_, mask) =>
        pillars.filter(({ index }) => ((mask >> index) & 1) === 1),
      ).filter(({ length }) => length >= 2);
      const inSeveral = columns.flatMap((groups) => {
        const overlap = overlapOf(
          graph,
          groups.map(({ id }) => id),
          'of',
        );
        return overlap.exclusiveRoles.map(({ id }) => id);
      });
      const expected = graph.roles.filter(({ pillarCount }) => pillarCount >= 2);
      expect(inSeveral.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    }),
  );
});

describe('a worked example', () => {
  const catalog = catalogWith({
    pillars: ['p', 'q', 'r', 'empty'].map((slug) => ({ slug, name: slug })),
    organizationTypes: ['msp', 'vendor'].map((slug) => ({ slug, name: slug })),
    categories: [
      ...['p', 'q', 'r'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
      { slug: 'm', name: 'M', organizationTypes: ['msp'], relation: 'inside' as const },
      { slug: 'v', name: 'V', organizationTypes: ['vendor'], relation: 'inside' as const },
    ],
    roles: ['ops', 'sec', 'arch', 'pm', 'none'].map((slug) => ({ slug, title: slug })),
    appearances: [
      ...['p/c', 'q/c', 'r/c', 'msp/m'].map((category, at) => line(at + 1, 'ops', category)),
      ...['p/c', 'q/c', 'msp/m', 'vendor/v'].map((category, at) => line(at + 11, 'sec', category)),
      line(21, 'arch', 'p/c'),
      line(31, 'pm', 'msp/m'),
    ],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const numbersOf = (...ids: string[]) => {
    const overlap = overlapOf(graph, ids, 'of');
    return {
      shared: graph.rolesIn(overlap.shared).map(({ slug }) => slug),
      exclusive: overlap.exclusiveRoles.map(({ slug }) => slug),
      union: overlap.union.size,
      jaccard: overlap.jaccard,
      coefficient: overlap.overlapCoefficient,
    };
  };

  test('a role that is in a third pillar is shared by two, but not exclusive to them', () => {
    expect(numbersOf('pillar:p', 'pillar:q')).toEqual({
      shared: ['ops', 'sec'],
      exclusive: ['sec'],
      union: 3,
      jaccard: 0.666667,
      coefficient: 1,
    });
  });

  test('a role exclusive to a pillar and an organization type is in no other of either kind', () => {
    expect(numbersOf('pillar:p', 'organization-type:msp')).toEqual({
      shared: ['ops', 'sec'],
      exclusive: [],
      union: 4,
      jaccard: 0.5,
      coefficient: 0.666667,
    });
    expect(numbersOf('organization-type:msp', 'pillar:q', 'pillar:p', 'pillar:r').exclusive).toEqual(['ops']);
  });

  test('the overlap with an empty group is 0 throughout', () => {
    expect(numbersOf('pillar:p', 'pillar:empty')).toMatchObject({ shared: [], jaccard: 0, coefficient: 0, union: 3 });
  });
});

test('the overlaps of a group are of the same kind with a role in common, most shared first, then by name and id', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const groups: readonly RoleGroup[] = (['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const).flatMap((kind) =>
        graph.groupsOfKind(kind),
      );
      for (const group of groups) {
        const expected = plain.groups
          .filter(({ kind, id }) => kind === group.kind && id !== group.id)
          .map(({ id, label }) => ({
            id,
            key: sortKey(label),
            shared: plain.rolesIn(id).intersection(plain.rolesIn(group.id)).size,
          }))
          .filter(({ shared }) => shared > 0)
          .sort(
            (a, b) => b.shared - a.shared || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || (a.id < b.id ? -1 : 1),
          );
        const overlaps = overlapsOf(graph, group);
        expect(overlaps.map(({ groups: [, other] }) => other?.id)).toEqual(expected.map(({ id }) => id));
        for (const overlap of overlaps) {
          expect(overlap.groups[0]).toBe(group);
          expect(overlap).toEqual(
            overlapOf(
              graph,
              overlap.groups.map(({ id }) => id),
              'of',
            ),
          );
        }
      }
    }),
  );
});

describe('comparing is an error', () => {
  const pillars = Array.from({ length: 17 }, (_, index) => ({ slug: `p${index}`, name: `P${index}` }));
  const graph = CatalogGraph.of(
    graphOfCatalog(catalogWith({ pillars, roles: [{ slug: 'auditor', title: 'Auditor' }] })).structure,
  );
  const ids = pillars.map(({ slug }) => `pillar:${slug}`);

  test.each([
    ['of nothing', [], '0 groups'],
    ['of one group', ids.slice(0, 1), '1 group;'],
    ['of 17 groups', ids, '17 groups'],
    ['of a group twice', ['pillar:p1', 'pillar:p2', 'pillar:p1'], '"pillar:p1" twice'],
    ['of an unknown group', ['pillar:p1', 'pillar:nowhere'], '"pillar:nowhere"'],
    ['of a role', ['pillar:p1', 'role:auditor'], 'is a role'],
  ] as const)('comparing is an error %s', (_what, of, said) => {
    const error = argumentError(() => overlapOf(graph, of, 'of'));
    expect(error.argument).toBe('of');
    expect(error.message).toContain(said);
  });

  test('comparing 2 or 16 groups is allowed', () => {
    expect(overlapOf(graph, ids.slice(0, 2), 'of').groups).toHaveLength(2);
    expect(overlapOf(graph, ids.slice(0, 16), 'of').groups).toHaveLength(16);
  });
});
