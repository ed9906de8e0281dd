import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const answers = z.object({
  related: z.object({
    totalCount: z.number(),
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    edges: z.array(
      z.object({
        cursor: z.string(),
        relation: z.string(),
        appearances: z.array(z.object({ source: z.object({ line: z.number() }) })),
        kind: z.string(),
        label: z.string(),
        score: z.number(),
        reason: z.string(),
        sharedRoleCount: z.number().nullable(),
        expectedRoleCount: z.number().nullable(),
        roleCount: z.number().nullable(),
        node: z.object({ id: z.string() }),
      }),
    ),
  }),
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function related(args: string) {
    const { data, errors } = await ask(
      `{ related(${args}) { totalCount pageInfo { endCursor hasNextPage }
        edges { cursor relation appearances { source { line } } kind label score reason sharedRoleCount expectedRoleCount roleCount node { id } } } }`,
    );
    expect(errors).toEqual([]);
    return answers.parse(data).related;
  }

  test('what is related to a pillar has numbers that add up and a reason that states them', async () => {
    const { edges } = await related('to: "pillar:sustainability", kinds: [TOPIC], first: 1');
    expect(edges).toMatchObject([
      {
        node: { id: 'topic:sustainability' },
        kind: 'TOPIC',
        label: 'Sustainability',
        score: 0.857284,
        reason:
          '26 of the 32 roles in Sustainability have duties about Sustainability, compared with 26 of all 138 roles: ' +
          '4.3 times as many as expected by chance.',
        sharedRoleCount: 26,
        expectedRoleCount: 6.028986,
        roleCount: 26,
      },
    ]);
  });

  test.each([
    'role:devops-engineer',
    'responsibility:verify-backups',
    'topic:backup',
    'pillar:security',
    'category:security/infrastructure-and-network',
    'organization-type:msp',
  ])('%s has related nodes, never itself, those first that the catalog names, the strongest first', async (to) => {
    const { edges, totalCount } = await related(`to: "${to}", first: 100`);
    expect(edges).toHaveLength(Math.min(totalCount, 100));
    expect(new Set(edges.map(({ node }) => node.id)).size).toBe(edges.length);
    expect(edges.map(({ node }) => node.id)).not.toContain(to);
    const order = ['PERFORMS', 'MEMBER', 'TOPIC', 'SHARES_DUTIES', 'SHARES_CATEGORIES', 'ASSOCIATION'];
    const given = edges.map(({ relation, score }) => ({ relation: order.indexOf(relation), score }));
    expect(given).toEqual(given.toSorted((a, b) => a.relation - b.relation || b.score - a.score));
    for (const {
      relation,
      label,
      score,
      reason,
      appearances,
      sharedRoleCount,
      expectedRoleCount,
      roleCount,
    } of edges) {
      expect(reason).toContain(label);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      if (relation === 'ASSOCIATION') {
        expect(sharedRoleCount).toBeGreaterThan(expectedRoleCount ?? Infinity);
      } else {
        expect({ sharedRoleCount, expectedRoleCount, roleCount }).toEqual({
          sharedRoleCount: null,
          expectedRoleCount: null,
          roleCount: null,
        });
      }
      expect(appearances.length > 0).toBe(['PERFORMS', 'MEMBER', 'TOPIC'].includes(relation));
    }
  });

  test('the roles with a duty come first, with the lines that say so', async () => {
    const { edges } = await related('to: "Verify backups", first: 2');
    expect(edges).toMatchObject([
      {
        relation: 'PERFORMS',
        node: { id: 'role:backup-administrator' },
        score: 1,
        reason: 'Backup Administrator has the duty "Verify backups", one of 2.',
        appearances: [{ source: { line: 114 } }],
      },
      { relation: 'ASSOCIATION', node: { id: 'responsibility:manage-backups' } },
    ]);
  });

  test('the roles of a group come by how specific they are to it, not by how many groups they are in', async () => {
    const { edges } = await related('to: "Security", kinds: [ROLE], first: 39');
    const labels = edges.map(({ label }) => label);
    const places = ['Security Engineer', 'Communication Officer', 'DevOps Engineer'].map((label) =>
      labels.indexOf(label),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(edges.map(({ relation }) => relation))).toEqual(new Set(['MEMBER']));
  });

  test('the topics of a role come first, then the roles with which it overlaps most', async () => {
    const { edges } = await related('to: "SRE", kinds: [TOPIC, ROLE], first: 40');
    expect(edges[0]).toMatchObject({ relation: 'TOPIC', label: 'Service levels' });
    expect(edges[0]?.reason).toMatch(/^6 of the 10 duties of Site Reliability Engineer are about Service levels: "/);
    expect(edges.filter(({ relation }) => relation.startsWith('SHARES_'))).toHaveLength(10);
  });

  test('pages go on where the last one ended', async () => {
    const whole = await related('to: "topic:backup", first: 10');
    const first = await related('to: "topic:backup", first: 4');
    const rest = await related(`to: "topic:backup", first: 6, after: "${first.pageInfo.endCursor ?? ''}"`);
    expect([...first.edges, ...rest.edges]).toEqual(whole.edges);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect((await related('to: "topic:backup"')).edges).toHaveLength(20);
  });

  test('a cursor of what is related to one node is none for another', async () => {
    const { pageInfo } = await related('to: "topic:backup", first: 1');
    const { errors } = await ask(
      `{ related(to: "pillar:security", after: "${pageInfo.endCursor ?? ''}") { totalCount } }`,
    );
    expect(errors[0]?.cause).toMatchObject({ argument: 'after' });
    expect(errors[0]?.message).toContain('related to topic:backup');
  });

  test.each<readonly [args: string, argument: string, ...says: string[]]>([
    ['to: "role:nobody"', 'to', 'role:nobody', 'organization type'],
    ['to: "source:001"', 'to', 'is a source', 'organization type'],
    ['to: "topic:backup", kinds: []', 'kinds', 'empty list'],
    ['to: "topic:backup", kinds: [ROLE, APPEARANCE]', 'kinds', 'APPEARANCE', 'ROLE'],
    ['to: "topic:backup", first: 0', 'first', '0', 'between 1 and 100'],
    ['to: "topic:backup", first: 101', 'first', '101', 'between 1 and 100'],
    ['to: "topic:backup", after: "x"', 'after', '"x"', 'not a cursor'],
  ])('related(%s) is an error', async (args, argument, ...says) => {
    const { errors } = await ask(`{ related(${args}) { totalCount } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument });
    for (const each of says) expect(errors[0]?.message).toContain(each);
  });
});
