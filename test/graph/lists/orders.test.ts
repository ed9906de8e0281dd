import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { roleOrder, roleOrderFields, rolesByTitle, type RoleOrderField } from '../../../src/graph/lists/orders.ts';
import { pageOf } from '../../../src/graph/lists/page.ts';
import { RoleSet } from '../../../src/collections/role-set.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { wholeList } from '../../support/whole-list.ts';

/** The number that roles are ordered by; 0 where they go by title alone. */
function numberOf(plain: BruteForce, field: RoleOrderField, role: string): number {
  switch (field) {
    case 'TITLE':
      return 0;
    case 'PILLAR_COUNT':
      return plain.groupsOf(role, 'PILLAR').length;
    case 'APPEARANCE_COUNT':
      return plain.linesOf(role).length;
    case 'RESPONSIBILITY_COUNT':
      return plain.responsibilitiesOf(role).size;
    case 'SPECIFICITY':
      return plain.specificity(role);
  }
}

describe.each(roleOrderFields)('roles by %s', (field) => {
  test.each(['ASC', 'DESC'] as const)(
    'orders roles by any field %s, equals by title and id, for all roles and for some',
    (direction) => {
      fc.assert(
        fc.property(smallCatalogs, fc.nat({ max: 511 }), (catalog, mask) => {
          const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
          const plain = new BruteForce(catalog);
          const some = graph.roles.filter(({ index }) => ((mask >> index) & 1) === 1);
          for (const chosen of [graph.roles, some]) {
            const ids = new Set(chosen.map(({ id }) => id));
            const byTitle = plain.roles.map(({ id }) => id).filter((id) => ids.has(id));
            const sign = direction === 'ASC' ? 1 : -1;
            // toSorted is stable, so equals stay by title and id.
            const expected = byTitle.toSorted((a, b) => sign * (numberOf(plain, field, a) - numberOf(plain, field, b)));
            const set = new RoleSet(
              graph.roles.length,
              chosen.map(({ index }) => index),
            );
            const ordered = graph.rolesInOrder(set, field, direction).map(({ id }) => id);
            if (field !== 'TITLE' || direction === 'ASC') expect(ordered).toEqual(expected);
            else expect(ordered.toSorted()).toEqual(expected.toSorted());
          }
        }),
      );
    },
  );

  test('roles in an order and a direction can be paged through', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom('ASC', 'DESC'), (catalog, direction) => {
        const { structure } = graphOfCatalog(catalog);
        const graph = CatalogGraph.of(structure);
        const all = graph.rolesInOrder(RoleSet.all(structure.roles.length), field, direction);
        const order = roleOrder(field, direction);
        expect(wholeList((after) => pageOf(all, order, { first: 2, after }))).toEqual(all);
      }),
    );
  });
});

test('titles from Z to A: equal sort keys still go by id from the least', () => {
  const catalog = catalogWith({
    roles: [
      { slug: 'q', title: 'Data' },
      { slug: 'b', title: 'Dáta' },
      { slug: 'a', title: 'Audit' },
      { slug: 'c', title: 'Ops' },
    ],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const slugs = (direction: 'ASC' | 'DESC') =>
    graph.rolesInOrder(RoleSet.all(4), 'TITLE', direction).map(({ slug }) => slug);
  expect(slugs('ASC')).toEqual(['a', 'b', 'q', 'c']);
  expect(slugs('DESC')).toEqual(['c', 'b', 'q', 'a']);
});

test('counts are of pillars, of lines and of distinct responsibilities', () => {
  const catalog = catalogWith({
    pillars: ['p', 'q'].map((slug) => ({ slug, name: slug })),
    categories: ['p', 'q'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
    responsibilities: ['plan', 'test'].map((slug) => ({ slug, name: slug })),
    roles: ['a', 'b'].map((slug) => ({ slug, title: slug })),
    appearances: [line(1, 'a', 'p/c', ['plan']), line(2, 'a', 'p/c', ['plan', 'test']), line(3, 'a', 'q/c')],
  });
  const [a, b] = CatalogGraph.of(graphOfCatalog(catalog).structure).roles;
  expect(a).toMatchObject({ pillarCount: 2, appearanceCount: 3, responsibilityCount: 2, isUniversal: true });
  expect(b).toMatchObject({ pillarCount: 0, appearanceCount: 0, responsibilityCount: 0, isUniversal: false });
});

test('a cursor of one order of roles is none of another', () => {
  const names = roleOrderFields.flatMap((field) => (['ASC', 'DESC'] as const).map((way) => roleOrder(field, way).name));
  expect(new Set(names).size).toBe(10);
  expect(rolesByTitle.name).toBe(roleOrder('TITLE', 'ASC').name);
});
