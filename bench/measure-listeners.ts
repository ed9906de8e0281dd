/**
 * Measures what listeners cost a server: the memory that idle ones take, and how soon all of them hear of an import.
 *
 * `npm run bench:listeners -- --count 1000`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generatedCatalog } from './generated-catalog.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, roles: { type: 'string', default: '500' } },
});
const count = Number(values.count);
const main = fileURLToPath(new URL('../bin/rolegraph.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'rolegraph-listeners-'));
const env = {
  PORT: '0',
  ROLEGRAPH_DATA: join(folder, 'data'),
  ROLEGRAPH_MAX_LISTENERS: String(count),
  ROLEGRAPH_MAX_CONNECTIONS_PER_ADDRESS: '0',
  LOG_LEVEL: 'error',
};

async function importVersion(version: string): Promise<void> {
  const file = join(folder, `${version}.json`);
  const catalog = generatedCatalog({ roles: Number(values.roles), seed: 1, appearancesPerRole: 3 });
  await writeFile(file, JSON.stringify({ ...catalog, version }));
  const exited: readonly unknown[] = await once(
    spawn(process.execPath, [main, 'import', file], { env, stdio: 'ignore' }),
    'exit',
  );
  if (exited[0] !== 0) throw new Error(`The import ended with exit code ${String(exited[0])}.`);
}

await importVersion('1');
const server = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await addressOf(server.stdout);
  const listen = () => listening(url, 'subscription { catalogChanged { sequence revision added changed removed } }');
  // A server that has worked before: V8 gives the garbage of many requests back late, whoever sent them.
  for (let warm = 0; warm < count; warm++) (await listen()).destroy();
  await wait(2_000);
  const before = await residentBytes(server.pid);
  const listeners: IncomingMessage[] = [];
  while (listeners.length < count) {
    listeners.push(...(await Promise.all(Array.from({ length: Math.min(50, count - listeners.length) }, listen))));
  }
  // Several heartbeats.
  await wait(25_000);
  const after = await residentBytes(server.pid);
  const heard = Promise.all(
    listeners.map(async (listener) => {
      for await (const part of listener) if (String(part).includes('event: next')) return performance.now();
      throw new Error('A listener was disconnected.');
    }),
  );
  await importVersion('2');
  const importedAt = performance.now();
  const times = (await heard).map((time) => Math.round(time - importedAt));
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  process.stdout.write(
    `${count} idle listeners take ${megabytes(after - before)} MB (${megabytes(before)} MB before, ${megabytes(after)} MB after).\n` +
      `They heard of an import ${Math.min(...times)} to ${Math.max(...times)} ms after its command had ended.\n`,
  );
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(folder, { recursive: true });
}

async function addressOf(output: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const part of output) {
    text += String(part);
    const url = /^Ready at (\S+)$/m.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The server ended: ${text}`);
}

/** Resolves when the subscription has begun. */
async function listening(url: string, query: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request(
    `${url}/graphql`,
    { method: 'POST', agent: false, headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' } },
    resolve,
  );
  asked.on('error', reject);
  asked.end(JSON.stringify({ query }));
  const response = await promise;
  response.on('error', () => undefined);
  if (response.statusCode !== 200) throw new Error(`The server answered ${String(response.statusCode)}.`);
  return response;
}

/** Linux only. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
