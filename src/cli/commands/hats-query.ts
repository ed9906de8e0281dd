import { z } from 'zod';
import type { CatalogQuery } from '../query-client.ts';
import { itemFields, listedItems } from '../output/listed-items.ts';

const answer = z.strictObject({
  hats: z.strictObject({
    roleCount: z.int(),
    persons: z.array(
      z.strictObject({
        number: z.int(),
        roles: z.array(
          z.strictObject({ role: z.strictObject({ id: z.string(), title: z.string() }), reason: z.string() }),
        ),
        cohesion: z.number().nullable(),
        covers: z.array(z.strictObject({ id: z.string() })),
      }),
    ),
    unassignedPeople: z.int(),
    cohesion: z.number().nullable(),
    upperBound: z.number().nullable(),
    optimal: z.boolean(),
    hasEvenLoads: z.boolean(),
    uncovered: listedItems,
  }),
});

export type HatsAnswer = z.infer<typeof answer>;

/** What `rolegraph hats` asks. */
export const query: CatalogQuery<HatsAnswer> = {
  document: `query Hats($people: Int!, $of: [ID!]!, $mustInclude: [RoleBy!], $apart: [[RoleBy!]!]) {
    hats(people: $people, of: $of, mustInclude: $mustInclude, apart: $apart) {
      roleCount
      persons { number roles { role { id title } reason } cohesion covers { id } }
      unassignedPeople
      cohesion
      upperBound
      optimal
      hasEvenLoads
      uncovered(first: 100) { ${itemFields} }
    }
  }`,
  data: answer,
  terms: { people: '<people>', of: '--for', mustInclude: '--with', apart: '--apart' },
};
