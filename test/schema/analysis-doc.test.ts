import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { exampleFile } from '../support/catalogs/example-catalog.ts';
import { testDocument } from '../support/engines/documented-queries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = 'docs/analysis.md';
const markdown = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/**
 * The commands whose output the document shows, each in a comment before it: `<!-- rolegraph invite security -->`. They ask the
 * catalog that ships, or an example that is named after them: `<!-- rolegraph raci, of docs/examples/….yaml -->`. `…, first 9
 * lines` shows the beginning.
 */
const shownCommand = /^<!-- (rolegraph (.+?)(?:, of (docs\/examples\/\S+\.yaml))?(?:, first (\d+) lines)?) -->$/gm;

async function run(words: readonly string[], data: string): Promise<string> {
  const { code, stdout, stderr } = await cliInProcess(words, { env: { ROLEGRAPH_DATA: data } });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** What a command prints, as the document shows it. */
async function shown(command: string, example: string | undefined, lines: number): Promise<string> {
  const words = Array.from(command.matchAll(/"([^"]*)"|\S+/g), ([word, quoted]) => quoted ?? word);
  const data = join(example === undefined ? '/nonexistent' : await temporaryFolder(), 'data');
  if (example !== undefined) await run(['import', exampleFile(example)], data);
  const all = (await run(words, data)).trimEnd().split('\n');
  const some = all.length > lines ? [...all.slice(0, lines).join('\n').trimEnd().split('\n'), '…'] : all;
  return ['```text', `$ rolegraph ${command}`, ...some, '```'].join('\n');
}

testDocument(
  path,
  Object.fromEntries(
    Array.from(markdown.matchAll(shownCommand), ([, name = '', command = '', example, lines]) => [
      name,
      () => shown(command, example, lines === undefined ? Infinity : Number(lines)),
    ]),
  ),
);
