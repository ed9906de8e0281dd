import { describe, expect, test } from 'vitest';
import { sharedTraits } from '../../explorer/views/role/overlap-arithmetic.ts';
import { dutiesOfLine, roleFacts, type NamedDuty } from '../../explorer/views/role/role-facts.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { overlapNumbers, traitsOf } from '../../src/graph/structure/overlap-arithmetic.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

describe('the arithmetic of an overlap', () => {
  test.each([
    ['the catalog that ships', shippedCatalog],
    ['a catalog with roles that are only informed', () => Promise.resolve(handbookCatalog)],
  ])('has the sum that the server states, for all pairs of %s', async (_, catalog) => {
    const graph = CatalogGraph.of(graphOfCatalog(await catalog()).structure);
    const traits = traitsOf(graph.structure);
    for (const [first, role] of graph.roles.entries()) {
      for (let second = first + 1; second < graph.roles.length; second++) {
        const other = itemAt(graph.roles, second);
        const both = <T>(a: readonly T[], b: readonly T[]) => a.filter((item) => b.includes(item));
        const shared = sharedTraits(
          {
            sharedResponsibilities: both(role.responsibilities, other.responsibilities),
            sharedCategories: both(role.categories, other.categories),
            sharedPillars: both(role.pillars, other.pillars),
            sharedOrganizationTypes: both(role.organizationTypes, other.organizationTypes),
          },
          graph.roles.length,
        );
        const sum = shared.reduce((total, { weight }) => total + weight, 0);
        expect(sum).toBeCloseTo(overlapNumbers(traits, first, second).sharedWeight, 5);
      }
    }
  });

  test('begins with what counts most', () => {
    const named = (id: string, roleCount: number) => ({ id, name: id, label: id, roleCount });
    const shared = sharedTraits(
      {
        sharedResponsibilities: [named('responsibility:common', 50), named('responsibility:rare', 2)],
        sharedCategories: [named('category:a/b', 5)],
        sharedPillars: [],
        sharedOrganizationTypes: [],
      },
      100,
    );
    expect(shared.map(({ id }) => id)).toEqual(['responsibility:rare', 'category:a/b', 'responsibility:common']);
  });
});

describe('the duties of a role', () => {
  const duty = (name: string, involvement: NamedDuty['involvement'], roleCount = 2): NamedDuty => ({
    involvement,
    responsibility: { id: `responsibility:${name}`, name, roleCount },
  });
  const names = (duties: readonly { readonly name: string }[]) => duties.map(({ name }) => name);

  test('are told apart from what it is consulted on and informed about', () => {
    const { done, consulted, informed } = dutiesOfLine({
      involvements: [
        duty('restore', ['RESPONSIBLE', 'INFORMED']),
        duty('approve', ['ACCOUNTABLE']),
        duty('plan', ['CONSULTED', 'INFORMED']),
        duty('pay', ['INFORMED']),
      ],
    });
    expect([done, consulted, informed].map((list) => names(list.map(({ responsibility }) => responsibility)))).toEqual([
      ['restore', 'approve'],
      ['plan'],
      ['pay'],
    ]);
  });

  test('are counted once, whatever other lines say of them', () => {
    const facts = roleFacts({
      appearances: [
        line(duty('restore', ['RESPONSIBLE'], 1), duty('plan', ['INFORMED'])),
        line(duty('restore', ['RESPONSIBLE'], 1), duty('plan', ['CONSULTED'])),
        line(duty('restore', ['INFORMED'], 1), duty('approve', ['ACCOUNTABLE'])),
      ],
    });
    expect([facts.done, facts.only, facts.consulted, facts.informed].map(names)).toEqual([
      ['approve', 'restore'],
      ['restore'],
      ['plan'],
      [],
    ]);
  });
});

function line(...involvements: NamedDuty[]) {
  return { involvements };
}
