import { describe, expect, test } from 'vitest';
import type { RoleInList } from '../../explorer/state/questions/role-in-list.ts';
import type { SharedRoles } from '../../explorer/state/questions/shared-roles-questions.ts';
import type { ComparedRoles } from '../../explorer/state/questions/side-by-side-questions.ts';
import { sharedHeading, sharedTitle } from '../../explorer/views/overlap/shared-sentences.ts';
import { rolesLead, rolesTitle } from '../../explorer/views/overlap/side-sentences.ts';

function rolesCalled(...labels: readonly string[]): { readonly totalCount: number; readonly nodes: RoleInList[] } {
  const nodes = labels.map((label) => ({ id: `role:${label}`, slug: label, label, pillars: [] }));
  return { totalCount: nodes.length, nodes };
}

function shared(ids: readonly string[], all: readonly string[], exact: readonly string[] | null): SharedRoles {
  return {
    groups: ids.map((id) => ({ id, label: id.slice(id.indexOf(':') + 1), roleCount: 9 })),
    all: rolesCalled(...all),
    exact: exact === null ? null : { ...rolesCalled(...exact), pageInfo: { endCursor: null } },
    measures: null,
    variables: { in: [], all: {}, only: {}, overlap: false, alone: false },
  };
}

const two = ['pillar:A', 'pillar:B'];

describe('the answer of a list of shared roles', () => {
  test.each<[string, SharedRoles, boolean]>([
    ['A and B share no role', shared(two, [], []), false],
    ['A and B share one role, and it stands in these two only', shared(two, ['x'], ['x']), false],
    ['A and B share one role, and it stands in other pillars, too', shared(two, ['x'], []), false],
    ['A and B share two roles, and all stand in these two only', shared(two, ['x', 'y'], ['x', 'y']), false],
    ['A and B share two roles; one of them stands in these two only', shared(two, ['x', 'y'], ['y']), false],
    ['One role stands in A and B and in no other pillar: y', shared(two, ['x', 'y'], ['y']), true],
    ['No role stands in A and B and in no other pillar', shared(two, ['x'], []), true],
    ['Two roles stand in A; one of them in no other category', shared(['category:A'], ['x', 'y'], ['y']), false],
    ['Two roles stand in A; each of them in another pillar, too', shared(['pillar:A'], ['x', 'y'], []), false],
    [
      'One role stands in A, B, and C, and maybe in other groups',
      shared([...two, 'organization-type:C'], ['x'], []),
      false,
    ],
    ['Two roles have duties about A and B', shared(['topic:A', 'topic:B'], ['x', 'y'], null), false],
  ])('is "%s"', (sentence, roles, isExact) => {
    expect(sharedTitle(roles, isExact)).toBe(sentence);
  });

  test('has a heading that tells the exact list from the other', () => {
    const roles = shared(two, ['x', 'y'], ['y']);
    expect([sharedHeading(roles, false), sharedHeading(roles, true)]).toEqual(['A and B: 2', 'A and B only: 1']);
  });
});

describe('the answer of roles side by side', () => {
  const noTraits = { responsibilities: [], topics: [], categories: [], pillars: [], organizationTypes: [] };
  const compared = (given: Partial<ComparedRoles['shared']>, isNeverToldApart = false): ComparedRoles => ({
    roles: rolesCalled('x', 'y').nodes.map((role) => ({ ...role, appearances: [] })),
    shared: { ...noTraits, ...given },
    distinct: [],
    overlaps: isNeverToldApart
      ? [
          {
            roles: [],
            score: 1,
            overlapCoefficient: 1,
            sharedWeight: 1,
            totalWeight: 1,
            lineCount: 1,
            neverToldApart: true,
            sharedResponsibilities: [],
            sharedCategories: [],
            sharedPillars: [],
            sharedOrganizationTypes: [],
          },
        ]
      : [],
    roleCount: 2,
  });

  test('names the duties that both do, and where both stand', () => {
    const roles = compared({
      responsibilities: [{ id: 'responsibility:d', name: 'Do it' }],
      pillars: [{ id: 'pillar:A', name: 'A' }],
    });
    expect(rolesTitle(roles)).toBe('x and y share one duty');
    expect(rolesLead(roles)).toBe('Both do: Do it. Both stand in A.');
  });

  test('says that the same groups are all that they share, once', () => {
    const roles = compared({ pillars: [{ id: 'pillar:A', name: 'A' }] });
    expect(rolesTitle(roles)).toBe('x and y share no duty, but both stand in A');
    expect(rolesLead(roles)).toBe('');
  });

  test('says that they share nothing, and that no line tells them apart', () => {
    expect(rolesTitle(compared({}))).toBe('x and y share nothing');
    expect(rolesLead(compared({}, true))).toMatch(/^No line of the sources names one without the other/);
  });
});
