import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersIn, outputOf, type Answer, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';

const toolkit = 'org.gephi:gephi-toolkit:0.10.1:jar:all';
const cache = fileURLToPath(new URL('../../node_modules/.cache/readers', import.meta.url));
const jar = join(cache, 'gephi-toolkit-0.10.1-all.jar');
const program = fileURLToPath(new URL('GephiReader.java', import.meta.url));

/** The importers of Gephi, in the toolkit that its makers publish. Needs Maven, and a Java of version 11 or newer. */
export const gephiReader: Reader = {
  name: 'gephi',
  reads: ({ ending }) => ['gexf', 'graphml', 'dot'].includes(ending),
  read: readByGephi,
};

async function readByGephi(files: readonly WrittenFile[]): Promise<readonly Answer[]> {
  if (!existsSync(jar)) {
    await outputOf('mvn', ['-q', 'dependency:copy', `-Dartifact=${toolkit}`, `-DoutputDirectory=${cache}`]);
  }
  const paths = files.map(({ path }) => path);
  const answers = answersIn(await outputOf('java', ['-Djava.awt.headless=true', '-cp', jar, program, ...paths]));
  return answers.map((answer) =>
    // Gephi shows the entities that a label in DOT has for Graphviz.
    'error' in answer || !answer.path.endsWith('.dot')
      ? answer
      : { ...answer, labels: answer.labels.map((label) => label.replaceAll('&amp;', '&')) },
  );
}
