import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plan } from 'neo4j-driver';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { Connection } from '../../../src/store/neo4j/driver/connection.ts';
import { openNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { startupTimeouts } from '../../../src/store/neo4j/driver/timeouts.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { sharedNeo4j } from '../../support/neo4j/shared-neo4j.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';

/** Tests that docs/neo4j.md says what is so: its Cypher is run on the catalog that ships, its tables are the results. */

const file = fileURLToPath(new URL('../../../docs/neo4j.md', import.meta.url));
const markdown = readFileSync(file, 'utf8');

/** A query of the document. */
interface Query {
  /** Where its text begins. */
  readonly line: number;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly text: string;
  /** The table behind it; undefined where something else stands there. */
  readonly table: { readonly text: string; readonly start: number } | undefined;
}

/** Every block of Cypher; a table belongs to the one that it follows. */
const queries: readonly Query[] = Array.from(
  markdown.matchAll(/^```cypher\n([\s\S]*?)^```\n(?:\n((?:\|.*\n)+))?/gm),
  ({ 0: whole, 1: text = '', 2: table, index }) => {
    const before = markdown.slice(0, index);
    return {
      line: before.split('\n').length + 1,
      heading:
        before
          .match(/^#+ .*$/gm)
          ?.at(-1)
          ?.replace(/^#+ /, '') ?? '',
      text,
      table: table === undefined ? undefined : { text: table, start: index + whole.length - table.length },
    };
  },
);
const withTable = queries.flatMap(({ table, ...query }) => (table === undefined ? [] : [{ ...query, table }]));

const scalar = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), z.union([scalar, z.array(scalar)]));
type Row = z.infer<typeof row>;

describe.runIf(sharedNeo4j() !== undefined)('docs/neo4j.md', () => {
  const settings = sharedNeo4j() ?? { uri: '', username: undefined, password: undefined, database: undefined };
  const catalog = `test-${randomUUID()}`;
  let connection: Connection;
  let store: GraphStore;
  const ask = askingShipped();

  beforeAll(async () => {
    connection = new Connection(settings);
    store = openNeo4jStore({
      settings,
      catalog,
      timeouts: startupTimeouts,
      shippedCatalog: async () => graphOfCatalog(await shippedCatalog()),
    });
    // Imports the catalog that ships, as a server does.
    await store.prepare();
  });
  afterAll(async () => {
    await store.close();
    await connection.close();
  });

  /** Runs Cypher of the document, which names the pointer of users, on the catalog of this test. */
  async function run(text: string) {
    const session = connection.session('READ');
    try {
      return await session.run(text.replaceAll("{key: 'catalog'}", `{key: '${catalog}'}`));
    } finally {
      await session.close();
    }
  }

  async function rowsOf({ text }: Pick<Query, 'text'>): Promise<readonly Row[]> {
    const { records } = await run(text);
    return records.map((record) => row.parse(record.toObject()));
  }

  async function tableOf(query: Query): Promise<string> {
    return formatted(table(await rowsOf(query)));
  }

  /** The rows of the query under a heading, each as the schema says that it must be. */
  async function answers<T>(heading: string, shape: z.ZodType<T>): Promise<readonly T[]> {
    const query = queries.find((candidate) => candidate.heading === heading);
    if (query === undefined) throw new Error(`docs/neo4j.md has no query under a heading "${heading}"`);
    return z.array(shape).parse(await rowsOf(query));
  }

  async function data<T>(query: string, shape: z.ZodType<T>): Promise<T> {
    const answer = await ask(query);
    expect(answer.errors).toEqual([]);
    return shape.parse(answer.data);
  }

  if (process.env['UPDATE_DOCS'] === '1') {
    test('docs/neo4j.md is brought up to date', async () => {
      let updated = markdown;
      // From the end, so that what is written does not move what is still to be written.
      for (const query of withTable.toReversed()) {
        const { start, text } = query.table;
        updated = updated.slice(0, start) + (await tableOf(query)) + updated.slice(start + text.length);
      }
      await writeFile(file, updated);
    });
    return;
  }

  test('has ten queries at least, each with its result', () => {
    expect(withTable.length).toBeGreaterThanOrEqual(10);
  });

  test.each(withTable)('has the result of the query in line $line: $heading', async (query) => {
    expect(query.table.text).toBe(await tableOf(query));
  });

  test.each(queries)(
    'begins at the pointer, then uses the index of keys, in line $line: $heading',
    async ({ text }) => {
      expect(text).toContain("MATCH (catalog:RolegraphCatalog {key: 'catalog'})");
      const { plan } = (await run(`EXPLAIN ${text}`)).summary;
      if (plan === false) throw new Error('Neo4j gave no plan');
      // There is one pointer a catalog. An index may be read as a whole where the database holds next to nothing.
      const scans = operatorsOf(plan).filter(
        ({ name, details }) => /^(AllNodes|NodeByLabel)Scan/.test(name) && !details.includes('RolegraphCatalog'),
      );
      expect(scans).toEqual([]);
    },
  );

  test.each(queries.filter(({ table }) => table === undefined))(
    'has a query to draw in line $line that finds something',
    async ({ text }) => {
      expect((await run(text)).records.length).toBeGreaterThan(0);
    },
  );

  describe('agrees with GraphQL of the embedded graph on', () => {
    test('Cypher and GraphQL agree on who should be invited', async () => {
      const { pillar } = await data(
        `{ pillar(by: { name: "Security" }) { roles(first: 10) { edges { node { title } appearances {
          category { name } source { line source { slug } } } } } } }`,
        z.object({
          pillar: z.object({
            roles: z.object({
              edges: z.array(
                z.object({
                  node: z.object({ title: z.string() }),
                  appearances: z.array(
                    z.object({
                      category: z.object({ name: z.string() }),
                      source: z.object({ line: z.number(), source: z.object({ slug: z.string() }) }),
                    }),
                  ),
                }),
              ),
            }),
          }),
        }),
      );
      const expected = pillar.roles.edges.map(({ node: { title }, appearances }) => ({
        title,
        headings: appearances.map(({ category }) => category.name),
        lines: appearances.map(({ source }) => `${source.source.slug}:${source.line}`),
      }));
      const shape = z.object({ title: z.string(), headings: z.array(z.string()), lines: z.array(z.string()) });
      expect(await answers('Who should be invited to a Security review?', shape)).toEqual(expected);
    });

    test('Cypher and GraphQL agree on who is in every pillar', async () => {
      const { roles } = await data(
        '{ roles(filter: { pillarCount: { min: 6 } }) { nodes { title pillarCount } } }',
        z.object({ roles: z.object({ nodes: z.array(z.object({ title: z.string(), pillarCount: z.number() })) }) }),
      );
      const rows = await answers(
        'Which roles are in every pillar?',
        z.object({ title: z.string(), pillars: z.number() }),
      );
      expect(rows.map(({ title, pillars }) => ({ title, pillarCount: pillars }))).toEqual(roles.nodes);
    });

    test('Cypher and GraphQL agree on what two pillars share', async () => {
      const titles = z.object({ nodes: z.array(z.object({ title: z.string() })) });
      const { overlap } = await data(
        `{ overlap(of: ["pillar:reliability", "pillar:performance-efficiency"]) {
          all: roles(first: 100) { nodes { title } } only: roles(exclusive: true, first: 100) { nodes { title } } } }`,
        z.object({ overlap: z.object({ all: titles, only: titles }) }),
      );
      const rows = await answers(
        'What do two pillars share, and which roles are only in these two?',
        z.object({ title: z.string(), alsoIn: z.array(z.string()) }),
      );
      const titlesOf = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title).sort();
      expect(titlesOf(rows)).toEqual(titlesOf(overlap.all.nodes));
      expect(titlesOf(rows.filter(({ alsoIn }) => alsoIn.length === 0))).toEqual(titlesOf(overlap.only.nodes));
    });

    test('Cypher and GraphQL agree on the strongest overlaps of a role', async () => {
      const named = z.array(z.object({ name: z.string() }));
      const { role } = await data(
        `{ role(by: { id: "role:site-reliability-engineer" }) { overlaps(first: 5) { edges { node { title } overlap {
          score sharedResponsibilities { name } sharedCategories { name } } } } } }`,
        z.object({
          role: z.object({
            overlaps: z.object({
              edges: z.array(
                z.object({
                  node: z.object({ title: z.string() }),
                  overlap: z.object({ score: z.number(), sharedResponsibilities: named, sharedCategories: named }),
                }),
              ),
            }),
          }),
        }),
      );
      const names = (list: z.infer<typeof named>) => list.map(({ name }) => name);
      const expected = role.overlaps.edges.map(({ node: { title }, overlap }) => ({
        title,
        score: overlap.score,
        bothDo: names(overlap.sharedResponsibilities),
        bothUnder: names(overlap.sharedCategories),
      }));
      const rows = await answers(
        'Which roles are most similar to one role, and why?',
        z.object({
          title: z.string(),
          score: z.number(),
          bothDo: z.array(z.string()),
          bothUnder: z.array(z.string()),
        }),
      );
      expect(rows).toEqual(expected);
    });

    test('Cypher and GraphQL agree on what every two pillars share', async () => {
      const { pillars } = await data(
        '{ pillars { name overlaps { groups { name } sharedRoleCount exclusiveRoleCount jaccard } } }',
        z.object({
          pillars: z.array(
            z.object({
              name: z.string(),
              overlaps: z.array(
                z.object({
                  groups: z.array(z.object({ name: z.string() })),
                  sharedRoleCount: z.number(),
                  exclusiveRoleCount: z.number(),
                  jaccard: z.number(),
                }),
              ),
            }),
          ),
        }),
      );
      // By its two names in order, as GraphQL gives each pair twice and the database has it once.
      const pair = (one: string, other: string, ...numbers: readonly number[]) =>
        [...[one, other].sort(), ...numbers].join(' | ');
      const expected = pillars.flatMap(({ name, overlaps }) =>
        overlaps.map(({ groups, sharedRoleCount, exclusiveRoleCount, jaccard }) =>
          pair(
            name,
            groups.find((group) => group.name !== name)?.name ?? '',
            sharedRoleCount,
            exclusiveRoleCount,
            jaccard,
          ),
        ),
      );
      const rows = await answers(
        'How much do the pillars overlap?',
        z.object({
          pillar: z.string(),
          other: z.string(),
          shared: z.number(),
          inNoThird: z.number(),
          jaccard: z.number(),
        }),
      );
      const found = rows.map(({ pillar, other, shared, inNoThird, jaccard }) =>
        pair(pillar, other, shared, inNoThird, jaccard),
      );
      expect(found).toHaveLength(15);
      expect(found.sort()).toEqual([...new Set(expected)].sort());
    });

    test('Cypher and GraphQL agree on how many roles a topic has', async () => {
      const { topics } = await data(
        '{ topics { name roleCount responsibilities { totalCount } } }',
        z.object({
          topics: z.array(
            z.object({
              name: z.string(),
              roleCount: z.number(),
              responsibilities: z.object({ totalCount: z.number() }),
            }),
          ),
        }),
      );
      const counts = new Map(
        topics.map(({ name, roleCount, responsibilities }) => [
          name,
          { name, roles: roleCount, responsibilities: responsibilities.totalCount },
        ]),
      );
      const rows = await answers(
        'Which topics do most roles work on?',
        z.object({ name: z.string(), roles: z.number(), responsibilities: z.number() }),
      );
      expect(rows).toEqual(rows.map(({ name }) => counts.get(name)));
      const most = [...counts.values()].map(({ roles }) => roles).sort((a, b) => b - a);
      expect(rows.map(({ roles }) => roles)).toEqual(most.slice(0, rows.length));
    });
  });
});

/** Rows as a table of Markdown; the items of a list with semicolons between them. */
function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((values) => names.map((name) => cell(values[name] ?? null)));
  const lines = [
    names,
    names.map((name) => (rows.every((values) => typeof values[name] === 'number') ? '--:' : '---')),
  ];
  return [...lines, ...cells].map((texts) => `| ${texts.join(' | ')} |\n`).join('');
}

function cell(value: Row[string]): string {
  const texts = Array.isArray(value) ? value : [value];
  return texts.map((text) => String(text ?? '').replaceAll('|', '\\|')).join('; ');
}

async function formatted(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

/** Every step of a plan, with what it works on. */
function operatorsOf(plan: Plan): readonly { readonly name: string; readonly details: string }[] {
  const details = plan.arguments['Details'];
  const own = { name: plan.operatorType, details: typeof details === 'string' ? details : '' };
  return [own, ...plan.children.flatMap(operatorsOf)];
}
