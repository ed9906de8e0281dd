import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { yamlOfCatalogPage } from '../support/catalogs/documented-catalogs.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { cliProcess, type Env } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { canHurtNeo4j, longHook, settingsOf } from './neo4j-under-load.ts';
import { servingProcess } from './serving-process.ts';

const question = `{
  catalog { name parts { name sources { slug } } roleCount }
  node(id: "role:tape-keeper") { id }
  role(by: { title: "Tape Librarian" }) { appearances { category { name } source { source { slug } line } } }
  responsibility(by: { name: "Verify backups" }) { holders(first: 50) { edges { node { title } appearances { source { source { slug } line } } } } }
}`;

const appearance = z.looseObject({ source: z.object({ source: z.object({ slug: z.string() }), line: z.int() }) });
const answered = z.object({
  data: z.object({
    catalog: z.looseObject({ parts: z.array(z.looseObject({ sources: z.array(z.unknown()) })) }),
    node: z.unknown(),
    role: z.unknown(),
    responsibility: z.object({
      holders: z.object({
        edges: z.array(z.object({ node: z.object({ title: z.string() }), appearances: z.array(appearance) })),
      }),
    }),
  }),
  extensions: z.unknown(),
});

async function answerOf(url: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: question }),
  });
  return response.json();
}

/** Imports our catalog with the one that ships, asks a server, and exports what it has. */
async function importedWithShipped(env: Env) {
  const folder = await temporaryFolder();
  const ours = join(folder, 'our-backups.yaml');
  await writeFile(
    ours,
    `${yamlOfCatalogPage('name: Our backups')}retired: [{ role: tape-keeper, replacedBy: tape-librarian }]\n`,
  );
  const imported = await cliProcess(['import', ours, 'shipped'], env);
  expect(imported.code, imported.stderr).toBe(0);
  const { url } = await servingProcess(env);
  const answer = await answerOf(url);
  const exported = await cliProcess(['export-catalog'], env);
  const file = join(folder, 'exported.json');
  await writeFile(file, exported.stdout);
  const again = await cliProcess(['import', file, '--dry-run'], env);
  return { answer, exported: exported.stdout, again: again.stdout };
}

describe.runIf(canHurtNeo4j)('a catalog of our own, imported together with the catalog that ships', () => {
  let database: Neo4jServer;
  beforeAll(async () => {
    database = await ownNeo4jServer();
  }, longHook);

  test('is served by Neo4j as by the embedded graph, and exported as one catalog that is imported again', async () => {
    const inNeo4j = await importedWithShipped(settingsOf(database));
    const embedded = await importedWithShipped({ ROLEGRAPH_DATA: await temporaryFolder() });
    expect(inNeo4j).toEqual(embedded);
    const { data, extensions } = answered.parse(inNeo4j.answer);
    const at = (slug: string, line: number) => ({ source: { source: { slug }, line } });
    expect(data.catalog).toMatchObject({ name: "Our backups + Rolegraph's reference catalog", roleCount: 139 });
    expect(data.catalog.parts.map(({ sources }) => sources.length)).toEqual([1, 3]);
    expect(data.node).toEqual({ id: 'role:tape-librarian' });
    expect(data.role).toEqual({
      appearances: [{ category: { name: 'Backup & Disaster Recovery' }, ...at('backup-handbook', 12) }],
    });
    const holders = new Map(data.responsibility.holders.edges.map((edge) => [edge.node.title, edge.appearances]));
    expect(holders.get('Tape Librarian')).toEqual([at('backup-handbook', 12)]);
    // The catalog that ships has lines that say the same of it.
    expect(holders.get('DevOps Engineer')).toContainEqual(at('backup-handbook', 20));
    expect(holders.size).toBeGreaterThan(2);
    expect(extensions).toEqual({ replaced: [{ id: 'role:tape-keeper', replacedBy: ['role:tape-librarian'] }] });
    expect(inNeo4j.again).toContain('Nothing to change');
  });
});
