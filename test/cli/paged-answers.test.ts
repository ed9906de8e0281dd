import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';

const catalog = generatedCatalog({ roles: 2_000, seed: 1 });
const groups = catalog.pillars.slice(0, 2).map(({ slug }) => `pillar:${slug}`);
let folder: string;
let env: { readonly ROLEGRAPH_DATA: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolegraph-test-'));
  env = { ROLEGRAPH_DATA: join(folder, 'data') };
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify(catalog));
  expect((await cliInProcess(['import', file], { env })).code).toBe(0);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What stands on standard output. */
async function outputOf(words: readonly string[], input = ''): Promise<string> {
  const { code, stdout } = await cliInProcess(words, { env, input });
  expect(code).toBe(0);
  return stdout;
}

/** How many rows --csv writes; all must differ. */
async function csvRowsOf(words: readonly string[], input?: string): Promise<number> {
  const rows = (await outputOf([...words, '--csv'], input)).trimEnd().split('\r\n').slice(1);
  expect(new Set(rows).size).toBe(rows.length);
  return rows.length;
}

const ended = z.object({ hasNextPage: z.literal(false), endCursor: z.string() });
const atLeastTwoPages = z.int().min(101);

describe('what takes more than one page of the schema is whole, and its pageInfo is that of the last', () => {
  test('overlap lists all shared roles of more than one page of the schema', async () => {
    const { roles } = z
      .object({
        overlap: z.object({
          roles: z.object({
            totalCount: atLeastTwoPages,
            pageInfo: ended,
            nodes: z.array(z.object({ id: z.string() })),
          }),
        }),
      })
      .parse(JSON.parse(await outputOf(['overlap', ...groups, '--json']))).overlap;
    expect(new Set(roles.nodes.map(({ id }) => id)).size).toBe(roles.totalCount);
  });

  test('search lists as many matches as are wanted, over several pages of the schema', async () => {
    const searched = z.object({
      search: z.object({
        pageInfo: z.object({ hasNextPage: z.literal(true), endCursor: z.string() }),
        edges: z.array(z.unknown()),
      }),
    });
    const of = async (first: number) =>
      searched.parse(JSON.parse(await outputOf(['search', 'a', '--first', `${first}`, '--json']))).search;
    const [few, many] = [await of(100), await of(150)];
    expect(many.edges).toHaveLength(150);
    expect(many.edges.slice(0, 100)).toEqual(few.edges);
    expect(many.pageInfo.endCursor).not.toBe(few.pageInfo.endCursor);
  });

  test('invite lists all roles of more than one page of the schema', async () => {
    const words = ['invite', ...groups.slice(0, 1), '--by', 'responsibility'];
    const { invites } = z
      .object({
        invitePlan: z.object({
          invites: z.object({
            totalCount: atLeastTwoPages,
            pageInfo: ended,
            edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
          }),
        }),
      })
      .parse(JSON.parse(await outputOf([...words, '--json']))).invitePlan;
    expect(new Set(invites.edges.map(({ node }) => node.id)).size).toBe(invites.totalCount);
    expect(await csvRowsOf(words)).toBe(invites.totalCount);
  });

  test('gaps lists all that it finds of more than one page of the schema', async () => {
    const titles = catalog.roles.slice(0, 300).map(({ title }) => title);
    const team = titles.join('\n');
    const words = ['gaps', ...groups, '--team', '-'];
    const list = z.object({
      totalCount: z.int(),
      pageInfo: z.object({ hasNextPage: z.literal(false) }),
      edges: z.array(z.unknown()),
    });
    const { coverage, singlePoints } = z
      .object({
        coverage: z.object({
          uncovered: z.object({ categories: list, responsibilities: list, topics: list }),
        }),
        singlePoints: z.object({ totalCount: atLeastTwoPages, pageInfo: ended, nodes: z.array(z.unknown()) }),
      })
      .parse(JSON.parse(await outputOf([...words, '--json'], team)));
    const lists = Object.values(coverage.uncovered);
    for (const { totalCount, edges } of lists) expect(edges).toHaveLength(totalCount);
    const missing = lists.reduce((sum, { totalCount }) => sum + totalCount, 0);
    expect(missing).toBeGreaterThan(200);
    expect(await csvRowsOf(words, team)).toBe(missing);
    expect(singlePoints.nodes).toHaveLength(singlePoints.totalCount);
  });
});
