import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const titled = z.object({ title: z.string() });
const items = z.object({
  edges: z.array(
    z.object({
      node: z.object({ id: z.string() }),
      group: z.object({ id: z.string() }),
      appearances: z.array(z.object({ role: titled, source: z.object({ line: z.number() }) })),
    }),
  ),
});
const answer = z.object({
  invitePlan: z.object({
    optimal: z.boolean(),
    lowerBound: z.number(),
    upperBound: z.number(),
    itemCount: z.number(),
    coveredCount: z.number(),
    uncovered: z.object({ totalCount: z.number(), nodes: z.array(z.object({ id: z.string() })) }),
    invites: z.object({
      totalCount: z.number(),
      edges: z.array(
        z.object({
          node: titled,
          rank: z.number(),
          adds: items,
          covers: items,
          alternates: z.object({
            totalCount: z.number(),
            edges: z.array(
              z.object({ node: titled, coveredCount: z.number(), alsoCovers: z.object({ totalCount: z.number() }) }),
            ),
          }),
        }),
      ),
    }),
  }),
});

const itemOfGroup = z.object({ label: z.string(), group: z.object({ name: z.string() }) });
const planWithReasons = z.object({
  invitePlan: z.object({
    from: z.string(),
    size: z.number(),
    emptySeats: z.number(),
    optimal: z.boolean(),
    otherPlanCount: z.number(),
    otherPlanCountExact: z.boolean(),
    responsibilityCount: z.number(),
    uncoveredResponsibilities: z.object({ totalCount: z.number(), edges: z.array(itemOfGroup) }),
    invites: z.object({
      totalCount: z.number(),
      edges: z.array(z.looseObject({ seat: z.string() })),
    }),
  }),
});

const question = `query ($input: InvitePlanInput!) { invitePlan(input: $input) {
  optimal lowerBound upperBound itemCount coveredCount uncovered(first: 100) { totalCount nodes { id } }
  invites(first: 100) { totalCount edges { node { title } rank
    adds(first: 100) { edges { node { id } group { id } appearances { role { title } source { line } } } }
    covers(first: 100) { edges { node { id } group { id } appearances { role { title } source { line } } } }
    alternates(first: 5) { totalCount edges { node { title } coveredCount alsoCovers { totalCount } } }
  } }
} }`;
const pillars = [
  'operational-excellence',
  'security',
  'reliability',
  'performance-efficiency',
  'cost-optimization',
  'sustainability',
].map((slug) => `pillar:${slug}`);

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);
  const planFor = async (input: Readonly<Record<string, unknown>>) => {
    const { data, errors } = await ask(question, { input });
    expect(errors).toEqual([]);
    return answer.parse(data).invitePlan;
  };

  test.each([
    ['CATEGORY', 29, 12],
    ['RESPONSIBILITY', 257, 67],
    ['TOPIC', 152, 37],
  ])('every %s of all pillars is covered by the fewest roles, with lines that say so', async (by, itemCount, size) => {
    const plan = await planFor({ cover: pillars, by });
    expect(plan).toMatchObject({
      optimal: true,
      lowerBound: size,
      itemCount,
      coveredCount: itemCount,
      upperBound: itemCount,
      uncovered: { totalCount: 0 },
      invites: { totalCount: size },
    });
    const added = plan.invites.edges.flatMap(({ adds }) =>
      adds.edges.map(({ node, group }) => `${group.id} ${node.id}`),
    );
    expect(new Set(added).size).toBe(itemCount);
    expect(added).toHaveLength(itemCount);
    for (const { node, covers } of plan.invites.edges) {
      for (const { appearances } of covers.edges) {
        expect(appearances.length).toBeGreaterThan(0);
        expect(new Set(appearances.map(({ role }) => role.title))).toEqual(new Set([node.title]));
      }
    }
  });

  test('an alternate in place of its invite leaves as good a plan', async () => {
    const plan = await planFor({ cover: pillars, by: 'CATEGORY' });
    const invite = plan.invites.edges.find(({ alternates }) => alternates.totalCount > 0);
    const [alternate] = invite?.alternates.edges ?? [];
    if (invite === undefined || alternate === undefined) throw new Error('nobody can stand in for anybody');
    const mustInclude = plan.invites.edges
      .map(({ node }) => (node === invite.node ? alternate.node : node))
      .map(({ title }) => ({ title }));
    const other = await planFor({
      cover: pillars,
      by: 'CATEGORY',
      mustInclude,
      exclude: [{ title: invite.node.title }],
    });
    expect(other).toMatchObject({ coveredCount: 29, invites: { totalCount: 12 } });
  });

  test('a plan with maxInvites covers as much as possible, and lists the rest', async () => {
    const plan = await planFor({ cover: ['pillar:security'], by: 'TOPIC', maxInvites: 3 });
    const { totalCount, edges } = plan.invites;
    expect([totalCount, edges.length, plan.optimal]).toEqual([3, 3, true]);
    expect(plan.coveredCount).toBe(plan.upperBound);
    expect(plan.coveredCount + plan.uncovered.totalCount).toBe(24);
    const covered = new Set(edges.flatMap(({ covers }) => covers.edges.map(({ node }) => node.id)));
    expect(covered.size).toBe(plan.coveredCount);
    expect(plan.uncovered.nodes.some(({ id }) => covered.has(id))).toBe(false);
  });

  test('spare seats are filled by who adds most responsibilities, and each invite has a reason that names duties', async () => {
    const query = `query ($input: InvitePlanInput!) { invitePlan(input: $input) {
      from size emptySeats optimal otherPlanCount otherPlanCountExact responsibilityCount
      uncoveredResponsibilities(first: 2) { totalCount edges { label group { name } } }
      invites(first: 100) { totalCount edges { rank seat essential reason node { title }
        exclusiveResponsibilities(first: 1) { totalCount edges { label group { name } appearances { source { line } } } }
        alternates(first: 1) { nodes { title } edges { coveredCount sharedResponsibilityCount } }
      } }
    } }`;
    const { data, errors } = await ask(query, { input: { cover: ['Security'], maxInvites: 8 } });
    expect(errors).toEqual([]);
    const { invites, ...plan } = planWithReasons.parse(data).invitePlan;
    expect(plan).toEqual({
      from: 'MEMBERS',
      size: 6,
      emptySeats: 0,
      optimal: true,
      otherPlanCount: 64_511,
      otherPlanCountExact: true,
      responsibilityCount: 48,
      uncoveredResponsibilities: {
        totalCount: 23,
        edges: [
          { label: 'Apply architecture patterns', group: { name: 'Security' } },
          { label: 'Apply updates and patches', group: { name: 'Security' } },
        ],
      },
    });
    expect(invites.edges.map(({ seat }) => seat)).toEqual([
      ...Array.from({ length: 6 }, () => 'PLANNED'),
      'SPARE',
      'SPARE',
    ]);
    expect(invites.edges[3]).toEqual({
      rank: 4,
      seat: 'PLANNED',
      essential: false,
      reason:
        'Is the only one invited for Security Lifecycle & Automation (001:81). Brings 3 duties that nobody else ' +
        'invited has: "Automate security", "Build security into CI/CD pipelines (DevSecOps)" and "Drive security ' +
        'remediation" (001:81). Operations Manager (1 of these 3 duties) or Threat Intelligence Analyst (none of them) could ' +
        'come instead.',
      node: { title: 'Security Engineer' },
      exclusiveResponsibilities: {
        totalCount: 3,
        edges: [{ label: 'Automate security', group: { name: 'Security' }, appearances: [{ source: { line: 81 } }] }],
      },
      alternates: {
        nodes: [{ title: 'Operations Manager' }],
        edges: [{ coveredCount: 1, sharedResponsibilityCount: 1 }],
      },
    });
    const { data: unfilled } = await ask(query, { input: { cover: ['Security'], maxInvites: 8, fill: false } });
    expect(planWithReasons.parse(unfilled).invitePlan).toMatchObject({ emptySeats: 2, invites: { totalCount: 6 } });
  });

  test('fromCatalog is the plan with any role of the catalog, which needs fewer seats or covers more', async () => {
    const query = `query ($input: InvitePlanInput!) { invitePlan(input: $input) {
      from size coveredCount fromCatalog { from size coveredCount fromCatalog { from size } }
    } }`;
    const { data } = await ask(query, { input: { cover: ['Sustainability'], by: 'RESPONSIBILITY' } });
    const catalog = { from: 'CATALOG', size: 13 };
    expect(data).toEqual({
      invitePlan: {
        ...{ from: 'MEMBERS', size: 14, coveredCount: 30 },
        fromCatalog: { ...catalog, coveredCount: 30, fromCatalog: catalog },
      },
    });
    const { data: asked } = await ask(query, {
      input: { cover: ['Sustainability'], by: 'RESPONSIBILITY', from: 'CATALOG' },
    });
    expect(asked).toMatchObject({ invitePlan: { ...catalog, fromCatalog: catalog } });
  });

  test('a role in mustInclude has a seat although it is in none of the groups, and its reason says so', async () => {
    const { data } = await ask(
      `{ invitePlan(input: { cover: ["Security"], mustInclude: [{ title: "Finance Analyst" }] }) {
        size invites(last: 1) { edges { node { title } seat essential reason covers { totalCount } } }
      } }`,
    );
    expect(data).toEqual({
      invitePlan: {
        size: 7,
        invites: {
          edges: [
            {
              node: { title: 'Finance Analyst' },
              seat: 'REQUIRED',
              essential: true,
              reason: 'Invited by name; carries nothing of Security.',
              covers: { totalCount: 0 },
            },
          ],
        },
      },
    });
  });

  test('the reason of an invite names who comes closest, if nobody covers all that it covers', async () => {
    const { data } = await ask(
      `{ invitePlan(input: { cover: ["Security"], by: TOPIC, maxInvites: 4 }) {
        invites(first: 1) { edges { node { title } essential reason alternates { totalCount } } }
      } }`,
    );
    const invite = { node: { title: 'Security Engineer' }, essential: true, alternates: { totalCount: 0 } };
    expect(data).toMatchObject({ invitePlan: { invites: { edges: [invite] } } });
    expect(JSON.stringify(data)).toContain(
      'No other role that may be invited covers all of that; Security Analyst comes closest, with Risk management and Threat detection."',
    );
  });

  test('required roles are invited, and excluded roles are not', async () => {
    const plain = await planFor({ cover: ['pillar:security'] });
    const [first] = plain.invites.edges;
    const title = first?.node.title ?? '';
    const without = await planFor({ cover: ['pillar:security'], exclude: [{ title }] });
    expect(without.invites.edges.map(({ node }) => node.title)).not.toContain(title);
    const withAuditor = await planFor({
      cover: ['pillar:security'],
      mustInclude: [{ title: 'FinOps Analyst' }, { title: 'FinOps Analyst' }],
    });
    expect(withAuditor.invites.edges.map(({ node }) => node.title)).toContain('FinOps Analyst');
    expect(withAuditor.coveredCount).toBe(6);
  });

  test('with among, nobody else is invited or could stand in, except those who are required', async () => {
    const among = ['Security Engineer', 'Data Owner', 'Cloud Architect'].map((title) => ({ title }));
    const mustInclude = [{ title: 'FinOps Analyst' }];
    const plan = await planFor({ cover: ['pillar:security'], mustInclude, among, maxInvites: 20 });
    const allowed = [...among, ...mustInclude].map(({ title }) => title);
    const named = plan.invites.edges.flatMap(({ node, alternates }) => [
      node.title,
      ...alternates.edges.map((alternate) => alternate.node.title),
    ]);
    expect(named.filter((title) => !allowed.includes(title))).toEqual([]);
    expect(named).toContain('FinOps Analyst');
    expect(plan.optimal).toBe(true);
  });

  test('what only excluded roles carry stays uncovered, and the plan is optimal all the same', async () => {
    const roles = await ask('{ pillars { categories { id roles(first: 100) { nodes { id } } } } }');
    const parsed = z
      .object({
        pillars: z.array(
          z.object({
            categories: z.array(
              z.object({ id: z.string(), roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
            ),
          }),
        ),
      })
      .parse(roles.data);
    const [category] = parsed.pillars[1]?.categories ?? [];
    if (category === undefined) throw new Error('the second pillar has categories');
    const plan = await planFor({ cover: ['pillar:security'], exclude: category.roles.nodes.map(({ id }) => ({ id })) });
    expect(plan).toMatchObject({
      optimal: true,
      uncovered: { totalCount: 1, nodes: [{ id: category.id }] },
      coveredCount: 5,
    });
  });

  test.each([
    [{ cover: [] }, 'input.cover', 'input.cover is an empty list'],
    [{ cover: ['role:auditor'] }, 'input.cover', 'it takes the id or name of a pillar, category or organization type'],
    [{ cover: ['pillar:none'] }, 'input.cover', '"pillar:none", which nothing here has as its id, title or name'],
    [
      { cover: Array(1_001).fill('pillar:security') },
      'input.cover',
      'input.cover has 1001 groups; it takes 1000 at most.',
    ],
    [{ mustInclude: [{ id: 'role:none' }] }, 'input.mustInclude', '"role:none", which no role has'],
    [{ exclude: [{ title: 'Nobody' }] }, 'input.exclude', '"Nobody", which no role has'],
    [
      { exclude: Array(1_001).fill({ title: 'Nobody' }) },
      'input.exclude',
      'input.exclude has 1001 roles; it takes 1000 at most.',
    ],
    [
      { mustInclude: [{ title: 'DevOps Engineer' }], exclude: [{ id: 'role:devops-engineer' }] },
      'input.mustInclude',
      'which input.exclude has, too',
    ],
    [{ among: [] }, 'input.among', 'input.among is empty. Name the roles that may be invited, or leave it out.'],
    [{ maxInvites: 0 }, 'input.maxInvites', 'input.maxInvites is 0; it must be a whole number between 1 and 1000.'],
    [{ maxInvites: 1_001 }, 'input.maxInvites', 'between 1 and 1000.'],
    [
      { mustInclude: [{ title: 'DevOps Engineer' }, { title: 'Cloud Architect' }], maxInvites: 1 },
      'input.mustInclude',
      'input.mustInclude has 2 distinct roles, which is more than input.maxInvites allows (1).',
    ],
  ])('refuses %j and names the argument', async (input, argument, message) => {
    const { errors } = await ask(question, { input: { cover: ['pillar:security'], ...input } });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toMatchObject({ argument });
    expect(errors[0]?.message).toContain(message);
  });
});
