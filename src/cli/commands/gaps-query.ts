import { z } from 'zod';
import { pageInfoFields, pageInfoShape, type CatalogQuery } from '../query-client.ts';
import { ownerFields, ownerShape } from '../names/group-label.ts';
import { itemFields, listedItems } from '../output/listed-items.ts';

/** What coverage is counted in: the lists of each answer. */
export const units = ['categories', 'responsibilities', 'topics'] as const;

const lists = z.strictObject({ categories: listedItems, responsibilities: listedItems, topics: listedItems });
const count = z.strictObject({ totalCount: z.int() });
const counts = z.strictObject({ categories: count, responsibilities: count, topics: count });
const roleShape = z.strictObject({ id: z.string(), title: z.string() });

const answer = z.strictObject({
  coverage: z.strictObject({
    share: z.number(),
    groups: z.array(
      z.strictObject({
        group: z.strictObject({ id: z.string(), name: z.string(), ...ownerShape }),
        share: z.number(),
        covered: counts,
        uncovered: lists,
      }),
    ),
    additions: z.strictObject({
      totalCount: z.int(),
      nodes: z.array(
        z.strictObject({ role: roleShape, gain: z.number(), adds: z.strictObject({ itemCount: z.int() }) }),
      ),
    }),
  }),
  singlePoints: z.strictObject({
    totalCount: z.int(),
    pageInfo: pageInfoShape,
    nodes: z.array(z.strictObject({ roles: z.array(roleShape), criticality: z.number(), items: lists })),
  }),
});

export type GapsAnswer = z.infer<typeof answer>;

const listsFields = units.map((unit) => `${unit}(first: 100) { ${itemFields} }`).join(' ');
const countsFields = units.map((unit) => `${unit} { totalCount }`).join(' ');
const terms = { roles: 'The team', of: 'What is to be covered' };

/** What `rolegraph gaps` asks. */
export const query: CatalogQuery<GapsAnswer> = {
  document: `query Gaps($roles: [RoleBy!]!, $of: [ID!], $first: Int, $after: String) {
    coverage(roles: $roles, of: $of) {
      share
      groups { group { id name ${ownerFields} } share covered { ${countsFields} } uncovered { ${listsFields} } }
      additions(first: 5) { totalCount nodes { role { id title } gain adds { itemCount } } }
    }
    singlePoints(roles: $roles, of: $of, first: $first, after: $after) {
      totalCount
      ${pageInfoFields}
      nodes { roles { id title } criticality items { ${listsFields} } }
    }
  }`,
  data: answer,
  terms,
};

const restAnswer = z.strictObject({
  coverage: z.strictObject({ uncovered: z.strictObject({ rest: listedItems }) }),
});

/** Asks for more of one list of what nobody covers. */
export function queryForRest(unit: (typeof units)[number]): CatalogQuery<z.infer<typeof restAnswer>> {
  return {
    document: `query RestOfGaps($roles: [RoleBy!]!, $of: [ID!], $first: Int, $after: String) {
      coverage(roles: $roles, of: $of) { uncovered { rest: ${unit}(first: $first, after: $after) { ${itemFields} } } }
    }`,
    data: restAnswer,
    terms,
  };
}
