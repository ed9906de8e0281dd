import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { machineOf } from './machine.ts';
import { measureScale } from './measure/measure-scale.ts';
import { readOptions, usage, type Options } from './options.ts';
import { progress } from './progress.ts';
import { removeDatabases } from './servers/database.ts';
import { markdownOf } from './report/markdown.ts';
import type { ScaleResults } from './report/results.ts';
import { titleOf } from './scales.ts';

// Measures this server and its alternatives in one run: npm run bench. See the usage in options.ts.

const resultsFile = fileURLToPath(new URL('results.md', import.meta.url));
const peers = fileURLToPath(new URL('peers', import.meta.url));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Every process that was started ends with this one.
  process.once(signal, () => void removeDatabases().finally(() => process.exit(130)));
}

async function run(options: Options, words: readonly string[]): Promise<void> {
  if (!existsSync(join(peers, 'node_modules'))) {
    progress('installing the peers');
    execFileSync('npm', ['ci'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const command = ['npm run bench', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-bench-'));
  const scales: ScaleResults[] = [];
  let version = 'unknown';
  const text = async () => {
    const markdown = markdownOf({ machine: machineOf(version, command), scales });
    const left = options.scales.slice(scales.length).map(titleOf);
    const unfinished = left.length === 0 ? '' : `\n**Not finished**: ${left.join(', ')} not measured.\n`;
    return format(`${markdown}${unfinished}`, { ...(await resolveConfig(resultsFile)), parser: 'markdown' });
  };
  try {
    for (const scale of options.scales) {
      const { results, neo4j } = await measureScale(scale, options, join(folder, scale));
      scales.push(results);
      version = neo4j;
      // If a later scale fails, these results are kept.
      if (options.isWhole) await writeFile(resultsFile, await text());
    }
  } catch (error) {
    progress(`The logs are left in ${folder}.`);
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  if (!options.isWhole) process.stdout.write(await text());
  if (scales.some(({ failed }) => failed.length > 0)) {
    progress('Something was not done; the results tell what.');
    process.exitCode = 1;
  }
  progress(options.isWhole ? `written to ${resultsFile}` : 'done');
}

const words = process.argv.slice(2);
let options: Options | undefined;
try {
  options = readOptions(words);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
if (options !== undefined) await run(options, words);
