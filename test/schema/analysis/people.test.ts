import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const of = ['Reliability', 'Security'];
const title = (given: string) => ({ title: given });
const ann = { name: 'Ann Berg', roles: [title('Operations Manager'), title('Site Reliability Engineer')] };
const ben = { name: 'Ben Ito', roles: [title('Backup Administrator')], share: 0.5 };
const carla = { name: 'Carla Diaz', roles: [title('Site Reliability Engineer')], share: 0.4 };
const dev = { name: 'Dev Patel', roles: [title('Backup Administrator')], share: 0.4 };
const staff = [carla, ben, ann, dev];

const page = z.object({
  totalCount: z.number(),
  edges: z.array(
    z.object({
      label: z.string(),
      fullTimeEquivalent: z.number().nullable(),
      people: z.array(z.object({ name: z.string() })),
    }),
  ),
});
const items = z.object({ itemCount: z.number(), responsibilities: page });
const itemsText =
  '{ itemCount responsibilities(first: 100) { totalCount edges { label fullTimeEquivalent people { name } } } }';
const coverage = z.object({
  coverage: z.object({
    people: z.array(z.object({ name: z.string(), share: z.number(), roles: z.array(z.object({ title: z.string() })) })),
    absent: z.array(z.object({ name: z.string() })),
    covered: items,
    uncovered: items,
    thin: items,
    onlyAbsent: items,
  }),
});
const coverageText = `query ($staff: [TeamMemberInput!], $roles: [RoleBy!], $absent: [String!], $of: [ID!]) {
  coverage(staff: $staff, roles: $roles, absent: $absent, of: $of) {
    people { name share roles { title } } absent { name }
    covered ${itemsText} uncovered ${itemsText} thin ${itemsText} onlyAbsent ${itemsText}
  }
}`;

const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function coverageOf(variables: Record<string, unknown>) {
    const { data, errors } = await ask(coverageText, { of, ...variables });
    expect(errors).toEqual([]);
    return coverage.parse(data).coverage;
  }

  test('coverage names the people who carry each item, and covers what their roles cover', async () => {
    const answer = await coverageOf({ staff });
    expect(answer.people).toEqual([
      { name: 'Ann Berg', share: 1, roles: [title('Operations Manager'), title('Site Reliability Engineer')] },
      { name: 'Ben Ito', share: 0.5, roles: [title('Backup Administrator')] },
      { name: 'Carla Diaz', share: 0.4, roles: [title('Site Reliability Engineer')] },
      { name: 'Dev Patel', share: 0.4, roles: [title('Backup Administrator')] },
    ]);
    const roles = ['Operations Manager', 'Site Reliability Engineer', 'Backup Administrator'].map(title);
    const ofRoles = await coverageOf({ roles });
    expect([answer.covered.itemCount, answer.uncovered.itemCount]).toEqual([
      ofRoles.covered.itemCount,
      ofRoles.uncovered.itemCount,
    ]);
    const { edges } = answer.covered.responsibilities;
    expect(edges.length).toBeGreaterThan(0);
    const shares = new Map([
      ['Ann Berg', 1],
      ['Ben Ito', 0.5],
      ['Carla Diaz', 0.4],
      ['Dev Patel', 0.4],
    ]);
    for (const { people, fullTimeEquivalent } of edges) {
      expect(people.length).toBeGreaterThan(0);
      const sum = namesOf(people).reduce((total, name) => total + (shares.get(name) ?? NaN), 0);
      expect(fullTimeEquivalent).toBeCloseTo(sum, 6);
    }
    for (const { people, fullTimeEquivalent } of answer.uncovered.responsibilities.edges) {
      expect([people, fullTimeEquivalent]).toEqual([[], null]);
    }
    // Roles are nobody in person.
    expect([ofRoles.people, ofRoles.thin.itemCount]).toEqual([[], 0]);
    for (const { people } of ofRoles.covered.responsibilities.edges) expect(people).toEqual([]);
  });

  test('items are thin if the shares of their people are less than one full-time person together', async () => {
    const { thin, covered } = await coverageOf({ staff });
    const backups = thin.responsibilities.edges;
    expect(backups.length).toBeGreaterThan(0);
    for (const { people, fullTimeEquivalent } of backups) {
      expect([namesOf(people), fullTimeEquivalent]).toEqual([['Ben Ito', 'Dev Patel'], 0.9]);
    }
    expect(backups.length).toBe(
      covered.responsibilities.edges.filter(({ fullTimeEquivalent }) => (fullTimeEquivalent ?? 0) < 1).length,
    );
    // 0.3 + 0.6 + 0.1 is one, also where it is 0.9999999999999999.
    const shares = [0.3, 0.6, 0.1];
    const three = shares.map((share, index) => ({ ...ben, name: `Person ${index}`, share }));
    expect((await coverageOf({ staff: three })).thin.itemCount).toBe(0);
  });

  test('absent people cover nothing, and what only they cover is listed with their names', async () => {
    const all = await coverageOf({ staff });
    const answer = await coverageOf({ staff, absent: ['ben ito', 'Dev Patel'] });
    expect([namesOf(answer.people), namesOf(answer.absent)]).toEqual([
      ['Ann Berg', 'Carla Diaz'],
      ['Ben Ito', 'Dev Patel'],
    ]);
    expect(answer.onlyAbsent.itemCount).toBe(all.covered.itemCount - answer.covered.itemCount);
    const { edges } = answer.onlyAbsent.responsibilities;
    expect(edges.length).toBeGreaterThan(0);
    for (const { people } of edges) expect(namesOf(people)).toEqual(['Ben Ito', 'Dev Patel']);
    expect(all.onlyAbsent.itemCount).toBe(0);
  });

  test('single points are people, by what only they cover of those who are there', async () => {
    const text = `query ($staff: [TeamMemberInput!], $absent: [String!], $of: [ID!]) {
      singlePoints(staff: $staff, absent: $absent, of: $of) {
        note nodes { person { name } roles { title } criticality items ${itemsText} }
      }
    }`;
    const parsed = z.object({
      singlePoints: z.object({
        note: z.null(),
        nodes: z.array(
          z.object({
            person: z.object({ name: z.string() }),
            roles: z.array(z.object({ title: z.string() })),
            criticality: z.number(),
            items,
          }),
        ),
      }),
    });
    const pointsOf = async (variables: Record<string, unknown>) => {
      const { data, errors } = await ask(text, { of, ...variables });
      expect(errors).toEqual([]);
      return parsed.parse(data).singlePoints.nodes;
    };
    // Carla has nothing that Ann does not have, and Ben and Dev do the same.
    const points = await pointsOf({ staff });
    expect(points.map(({ person }) => person.name)).toEqual(['Ann Berg']);
    const [first] = points;
    expect(first?.roles).toEqual(ann.roles);
    for (const { people } of first?.items.responsibilities.edges ?? []) expect(namesOf(people)).toEqual(['Ann Berg']);
    const withoutDev = await pointsOf({ staff, absent: ['Dev Patel'] });
    expect(withoutDev.map(({ person }) => person.name).sort()).toEqual(['Ann Berg', 'Ben Ito']);
  });

  test.each([
    ['nobody', { staff: [] }, 'staff', 'staff is an empty list'],
    ['no name', { staff: [ann, { ...ben, name: ' ' }] }, 'staff', 'without a name, as number 2'],
    ['a long name', { staff: [{ ...ben, name: 'x'.repeat(201) }] }, 'staff', 'of 201 characters; at most 200'],
    ['a name twice', { staff: [ann, ben, { ...ben, name: ' ANN BERG' }] }, 'staff', 'as number 1 and number 3'],
    ['no role', { staff: [{ ...ben, roles: [] }] }, 'staff', '"Ben Ito" without a role'],
    [
      'no share',
      { staff: [{ ...ben, share: 0 }] },
      'staff',
      '"Ben Ito" with the share 0; a share is above 0 and at most 1',
    ],
    ['a share above 1', { staff: [{ ...ben, share: 1.5 }] }, 'staff', '"Ben Ito" with the share 1.5'],
    [
      'an unknown role',
      { staff: [{ ...ben, roles: [title('Backup Administator')] }] },
      'staff.roles',
      'Of "Ben Ito", staff.roles has the title "Backup Administator", which no role has. Did you mean role:backup-administrator',
    ],
    [
      'too many people',
      { staff: Array.from({ length: 1_001 }, (_, n) => ({ ...ben, name: `${n}` })) },
      'staff',
      'staff has 1,001 people; a team may have at most 1,000.',
    ],
    [
      'an unknown name',
      { staff, absent: ['Ben Itto'] },
      'absent',
      '"Ben Itto", which is nobody of the team. Did you mean "Ben Ito"?',
    ],
    ['nobody left', { staff: [ann], absent: ['Ann Berg'] }, 'absent', 'absent names everybody of the team'],
    ['absence without people', { roles: [title('SRE')], absent: ['Ann'] }, 'absent', 'but staff is not given'],
    ['roles and people', { roles: [title('SRE')], staff }, 'staff', 'staff and roles are both given'],
    ['neither roles nor people', {}, 'roles', 'Neither roles nor staff is given'],
  ])('%s is refused', async (_, variables, argument, message) => {
    const { errors } = await ask(coverageText, { of, ...variables });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(message);
    expect(errors[0]?.cause).toMatchObject({ argument });
  });
});
