import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertedCatalog } from '../../catalog/convert/converted-catalog.ts';
import { catalogYaml } from '../../catalog/write/catalog-yaml.ts';
import { convertedCopyPath, convertedCopyText } from '../../catalog/write/converted-copy.ts';
import { yamlSizeProblem } from '../../catalog/write/yaml-size.ts';
import { packageFolder } from '../../config/package-folder.ts';
import { inWords } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import { CommandError } from '../command-error.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { writeConversion } from '../output/conversion-report.ts';
import type { Terminal } from '../output/terminal.ts';

interface InitOptions extends GivenConvertOptions {
  /** Files to convert, instead of the example. */
  readonly from?: readonly string[];
  /** Whether the catalog is used together with the one that ships. */
  readonly withShipped?: true;
}

/** A file to write, and its text. */
type NewFile = readonly [name: string, text: string];

const catalogName = 'catalog.yaml';
const schemaName = 'catalog.schema.json';
const schemaComment = `./${schemaName}`;

/** `rolegraph init`: writes a catalog to edit, an example or a conversion, with its schema for editors. Overwrites nothing. */
export async function init(terminal: Terminal, folder: string | undefined, options: InitOptions): Promise<ExitCode> {
  const { from, withShipped = false } = options;
  const place = folder ?? 'roles';
  await requireRoom(place);
  const schema = await readFile(join(packageFolder(), 'seed', schemaName), 'utf8');
  const catalog = from === undefined ? await example(withShipped) : await converted(terminal, place, from, options);
  await writeNew(place, [...catalog, [schemaName, schema]]);
  const isExample = from === undefined;
  terminal.stdout.write(
    `Wrote ${join(place, catalogName)}${isExample ? ', an example to edit' : ''}; ${schemaName} in the same folder, by which editors explain and check it${
      isExample
        ? ''
        : `; and ${convertedCopyPath(catalogName)}, by which a later update keeps your edits: commit it, too`
    }.\nNext:\n${nextCommands(place, isExample, withShipped)}`,
  );
  return exitCodes.done;
}

/** @throws CommandError if files are there already that would be overwritten, or read as a part of the catalog. */
async function requireRoom(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const inTheWay = names.filter((name) => /\.(?:ya?ml|json)$/i.test(name));
  if (inTheWay.length === 0) return;
  throw new CommandError(
    `${quoted(folder)} has ${inWords(inTheWay)} already, and nothing is overwritten. Give a folder without YAML and JSON files, e.g. "rolegraph init our-teams", or edit what is there.`,
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR')
      throw new CommandError(`${quoted(folder)} is a file. Give a folder, which is made if it is not there.`);
    throw new CommandError(`Cannot read ${quoted(folder)}: ${messageOf(error)}. Give a folder that you can write to.`, {
      cause: error,
    });
  }
}

async function example(withShipped: boolean): Promise<readonly NewFile[]> {
  const path = join(packageFolder(), 'examples', 'starter', withShipped ? 'with-shipped.yaml' : 'own.yaml');
  const text = await readFile(path, 'utf8');
  return [[catalogName, text.replace(/\$schema=\S+/, `$schema=${schemaComment}`)]];
}

/** A conversion, and its copy for updates. Says what was understood. */
async function converted(
  { stderr }: Terminal,
  folder: string,
  from: readonly string[],
  options: GivenConvertOptions,
): Promise<readonly NewFile[]> {
  const { catalog, conversion } = await convertedCatalog(from, convertOptionsOf(options));
  writeConversion(conversion, stderr, false);
  const text = catalogYaml(catalog, { schema: schemaComment });
  const problem = yamlSizeProblem('The catalog', text);
  if (problem !== undefined) {
    throw new CommandError(
      `${problem} Write JSON instead: rolegraph convert ${from.map(shellWord).join(' ')} --output ${shellWord(`${folder}.json`)}`,
    );
  }
  return [
    [catalogName, text],
    [convertedCopyPath(catalogName), convertedCopyText(catalog)],
  ];
}

async function writeNew(folder: string, files: readonly NewFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    // "wx" fails if the file is there, even if it was made a moment ago.
    for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    throw new CommandError(
      `Cannot write to ${quoted(folder)}: ${messageOf(error)}. Give a folder that you can write to.`,
      {
        cause: error,
      },
    );
  }
}

/** How to check the catalog, and how to see it. Slugs of a conversion may be those of what ships, and get a prefix. */
function nextCommands(folder: string, isExample: boolean, withShipped: boolean): string {
  const word = shellWord(folder);
  const both = isExample ? `${word} shipped` : `shipped --prefix ours=${word}`;
  const locations = withShipped ? both : word;
  return `  rolegraph validate ${locations}\n  rolegraph serve ${locations} --watch\n`;
}

/** A word as a shell takes it. */
function shellWord(word: string): string {
  return /^[\w./\\:@~+-]+$/.test(word) ? word : `"${word}"`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
