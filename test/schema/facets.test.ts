import { getNamedType, isObjectType } from 'graphql';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { schema } from '../../schema/schema.ts';
import * as roleFacets from '../../src/graph/lists/role-facets.ts';

/** The real counting, of which it is seen how often it is done. */
const groupFacets = vi.fn(roleFacets.groupFacets);
const topicFacets = vi.fn(roleFacets.topicFacets);

// Files share their modules, so these have a schema of their own that counts with the functions above.
vi.resetModules();
vi.doMock(import('../../src/graph/lists/role-facets.ts'), () => ({ ...roleFacets, groupFacets, topicFacets }));
const { askingShipped } = await import('../support/engines/asking.ts');
const { engines } = await import('../support/engines/engines.ts');

afterEach(() => {
  vi.clearAllMocks();
});
afterAll(() => {
  vi.doUnmock('../../src/graph/lists/role-facets.ts');
  vi.resetModules();
});

const groups = z.array(z.object({ group: z.object({ id: z.string() }), roleCount: z.number() }));
const facets = z.object({
  pillars: groups,
  organizationTypes: groups,
  categories: groups,
  topics: z.array(z.object({ topic: z.object({ id: z.string() }), roleCount: z.number() })),
});
const selected =
  'facets { pillars { group { id } roleCount } organizationTypes { group { id } roleCount } ' +
  'categories { group { id } roleCount } topics { topic { id } roleCount } }';

/** The facets of an answer, which stand on any path. */
function facetsIn(data: unknown): z.infer<typeof facets>[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
    key === 'facets' ? [facets.parse(value)] : facetsIn(value),
  );
}

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function facetsOf(query: string) {
    const { data, errors } = await ask(query);
    expect(errors).toEqual([]);
    return facetsIn(data);
  }

  /** Roles in a list, where they are in all these groups, have all these topics, and pass what is given beside. */
  async function countOf(inAll: readonly string[], performsAll: readonly string[], beside: string): Promise<number> {
    const parts = [
      ...(inAll.length === 0 ? [] : [`inAll: ${JSON.stringify(inAll)}`]),
      ...(performsAll.length === 0 ? [] : [`performsAll: ${JSON.stringify(performsAll)}`]),
      beside,
    ];
    const { data, errors } = await ask(`{ roles(filter: { ${parts.join(' ')} }) { totalCount } }`);
    expect(errors).toEqual([]);
    return z.object({ roles: z.object({ totalCount: z.number() }) }).parse(data).roles.totalCount;
  }

  /** A list, and the filter that it is, beside groups and topics. */
  const lists: readonly (readonly [
    query: string,
    inAll: readonly string[],
    performs: readonly string[],
    beside: string,
  ])[] = [
    [`{ roles(first: 1) { ${selected} } }`, [], [], ''],
    [
      `{ roles(last: 2, orderBy: { field: PILLAR_COUNT }, filter: { pillarCount: { min: 3 }, performsAny: ["topic:backup", "topic:automation"] }) { ${selected} } }`,
      [],
      [],
      'pillarCount: { min: 3 } performsAny: ["topic:backup", "topic:automation"]',
    ],
    [
      `{ pillar(by: { id: "pillar:security" }) { roles(first: 1, filter: { inNone: ["pillar:reliability"] }) { ${selected} } } }`,
      ['pillar:security'],
      [],
      'inNone: ["pillar:reliability"]',
    ],
    [
      `{ organizationType(by: { id: "organization-type:msp" }) { roles { ${selected} } } }`,
      ['organization-type:msp'],
      [],
      '',
    ],
    [
      `{ overlap(of: ["pillar:security", "pillar:reliability"]) { roles(first: 1) { ${selected} } } }`,
      ['pillar:security', 'pillar:reliability'],
      [],
      '',
    ],
    [`{ topic(by: { id: "topic:backup" }) { roles(first: 1) { ${selected} } } }`, [], ['topic:backup'], ''],
    [
      `{ compareGroups(of: ["organization-type:msp", "organization-type:vendor"]) { distinct { roles { totalCount } } overlap { roles { ${selected} } } } }`,
      ['organization-type:msp', 'organization-type:vendor'],
      [],
      '',
    ],
  ];

  test.each(lists)('facets count what a filter by each would leave: %s', async (query, inAll, performsAll, beside) => {
    const [found, ...more] = await facetsOf(query);
    if (found === undefined || more.length > 0) throw new Error('expected the facets of one list');
    const { pillars, organizationTypes, categories, topics } = found;
    for (const { group, roleCount } of [...pillars, ...organizationTypes, ...categories]) {
      expect([group.id, roleCount]).toEqual([group.id, await countOf([...inAll, group.id], performsAll, beside)]);
    }
    for (const { topic, roleCount } of topics) {
      expect([topic.id, roleCount]).toEqual([topic.id, await countOf(inAll, [...performsAll, topic.id], beside)]);
    }
    // What is left out has no role.
    const { data } = await ask('{ pillars { id } topics { id } }');
    const all = z.object({
      pillars: z.array(z.object({ id: z.string() })),
      topics: z.array(z.object({ id: z.string() })),
    });
    const listed = new Set([...pillars.map(({ group }) => group.id), ...topics.map(({ topic }) => topic.id)]);
    const { pillars: allPillars, topics: allTopics } = all.parse(data);
    for (const { id } of allPillars.filter((each) => !listed.has(each.id))) {
      expect([id, await countOf([...inAll, id], performsAll, beside)]).toEqual([id, 0]);
    }
    for (const { id } of allTopics.filter((each) => !listed.has(each.id))) {
      expect([id, await countOf(inAll, [...performsAll, id], beside)]).toEqual([id, 0]);
    }
    expect(topics.length).toBeGreaterThan(0);
    for (const counts of [pillars, organizationTypes, categories, topics].map((list) =>
      list.map((each) => each.roleCount),
    )) {
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
  });

  test('facets are of the roles who do something, in a group where one is given', async () => {
    const query = `{ responsibilities(first: 30) { nodes { roles(first: 1) { totalCount ${selected} }
      inSecurity: roles(first: 1, in: "pillar:security") { totalCount ${selected} } } } }`;
    const { data, errors } = await ask(query);
    expect(errors).toEqual([]);
    const list = z.object({ totalCount: z.number(), facets });
    const { nodes } = z
      .object({ responsibilities: z.object({ nodes: z.array(z.object({ roles: list, inSecurity: list })) }) })
      .parse(data).responsibilities;
    for (const { inSecurity } of nodes) {
      const inIt = inSecurity.facets.pillars.find(({ group }) => group.id === 'pillar:security');
      expect(inIt?.roleCount ?? 0).toBe(inSecurity.totalCount);
    }
    for (const { roles } of nodes) {
      const most = Math.max(...roles.facets.topics.map(({ roleCount }) => roleCount), 0);
      expect(most).toBeLessThanOrEqual(roles.totalCount);
    }
    expect(nodes.some(({ roles, inSecurity }) => roles.totalCount > inSecurity.totalCount)).toBe(true);
  });

  test('each facet is counted only where it is selected, and once', async () => {
    await ask(
      '{ roles { totalCount nodes { title } } pillars { roles { totalCount } } topics { roles { totalCount } } }',
    );
    expect(groupFacets).not.toHaveBeenCalled();
    expect(topicFacets).not.toHaveBeenCalled();
    await ask('{ roles { facets { __typename } } }');
    expect(groupFacets).not.toHaveBeenCalled();
    await ask('{ roles { facets { categories { roleCount } } } }');
    expect(groupFacets.mock.calls.map(([, , kind]) => kind)).toEqual(['CATEGORY']);
    expect(topicFacets).not.toHaveBeenCalled();
    await ask('{ roles { facets { topics { roleCount } } } }');
    expect(topicFacets).toHaveBeenCalledTimes(1);
  });

  test('facets of a list of nobody are empty', async () => {
    const query = `{ roles(filter: { pillarCount: { min: 1, max: 1 }, inAll: ["pillar:security", "pillar:reliability"] }) { ${selected} } }`;
    expect(await facetsOf(query)).toEqual([{ pillars: [], organizationTypes: [], categories: [], topics: [] }]);
  });
});

test('every connection of roles has facets, but for overlaps, whose edges are pairs, and plans, tables, holders and the involved, which rank them', () => {
  const without = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) return [];
    const { nodes, facets: field } = type.getFields();
    return nodes !== undefined && getNamedType(nodes.type).name === 'Role' && field === undefined ? [type.name] : [];
  });
  expect(without).toEqual([
    'InviteAlternatesConnection',
    'InviteConnection',
    'RaciCellConnection',
    'RaciColumnConnection',
    'ResponsibilityHoldersConnection',
    'ResponsibilityInvolvedConnection',
    'RoleOverlapsConnection',
  ]);
});
