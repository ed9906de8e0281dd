import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { BruteForce, rounded } from '../../support/catalogs/brute-force.ts';
import { plainCarried, plainItems, plainShare } from '../../support/catalogs/plain-coverage.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';

const plain = new BruteForce(await shippedCatalog());
const roleIds = plain.roles.map(({ id }) => id);
const owners = plain.groups.filter(({ kind }) => kind !== 'CATEGORY').map(({ id }) => id);

const page = z.object({
  totalCount: z.number(),
  edges: z.array(
    z.object({
      node: z.object({ id: z.string() }),
      carrierCount: z.number(),
      carriers: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
      appearances: z.array(z.object({ id: z.string(), role: z.object({ id: z.string() }) })),
    }),
  ),
});
const itemsOf = z.object({ itemCount: z.number(), categories: page, responsibilities: page, topics: page });
const pageText = `{ totalCount edges { node { id } carrierCount carriers(first: 100) { nodes { id } } appearances { id role { id } } } }`;
const itemsText = `{ itemCount categories(first: 100) ${pageText} responsibilities(first: 100) ${pageText} topics(first: 100) ${pageText} }`;
const countsText = `{ itemCount categories { totalCount } responsibilities { totalCount } topics { totalCount } }`;

function edgesOf(items: z.infer<typeof itemsOf>) {
  return [...items.categories.edges, ...items.responsibilities.edges, ...items.topics.edges];
}

const itemIds = (items: z.infer<typeof itemsOf>) => new Set(edgesOf(items).map(({ node }) => node.id));

/** The lines by which roles carry an item. */
function linesFor(item: string, roles: readonly string[]): ReadonlySet<string> {
  const carries = (line: (typeof plain.lines)[number]) =>
    line.category === item ||
    [...line.responsibilities].some((duty) => duty === item || plain.topicsOf(duty).includes(item));
  return new Set(plain.lines.filter((line) => roles.includes(line.role) && carries(line)).map(({ id }) => id));
}

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function dataOf(query: string, variables?: Record<string, unknown>): Promise<unknown> {
    const { data, errors, textCalls } = await ask(query, variables);
    expect(errors).toEqual([]);
    // Nothing of it is text: the store is not asked.
    expect(textCalls).toEqual([]);
    return data;
  }

  describe('coverage', () => {
    const team = ['role:site-reliability-engineer', 'role:backup-administrator', 'role:security-engineer'];
    const of = ['pillar:security', 'category:reliability/backup-and-disaster-recovery'];
    const roles = team.map((id) => ({ id }));
    const items = plainItems(plain, of);
    const carried = new Set(team.flatMap((id) => [...plainCarried(plain, id)]));

    test('coverage shows what a team carries, with its lines, and what it does not, with the roles that would', async () => {
      const query = `query ($roles: [RoleBy!]!, $of: [ID!]) {
        coverage(roles: $roles, of: $of) { share roles { totalCount } covered ${itemsText} uncovered ${itemsText} }
      }`;
      const shape = z.object({
        coverage: z.object({
          share: z.number(),
          roles: z.object({ totalCount: z.number() }),
          covered: itemsOf,
          uncovered: itemsOf,
        }),
      });
      const { coverage } = shape.parse(await dataOf(query, { roles: [...roles, { title: 'SRE' }], of }));
      expect(coverage.roles.totalCount).toBe(team.length);
      expect(itemIds(coverage.covered)).toEqual(items.intersection(carried));
      expect(itemIds(coverage.uncovered)).toEqual(items.difference(carried));
      expect(coverage.share).toBe(rounded(plainShare(items.intersection(carried), items, 1)));
      expect(coverage.covered.itemCount + coverage.uncovered.itemCount).toBe(items.size);
      for (const { node, appearances, carriers, carrierCount } of edgesOf(coverage.covered)) {
        expect(new Set(appearances.map(({ id }) => id)), node.id).toEqual(linesFor(node.id, team));
        expect(carriers.nodes.length).toBe(carrierCount);
      }
      for (const { node, appearances, carriers, carrierCount } of edgesOf(coverage.uncovered)) {
        expect(appearances).toEqual([]);
        const expected = roleIds.filter((id) => plainCarried(plain, id).has(node.id));
        expect(carriers.nodes.map(({ id }) => id)).toEqual(expected);
        expect(carrierCount).toBe(expected.length);
      }
    });

    test('coverage is by group, in the order asked for, and by pillar and organization type if none is named', async () => {
      const query = `query ($roles: [RoleBy!]!, $of: [ID!]) {
        coverage(roles: $roles, of: $of) {
          groups { group { id } share roles { nodes { id } } covered ${countsText} uncovered ${countsText} }
        }
      }`;
      const counts = z.object({ itemCount: z.number() });
      const shape = z.object({
        coverage: z.object({
          groups: z.array(
            z.object({
              group: z.object({ id: z.string() }),
              share: z.number(),
              roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
              covered: counts,
              uncovered: counts,
            }),
          ),
        }),
      });
      for (const asked of [of, null]) {
        const { groups } = shape.parse(await dataOf(query, { roles, of: asked })).coverage;
        expect(groups.map(({ group }) => group.id)).toEqual(asked ?? owners);
        for (const { group, share, roles: inGroup, covered, uncovered } of groups) {
          const all = plainItems(plain, [group.id]);
          expect(share).toBe(rounded(plainShare(all.intersection(carried), all, 1)));
          expect([covered.itemCount, uncovered.itemCount]).toEqual([
            all.intersection(carried).size,
            all.difference(carried).size,
          ]);
          const members = plain.rolesIn(group.id);
          expect(inGroup.nodes.map(({ id }) => id)).toEqual(
            roleIds.filter((id) => team.includes(id) && members.has(id)),
          );
        }
      }
    });

    test('coverage ranks which one more role would add most, page by page', async () => {
      const query = `query ($roles: [RoleBy!]!, $of: [ID!], $after: String) {
        coverage(roles: $roles, of: $of) {
          additions(first: 7, after: $after) {
            totalCount pageInfo { endCursor hasNextPage } nodes { role { id } gain adds ${itemsText} }
          }
        }
      }`;
      const shape = z.object({
        coverage: z.object({
          additions: z.object({
            totalCount: z.number(),
            pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
            nodes: z.array(z.object({ role: z.object({ id: z.string() }), gain: z.number(), adds: itemsOf })),
          }),
        }),
      });
      const missing = items.difference(carried);
      const expected = roleIds
        .map((id) => ({ id, gain: rounded(plainShare(missing.intersection(plainCarried(plain, id)), items, 0)) }))
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain);
      const told: { readonly id: string; readonly gain: number }[] = [];
      for (let after: string | null = null, more = true; more;) {
        const answer: z.infer<typeof shape> = shape.parse(await dataOf(query, { roles, of, after }));
        const { additions } = answer.coverage;
        expect(additions.totalCount).toBe(expected.length);
        for (const { role, gain, adds } of additions.nodes) {
          told.push({ id: role.id, gain });
          expect(itemIds(adds)).toEqual(missing.intersection(plainCarried(plain, role.id)));
          for (const { appearances } of edgesOf(adds)) {
            expect(appearances.every((line) => line.role.id === role.id) && appearances.length > 0).toBe(true);
          }
        }
        [after, more] = [additions.pageInfo.endCursor, additions.pageInfo.hasNextPage];
      }
      expect(told).toEqual(expected);
    });
  });

  describe('singlePoints', () => {
    const shape = z.object({
      singlePoints: z.object({
        totalCount: z.number(),
        nodes: z.array(
          z.object({ roles: z.array(z.object({ id: z.string() })), criticality: z.number(), items: itemsOf }),
        ),
      }),
    });
    const query = `query ($of: [ID!], $roles: [RoleBy!]) {
      singlePoints(of: $of, roles: $roles, first: 100) { totalCount nodes { roles { id } criticality items ${itemsText} } }
    }`;

    test.each([
      ['the whole catalog', null, null],
      ['a pillar', ['pillar:security'], null],
      ['a team', null, ['role:devops-engineer', 'role:site-reliability-engineer', 'role:backup-administrator']],
      ['a team in a pillar', ['pillar:reliability'], ['role:devops-engineer', 'role:backup-administrator']],
    ] as const)(
      'single points of %s are what exactly one role carries, the most critical first',
      async (_, of, team) => {
        const { singlePoints } = shape.parse(await dataOf(query, { of, roles: team?.map((id) => ({ id })) ?? null }));
        const items = plainItems(plain, of ?? owners);
        const members = roleIds.filter((id) => team === null || team.some((each) => each === id));
        const carriers = new Map<string, string[]>();
        for (const id of members) {
          for (const item of plainCarried(plain, id)) carriers.set(item, [...(carriers.get(item) ?? []), id]);
        }
        const expected = members.flatMap((id) => {
          const alone = [...items].filter((item) => carriers.get(item)?.length === 1 && carriers.get(item)?.[0] === id);
          return alone.length === 0 ? [] : [{ id, alone: new Set(alone), criticality: plainShare(alone, items, 0) }];
        });
        expected.sort((a, b) => rounded(b.criticality) - rounded(a.criticality));
        expect(singlePoints.totalCount).toBe(expected.length);
        expect(expected.length).toBeGreaterThan(0);
        expect(
          singlePoints.nodes.map(({ roles, criticality, items: alone }) => ({
            id: roles.map(({ id }) => id).join(),
            criticality,
            alone: itemIds(alone),
          })),
        ).toEqual(expected.map((each) => ({ ...each, criticality: rounded(each.criticality) })));
      },
    );
  });

  describe('whatIf', () => {
    test('nobody verifies backups without the Backup Administrator', async () => {
      const query = `{ whatIf(input: { remove: [{ title: "Backup Administrator" }] }) {
        before { positions { totalCount } coverage { share uncovered { itemCount } } }
        after { positions { totalCount } coverage { uncovered { responsibilities { nodes { id } } } } }
        lost { itemCount responsibilities { edges { label appearances { role { title } } } } }
        gained { itemCount }
      } }`;
      expect(await dataOf(query)).toEqual({
        whatIf: {
          before: { positions: { totalCount: 138 }, coverage: { share: 1, uncovered: { itemCount: 0 } } },
          after: {
            positions: { totalCount: 137 },
            coverage: { uncovered: { responsibilities: { nodes: [{ id: 'responsibility:verify-backups' }] } } },
          },
          lost: {
            itemCount: 1,
            responsibilities: {
              edges: [{ label: 'Verify backups', appearances: [{ role: { title: 'Backup Administrator' } }] }],
            },
          },
          gained: { itemCount: 0 },
        },
      });
    });

    test('a team of three with one new and two merged roles is one of two positions that overlap', async () => {
      const query = `{ whatIf(input: {
        team: [{ title: "SRE" }, { title: "Security Engineer" }, { title: "Compliance Officer" }, { title: "Finance Analyst" }]
        remove: [{ title: "Finance Analyst" }]
        add: [{ title: "Backup Administrator" }]
        merge: [[{ title: "SRE" }, { title: "Backup Administrator" }], [{ title: "Security Engineer" }, { title: "Compliance Officer" }]]
        of: ["pillar:security"]
      }) { after { positions { nodes { title roles { slug } } } singlePoints { totalCount nodes { roles { slug } } } meanOverlap overlaps { nodes { score positions { title } } } } before { meanOverlap } } }`;
      const shape = z.object({
        whatIf: z.object({
          after: z.object({
            positions: z.object({ nodes: z.array(z.object({ title: z.string() })) }),
            singlePoints: z.object({ totalCount: z.number() }),
            meanOverlap: z.number(),
            overlaps: z.object({ nodes: z.array(z.object({ score: z.number() })) }),
          }),
        }),
      });
      const { after } = shape.parse(await dataOf(query)).whatIf;
      expect(after.positions.nodes.map(({ title }) => title)).toEqual([
        'Backup Administrator + Site Reliability Engineer',
        'Compliance Officer + Security Engineer',
      ]);
      expect(after.singlePoints.totalCount).toBe(2);
      expect(after.overlaps.nodes.map(({ score }) => score)).toEqual(
        after.meanOverlap === 0 ? [] : [after.meanOverlap],
      );
    });
  });

  const sre = '{ title: "SRE" }';
  test.each([
    ['coverage(roles: []) { share }', 'roles', 'empty list', 'at least one role'],
    ['coverage(roles: [{ title: "Nobody" }]) { share }', 'roles', 'Nobody', 'search'],
    [`coverage(roles: [${sre}], of: []) { share }`, 'of', 'empty list'],
    [`coverage(roles: [${sre}], of: ["role:devops-engineer"]) { share }`, 'of', 'is a role', 'pillar'],
    ['singlePoints(of: ["pillar:x"]) { totalCount }', 'of', 'pillar:x'],
    ['singlePoints(roles: []) { totalCount }', 'roles', 'empty list'],
    ['singlePoints(first: 0) { totalCount }', 'first', 'between 1 and 100'],
    [
      `whatIf(input: { team: [{ title: "Finance Analyst" }], remove: [${sre}] }) { lost { itemCount } }`,
      'input.remove',
      'Site Reliability Engineer',
      'not in the team',
    ],
    [
      `whatIf(input: { add: [${sre}] }) { lost { itemCount } }`,
      'input.add',
      'in the team already',
      'every role of the catalog',
    ],
    [
      `whatIf(input: { merge: [[${sre}, { title: "S R E" }]] }) { lost { itemCount } }`,
      'input.merge',
      '1 distinct role',
      'two or more',
    ],
    [`whatIf(input: { merge: [[]] }) { lost { itemCount } }`, 'input.merge', 'list 1', '0 distinct roles'],
    [
      `whatIf(input: { remove: [${sre}], merge: [[${sre}, { title: "DevOps Engineer" }]] }) { lost { itemCount } }`,
      'input.merge',
      'not in the team',
      'one list only',
    ],
    ['whatIf(input: { of: ["topic:backup"] }) { lost { itemCount } }', 'input.of', 'is a topic'],
    ['whatIf(input: { team: [] }) { lost { itemCount } }', 'input.team', 'empty list'],
  ])('the error about a bad argument of %s names it', async (query, argument, ...says) => {
    const { errors } = await ask(`{ ${query} }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument });
    for (const said of says) expect(errors[0]?.message).toContain(said);
  });
});
