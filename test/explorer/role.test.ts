import { describe, expect, test } from 'vitest';
import { sharedTraits } from '../../explorer/views/role/overlap-arithmetic.ts';
import { dutiesOfLine, roleFacts, type NamedDuty } from '../../explorer/views/role/role-facts.ts';
import { roleTables } from '../../explorer/views/role/role-tables.ts';
import type { RoleDetails } from '../../explorer/state/questions/role-questions.ts';
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

describe('the tables of a role', () => {
  const details: RoleDetails = {
    __typename: 'Role',
    id: 'role:clerk',
    slug: 'clerk',
    label: 'Clerk',
    summary: null,
    alternateTitles: [],
    externalId: null,
    sameAs: [],
    pillars: [],
    organizationTypes: [],
    roleCount: 2,
    appearances: [
      {
        id: 'appearance:1',
        titles: ['Clerk'],
        summary: 'Keeps books.',
        note: null,
        category: { id: 'category:vendor/office', name: 'Office' },
        pillar: null,
        organizationTypes: [
          { id: 'organization-type:vendor', name: 'Vendor' },
          { id: 'organization-type:msp', name: 'Managed Service Provider' },
        ],
        involvements: [duty('Keep books', ['RESPONSIBLE', 'ACCOUNTABLE']), duty('Close the year', ['CONSULTED'])],
        source: {
          line: null,
          row: 4,
          quote: 'The clerk keeps the books.',
          url: null,
          source: { slug: 'sheet', title: 'Sheet', document: 'sheet.xlsx' },
        },
      },
      {
        id: 'appearance:2',
        titles: ['Clerk'],
        summary: null,
        note: 'Optional.',
        category: { id: 'category:security/office', name: 'Office' },
        pillar: { id: 'pillar:security', name: 'Security' },
        organizationTypes: [],
        involvements: [],
        source: null,
      },
    ],
    overlaps: { totalCount: 0, edges: [] },
  };

  test('have a row for each duty of each line, and one for a line that states none', () => {
    const [lines, close] = roleTables(details);
    expect(lines?.rows).toEqual([
      [
        'Vendor and Managed Service Provider',
        'Office',
        'Keep books',
        'does it and answers for it',
        'sheet',
        4,
        'The clerk keeps the books.',
      ],
      [
        'Vendor and Managed Service Provider',
        'Office',
        'Close the year',
        'consulted',
        'sheet',
        4,
        'The clerk keeps the books.',
      ],
      ['Security', 'Office', null, null, null, null, 'Optional.'],
    ]);
    expect(lines?.rows.map((row) => row.length)).toEqual(lines?.rows.map(() => lines.columns.length));
    expect(close?.rows).toEqual([]);
  });
});

function duty(name: string, involvement: NamedDuty['involvement'], roleCount = 2): NamedDuty {
  return { involvement, responsibility: { id: `responsibility:${name}`, name, roleCount } };
}
