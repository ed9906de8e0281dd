import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { cliProcess, mainFile, spawnCli } from '../support/processes/cli-process.ts';
import { eventually } from '../support/eventually.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { environmentOf, sharedNeo4j } from '../support/neo4j/shared-neo4j.ts';
import { expectWithin } from '../support/promised-time.ts';
import { silentServer } from '../support/neo4j/silent-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { servingProcess } from './serving-process.ts';

async function place() {
  const folder = await temporaryFolder();
  const env = { ROLEGRAPH_DATA: join(folder, 'data'), PORT: '0' };
  const catalog = join(folder, 'catalog.json');
  await writeFile(catalog, JSON.stringify(handbookCatalog));
  return { folder, env, catalog, rolegraph: (...words: string[]) => cliProcess(words, env) };
}

test('paths are of the folder where npm was called, which runs scripts in that of the package', async () => {
  const { folder } = await place();
  const asScript = { npm_lifecycle_event: 'rolegraph', INIT_CWD: folder };
  const valid = await cliProcess(['validate', 'catalog.json'], asScript);
  expect(valid).toMatchObject({ code: 0, stdout: 'Valid: The catalog of a handbook 1, 3 roles, 4 appearances.\n' });
  expect(await cliProcess(['validate', 'catalog.json'])).toMatchObject({ code: 1 });
});

async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = await listening();
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

const answer = z.object({ data: z.object({ catalog: z.object({ name: z.string() }) }) });

async function nameServedBy(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ catalog { name } }' }),
  });
  return answer.parse(await response.json()).data.catalog.name;
}

describe('every command as a process', () => {
  test('--version and help end with 0, a mistake with 2', async () => {
    const { rolegraph } = await place();
    expect(await rolegraph('--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
    expect((await rolegraph('--help')).code).toBe(0);
    expect(await rolegraph('improt')).toMatchObject({ code: 2, stdout: '' });
    expect((await rolegraph()).code).toBe(2);
  });

  test('validate ends with 0 or 1', async () => {
    const { folder, catalog, rolegraph } = await place();
    expect((await rolegraph('validate', catalog)).code).toBe(0);
    expect((await rolegraph('validate', catalog, '--json')).stdout).toContain('"valid": true');
    expect((await rolegraph('validate', folder)).code).toBe(1);
  });

  test('import keeps what export-catalog writes', async () => {
    const { catalog, env, rolegraph } = await place();
    expect((await rolegraph('import', catalog, '--dry-run')).code).toBe(0);
    expect(existsSync(env.ROLEGRAPH_DATA)).toBe(false);
    expect((await rolegraph('import', catalog)).code).toBe(0);
    expect(await readdir(env.ROLEGRAPH_DATA)).toEqual(['generation-1.graph', 'imported.txt']);
    const { code, stdout, stderr } = await rolegraph('export-catalog');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ name: handbookCatalog.name });
  });

  test('print-schema prints a schema', async () => {
    const { rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('print-schema');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(buildSchema(stdout).getQueryType()?.name).toBe('Query');
  });
});

describe('a question to the catalog', () => {
  test('a question is answered by tables, JSON or CSV on standard output', async () => {
    const { env, rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('overlap', 'security', 'reliability');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^12 shared roles; /);
    expect(JSON.parse((await rolegraph('role', 'SRE', '--json')).stdout)).toMatchObject({
      role: { title: 'Site Reliability Engineer' },
    });
    expect((await rolegraph('search', 'backup', '--csv')).stdout).toMatch(/^Kind,Name,Matched,Score,Id,Hidden\r\n/);
    expect(existsSync(env.ROLEGRAPH_DATA)).toBe(false);
  });

  test('a question about an unknown name is answered with what was probably meant, and ends with 2', async () => {
    const { rolegraph } = await place();
    expect(await rolegraph('overlap', 'secrity', 'reliability')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '"secrity" is not a pillar, category or organization type. Did you mean Security?\n' +
        'Quote names of several words.\n' +
        "The names are those of Rolegraph's reference catalog 1.0.0, which ships with Rolegraph; nothing has been imported.\n",
    });
  });

  const neo4j = sharedNeo4j();

  test.skipIf(neo4j === undefined)('a question is answered alike by the embedded graph and by Neo4j', async () => {
    if (neo4j === undefined) return;
    const { rolegraph } = await place();
    const inNeo4j = environmentOf(neo4j);
    // Another test may put the same catalog there meanwhile; of the two, one is refused.
    await eventually(async () => {
      expect((await cliProcess(['import', join(packageFolder(), 'seed')], inNeo4j)).code).toBe(0);
    });
    for (const words of [
      ['overlap', 'security', 'reliab'],
      ['role', 'SRE', '--json'],
      ['search', 'disaster recvery', '--csv'],
      ['role', 'Chaos Enginering'],
    ]) {
      const embedded = await rolegraph(...words);
      expect(await cliProcess(words, inNeo4j)).toEqual({
        ...embedded,
        stderr: embedded.stderr.replace('which ships with Rolegraph; nothing has been imported', 'which is in Neo4j'),
      });
    }
  });
});

describe('in a shell', () => {
  test('a reader that closes the pipe early is no failure, and does not stop an import', async () => {
    const { catalog, env } = await place();
    const big = join(env.ROLEGRAPH_DATA, '..', 'big.json');
    await writeFile(big, JSON.stringify(generatedCatalog({ roles: 200, seed: 1 })));
    for (const words of [`export-catalog`, `import ${catalog}`, `import ${big}`]) {
      const line = `("${process.execPath}" "${mainFile}" ${words}; echo "ended with $?" >&2) | head -c 1 > /dev/null`;
      const { stderr } = spawnSync('sh', ['-c', line], { env: { ...env, PATH: '/usr/bin:/bin' }, encoding: 'utf8' });
      expect(stderr.replaceAll(/^.*: warning: .*\n/gm, '')).toBe('ended with 0\n');
    }
    expect(await readdir(env.ROLEGRAPH_DATA)).toEqual(['generation-2.graph', 'imported.txt']);
  });

  test.skipIf(!existsSync('/dev/full'))('output that cannot be written is a failure', async () => {
    const { env } = await place();
    const line = `"${process.execPath}" "${mainFile}" export-catalog > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', line], { env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('Cannot write the output');
  });
});

describe('serve', () => {
  test('serve names the catalog, prints the address last, answers, and stops in order', async () => {
    const { env } = await place();
    const { child, url, stdout } = await servingProcess(env);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Ready at ${url}`);
    expect(stdout).toMatch(
      /^Serving .* from the embedded graph: \d+ roles, \d+ responsibilities, \d+ appearances, \d+ pillars\n/m,
    );
    expect(await nameServedBy(url)).not.toBe('');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(existsSync(env.ROLEGRAPH_DATA)).toBe(false);
  });

  test('serve answers from an import of another process within a second, and after a new start', async () => {
    const { env, catalog, rolegraph } = await place();
    const { url } = await servingProcess(env);
    expect(await nameServedBy(url)).not.toBe(handbookCatalog.name);
    expect((await rolegraph('import', catalog)).code).toBe(0);
    const importedAt = performance.now();
    await eventually(async () => {
      expect(await nameServedBy(url)).toBe(handbookCatalog.name);
    });
    // The unit tests check the second itself with a clock of their own.
    expectWithin(performance.now() - importedAt, 4_000);
    const next = await servingProcess(env);
    expect(next.stdout).toContain(
      'Serving The catalog of a handbook 1 from the embedded graph: 3 roles, 3 responsibilities, 4 appearances, 2 pillars\n',
    );
    expect(await nameServedBy(next.url)).toBe(handbookCatalog.name);
  });

  test('serve names settings of a database that have no effect', async () => {
    const { env } = await place();
    const { stdout } = await servingProcess({ ...env, NEO4J_USERNAME: 'ada', NEO4J_PASSWORD: 'secret' });
    expect(stdout).toMatch(
      /^The embedded graph is used: NEO4J_URI is not set, only NEO4J_USERNAME, NEO4J_PASSWORD\.\nServing /,
    );
  });

  test('serve waits for a database that does not answer, and stops in order meanwhile', async () => {
    const { env } = await place();
    const port = await freePort();
    const child = spawnCli(['serve'], {
      ...env,
      PORT: String(port),
      NEO4J_URI: 'bolt://127.0.0.1:9',
      NEO4J_PASSWORD: 'secret',
    });
    const ended = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
    await eventually(() => {
      expect(output).toMatch(/Neo4j does not answer yet; retrying in 2 s: .*ECONNREFUSED/);
    });
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    const ready = await fetch(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('Neo4j does not answer.');
    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode).toBe(0);
    expect(output).not.toMatch(/Ready at|secret/);
  });

  test('serve does not start with a wrong setting (2), a port in use (1), or a damaged catalog (1)', async () => {
    const { env, catalog, rolegraph } = await place();
    const wrong = await cliProcess(['serve'], { ...env, LOG_LEVEL: 'loud' });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('LOG_LEVEL');

    const other = await listening();
    onTestFinished(() => void other.close());
    const port = portOf(other);
    const taken = await cliProcess(['serve'], { ...env, PORT: String(port) });
    expect(taken).toMatchObject({ code: 1, stdout: '' });
    expect(taken.stderr).toContain(`Port ${String(port)}`);

    await rolegraph('import', catalog);
    await writeFile(join(env.ROLEGRAPH_DATA, 'generation-1.graph'), 'not ours');
    const damaged = await rolegraph('serve');
    expect(damaged).toMatchObject({ code: 1, stdout: '' });
    expect(damaged.stderr).toContain('is damaged');
  });
});

test('a command whose database takes connections and says nothing ends by itself, and says so', async () => {
  const { port } = await silentServer();
  const uri = `bolt://127.0.0.1:${port}`;
  const { code, stderr } = await cliProcess(['export-catalog'], { NEO4J_URI: uri });
  expect([code, stderr]).toEqual([1, expect.stringContaining('Neo4j does not answer')]);
});
