/**
 * Measures what listeners cost a server: the memory that idle ones take, and how soon all of them hear of an import.
 *
 * The memory is what the process has in RAM with them and without, each time after its garbage was collected. Otherwise most of the
 * difference would be garbage of the requests by which they subscribed, which V8 gives back late if nothing else happens.
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
const server = spawn(process.execPath, ['--inspect=127.0.0.1:0', main, 'serve'], {
  env,
  stdio: ['ignore', 'pipe', 'pipe'],
});
try {
  const { collectGarbage, closeInspector } = await inspectorOf(
    await found(/^Debugger listening on (\S+)$/m, server.stderr),
  );
  const url = await found(/^Ready at (\S+)$/m, server.stdout);
  const listen = () => listening(url, 'subscription { catalogChanged { sequence revision added changed removed } }');
  // What is loaded or made at the first of them is no cost of each.
  for (let warm = 0; warm < 100; warm++) (await listen()).destroy();
  await wait(2_000);
  await collectGarbage();
  const before = await residentBytes(server.pid);
  const listeners: IncomingMessage[] = [];
  while (listeners.length < count) {
    listeners.push(...(await Promise.all(Array.from({ length: Math.min(50, count - listeners.length) }, listen))));
  }
  // Several heartbeats.
  await wait(25_000);
  await collectGarbage();
  const after = await residentBytes(server.pid);
  // A process that somebody inspects does not end.
  closeInspector();
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

/** What the first group of a pattern matches in an output. */
async function found(pattern: RegExp, output: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const part of output) {
    text += String(part);
    const matched = pattern.exec(text)?.[1];
    if (matched !== undefined) return matched;
  }
  throw new Error(`The server ended: ${text}`);
}

/** @param address of the inspector of a process. */
async function inspectorOf(address: string) {
  const inspector = new WebSocket(address);
  await once(inspector, 'open');
  const collectGarbage = async () => {
    // The second time, what finalizers have let go.
    for (const id of [1, 2]) {
      inspector.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
      await once(inspector, 'message');
    }
    await wait(1_000);
  };
  const closeInspector = () => {
    inspector.close();
  };
  return { collectGarbage, closeInspector };
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
