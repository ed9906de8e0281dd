import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printedSchema } from '../schema/schema.ts';
import { catalogDocument } from '../src/catalog/canonical-catalog.ts';
import { catalogJsonSchema } from '../src/catalog/json-schema.ts';
import { readCatalog } from '../src/catalog/read/read-catalog.ts';
import { fontFiles } from './font/font-files.ts';
import type { GeneratedFile } from './generated-file.ts';
import { pictureFiles } from './picture-files.ts';
import { schemaTypes } from './schema-types.ts';

const { catalog: seed } = await readCatalog(inProject('seed'));
if (seed === undefined) throw new Error('seed/ has errors: npm run rolegraph validate seed');

const generated: readonly GeneratedFile[] = [
  { path: 'seed/catalog.schema.json', content: `${JSON.stringify(catalogJsonSchema(), undefined, 2)}\n` },
  // Servers read this at their start: reading JSON takes a fifth of the time of YAML.
  { path: 'seed/catalog.generated.json', content: catalogDocument(seed) },
  { path: 'schema/schema.graphql', content: printedSchema() },
  { path: 'explorer/state/schema-types.d.ts', content: schemaTypes() },
  ...(await fontFiles()),
  ...(await pictureFiles(seed)),
];

const command = 'npm run generate';
const usage = `usage: ${command} [-- --check]\nWrites the generated files; with --check only says which are stale.\n`;

async function isStale({ path, content }: GeneratedFile): Promise<boolean> {
  try {
    return !(await readFile(inProject(path))).equals(Buffer.from(content));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw error;
  }
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const stale: GeneratedFile[] = [];
  for (const file of generated) if (await isStale(file)) stale.push(file);
  if (option === '--check' && stale.length > 0) {
    process.stderr.write(`stale: ${stale.map(({ path }) => path).join(', ')}\nrun: ${command}\n`);
    process.exitCode = 1;
  } else {
    for (const { path, content } of stale) await writeFile(inProject(path), content);
    const done =
      option === '--check' ? 'up to date' : `written: ${stale.map(({ path }) => path).join(', ') || 'nothing'}`;
    process.stdout.write(`${done}\n`);
  }
}
