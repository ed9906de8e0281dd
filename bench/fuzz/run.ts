import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progress } from '../progress.ts';
import { catalogOf, scaleNames } from '../scales.ts';
import { runToEnd } from '../servers/command.ts';
import { Database, removeDatabases } from '../servers/database.ts';
import { commandLine } from '../servers/plans.ts';
import { attack, fuzz } from './fuzz.ts';
import { HostileRequests } from './hostile-requests.ts';
import { attackReport, replayed, reportOf } from './report.ts';
import { sendTogether } from './send-requests.ts';
import { startWatched, watchFromOutside, type WatchedServer } from './watched-server.ts';

// Sends random and hostile requests to a server, and checks that none of them harms it: npm run fuzz. See the usage below.

const usage = `npm run fuzz [-- --roles ${scaleNames.join('|')}] [--engine embedded|neo4j] [--queries 20000] [--seed 1] [--concurrency 4]
npm run fuzz -- --attacks [TEXT]  sends the named attacks of bench/fuzz/attacks.ts instead; those that have the text
npm run fuzz -- --replay N        sends request N of this seed and these roles alone, and prints it
  --roles        the catalog that ships, or a number of generated roles
  --engine       where the graph is; neo4j starts a database of its own
  --queries      how many requests are sent
  --seed         the same seed, roles and engine give the same requests
  --concurrency  how many are sent at the same time, 1 to 64
  --server URL   sends them to a server that runs already, which is measured from outside only
The exit code is 1 if an answer is INTERNAL_SERVER_ERROR or takes more than 5.2 s, if the event loop is held for more than
50 ms of processor time, or if memory grows.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    roles: { type: 'string', default: 'shipped' },
    engine: { type: 'string', default: 'embedded' },
    queries: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '4' },
    attacks: { type: 'boolean', default: false },
    replay: { type: 'string' },
    server: { type: 'string' },
  },
});
const scale = scaleNames.find((name) => name === values.roles);
const [queries, seed, concurrency, replay] = [values.queries, values.seed, values.concurrency, values.replay ?? 1].map(
  (number) => (/^\d{1,9}$/.test(String(number)) ? Number(number) : undefined),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void removeDatabases().finally(() => process.exit(130)));
}

/** Starts what is attacked, with its catalog. */
async function start(folder: string): Promise<WatchedServer> {
  if (values.server !== undefined) return watchFromOutside(values.server);
  if (scale === undefined) throw new Error('no scale');
  const env: Readonly<Record<string, string>> =
    values.engine === 'neo4j' ? { NEO4J_URI: (await Database.start()).uri } : { ROLEGRAPH_DATA: join(folder, 'data') };
  if (scale !== 'shipped') {
    progress(`importing ${scale} roles`);
    await runToEnd([commandLine, 'import', await catalogOf(scale, 1, folder)], env, join(folder, 'import.log'));
  }
  return startWatched(env, folder);
}

/** @returns whether all promises were kept. */
async function run(server: WatchedServer, options: { queries: number; seed: number; concurrency: number }) {
  const requests = await HostileRequests.of(server.url, options.seed);
  // What happened before does not count.
  await sendTogether(server, []);
  if (values.attacks) {
    const { results, violations } = await attack(server, requests.vocabulary, positionals[0]);
    return { text: attackReport(results, violations), isKept: violations.length === 0 };
  }
  if (values.replay !== undefined) {
    let request = requests.next();
    while (request.number < (replay ?? 1)) request = requests.next();
    const batch = await sendTogether(server, [{ name: `#${request.number}`, asked: request.asked }]);
    const texts = batch.outcomes.map((outcome) => replayed(outcome, batch));
    return { text: [...texts, ...batch.violations].join('\n'), isKept: batch.violations.length === 0 };
  }
  const { findings, memory } = await fuzz(server, requests, options);
  return { text: reportOf(findings, memory), isKept: findings.violations.length === 0 };
}

/** Other processes delay answers; a reader needs to know how busy the machine was. */
function loadText(): string {
  const [, load = 0] = loadavg();
  return `Load of the machine in the last 5 minutes: ${load.toFixed(1)} on ${availableParallelism()} processors.`;
}

const isRight =
  scale !== undefined &&
  ['embedded', 'neo4j'].includes(values.engine) &&
  replay !== undefined &&
  concurrency !== undefined &&
  concurrency >= 1 &&
  concurrency <= 64;
if (!isRight || queries === undefined || seed === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-fuzz-'));
  try {
    const server = await start(folder);
    try {
      const { text, isKept } = await run(server, { queries, seed, concurrency });
      process.stdout.write(`${text}\nSeed ${seed}, ${values.roles} roles, ${values.engine}. ${loadText()}\n`);
      process.exitCode = isKept ? 0 : 1;
    } finally {
      await server.stop();
    }
  } finally {
    await removeDatabases();
  }
  if (process.exitCode === 0) await rm(folder, { recursive: true, force: true });
  else progress(`The log of the server is left in ${folder}.`);
}
