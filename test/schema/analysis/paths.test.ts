import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const answers = z.object({
  paths: z.object({
    summary: z.string(),
    truncated: z.boolean(),
    through: z.string(),
    lengthThroughDuties: z.number().nullable(),
    lengthThroughAny: z.number().nullable(),
    paths: z.array(
      z.object({
        length: z.number(),
        rarity: z.number(),
        sentence: z.string(),
        nodes: z.array(z.object({ id: z.string() })),
        edges: z.array(
          z.object({
            kind: z.string(),
            source: z.string(),
            target: z.string(),
            weight: z.number(),
            appearances: z.array(z.object({ source: z.object({ line: z.number() }) })),
          }),
        ),
      }),
    ),
  }),
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function pathsOf(args: string) {
    const { data, errors } = await ask(
      `{ paths(${args}) { summary truncated through lengthThroughDuties lengthThroughAny paths {
        length rarity sentence nodes { id } edges { kind source target weight appearances { source { line } } } } } }`,
    );
    expect(errors).toEqual([]);
    return answers.parse(data).paths;
  }

  test('two roles are connected by what they share, the rarest first, with the lines that say so', async () => {
    const { paths, ...rest } = await pathsOf(
      'from: "role:backup-administrator", to: "role:chaos-engineering-specialist"',
    );
    expect(rest).toEqual({
      truncated: false,
      through: 'ANY',
      lengthThroughDuties: 6,
      lengthThroughAny: 2,
      summary: 'Duties alone connect them in 6 steps, not in 4. The only shortest path through anything, 2 steps.',
    });
    expect(paths).toEqual([
      {
        length: 2,
        rarity: 3.658963,
        sentence: 'Backup Administrator appears in Reliability, as does Chaos Engineering Specialist.',
        nodes: [
          { id: 'role:backup-administrator' },
          { id: 'pillar:reliability' },
          { id: 'role:chaos-engineering-specialist' },
        ],
        edges: (
          [
            ['backup-administrator', 114],
            ['chaos-engineering-specialist', 108],
          ] as const
        ).map(([slug, at]) => ({
          kind: 'APPEARS_IN',
          source: `role:${slug}`,
          target: 'pillar:reliability',
          weight: 1,
          appearances: [{ source: { line: at } }],
        })),
      },
    ]);
  });

  test('roles that share nothing are connected through others, by at most three paths unless more are asked for', async () => {
    const ends = 'from: "role:chaos-engineering-specialist", to: "role:finance-analyst"';
    const { paths } = await pathsOf(ends);
    expect(paths).toHaveLength(3);
    expect(paths[0]?.sentence).toBe(
      'Chaos Engineering Specialist is listed under Testing, Monitoring & Quality, as is Data Analyst, who appears in ' +
        'Cost Optimization, as does Finance Analyst.',
    );
    const more = (await pathsOf(`${ends}, first: 20`)).paths;
    expect(more.length).toBeGreaterThan(3);
    expect(more.slice(0, 3)).toEqual(paths);
    expect(more.map(({ rarity }) => rarity)).toEqual(more.map(({ rarity }) => rarity).toSorted((a, b) => b - a));
    expect(new Set(more.map(({ length }) => length))).toEqual(new Set([4]));
    const none = await pathsOf(`${ends}, maxLength: 3`);
    expect(none).toMatchObject({ paths: [], lengthThroughDuties: 6, lengthThroughAny: 4 });
    expect(none.summary).toBe('No path of at most 3 steps connects them; the shortest has 4 steps.');
  });

  test('a path through duties comes before a shorter one through a group, unless any is asked for', async () => {
    const ends = 'from: "role:backup-administrator", to: "role:chaos-engineering-specialist", maxLength: 6';
    const duties = await pathsOf(ends);
    expect(duties).toMatchObject({ through: 'DUTIES', lengthThroughDuties: 6, lengthThroughAny: 2 });
    for (const { edges } of duties.paths) {
      for (const { kind } of edges) expect(['PERFORMS', 'ABOUT']).toContain(kind);
    }
    const any = await pathsOf(`${ends}, through: ANY`);
    expect(any).toMatchObject({ through: 'ANY', summary: 'The only shortest path, 2 steps.' });
  });

  test('paths follow overlaps if they are asked for, and no other kind of edge than those', async () => {
    const { paths } = await pathsOf(
      'from: "role:chaos-engineering-specialist", to: "role:finance-analyst", edgeKinds: [OVERLAPS_WITH], first: 1',
    );
    expect(paths.map(({ length, edges }) => ({ length, kinds: edges.map(({ kind }) => kind) }))).toEqual([
      { length: 3, kinds: ['OVERLAPS_WITH', 'OVERLAPS_WITH', 'OVERLAPS_WITH'] },
    ]);
  });

  const between = (rest: string) => `from: "role:finance-analyst", to: "role:devops-engineer", ${rest}`;

  test.each<readonly [args: string, argument: string, ...says: string[]]>([
    ['from: "role:nobody", to: "role:devops-engineer"', 'from', 'role:nobody', 'topic'],
    ['from: "role:devops-engineer", to: "pillar:nowhere"', 'to', 'pillar:nowhere', 'topic'],
    ['from: "source:001", to: "role:devops-engineer"', 'from', 'is a source', 'topic'],
    [
      'from: "role:devops-engineer", to: "appearance:reliability/backup-and-disaster-recovery/nobody/001-1"',
      'to',
      'nothing here',
    ],
    ['from: "role:devops-engineer", to: "role:devops-engineer"', 'to', 'role:devops-engineer', 'distinct'],
    [between('maxLength: 0'), 'maxLength', '0', 'between 1 and 6'],
    [between('maxLength: 7'), 'maxLength', '7', 'between 1 and 6'],
    [between('first: 0'), 'first', '0', 'between 1 and 20'],
    [between('first: 21'), 'first', '21', 'between 1 and 20'],
    [between('edgeKinds: []'), 'edgeKinds', 'empty list'],
  ])('paths(%s) is an error', async (args, argument, ...says) => {
    const { errors } = await ask(`{ paths(${args}) { truncated } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument });
    for (const each of says) expect(errors[0]?.message).toContain(each);
  });

  test('a path cannot end at an appearance', async () => {
    const { data } = await ask('{ role(by: { id: "role:devops-engineer" }) { appearances { id } } }');
    const [id] = /appearance:[^"]+/.exec(JSON.stringify(data)) ?? [];
    const query = 'query ($from: ID!) { paths(from: $from, to: "role:devops-engineer") { truncated } }';
    const { errors } = await ask(query, { from: id });
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('is an appearance')]);
    expect(errors[0]?.cause).toMatchObject({ argument: 'from' });
  });
});
