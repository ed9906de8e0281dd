import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const named = z.array(z.object({ name: z.string() }));
const heldBy = z.array(z.object({ person: z.number(), role: z.object({ title: z.string() }) }));
const hatsOf = z.object({
  hats: z.object({
    roleCount: z.number(),
    unassignedPeople: z.number(),
    cohesion: z.number().nullable(),
    upperBound: z.number().nullable(),
    optimal: z.boolean(),
    hasEvenLoads: z.boolean(),
    from: z.string(),
    uncovered: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) }),
    separations: z.array(z.object({ sentence: z.string(), roles: heldBy, from: heldBy })),
    persons: z.array(
      z.object({
        number: z.number(),
        headline: z.string(),
        mainCategories: z.array(z.object({ category: z.object({ name: z.string() }), roleCount: z.number() })),
        mainTopics: z.array(z.object({ topic: z.object({ name: z.string() }), roleCount: z.number() })),
        mainResponsibilities: z.array(
          z.object({ responsibility: z.object({ name: z.string() }), roleCount: z.number() }),
        ),
        cohesion: z.number().nullable(),
        sharedPillars: named,
        sharedCategories: named,
        sharedTopics: named,
        sharedResponsibilities: named,
        covers: named,
        roles: z.array(
          z.object({
            role: z.object({ title: z.string() }),
            reason: z.string(),
            fit: z.number().nullable(),
            strongest: z.object({ score: z.number(), roles: z.array(z.object({ title: z.string() })) }).nullable(),
            alternative: z
              .object({ person: z.number(), fit: z.number(), strongest: z.object({ score: z.number() }) })
              .nullable(),
            keptApartFrom: heldBy,
          }),
        ),
      }),
    ),
  }),
});

const asked = `query ($people: Int!, $of: [ID!]!, $assign: HatsAssign! = PLAN, $from: CarrierScope, $mustInclude: [RoleBy!], $keepApart: [KeepApartInput!]) {
  hats(people: $people, of: $of, assign: $assign, from: $from, mustInclude: $mustInclude, keepApart: $keepApart) {
    roleCount unassignedPeople cohesion upperBound optimal hasEvenLoads from uncovered { totalCount nodes { id } }
    separations { sentence roles { person role { title } } from { person role { title } } }
    persons {
      number headline cohesion sharedPillars { name } sharedCategories { name } sharedTopics { name }
      mainCategories { category { name } roleCount } mainTopics { topic { name } roleCount }
      mainResponsibilities { responsibility { name } roleCount }
      sharedResponsibilities { name } covers { name }
      roles {
        role { title } reason fit strongest { score roles { title } }
        alternative { person fit strongest { score } } keptApartFrom { person role { title } }
      }
    }
  }
}`;

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  const hatsFor = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask(asked, variables);
    expect(errors).toEqual([]);
    return hatsOf.parse(data).hats;
  };
  const titlesOf = ({ roles }: { readonly roles: readonly { readonly role: { readonly title: string } }[] }) =>
    roles.map(({ role }) => role.title);

  test('the roles needed are shared among the people, and cover all categories', async () => {
    const of = ['pillar:security', 'pillar:reliability'];
    const hats = await hatsFor({ people: 2, of });
    const titles = hats.persons.flatMap(titlesOf);
    expect(new Set(titles).size).toBe(hats.roleCount);
    expect(hats.persons.map(({ number }) => number)).toEqual([1, 2]);
    expect([hats.hasEvenLoads, hats.unassignedPeople, hats.uncovered.totalCount]).toEqual([true, 0, 0]);
    expect(hats.cohesion).toBeLessThanOrEqual(hats.upperBound ?? 0);
    const { data } = await ask('query ($of: [ID!]!) { nodes(ids: $of) { ... on Pillar { categories { name } } } }', {
      of,
    });
    const { nodes } = z.object({ nodes: z.array(z.object({ categories: named })) }).parse(data);
    const covered = new Set(hats.persons.flatMap(({ covers }) => covers.map(({ name }) => name)));
    expect(covered).toEqual(new Set(nodes.flatMap(({ categories }) => categories.map(({ name }) => name))));
  });

  test('required roles are included, and stay apart from those that they must', async () => {
    const two = [{ title: 'DevOps Engineer' }, { title: 'Compliance Officer' }];
    const variables = { people: 2, of: ['pillar:security'], mustInclude: two };
    const [one, other] = ['DevOps Engineer', 'Compliance Officer'];
    const hats = await hatsFor({ ...variables, keepApart: [{ roles: [one], from: [other] }] });
    const holders = two.map(({ title }) => hats.persons.findIndex((person) => titlesOf(person).includes(title)));
    expect(holders.toSorted()).toEqual([0, 1]);
    const roles = hats.persons.flatMap((person) => person.roles);
    const officer = roles.find(({ role }) => role.title === 'Compliance Officer');
    expect(officer?.keptApartFrom).toEqual([{ person: (holders[0] ?? 0) + 1, role: { title: 'DevOps Engineer' } }]);
    expect(officer?.reason).toContain(`Kept apart from DevOps Engineer (person ${(holders[0] ?? 0) + 1}).`);
    expect(officer?.alternative).toBeNull();
    const reversed = await hatsFor({
      ...variables,
      mustInclude: two.toReversed(),
      keepApart: [{ roles: [other, 'role:compliance-officer'], from: [one, one] }],
    });
    expect(reversed.persons).toEqual(hats.persons);
  });

  test('a reason names the strongest overlap of the role with the other roles of the person', async () => {
    const { persons } = await hatsFor({ people: 2, of: ['pillar:security', 'pillar:sustainability'] });
    const roles = persons.flatMap(({ roles }) => roles);
    expect(roles.length).toBeGreaterThan(2);
    for (const { role, reason, strongest } of roles) {
      if (strongest === null || strongest.score === 0) continue;
      const [own, other] = strongest.roles;
      expect(own?.title).toBe(role.title);
      expect(reason).toContain(`with ${other?.title ?? ''} (overlap ${strongest.score.toFixed(3)})`);
    }
  });

  test('more people than roles leave people over', async () => {
    const hats = await hatsFor({ people: 50, of: ['category:security/infrastructure-and-network'] });
    expect(hats).toMatchObject({
      roleCount: 1,
      unassignedPeople: 49,
      cohesion: null,
      upperBound: null,
      optimal: true,
    });
    expect(hats.persons).toHaveLength(1);
  });

  test('all 33 roles of Reliability are shared among five people, and each mainly does one thing', async () => {
    const { roleCount, persons, hasEvenLoads, cohesion } = await hatsFor({
      people: 5,
      of: ['Reliability'],
      assign: 'ALL',
    });
    expect([roleCount, hasEvenLoads]).toEqual([33, true]);
    expect(persons.map(({ roles }) => roles.length).toSorted()).toEqual([6, 6, 7, 7, 7]);
    expect(cohesion).toBeCloseTo(0.188, 3);
    const mainly = persons.map(({ mainCategories }) => mainCategories[0]?.category.name);
    expect(new Set(mainly).size).toBe(5);
    for (const { headline, mainCategories, mainResponsibilities, mainTopics, roles } of persons) {
      const [main] = mainCategories;
      expect(headline).toContain(`${main?.category.name ?? ''} (${main?.roleCount ?? 0} of ${roles.length} roles)`);
      expect(headline).toContain(`"${mainResponsibilities[0]?.responsibility.name ?? ''}"`);
      expect(mainTopics[0]?.roleCount).toBeGreaterThan(1);
    }
  });

  test('a plan says whose roles it was made from, and is as small from members as from the catalog', async () => {
    const of = ['Managed Service Provider', 'Vendor', 'Security'];
    const members = await hatsFor({ people: 3, of });
    const catalog = await hatsFor({ people: 3, of, from: 'CATALOG' });
    expect([members.from, catalog.from]).toEqual(['MEMBERS', 'CATALOG']);
    expect([members.uncovered.totalCount, catalog.uncovered.totalCount]).toEqual([0, 0]);
    expect(catalog.roleCount).toBe(members.roleCount);
    const included = { people: 1, of: ['Vendor'], assign: 'PLAN', mustInclude: [{ title: 'DevOps Engineer' }] };
    expect((await hatsFor(included)).persons.flatMap(titlesOf)).toContain('DevOps Engineer');
  });

  test('whoever checks is kept apart from whoever does, by groups, titles and topics', async () => {
    const keepApart = [{ roles: ['Quality assurance'], from: ['Backup & Disaster Recovery', 'SRE'] }];
    const { persons, separations } = await hatsFor({ people: 5, of: ['Reliability'], assign: 'ALL', keepApart });
    const [separation] = separations;
    const checking = separation?.roles.map(({ role }) => role.title) ?? [];
    const doing = separation?.from.map(({ role }) => role.title) ?? [];
    expect(checking).toContain('Quality Assurance Engineer');
    expect(doing).toContain('Site Reliability Engineer');
    expect(doing).toContain('Backup Administrator');
    for (const person of persons) {
      const titles = titlesOf(person);
      expect(titles.some((title) => checking.includes(title)) && titles.some((title) => doing.includes(title))).toBe(
        false,
      );
    }
    expect(separation?.sentence).toMatch(/^\d+ roles of Quality assurance \(.*\) are kept apart from \d+ roles of/);
  });

  test('a group is meant rather than a topic of its name', async () => {
    const keepApart = [{ roles: ['Sustainability'], from: ['Backup Administrator'] }];
    const { separations } = await hatsFor({ people: 5, of: ['Reliability'], assign: 'ALL', keepApart });
    const { data } = await ask('{ pillar(by: { name: "Sustainability" }) { roles(first: 100) { nodes { title } } } }');
    const titles = z
      .object({ pillar: z.object({ roles: z.object({ nodes: z.array(z.object({ title: z.string() })) }) }) })
      .parse(data)
      .pillar.roles.nodes.map(({ title }) => title);
    expect(separations[0]?.roles.filter(({ role }) => !titles.includes(role.title))).toEqual([]);
  });

  describe('it is an error', () => {
    const security = ['pillar:security'];
    const three = ['DevOps Engineer', 'Compliance Officer', 'Cloud Architect'].map((title) => ({ title }));

    test.each([
      ['of 0 people', { people: 0, of: security }, 'people', 'people is 0', '1 to 50'],
      ['of 51 people', { people: 51, of: security }, 'people', 'people is 51', '1 to 50'],
      ['of no groups', { people: 2, of: [] }, 'of', 'empty list', 'pillar:security'],
      ['of an unknown group', { people: 2, of: ['pillar:x'] }, 'of', '"pillar:x"', 'category'],
      ['of a role', { people: 2, of: ['role:devops-engineer'] }, 'of', 'is a role', 'category'],
      [
        'to include an unknown role',
        { people: 2, of: security, mustInclude: [{ id: 'role:x' }] },
        'mustInclude',
        '"role:x"',
        'search',
      ],
      [
        'to assign all roles of the catalog',
        { people: 2, of: security, assign: 'ALL', from: 'CATALOG' },
        'from',
        'from is CATALOG, which is for assign PLAN only',
        'mustInclude adds others',
      ],
      [
        'to keep nobody apart',
        { people: 2, of: security, keepApart: [{ roles: [], from: ['SRE'] }] },
        'keepApart.roles',
        'has no entries',
        '1 to 100',
      ],
      [
        'to keep one role apart from itself',
        {
          people: 2,
          of: security,
          assign: 'ALL',
          keepApart: [{ roles: ['Compliance Officer'], from: ['Compliance Officer'] }],
        },
        'keepApart.from',
        'has no role to assign besides those of keepApart.roles',
        'name roles that somebody else is to hold',
      ],
      [
        'to keep an unknown role apart',
        { people: 2, of: security, keepApart: [{ roles: ['DevOps Engineer'], from: ['Nobody'] }] },
        'keepApart.from',
        '"Nobody"',
        'search',
      ],
      [
        'to keep a role apart that is not assigned',
        {
          people: 2,
          of: ['Performance Efficiency'],
          assign: 'ALL',
          keepApart: [{ roles: ['Auditor'], from: ['DevOps Engineer'] }],
        },
        'keepApart.roles',
        'has "Compliance Officer", which is none of the 27 roles to assign. Of these, ',
        'closest',
      ],
      [
        'to keep more apart than people can',
        {
          people: 2,
          of: security,
          mustInclude: three,
          keepApart: [{ roles: three.map(({ title }) => title), from: three.map(({ title }) => title) }],
        },
        'people',
        '3 of the roles needed must stay apart from each other (Cloud Architect, Compliance Officer and DevOps Engineer)',
        'at least 3 people',
      ],
    ])('hats are an error %s', async (_what, variables, argument, ...says) => {
      const { errors } = await ask(asked, variables);
      expect(errors.map(({ cause }) => (cause instanceof ArgumentError ? cause.argument : cause))).toEqual([argument]);
      for (const said of says) expect(errors[0]?.message).toContain(said);
    });
  });
});
