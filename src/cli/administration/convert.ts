import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catalogDocument } from '../../catalog/canonical-catalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { checkCatalog } from '../../catalog/check/check-catalog.ts';
import { FindingCollector } from '../../catalog/check/finding-collector.ts';
import { type Conversion, ConvertError, type ConvertOptions } from '../../catalog/convert/conversion.ts';
import { convertFiles } from '../../catalog/convert/convert-files.ts';
import {
  catalogOfConversion,
  type ConvertedCatalog,
  convertedCatalog,
} from '../../catalog/convert/converted-catalog.ts';
import { givenFiles } from '../../catalog/convert/given-files.ts';
import { teamYaml } from '../../catalog/convert/teams/team-yaml.ts';
import { formatDiff } from '../../catalog/format-diff.ts';
import { updateFile } from '../../catalog/update/update-file.ts';
import { catalogYaml } from '../../catalog/write/catalog-yaml.ts';
import { convertedCopyPath, convertedCopyText } from '../../catalog/write/converted-copy.ts';
import { yamlSizeProblem } from '../../catalog/write/yaml-size.ts';
import { counted } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import { CommandError, UsageError } from '../command-error.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { writeConversion } from '../output/conversion-report.ts';
import { withProgress } from '../output/progress.ts';
import { styled, type Terminal } from '../output/terminal.ts';
import { writeFileParts } from '../output/write-file.ts';

interface ConvertCommandOptions extends GivenConvertOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
  /** Whether the file is there already, and what was edited in it is kept. */
  readonly update?: true;
  /** What the file was converted from, for an update without the copy that was kept. */
  readonly before?: string;
  /** What the catalog is called, instead of the name of the file. */
  readonly name?: string;
  /** Whether every row that was left out is listed. */
  readonly all?: true;
}

/** How many changes an update lists. */
const mostListed = 40;

/** `rolegraph convert`: makes a catalog, or a team file, of files that people have, and says what it understood. */
export async function convert(
  terminal: Terminal,
  paths: readonly string[],
  options: ConvertCommandOptions,
): Promise<ExitCode> {
  const { output, update = false, before, all = false } = options;
  if (output === undefined && (update || before !== undefined)) {
    throw new UsageError('--update and --before need --output, the file to update.');
  }
  const isThere = output !== undefined && (await exists(output));
  if (isThere && !update) {
    throw new CommandError(
      `${quoted(output)} is there already. Give another --output, or --update to keep what you changed in it.`,
    );
  }
  const { read, converted } = await readFiles(terminal, paths, convertOptionsOf(options));
  writeConversion(converted?.conversion ?? read, terminal.stderr, all);
  if (converted === undefined) return writeTeam(terminal, read, output, isThere);
  const catalog = validCatalog(named(converted.catalog, options));
  terminal.stderr.write(`${madeText(catalog)}\n`);
  if (isThere) return updateOutput(terminal, output, catalog, options);
  await writeFileParts(terminal, 'the catalog', output, [await textOf(catalog, output)]);
  if (output !== undefined) {
    await writeFile(convertedCopyPath(output), convertedCopyText(catalog));
    terminal.stderr.write(
      `Keep ${convertedCopyPath(output)} with it: by this copy, --update tells your edits from changes of the source.\n` +
        `Review the catalog, then serve it: rolegraph serve ${output}\n`,
    );
  }
  return exitCodes.done;
}

function readFiles(
  { stderr }: Terminal,
  paths: readonly string[],
  options: ConvertOptions,
): Promise<{ readonly read: Conversion; readonly converted: ConvertedCatalog | undefined }> {
  const work = async () => {
    const read = await convertFiles(await givenFiles(paths), options);
    return { read, converted: catalogOfConversion(read) };
  };
  return withProgress({ title: `Reading ${paths.join(', ')}`, work }, stderr);
}

async function writeTeam(
  terminal: Terminal,
  read: Conversion,
  output: string | undefined,
  isThere: boolean,
): Promise<ExitCode> {
  if (read.kind !== 'TEAM') throw new Error('a conversion that is no catalog is a team');
  if (isThere) {
    throw new CommandError(
      `${quoted(output ?? '')} is there already, and a team file cannot be updated. Give another --output.`,
    );
  }
  await writeFileParts(terminal, 'the team', output, [teamYaml(read.people)]);
  return exitCodes.done;
}

/** Writes what changed since the last conversion into the file, and keeps what was edited in it. */
async function updateOutput(
  terminal: Terminal,
  output: string,
  now: Catalog,
  options: ConvertCommandOptions,
): Promise<ExitCode> {
  const { stdout, stderr } = terminal;
  const old =
    options.before === undefined ? undefined : await convertedCatalog([options.before], convertOptionsOf(options));
  const before = old === undefined ? undefined : named(old.catalog, options);
  const { files, changes, conflicts, isRewritten } = await updateFile(output, now, before);
  for (const { path, text } of files) await writeFile(path, text);
  stdout.write(
    changes.isEmpty ? `Nothing to change in ${output}.\n` : `${formatDiff(changes, { most: mostListed })}\n`,
  );
  for (const conflict of conflicts) stderr.write(`${styled('doubtful', `conflict: ${conflict}`, stderr)}\n`);
  if (isRewritten)
    stderr.write(`${output} was written again as a whole, without its comments, because it has anchors of YAML.\n`);
  if (conflicts.length > 0) {
    stderr.write(`${counted(conflicts.length, 'conflict')}: your edits were kept. Correct the file, or the source.\n`);
  }
  return exitCodes.done;
}

function named(catalog: Catalog, { name }: ConvertCommandOptions): Catalog {
  return name === undefined ? catalog : { ...catalog, name };
}

/** The text of the file: JSON by its name, else YAML, which names the schema for editors if it lies in the same folder. */
async function textOf(catalog: Catalog, output: string | undefined): Promise<string> {
  if (output !== undefined && /\.json$/i.test(output)) return catalogDocument(catalog);
  const hasSchema = output !== undefined && (await exists(join(dirname(output), 'catalog.schema.json')));
  const text = catalogYaml(catalog, hasSchema ? { schema: './catalog.schema.json' } : {});
  const problem = output === undefined ? undefined : yamlSizeProblem('The catalog', text);
  if (problem === undefined) return text;
  throw new CommandError(`${problem} Give an --output that ends in .json.`);
}

/** The catalog, if it is one within the limits. */
function validCatalog(catalog: Catalog): Catalog {
  const findings = new FindingCollector();
  const valid = checkCatalog([{ files: [{ fileIndex: 0, value: catalog }] }], findings);
  if (valid !== undefined) return valid;
  const [first] = findings.byFile('error').flat();
  throw new ConvertError(
    `What was read makes no valid catalog: ${counted(findings.count('error'), 'error')}, the first of which is: ${first?.describe() ?? ''}`,
  );
}

function madeText({ roles, responsibilities, categories, pillars, organizationTypes, appearances }: Catalog): string {
  const owners =
    pillars.length > 0 ? counted(pillars.length, 'pillar') : counted(organizationTypes.length, 'organization type');
  return `Made ${[
    counted(roles.length, 'role'),
    counted(responsibilities.length, 'responsibility', 'responsibilities'),
    `${counted(categories.length, 'category', 'categories')} in ${owners}`,
    counted(appearances.length, 'appearance'),
  ].join(', ')}.`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
