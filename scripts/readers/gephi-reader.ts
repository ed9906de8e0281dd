import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersIn, outputOf, type Answer, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';

const toolkit = 'org.gephi:gephi-toolkit:0.10.1:jar:all';
const cache = fileURLToPath(new URL('../../node_modules/.cache/readers', import.meta.url));
const jar = join(cache, 'gephi-toolkit-0.10.1-all.jar');
const program = fileURLToPath(new URL('GephiReader.java', import.meta.url));

/**
 * The importers of Gephi, that of tables included, in the toolkit that its makers publish. Needs Maven, and a Java of version 11
 * or newer.
 */
export const gephiReader: Reader = {
  name: 'gephi',
  reads: ({ ending }) => ['gexf', 'graphml', 'dot', 'nodes.csv', 'edges.csv'].includes(ending),
  read: readByGephi,
};

async function readByGephi(files: readonly WrittenFile[]): Promise<readonly Answer[]> {
  if (!existsSync(jar)) {
    await outputOf('mvn', ['-q', 'dependency:copy', `-Dartifact=${toolkit}`, `-DoutputDirectory=${cache}`]);
  }
  const paths = files.map(({ path }) => path);
  const answers = answersIn(await outputOf('java', ['-Djava.awt.headless=true', '-cp', jar, program, ...paths]));
  const written = new Map(files.map((file) => [file.path, file]));
  return answers.map((answer) =>
    'error' in answer ? answer : { ...answer, labels: asWritten(answer.labels, written.get(answer.path)) },
  );
}

/** The labels as they are in the file, for what Gephi is known to change. */
function asWritten(labels: readonly string[], file: WrittenFile | undefined): string[] {
  // It shows the entities that a label in DOT has for Graphviz.
  if (file?.ending === 'dot') return labels.map((label) => label.replaceAll('&amp;', '&'));
  // In tables, it takes a backslash with n for a line break, and removes spaces at both ends.
  const shown = new Map(file?.written.labels.map((label) => [label.replaceAll('\\n', '\n').trim(), label]));
  return labels.map((label) => (file?.ending.endsWith('.csv') === true ? (shown.get(label) ?? label) : label));
}
