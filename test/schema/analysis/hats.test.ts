import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const named = z.array(z.object({ name: z.string() }));
const hatsOf = z.object({
  hats: z.object({
    roleCount: z.number(),
    unassignedPeople: z.number(),
    cohesion: z.number().nullable(),
    upperBound: z.number().nullable(),
    optimal: z.boolean(),
    hasEvenLoads: z.boolean(),
    uncovered: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) }),
    persons: z.array(
      z.object({
        number: z.number(),
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
            keptApartFrom: z.array(z.object({ person: z.number(), role: z.object({ title: z.string() }) })),
          }),
        ),
      }),
    ),
  }),
});

const asked = `query ($people: Int!, $of: [ID!]!, $mustInclude: [RoleBy!], $apart: [[RoleBy!]!]) {
  hats(people: $people, of: $of, mustInclude: $mustInclude, apart: $apart) {
    roleCount unassignedPeople cohesion upperBound optimal hasEvenLoads uncovered { totalCount nodes { id } }
    persons {
      number cohesion sharedPillars { name } sharedCategories { name } sharedTopics { name }
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
    const hats = await hatsFor({ ...variables, apart: [two] });
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
      apart: [two.toReversed(), [...two, ...two]],
    });
    expect(reversed).toEqual(hats);
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

  test('roles named as apart that are not needed do not matter', async () => {
    const variables = { people: 2, of: ['pillar:security'] };
    const hats = await hatsFor(variables);
    const titles = hats.persons.flatMap(titlesOf);
    const { data } = await ask('{ roles(first: 100) { nodes { title } } }');
    const { nodes } = z
      .object({ roles: z.object({ nodes: z.array(z.object({ title: z.string() })) }) })
      .parse(data).roles;
    const others = nodes.filter(({ title }) => !titles.includes(title)).slice(0, 20);
    expect(await hatsFor({ ...variables, apart: [others] })).toEqual(hats);
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
      ['to keep nobody apart', { people: 2, of: security, apart: [three, []] }, 'apart', 'List 2', 'names no role'],
      [
        'to keep one role apart from itself',
        { people: 2, of: security, apart: [[{ title: 'DevOps Engineer' }, { id: 'role:devops-engineer' }]] },
        'apart',
        'List 1 of apart names only "DevOps Engineer"',
        'at least 2',
      ],
      [
        'to keep an unknown role apart',
        { people: 2, of: security, apart: [[{ title: 'DevOps Engineer' }, { title: 'Nobody' }]] },
        'apart',
        '"Nobody"',
        'search',
      ],
      [
        'to keep more apart than people can',
        { people: 2, of: security, mustInclude: three, apart: [three] },
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
