import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparedPython } from '../prepared-python.ts';
import { answersIn, outputOf, type Reader } from './reader.ts';
import type { FileForm, WrittenFile } from './written-files.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** networkx refuses a file in which some edges have a direction and others do not. */
const isOfOneSort = ({ options }: FileForm) => options.direction !== 'mixed';

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
  {
    // Python's csv, pyarrow, openpyxl and rdflib.
    name: 'tables',
    reads: ({ ending }) => ['csv.zip', 'parquet.zip', 'xlsx', 'ttl', 'jsonld'].includes(ending),
    read: (files) => answersOfPython('requirements-tables.txt', 'tables-reader.py', files),
  },
];

async function answersOfPython(requirements: string, program: string, files: readonly WrittenFile[]) {
  const python = await preparedPython(join(folder, requirements));
  const input = JSON.stringify(
    files.map(({ path, ending, options: { direction = 'directed' } }) => ({ path, ending, direction })),
  );
  return answersIn(await outputOf(python, ['-W', 'ignore', join(folder, program)], input));
}
