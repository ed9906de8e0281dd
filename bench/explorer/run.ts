import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startWatched } from '../fuzz/watched-server.ts';
import { machineOf } from '../machine.ts';
import { median } from '../measure/percentiles.ts';
import { progress } from '../progress.ts';
import { figure, table } from '../report/table.ts';
import { catalogOf, type ScaleName, scaleNames, titleOf } from '../scales.ts';
import { runToEnd } from '../servers/command.ts';
import { commandLine } from '../servers/plans.ts';
import { type Loaded, loadOnPhone, openBrowser, phone } from './phone.ts';

// Measures the first view of the explorer on a slowed phone profile: npm run bench:explorer. Build the explorer before.

const usage = `npm run bench:explorer [-- --roles ${scaleNames.join('|')}] [--times 7]
  --roles    the catalog that ships, or a number of generated roles; both of shipped and 5000 if it is not given
  --times    how many times the page is loaded, each time with an empty cache
`;

/** By when the first view is to be readable, in milliseconds, and what it may take, in bytes. */
const goals = { readable: 1_500, bytes: 160_000 };

/** Chips of roles are what the board is read for. */
const readable = '.board .chip';

interface Measured {
  readonly scale: ScaleName;
  readonly loads: readonly Loaded[];
}

async function measured(browser: Browser, scale: ScaleName, times: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-explorer-'));
  const env = { ROLEGRAPH_DATA: join(folder, 'data') };
  if (scale !== 'shipped') {
    progress(`importing ${scale} roles`);
    await runToEnd([commandLine, 'import', await catalogOf(scale, 1, folder)], env, join(folder, 'import.log'));
  }
  const server = await startWatched(env, folder);
  const address = new URL('/', server.url).href;
  try {
    // The first answer of a server is not what a phone waits for.
    await loadOnPhone(browser, address, readable);
    const loads: Loaded[] = [];
    for (let time = 1; time <= times; time++) {
      const load = await loadOnPhone(browser, address, readable);
      progress(`${titleOf(scale)}, ${time} of ${times}: ${figure(load.readable)} ms, ${figure(load.bytes / 1_000)} kB`);
      loads.push(load);
    }
    return { scale, loads };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function rowOf({ scale, loads }: Measured): readonly string[] {
  const all = (of: (load: Loaded) => number) => loads.map(of);
  const readableAt = median(all((load) => load.readable));
  const bytes = Math.max(...all((load) => load.bytes));
  return [
    titleOf(scale),
    `${figure(median(all((load) => load.frame)))} ms`,
    `${figure(readableAt)} ms`,
    `${figure(Math.max(...all((load) => load.readable)))} ms`,
    `${figure(bytes / 1_000)} kB`,
    String(Math.max(...all((load) => load.requests))),
    readableAt <= goals.readable && bytes <= goals.bytes ? 'yes' : 'no',
  ];
}

const { values } = parseArgs({ options: { roles: { type: 'string' }, times: { type: 'string' } } });
const scales = scaleNames.filter((name) =>
  values.roles === undefined ? ['shipped', '5000'].includes(name) : name === values.roles,
);
const times = Number(values.times ?? '7');
if (scales.length === 0 || !Number.isInteger(times) || times < 1) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const browser = await openBrowser();
  const rows: (readonly string[])[] = [];
  try {
    for (const scale of scales) rows.push(rowOf(await measured(browser, scale, times)));
  } finally {
    await browser.close();
  }
  const { cpu, cores, node, date } = machineOf('', '');
  const line = `${figure(phone.downlink / 1e6)} Mbit/s, ${phone.roundTrip} ms`;
  process.stdout.write(
    `${date}, ${cpu}, ${cores} cores, Node.js ${node}. A phone of ${phone.width} px, ${phone.slowdown} times slower than this machine, ${line}; ` +
      `median and longest of ${times} loads with an empty cache. Goals: ${goals.readable} ms, ${goals.bytes / 1_000} kB.\n\n` +
      `${table(['Catalog', 'Frame', 'Readable', 'longest', 'Compressed', 'Requests', 'Goals met'], rows)}\n`,
  );
}
