import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserReaders } from './readers/browser-readers.ts';
import { gephiReader } from './readers/gephi-reader.ts';
import { graphvizReader } from './readers/graphviz-reader.ts';
import { npmReaders } from './readers/npm-readers.ts';
import { pythonReaders } from './readers/python-readers.ts';
import type { Answer, Reader } from './readers/reader.ts';
import { writeFiles, type WrittenFile } from './readers/written-files.ts';

/**
 * Writes files in every form, opens each with the tools that read it, and compares what they find with what was written:
 * nodes, edges, the sum of weights, labels, and how many edges have a direction. `npm run test:readers` runs all tools,
 * `npm run test:readers -- networkx graphviz` some. `--keep FOLDER` writes the files there and leaves them. Ends with exit
 * code 1 if a tool finds something else or cannot be run.
 */
const readers: readonly Reader[] = [...pythonReaders, ...browserReaders, ...npmReaders, graphvizReader, gephiReader];

/** Tools are processes of their own, so several work at a time. Those that take longest are the first in the list. */
const readersAtATime = availableParallelism();

/** What a reader found that was not written; empty if all is well. */
function differences({ written }: WrittenFile, answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return ['no answer'];
  if ('error' in answer) return [answer.error];
  const differing: string[] = [];
  const compare = (what: string, found: number | undefined, expected: number) => {
    const isSame = found === undefined || Math.abs(found - expected) <= 1e-6 * Math.max(1, expected);
    if (!isSame) differing.push(`${found} instead of ${expected} ${what}`);
  };
  compare('nodes', answer.nodes, written.nodes);
  compare('edges', answer.edges, written.edges);
  compare('edges with a direction', answer.directed, written.directed);
  compare('as the sum of weights', answer.weight, written.weight);
  const labels = answer.labels.toSorted();
  const index = written.labels.findIndex((label, at) => label !== labels[at]);
  if (index >= 0) {
    differing.push(`the label ${JSON.stringify(labels[index])} instead of ${JSON.stringify(written.labels[index])}`);
  }
  return differing;
}

async function passes(reader: Reader, files: readonly WrittenFile[]): Promise<boolean> {
  const startedAt = performance.now();
  const read = files.filter(reader.reads);
  const found: string[] = [];
  try {
    const answers = new Map((await reader.read(read)).map((answer) => [answer.path, answer]));
    for (const file of read) {
      const differing = differences(file, answers.get(file.path));
      if (differing.length > 0) found.push(`  ${file.title}: ${differing.join('; ')}`);
    }
  } catch (error) {
    found.push(`  ${error instanceof Error ? error.message : String(error)}`);
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const result = found.length === 0 ? `reads ${read.length} files as they were written` : 'FAILED';
  process.stdout.write([`${reader.name}: ${result}, ${seconds} s`, ...found, ''].join('\n'));
  return found.length === 0;
}

const words = process.argv.slice(2);
const keepAt = words.indexOf('--keep');
const kept = keepAt < 0 ? undefined : words.splice(keepAt, 2)[1];
const unknown = words.find((word) => !readers.some(({ name }) => name === word));
if (unknown !== undefined) {
  const names = readers.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no reader "${unknown}". There are: ${names}.\n`);
  process.exit(1);
}
const folder = kept ?? mkdtempSync(join(tmpdir(), 'rolegraph-readers-'));
try {
  const wanted = readers.filter(({ name }) => words.length === 0 || words.includes(name));
  const files = await writeFiles(folder, (file) => words.length === 0 || wanted.some(({ reads }) => reads(file)));
  const waiting = wanted.values();
  const readOneAfterTheOther = async () => {
    for (const reader of waiting) if (!(await passes(reader, files))) process.exitCode = 1;
  };
  await Promise.all(Array.from({ length: readersAtATime }, readOneAfterTheOther));
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true });
}
