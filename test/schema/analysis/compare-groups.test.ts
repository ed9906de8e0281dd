import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { pairsOf } from '../../support/catalogs/brute-force.ts';
import { engines } from '../../support/engines/engines.ts';

const page = z
  .object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) })
  .transform(({ totalCount, nodes }) => {
    // A test of whole lists must have them whole.
    expect(nodes).toHaveLength(Math.min(totalCount, 100));
    return nodes.map(({ id }) => id);
  });
const answered = z.object({
  compareGroups: z.object({
    groups: z.array(z.object({ id: z.string() })),
    overlap: z.unknown(),
    matrix: z.array(z.unknown()),
    sharedResponsibilities: page,
    distinct: z.array(z.object({ group: z.object({ id: z.string() }), roles: page, responsibilities: page })),
  }),
});
const groupOf = z.object({ node: z.object({ roles: page, responsibilities: page }) });

describe.each(engines)('in $name, compareGroups', (engine) => {
  const ask = askingShipped(engine);
  const whole = '(first: 100) { totalCount nodes { id } }';
  const ofOverlap = `groups { id } sharedRoleCount exclusiveRoleCount unionRoleCount jaccard overlapCoefficient roles${whole}`;

  async function overlapOf(of: readonly string[]): Promise<unknown> {
    const { data, errors } = await ask(`query ($of: [ID!]!) { overlap(of: $of) { ${ofOverlap} } }`, { of });
    expect(errors).toEqual([]);
    return z.object({ overlap: z.unknown() }).parse(data).overlap;
  }

  test.each([
    ['an MSP and a vendor', ['organization-type:msp', 'organization-type:vendor']],
    [
      'groups of three kinds',
      [
        'organization-type:vendor',
        'category:data-organization/additional-roles',
        'pillar:sustainability',
        'organization-type:data-organization',
      ],
    ],
  ])('shows what %s share and what each has alone, as the groups themselves list it', async (_what, of) => {
    const query = `query ($of: [ID!]!) { compareGroups(of: $of) {
      groups { id } overlap { ${ofOverlap} } matrix { ${ofOverlap} } sharedResponsibilities${whole}
      distinct { group { id } roles${whole} responsibilities${whole} }
    } }`;
    const { data, errors } = await ask(query, { of });
    expect(errors).toEqual([]);
    const comparison = answered.parse(data).compareGroups;
    const own = await Promise.all(
      of.map(async (id) => {
        const group = await ask(
          `query ($id: ID!) { node(id: $id) { ... on RoleGroup { roles${whole} responsibilities${whole} } } }`,
          { id },
        );
        return groupOf.parse(group.data).node;
      }),
    );
    expect(comparison.groups.map(({ id }) => id)).toEqual(of);
    expect(comparison.overlap).toEqual(await overlapOf(of));
    expect(comparison.matrix).toEqual(await Promise.all(pairsOf(of).map((pair) => overlapOf(pair))));
    const [first, ...more] = own;
    expect(comparison.sharedResponsibilities).toEqual(
      first?.responsibilities.filter((duty) => more.every(({ responsibilities }) => responsibilities.includes(duty))),
    );
    const alone = own.map(({ roles, responsibilities }, index) => {
      const others = own.filter((_, other) => other !== index);
      return {
        group: { id: of[index] },
        roles: roles.filter((role) => !others.some((other) => other.roles.includes(role))),
        responsibilities: responsibilities.filter(
          (duty) => !others.some((other) => other.responsibilities.includes(duty)),
        ),
      };
    });
    expect(comparison.distinct).toEqual(alone);
    expect(alone.some(({ roles, responsibilities }) => roles.length > 0 && responsibilities.length > 0)).toBe(true);
  });

  test('an MSP and a vendor do have responsibilities in common', async () => {
    const { data } = await ask(
      '{ compareGroups(of: ["organization-type:msp", "organization-type:vendor"]) { sharedResponsibilities { totalCount } } }',
    );
    const common = z.object({
      compareGroups: z.object({ sharedResponsibilities: z.object({ totalCount: z.number().positive() }) }),
    });
    expect(common.safeParse(data).success).toBe(true);
  });

  const nine = JSON.stringify(Array.from({ length: 9 }, (_, index) => `pillar:p${index}`));

  test.each([
    ['["pillar:security"]', '1 group;', '2 to 8 distinct groups'],
    ['[]', '0 groups', '2 to 8'],
    [nine, '9 groups', '2 to 8'],
    ['["pillar:security", "pillar:security"]', '"pillar:security" twice', 'distinct'],
    ['["pillar:security", "role:devops-engineer"]', 'is a role', 'pillar'],
    ['["pillar:security", "pillar:x"]', '"pillar:x"', 'pillar:security'],
  ])('comparing groups of %s is an error that names the argument', async (of, ...says) => {
    const { errors } = await ask(`{ compareGroups(of: ${of}) { groups { id } } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument: 'of' });
    for (const said of says) expect(errors[0]?.message).toContain(said);
  });
});
