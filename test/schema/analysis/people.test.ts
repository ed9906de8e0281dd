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

  describe('whatIf', () => {
    const position = z.object({
      title: z.string(),
      person: z.object({ name: z.string(), share: z.number() }).nullable(),
    });
    const positionText = '{ title person { name share } }';
    const parsed = z.object({
      whatIf: z.object({
        before: z.object({ positions: z.object({ nodes: z.array(position) }) }),
        after: z.object({ positions: z.object({ nodes: z.array(position) }) }),
        lost: items,
        newlySingle: items,
        handover: z.object({
          totalCount: z.number(),
          nodes: z.array(
            z.object({
              responsibility: z.object({ name: z.string() }),
              group: z.object({ id: z.string() }).nullable(),
              before: z.array(position),
              successors: z.array(
                z.object({
                  position,
                  nearness: z.enum(['ELSEWHERE', 'INVOLVED', 'TOPIC']),
                  overlap: z.number(),
                  otherDutyCount: z.number(),
                  reason: z.string(),
                }),
              ),
            }),
          ),
        }),
        hires: z.object({
          nodes: z.array(
            z.object({ role: z.object({ title: z.string() }), adds: z.object({ itemCount: z.number() }) }),
          ),
        }),
      }),
    });
    const text = `query ($input: WhatIfInput!) {
      whatIf(input: $input) {
        before { positions { nodes ${positionText} } } after { positions { nodes ${positionText} } }
        lost ${itemsText} newlySingle ${itemsText}
        handover(first: 100) {
          totalCount
          nodes {
            responsibility { name } group { id } before ${positionText}
            successors { position ${positionText} nearness overlap otherDutyCount reason }
          }
        }
        hires { nodes { role { title } adds { itemCount } } }
      }
    }`;

    async function changed(input: Record<string, unknown>) {
      const { data, errors } = await ask(text, { input: { of, ...input } });
      expect(errors).toEqual([]);
      return parsed.parse(data).whatIf;
    }
    const titles = ({ positions }: { positions: { nodes: readonly { title: string }[] } }) =>
      positions.nodes.map((each) => each.title);

    test('says what is lost when somebody leaves, who did it, and who is nearest to each duty', async () => {
      const { before, after, lost, newlySingle, handover } = await changed({ staff, leave: ['Ann'] });
      expect([titles(before), titles(after)]).toEqual([
        ['Ann Berg', 'Ben Ito', 'Carla Diaz', 'Dev Patel'],
        ['Ben Ito', 'Carla Diaz', 'Dev Patel'],
      ]);
      const all = await coverageOf({ staff });
      const without = await coverageOf({ staff: [ben, carla, dev] });
      expect(lost.itemCount).toBe(all.covered.itemCount - without.covered.itemCount);
      for (const { people } of lost.responsibilities.edges) expect(namesOf(people)).toEqual(['Ann Berg']);
      for (const { people } of newlySingle.responsibilities.edges) expect(people).toHaveLength(1);
      expect(handover.totalCount).toBe(lost.responsibilities.totalCount);
      expect(handover.nodes.map(({ responsibility }) => responsibility.name)).toEqual(
        lost.responsibilities.edges.map(({ label }) => label),
      );
      const order = ['ELSEWHERE', 'INVOLVED', 'TOPIC'];
      const reasons = {
        ELSEWHERE: / does it elsewhere, as /,
        INVOLVED: / is (?:consulted|informed) on it, as /,
        TOPIC: / other dut/,
      };
      for (const { before: carriers, successors } of handover.nodes) {
        expect(carriers.map(({ title: name }) => name)).toEqual(['Ann Berg']);
        for (const [index, { position: successor, nearness, overlap, reason }] of successors.entries()) {
          expect(reason).toMatch(reasons[nearness]);
          expect(reason).toContain(successor.title);
          expect(reason).toContain(`Works ${(successor.person?.share ?? 1) * 100}% of full time.`);
          const next = successors[index + 1];
          if (next === undefined) continue;
          const [rank, nextRank] = [order.indexOf(nearness), order.indexOf(next.nearness)];
          expect(rank < nextRank || (rank === nextRank && overlap >= next.overlap)).toBe(true);
        }
      }
      expect(handover.nodes.some(({ successors }) => successors.length > 0)).toBe(true);
    });

    test('lists roles to look for, for what nobody is near to', async () => {
      const lena = { name: 'Lena Novak', roles: [title('Marketing Specialist')] };
      const { handover, hires } = await changed({ staff: [lena, ben], leave: ['Ben Ito'] });
      expect(handover.totalCount).toBeGreaterThan(0);
      const unplaced = handover.nodes.filter(({ successors }) => successors.length === 0);
      expect(unplaced.length).toBeGreaterThan(0);
      const [first] = hires.nodes;
      expect(first).toEqual({ role: title('Backup Administrator'), adds: { itemCount: unplaced.length } });
    });

    test('people join and take roles over', async () => {
      const mia = { name: 'Mia Chen', roles: [title('Security Engineer')] };
      const takeOver = [{ name: 'carla', roles: [title('Operations Manager')] }];
      const { after, lost } = await changed({ staff, leave: ['Ann Berg'], join: [mia], takeOver });
      expect(titles(after)).toEqual(['Ben Ito', 'Carla Diaz', 'Dev Patel', 'Mia Chen']);
      // Carla had the other role of Ann already.
      expect(lost.itemCount).toBe(0);
      const { before, after: present } = await changed({ staff, absent: ['Dev Patel'], leave: ['Ann Berg'] });
      expect([titles(before), titles(present)]).toEqual([
        ['Ann Berg', 'Ben Ito', 'Carla Diaz'],
        ['Ben Ito', 'Carla Diaz'],
      ]);
    });

    test('a team of roles has successors as well', async () => {
      const { handover } = await changed({ remove: [title('Backup Administrator')], of: ['Reliability'] });
      expect(handover.nodes.map(({ before, successors }) => [before, successors[0]?.position.person])).toEqual([
        [[{ title: 'Backup Administrator', person: null }], null],
      ]);
    });

    test.each([
      ['people who leave without people', { leave: ['Ann'] }, 'input.leave', 'input.staff is not given'],
      [
        'roles that leave a team of people',
        { staff, remove: [title('SRE')] },
        'input.remove',
        'input.staff gives people',
      ],
      ['both roles and people', { staff, team: [title('SRE')] }, 'input.team', 'input.staff gives people'],
      ['somebody unknown who leaves', { staff, leave: ['Zoë'] }, 'input.leave', '"Zoë", which is nobody of the team'],
      ['everybody who leaves', { staff: [ann], leave: ['Ann'] }, 'input.leave', 'Nobody is left of the team'],
      ['a name twice', { staff, join: [ann] }, 'input.join', '"Ann Berg", who is in the team already'],
      [
        'a role that somebody has',
        { staff, takeOver: [{ name: 'Ben Ito', roles: [title('Backup Administrator')] }] },
        'input.takeOver',
        '"Ben Ito" with Backup Administrator, which "Ben Ito" has already',
      ],
      [
        'a role that nobody has',
        { staff, takeOver: [{ name: 'Ben Ito', roles: [title('Backup Admin')] }] },
        'input.takeOver.roles',
        'Of "Ben Ito", input.takeOver.roles has the title "Backup Admin"',
      ],
    ])('%s is refused', async (_, input, argument, message) => {
      const { errors } = await ask(text, { input });
      expect(errors).toHaveLength(1);
      expect(errors[0]?.message).toContain(message);
      expect(errors[0]?.cause).toMatchObject({ argument });
    });
  });

  describe('hats', () => {
    const parsed = z.object({
      hats: z.object({
        persons: z.array(
          z.object({
            number: z.number(),
            name: z.string().nullable(),
            roles: z.array(z.object({ role: z.object({ title: z.string() }), isGiven: z.boolean() })),
          }),
        ),
      }),
    });
    const text = `query ($staff: [TeamMemberInput!], $absent: [String!], $people: Int) {
      hats(staff: $staff, absent: $absent, people: $people, of: ["category:reliability/backup-and-disaster-recovery"]) {
        persons { number name roles { role { title } isGiven } }
      }
    }`;

    test('people keep their roles, and the others are spread among them by their shares', async () => {
      const { data, errors } = await ask(text, { staff: [ann, ben], people: 3 });
      expect(errors).toEqual([]);
      const { persons } = parsed.parse(data).hats;
      expect(persons.map(({ number, name }) => [number, name])).toEqual([
        [1, 'Ann Berg'],
        [2, 'Ben Ito'],
        [3, null],
      ]);
      const given = persons.map(({ roles }) => roles.filter(({ isGiven }) => isGiven).map(({ role }) => role));
      expect(given).toEqual([ann.roles, ben.roles, []]);
      const [first = 0, second = 0, third = 0] = persons.map(({ roles }) => roles.length);
      expect(second).toBeLessThan(first);
      expect(Math.abs(first - third)).toBeLessThanOrEqual(1);
    });

    test('roles that only absent people have are given to others', async () => {
      const { data } = await ask(text, { staff: [ann, ben], absent: ['Ben'] });
      const [only, ...others] = parsed.parse(data).hats.persons;
      expect([only?.name, others]).toEqual(['Ann Berg', []]);
      expect(only?.roles).toContainEqual({ role: title('Backup Administrator'), isGiven: false });
    });

    test.each([
      [{}, 'people', 'Neither people nor staff is given.'],
      [{ staff: [ann, ben], people: 1 }, 'people', 'people is 1, but 2 people are given in staff.'],
      [{ people: 2, absent: ['Ann'] }, 'absent', 'but staff is not given'],
    ])('refuses %j', async (variables, argument, message) => {
      const { errors } = await ask(text, variables);
      expect(errors[0]?.message).toContain(message);
      expect(errors[0]?.cause).toMatchObject({ argument });
    });
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
    [
      'more names than people',
      { staff: [ann], absent: ['Ann', 'Ann Berg'] },
      'absent',
      'absent has 2 entries, and the team has 1',
    ],
    [
      'a beginning of several names',
      { staff: [ben, { ...ben, name: 'Ben Zhu' }], absent: ['Be'] },
      'absent',
      'could be "Ben Ito", "Ben Zhu"',
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
