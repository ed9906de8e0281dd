import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import type { FileFormat } from '../../src/exchange/file-format.ts';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { startWatched, type WatchedServer } from '../fuzz/watched-server.ts';
import { machineOf } from '../machine.ts';
import { send } from '../measure/client.ts';
import { progress } from '../progress.ts';
import { figure } from '../report/table.ts';
import { catalogOf, scaleNames } from '../scales.ts';
import { runToEnd } from '../servers/command.ts';
import { commandLine } from '../servers/plans.ts';
import { measuredFile, memoryIn, mostNodesOf, type MeasuredFile } from './measure-file.ts';
import { filesMarkdown } from './report.ts';

// Measures the memory and the holds of files of the graph: npm run bench:files. Writes bench/files.md.

const usage = `npm run bench:files [-- --roles ${scaleNames.join('|')}] [--formats gexf,ttl,xlsx] [--views evidence,all]
  --roles    the catalog that ships, or a number of generated roles; 50000 if it is not given
  --formats  only these
  --views    besides the whole catalog; evidence if they are not given
A whole run, without options, writes bench/files.md; any other writes to the terminal only.
`;

/** A file may take longer while memory is measured: the server collects garbage all the time. */
const settings = { ROLEGRAPH_MAX_FILE_SECONDS: '900' };

const layoutAnswer = z.object({ data: z.object({ graph: z.object({ layout: z.string() }) }).nullish() });

/** Waits until files have positions: a server that has just started computes the layout, and is busy for minutes. */
async function waitForLayout(server: WatchedServer): Promise<void> {
  const body = JSON.stringify({ query: '{ graph(select: { nodeKinds: [PILLAR] }) { layout } }' });
  for (;;) {
    const reply = await send({ url: server.url, body });
    if (layoutAnswer.parse(JSON.parse(reply.body.toString())).data?.graph.layout === 'READY') return;
    await wait(1_000);
  }
}

/** The files of a form: of the whole catalog and of some views; the largest one if the form is not written for these. */
async function addressesOf(server: WatchedServer, file: FileFormat, views: readonly string[]): Promise<string[]> {
  const path = `/graph.${file.ending}`;
  if (file.most === undefined) return [path, ...views.map((view) => `${path}?view=${view}`)];
  return [`${path}?maxNodes=${await mostNodesOf(server, file, file.most.nodes ?? 1_000_000)}`];
}

const { values } = parseArgs({
  options: { roles: { type: 'string' }, formats: { type: 'string' }, views: { type: 'string' } },
});
const scale = scaleNames.find((name) => name === (values.roles ?? '50000'));
const endings = values.formats?.split(',');
const chosen = fileFormats.filter(({ ending }) => endings?.includes(ending) ?? true);
if (scale === undefined || chosen.length < (endings?.length ?? 1)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-files-'));
  const env = { ROLEGRAPH_DATA: join(folder, 'data') };
  if (scale !== 'shipped') {
    progress(`importing ${scale} roles`);
    await runToEnd([commandLine, 'import', await catalogOf(scale, 1, folder)], env, join(folder, 'import.log'));
  }
  const server = await startWatched({ ...env, ...settings }, folder);
  const files: MeasuredFile[] = [];
  try {
    progress('waiting for the layout');
    await waitForLayout(server);
    const before = await memoryIn(server);
    for (const file of chosen) {
      for (const address of await addressesOf(server, file, values.views?.split(',') ?? ['evidence'])) {
        const measured = await measuredFile(server, address, before);
        progress(`${address}: ${figure(measured.more)} MB more, held for ${figure(measured.longestWork)} ms`);
        files.push(measured);
      }
    }
  } finally {
    await server.stop();
  }
  await rm(folder, { recursive: true, force: true });
  const markdown = filesMarkdown(machineOf('', 'npm run bench:files'), scale, files);
  if (Object.keys(values).length === 0) {
    const output = fileURLToPath(new URL('../files.md', import.meta.url));
    await writeFile(output, await format(markdown, { ...(await resolveConfig(output)), parser: 'markdown' }));
    progress(`written to ${output}`);
  } else process.stdout.write(`${markdown}\n`);
}
