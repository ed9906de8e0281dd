import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { BruteForce, rounded } from '../../support/catalogs/brute-force.ts';
import { plainCarried, plainItems, plainShares, type PlainScope } from '../../support/catalogs/plain-coverage.ts';
import { catalogWith, line } from '../../support/catalogs/small-catalogs.ts';
import { askingOf, askingShipped, askingWithin } from '../../support/engines/asking.ts';
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
      group: z.object({ id: z.string() }).nullable(),
      carrierCount: z.number(),
      carriers: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
      carriersElsewhere: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
      appearances: z.array(z.object({ id: z.string(), role: z.object({ id: z.string() }) })),
    }),
  ),
});
const itemsOf = z.object({ itemCount: z.number(), categories: page, responsibilities: page, topics: page });
const pageText = `{ totalCount edges {
  node { id } group { id } carrierCount carriers(first: 100) { nodes { id } } carriersElsewhere(first: 100) { nodes { id } }
  appearances { id role { id } }
} }`;
const itemsText = `{ itemCount categories(first: 100) ${pageText} responsibilities(first: 100) ${pageText} topics(first: 100) ${pageText} }`;
const countsText = `{ itemCount categories { totalCount } responsibilities { totalCount } topics { totalCount } }`;

function edgesOf(items: z.infer<typeof itemsOf>) {
  return [...items.categories.edges, ...items.responsibilities.edges, ...items.topics.edges];
}

/** An item as plain-coverage.ts names it. */
const nameOf = ({ group, node }: ReturnType<typeof edgesOf>[number]) => `${group?.id ?? ''} ${node.id}`;
const itemNames = (items: z.infer<typeof itemsOf>) => new Set(edgesOf(items).map(nameOf));

/** The lines by which roles carry an item: lines of its group, or any. */
function linesFor(item: string, roles: readonly string[], from: PlainScope): ReadonlySet<string> {
  const [group = '', node = ''] = item.split(' ');
  const carries = ({ category, groups, responsibilities }: (typeof plain.lines)[number]) =>
    (from === 'CATALOG' || groups.has(group)) &&
    (category === node || [...responsibilities].some((duty) => duty === node || plain.topicsOf(duty).includes(node)));
  return new Set(plain.lines.filter((line) => roles.includes(line.role) && carries(line)).map(({ id }) => id));
}

/** The covered shares as an answer has them. */
function sharesOf(part: ReadonlySet<string>, all: ReadonlySet<string>) {
  const { CATEGORY, RESPONSIBILITY, TOPIC } = plainShares(part, all);
  return { categories: CATEGORY, responsibilities: RESPONSIBILITY, topics: TOPIC };
}
const shares = z.object({
  categories: z.number().nullable(),
  responsibilities: z.number().nullable(),
  topics: z.number().nullable(),
});
const sharesText = `{ categories responsibilities topics }`;

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
    const carriedBy = (roleIds: readonly string[], items: ReadonlySet<string>, from: PlainScope) =>
      new Set(roleIds.flatMap((id) => [...plainCarried(plain, id, items, from)]));

    test.each([
      [null, 'MEMBERS'],
      ['CATALOG', 'CATALOG'],
    ] as const)(
      'coverage from %s shows what a team carries, with its lines, and what it does not, with the roles that would',
      async (asked, from) => {
        const query = `query ($roles: [RoleBy!]!, $of: [ID!], $from: CarrierScope) {
          coverage(roles: $roles, of: $of, from: $from) {
            from shares ${sharesText} roles { totalCount } covered ${itemsText} uncovered ${itemsText} nobody { itemCount }
            fromCatalog { shares ${sharesText} adds ${itemsText} }
          }
        }`;
        const shape = z.object({
          coverage: z.object({
            from: z.string(),
            shares,
            roles: z.object({ totalCount: z.number() }),
            covered: itemsOf,
            uncovered: itemsOf,
            nobody: z.object({ itemCount: z.number() }),
            fromCatalog: z.object({ shares, adds: itemsOf }),
          }),
        });
        const variables = { roles: [...roles, { title: 'SRE' }], of, from: asked };
        const { coverage } = shape.parse(await dataOf(query, variables));
        const items = plainItems(plain, of, from);
        const carried = carriedBy(team, items, from);
        expect(coverage.from).toBe(from);
        expect(coverage.roles.totalCount).toBe(team.length);
        expect(itemNames(coverage.covered)).toEqual(carried);
        expect(itemNames(coverage.uncovered)).toEqual(items.difference(carried));
        expect(coverage.nobody.itemCount).toBe(0);
        expect(coverage.shares).toEqual(sharesOf(carried, items));
        expect(coverage.covered.itemCount + coverage.uncovered.itemCount).toBe(items.size);
        expect(itemNames(coverage.fromCatalog.adds)).toEqual(carriedBy(team, items, 'CATALOG').difference(carried));
        const inCatalog = plainItems(plain, of, 'CATALOG');
        expect(coverage.fromCatalog.shares).toEqual(sharesOf(carriedBy(team, inCatalog, 'CATALOG'), inCatalog));
        for (const edge of edgesOf(coverage.covered)) {
          const lines = new Set(edge.appearances.map(({ id }) => id));
          expect(lines, nameOf(edge)).toEqual(linesFor(nameOf(edge), team, from));
          expect(edge.carriers.nodes.length).toBe(edge.carrierCount);
        }
        for (const edge of edgesOf(coverage.fromCatalog.adds)) {
          const lines = new Set(edge.appearances.map(({ id }) => id));
          expect(lines, nameOf(edge)).toEqual(linesFor(nameOf(edge), team, 'CATALOG'));
        }
        const rolesWith = (item: string, scope: PlainScope) =>
          roleIds.filter((id) => plainCarried(plain, id, new Set([item]), scope).size > 0);
        for (const edge of edgesOf(coverage.uncovered)) {
          expect(edge.appearances).toEqual([]);
          const expected = rolesWith(nameOf(edge), from);
          expect(edge.carriers.nodes.map(({ id }) => id)).toEqual(expected);
          expect(edge.carrierCount).toBe(expected.length);
          expect(edge.carriersElsewhere.nodes.map(({ id }) => id)).toEqual(
            rolesWith(nameOf(edge), 'CATALOG').filter((id) => !expected.includes(id)),
          );
        }
      },
    );

    test('coverage is by group, in the order asked for, and by pillar and organization type if none is named', async () => {
      const query = `query ($roles: [RoleBy!]!, $of: [ID!]) {
        coverage(roles: $roles, of: $of) {
          groups { group { id } shares ${sharesText} roles { nodes { id } } covered ${countsText} uncovered ${countsText} nobody { itemCount } }
        }
      }`;
      const counts = z.object({ itemCount: z.number() });
      const shape = z.object({
        coverage: z.object({
          groups: z.array(
            z.object({
              group: z.object({ id: z.string() }),
              shares,
              roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
              covered: counts,
              uncovered: counts,
              nobody: counts,
            }),
          ),
        }),
      });
      for (const [asked, from] of [
        [of, 'MEMBERS'],
        [null, 'CATALOG'],
      ] as const) {
        const { groups } = shape.parse(await dataOf(query, { roles, of: asked })).coverage;
        expect(groups.map(({ group }) => group.id)).toEqual(asked ?? owners);
        for (const each of groups) {
          const all = plainItems(plain, [each.group.id], from);
          const carried = new Set(team.flatMap((id) => [...plainCarried(plain, id, all, from)]));
          expect(each.shares).toEqual(sharesOf(carried, all));
          expect([each.covered.itemCount, each.uncovered.itemCount, each.nobody.itemCount]).toEqual([
            carried.size,
            all.size - carried.size,
            0,
          ]);
          const members = plain.rolesIn(each.group.id);
          expect(each.roles.nodes.map(({ id }) => id)).toEqual(
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
      const items = plainItems(plain, of, 'MEMBERS');
      const missing = items.difference(carriedBy(team, items, 'MEMBERS'));
      const expected = roleIds
        .map((id) => ({ id, adds: plainCarried(plain, id, missing, 'MEMBERS') }))
        .filter(({ adds }) => adds.size > 0)
        .map(({ id, adds }) => ({ id, gain: plainShares(adds, items).RESPONSIBILITY ?? 0, count: adds.size }))
        .sort((a, b) => b.gain - a.gain || b.count - a.count);
      const listed: (typeof expected)[number][] = [];
      for (let after: string | null = null, more = true; more;) {
        const answer: z.infer<typeof shape> = shape.parse(await dataOf(query, { roles, of, after }));
        const { additions } = answer.coverage;
        expect(additions.totalCount).toBe(expected.length);
        for (const { role, gain, adds } of additions.nodes) {
          listed.push({ id: role.id, gain, count: adds.itemCount });
          expect(itemNames(adds)).toEqual(plainCarried(plain, role.id, missing, 'MEMBERS'));
          for (const { appearances } of edgesOf(adds)) {
            expect(appearances.every((line) => line.role.id === role.id) && appearances.length > 0).toBe(true);
          }
        }
        [after, more] = [additions.pageInfo.endCursor, additions.pageInfo.hasNextPage];
      }
      expect(listed).toEqual(expected);
    });

    test('four security roles cover more of Security than four roles of which none works there', async () => {
      const query = `query ($roles: [RoleBy!]!) {
        coverage(roles: $roles, of: ["Security"]) { shares ${sharesText} fromCatalog { shares ${sharesText} } }
      }`;
      const shape = z.object({ coverage: z.object({ shares, fromCatalog: z.object({ shares }) }) });
      const coverageBy = async (titles: readonly string[]) =>
        shape.parse(await dataOf(query, { roles: titles.map((title) => ({ title })) })).coverage;
      const members = await coverageBy([
        'Cloud Security Architect',
        'Security Engineer',
        'Incident Response Manager',
        'Data Protection Officer',
      ]);
      const outsiders = await coverageBy(['SRE', 'Backup Administrator', 'Database Administrator', 'Data Analyst']);
      expect(members.shares.responsibilities).toBeGreaterThan(0.2);
      expect(outsiders.shares).toEqual({ categories: 0, responsibilities: 0, topics: 0 });
      expect(outsiders.fromCatalog.shares.topics).toBeGreaterThan(0);
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
    const query = `query ($of: [ID!], $roles: [RoleBy!], $from: CarrierScope) {
      singlePoints(of: $of, roles: $roles, from: $from, first: 100) {
        totalCount nodes { roles { id } criticality items ${itemsText} }
      }
    }`;

    test.each([
      ['the whole catalog', null, null, null],
      ['a pillar', ['pillar:security'], null, null],
      ['a pillar, carried by any role', ['pillar:security'], null, 'CATALOG'],
      ['a team', null, ['role:devops-engineer', 'role:site-reliability-engineer', 'role:backup-administrator'], null],
      ['a team in a pillar', ['pillar:reliability'], ['role:devops-engineer', 'role:backup-administrator'], null],
    ] as const)(
      'single points of %s are what exactly one role carries, the most critical first',
      async (_, of, team, from) => {
        const variables = { of, from, roles: team?.map((id) => ({ id })) ?? null };
        const { singlePoints } = shape.parse(await dataOf(query, variables));
        const scope = of === null ? 'CATALOG' : (from ?? 'MEMBERS');
        const items = plainItems(plain, of, scope);
        const members = roleIds.filter((id) => team === null || team.some((each) => each === id));
        const carriers = new Map<string, string[]>();
        for (const id of members) {
          for (const item of plainCarried(plain, id, items, scope)) {
            carriers.set(item, [...(carriers.get(item) ?? []), id]);
          }
        }
        const expected = members.flatMap((id) => {
          const alone = [...items].filter((item) => carriers.get(item)?.length === 1 && carriers.get(item)?.[0] === id);
          const criticality = plainShares(new Set(alone), items).RESPONSIBILITY ?? 0;
          return alone.length === 0 ? [] : [{ id, alone: new Set(alone), criticality }];
        });
        expected.sort((a, b) => b.criticality - a.criticality || b.alone.size - a.alone.size);
        expect(singlePoints.totalCount).toBe(expected.length);
        expect(expected.length).toBeGreaterThan(0);
        expect(
          singlePoints.nodes.map(({ roles, criticality, items: alone }) => ({
            id: roles.map(({ id }) => id).join(),
            criticality,
            alone: itemNames(alone),
          })),
        ).toEqual(expected.slice(0, 100));
      },
    );
  });

  describe('whatIf', () => {
    test('nobody verifies backups without the Backup Administrator', async () => {
      const query = `{ whatIf(input: { remove: [{ title: "Backup Administrator" }] }) {
        before { positions { totalCount } coverage { shares { responsibilities } uncovered { itemCount } } }
        after { positions { totalCount } coverage { uncovered { responsibilities { nodes { id } } } } }
        lost { itemCount responsibilities { edges { label appearances { role { title } } } } }
        gained { itemCount }
      } }`;
      expect(await dataOf(query)).toEqual({
        whatIf: {
          before: {
            positions: { totalCount: 138 },
            coverage: { shares: { responsibilities: 1 }, uncovered: { itemCount: 0 } },
          },
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
        from: CATALOG
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
    ['coverage(roles: []) { from }', 'roles', 'empty list', 'at least one role'],
    ['coverage(roles: [{ title: "Nobody" }]) { from }', 'roles', 'Nobody', 'search'],
    [`coverage(roles: [${sre}], of: []) { from }`, 'of', 'empty list'],
    [`coverage(roles: [${sre}], of: ["role:devops-engineer"]) { from }`, 'of', 'is a role', 'pillar'],
    [`coverage(roles: [${sre}], from: MEMBERS) { from }`, 'from', 'no groups are given', 'in of'],
    ['whatIf(input: { from: MEMBERS }) { from }', 'input.from', 'no groups are given', 'in input.of'],
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

/** Nobody reviews; whoever signs is only informed of it. */
const unmanned = catalogWith({
  pillars: [{ slug: 'p', name: 'P' }],
  categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
  responsibilities: ['audit', 'review', 'sign'].map((slug) => ({ slug, name: slug })),
  roles: ['a', 'b'].map((slug) => ({ slug, title: slug.toUpperCase() })),
  appearances: [
    line(1, 'a', 'p/c', ['audit']),
    line(2, 'b', 'p/c', [{ responsibility: 'sign', involvement: ['INFORMED'] }]),
  ],
});

describe.each(engines)('a catalog with duties that nobody has in $name', (engine) => {
  const ask = askingWithin(() => askingOf(unmanned, engine));

  test('coverage lists them, of the whole catalog and of a group whose lines name them', async () => {
    const { data, errors } = await ask(`{
      whole: coverage(roles: [{ title: "A" }]) { ...Nobody }
      pillar: coverage(roles: [{ title: "A" }], of: ["P"]) { ...Nobody }
    }
    fragment Nobody on Coverage {
      shares { responsibilities }
      nobody { responsibilities { edges { label carrierCount } } }
      additions { totalCount }
    }`);
    expect(errors).toEqual([]);
    const nobody = (...labels: readonly string[]) => ({
      responsibilities: { edges: labels.map((label) => ({ label, carrierCount: 0 })) },
    });
    expect(data).toEqual({
      whole: {
        shares: { responsibilities: rounded(1 / 3) },
        nobody: nobody('review', 'sign'),
        additions: { totalCount: 0 },
      },
      pillar: { shares: { responsibilities: 0.5 }, nobody: nobody('sign'), additions: { totalCount: 0 } },
    });
  });

  test('single points of the catalog say that they are of wording as much as of people, those of a team do not', async () => {
    const list = z.object({
      from: z.string(),
      countFromCatalog: z.number(),
      note: z.string().nullable(),
      totalCount: z.number(),
    });
    const { data, errors } = await ask(`{
      whole: singlePoints { from countFromCatalog note totalCount }
      team: singlePoints(roles: [{ title: "A" }], of: ["P"]) { from countFromCatalog note totalCount }
    }`);
    expect(errors).toEqual([]);
    const { whole, team } = z.object({ whole: list, team: list }).parse(data);
    expect(whole).toMatchObject({ from: 'CATALOG', countFromCatalog: 1, totalCount: 1 });
    expect(whole.note).toMatch(/^These are roles of the catalog, not people: /);
    expect(team).toEqual({ from: 'MEMBERS', countFromCatalog: 1, note: null, totalCount: 1 });
  });
});
