import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';
import { pairsOf } from '../../support/catalogs/brute-force.ts';

const kinds = ['pillars', 'organizationTypes', 'categories', 'topics', 'responsibilities'] as const;
const names = z.array(z.object({ id: z.string() })).transform((nodes) => nodes.map(({ id }) => id));
const traits = z.object({
  pillars: names,
  organizationTypes: names,
  categories: names,
  topics: names,
  responsibilities: names,
});
const answered = z.object({
  compareRoles: z.object({
    roles: names,
    shared: traits,
    distinct: z.array(z.object({ role: z.object({ id: z.string() }), traits })),
    overlaps: z.array(z.unknown()),
  }),
});
const roleOf = z.object({
  role: traits.omit({ responsibilities: true }).extend({ responsibilities: z.object({ nodes: names }) }),
});

describe.each(engines)('in $name, compareRoles', (engine) => {
  const ask = askingShipped(engine);
  const groups = 'pillars { id } organizationTypes { id } categories { id } topics { id }';
  const all = `${groups} responsibilities { id }`;

  test('shows what roles share and what each has alone, as the roles themselves list it', async () => {
    const of = ['role:devops-engineer', 'role:site-reliability-engineer', 'role:cloud-architect'];
    const query = `query ($of: [RoleBy!]!) { compareRoles(of: $of) {
      roles { id } shared { ${all} } distinct { role { id } traits { ${all} } }
      overlaps { roles { id } score sharedWeight totalWeight sharedResponsibilities { name } }
    } }`;
    const { data, errors } = await ask(query, { of: of.map((id) => ({ id })) });
    expect(errors).toEqual([]);
    const comparison = answered.parse(data).compareRoles;

    const own = await Promise.all(
      of.map(async (id) => {
        const role = await ask(
          `query ($id: ID!) { role(by: { id: $id }) { ${groups} responsibilities(first: 100) { nodes { id } } } }`,
          { id },
        );
        const { responsibilities, ...others } = roleOf.parse(role.data).role;
        return { id, traits: { ...others, responsibilities: responsibilities.nodes } };
      }),
    );
    expect(comparison.roles).toEqual(of);
    expect(comparison.distinct.map(({ role }) => role.id)).toEqual(of);
    for (const kind of kinds) {
      const [first = [], ...more] = own.map((role) => role.traits[kind]);
      expect(comparison.shared[kind]).toEqual(first.filter((trait) => more.every((list) => list.includes(trait))));
      comparison.distinct.forEach(({ role, traits: alone }) => {
        const ours = own.find(({ id }) => id === role.id)?.traits[kind] ?? [];
        const theirs = own.filter(({ id }) => id !== role.id).flatMap((other) => other.traits[kind]);
        expect(alone[kind]).toEqual(ours.filter((trait) => !theirs.includes(trait)));
      });
    }
    // Neither of which says anything where it is empty throughout.
    expect(comparison.shared.pillars.length).toBeGreaterThan(0);
    expect(comparison.distinct.every(({ traits: { responsibilities } }) => responsibilities.length > 0)).toBe(true);

    const pairs = await Promise.all(
      pairsOf(of).map(async (pair) => {
        const overlap = await ask(
          `query ($of: [RoleBy!]!) { roleOverlap(of: $of) {
            roles { id } score sharedWeight totalWeight sharedResponsibilities { name }
          } }`,
          { of: pair.map((id) => ({ id })) },
        );
        return z.object({ roleOverlap: z.unknown() }).parse(overlap.data).roleOverlap;
      }),
    );
    expect(comparison.overlaps).toEqual(pairs);
  });

  const titles = (count: number) => Array.from({ length: count }, (_, index) => `{ id: "role:r${index}" }`).join(' ');

  test.each([
    ['[{ title: "SRE" }]', '1 role;', '2 to 6 distinct roles'],
    ['[]', '0 roles', '2 to 6'],
    [`[${titles(7)}]`, '7 roles', '2 to 6'],
    ['[{ title: "SRE" }, { title: "DBA" }, { title: "S.R.E." }]', 'twice', 'distinct'],
    ['[{ title: "SRE" }, { title: "Nobody at all" }]', 'the title "Nobody at all"', 'which no role has'],
    ['[{ title: "SRE" }, { id: "pillar:security" }]', 'the id "pillar:security"', 'no role has'],
  ])('comparing roles of %s is an error that names the argument', async (of, ...says) => {
    const { errors } = await ask(`{ compareRoles(of: ${of}) { roles { id } } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument: 'of' });
    for (const said of says) expect(errors[0]?.message).toContain(said);
  });
});
