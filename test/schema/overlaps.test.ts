import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const membersOf = z.object({
  pillars: z.array(z.object({ id: z.string(), roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }) })),
});
const overlapOf = z.object({
  overlap: z.object({
    sharedRoleCount: z.number(),
    exclusiveRoleCount: z.number(),
    unionRoleCount: z.number(),
    jaccard: z.number(),
    overlapCoefficient: z.number(),
    roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
    exclusive: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  }),
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);
  let pillars: readonly (readonly [id: string, roles: ReadonlySet<string>])[];

  beforeAll(async () => {
    const { data } = await ask('{ pillars { id roles(first: 100) { nodes { id } } } }');
    pillars = membersOf.parse(data).pillars.map(({ id, roles }) => [id, new Set(roles.nodes.map((role) => role.id))]);
  });

  /** Every choice of two or more pillars, by the bits of a number. */
  const choices = Array.from({ length: 2 ** 6 }, (_, bits) =>
    [0, 1, 2, 3, 4, 5].filter((pillar) => bits & (1 << pillar)),
  )
    .filter((choice) => choice.length >= 2)
    .map((choice) => [choice.join(' '), choice] as const);

  describe('overlap(of:) agrees with the roles that the pillars list', () => {
    test.each(choices)('overlap(of:) agrees with the roles that the pillars %s list', async (_name, choice) => {
      const asked = pillars.filter((_, place) => choice.includes(place));
      const others = pillars.filter((_, place) => !choice.includes(place));
      const union = new Set(asked.flatMap(([, roles]) => [...roles]));
      const shared = [...union].filter((role) => asked.every(([, roles]) => roles.has(role)));
      const exclusive = shared.filter((role) => others.every(([, roles]) => !roles.has(role)));
      const smallest = Math.min(...asked.map(([, roles]) => roles.size));

      const query = `query ($of: [ID!]!) { overlap(of: $of) {
      sharedRoleCount exclusiveRoleCount unionRoleCount jaccard overlapCoefficient
      roles(first: 100) { nodes { id } } exclusive: roles(first: 100, exclusive: true) { nodes { id } }
    } }`;
      const { data, errors } = await ask(query, { of: asked.map(([id]) => id) });
      expect(errors).toEqual([]);
      const { overlap } = overlapOf.parse(data);
      expect(new Set(overlap.roles.nodes.map(({ id }) => id))).toEqual(new Set(shared));
      expect(new Set(overlap.exclusive.nodes.map(({ id }) => id))).toEqual(new Set(exclusive));
      expect(overlap).toMatchObject({
        sharedRoleCount: shared.length,
        exclusiveRoleCount: exclusive.length,
        unionRoleCount: union.size,
      });
      expect(overlap.jaccard).toBeCloseTo(shared.length / union.size, 6);
      expect(overlap.overlapCoefficient).toBeCloseTo(shared.length / smallest, 6);
    });
  });
});
