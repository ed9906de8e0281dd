import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { machineOf } from '../machine.ts';
import { progress } from '../progress.ts';
import { removeDatabases } from '../servers/database.ts';
import { measurePlans, type PlansOfScale } from './measure-plans.ts';
import { measureQuestions, type AskedScale } from './measure-questions.ts';
import { analysisMarkdown } from './report.ts';

// Measures the questions of the analysis on both engines, and plans: npm run bench:analysis. Writes bench/analysis.md.

const file = fileURLToPath(new URL('../analysis.md', import.meta.url));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void removeDatabases().finally(() => process.exit(130)));
}

const folder = await mkdtemp(join(tmpdir(), 'rolegraph-bench-'));
const scales: AskedScale[] = [];
const plans: PlansOfScale[] = [];
let version = 'unknown';
try {
  for (const scale of ['shipped', '5000'] as const) {
    const { results, neo4j } = await measureQuestions(scale, join(folder, scale));
    scales.push(results);
    version = neo4j;
  }
  for (const scale of ['shipped', '1000', '5000'] as const) plans.push(await measurePlans(scale, folder));
} catch (error) {
  progress(`The logs are left in ${folder}.`);
  throw error;
}
await rm(folder, { recursive: true, force: true });
const markdown = analysisMarkdown(machineOf(version, 'npm run bench:analysis'), scales, plans);
await writeFile(file, await format(markdown, { ...(await resolveConfig(file)), parser: 'markdown' }));
progress(`written to ${file}`);
