import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersIn, outputOf, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/readers', import.meta.url));

/** networkx refuses a file in which some edges have a direction and others do not. */
const isOfOneSort = ({ options }: WrittenFile) => options.direction !== 'mixed';

export const pythonReaders: readonly Reader[] = [
  {
    name: 'networkx',
    reads: (file) => ['gexf', 'graphml', 'json', 'cyjs', 'dot'].includes(file.ending) && isOfOneSort(file),
    read: (files) => answersOfPython('requirements.txt', 'networkx-reader.py', files),
  },
  {
    name: 'networkx-3.3',
    // It knows GEXF up to version 1.2. DOT is read by pydot, whatever the version of networkx.
    reads: (file) =>
      (file.ending === 'gexf' && file.options.version === '1.2') ||
      (['graphml', 'json', 'cyjs'].includes(file.ending) && isOfOneSort(file)),
    read: (files) => answersOfPython('requirements-networkx-3.3.txt', 'networkx-reader.py', files),
  },
  {
    name: 'igraph',
    reads: ({ ending }) => ending === 'graphml',
    read: (files) => answersOfPython('requirements.txt', 'igraph-reader.py', files),
  },
];

async function answersOfPython(requirements: string, program: string, files: readonly WrittenFile[]) {
  const python = preparedPython(requirements);
  const input = JSON.stringify(
    files.map(({ path, ending, options: { direction = 'directed' } }) => ({ path, ending, direction })),
  );
  return Promise.resolve(answersIn(outputOf(python, ['-W', 'ignore', join(folder, program)], input)));
}

/** The Python of a virtual environment that has what a file of requirements lists; made if there is none. */
function preparedPython(requirements: string): string {
  const wanted = readFileSync(join(folder, requirements), 'utf8');
  const environment = join(cache, requirements.replace('.txt', ''));
  const python = join(environment, 'bin', 'python');
  const mark = join(environment, 'installed.txt');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return python;
  outputOf('python3', ['-m', 'venv', '--clear', environment]);
  outputOf(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '-r',
    join(folder, requirements),
  ]);
  writeFileSync(mark, wanted);
  return python;
}
