import { stat } from 'node:fs/promises';
import { catalogDocument } from '../../catalog/canonical-catalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { checkCatalog } from '../../catalog/check/check-catalog.ts';
import { FindingCollector } from '../../catalog/check/finding-collector.ts';
import { ConvertError } from '../../catalog/convert/conversion.ts';
import { convertFiles } from '../../catalog/convert/convert-files.ts';
import { catalogOfConversion } from '../../catalog/convert/converted-catalog.ts';
import { givenFiles } from '../../catalog/convert/given-files.ts';
import { teamYaml } from '../../catalog/convert/teams/team-yaml.ts';
import { catalogYaml } from '../../catalog/write/catalog-yaml.ts';
import { counted } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import { CommandError } from '../command-error.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { writeConversion } from '../output/conversion-report.ts';
import type { Terminal } from '../output/terminal.ts';
import { writeFileParts } from '../output/write-file.ts';

interface ConvertCommandOptions extends GivenConvertOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
  /** What the catalog is called, instead of the name of the file. */
  readonly name?: string;
  /** Whether every row that was left out is listed. */
  readonly all?: true;
}

/** `rolegraph convert`: makes a catalog, or a team file, of files that people have, and says what it understood. */
export async function convert(
  terminal: Terminal,
  paths: readonly string[],
  options: ConvertCommandOptions,
): Promise<ExitCode> {
  const { output, name, all = false } = options;
  if (output !== undefined && (await exists(output))) {
    throw new CommandError(
      `${quoted(output)} is there already. Give another --output, or --update to keep what you changed in it.`,
    );
  }
  const read = await convertFiles(await givenFiles(paths), convertOptionsOf(options));
  const converted = catalogOfConversion(read);
  writeConversion(converted?.conversion ?? read, terminal.stderr, all);
  if (read.kind === 'TEAM') {
    await writeFileParts(terminal, 'the team', output, [teamYaml(read.people)]);
    return exitCodes.done;
  }
  if (converted === undefined) throw new Error('a conversion is a team or a catalog');
  const catalog = checked({ ...converted.catalog, ...(name !== undefined && { name }) });
  const isJson = output !== undefined && /\.json$/i.test(output);
  terminal.stderr.write(`${madeText(catalog)}\n`);
  await writeFileParts(terminal, 'the catalog', output, [isJson ? catalogDocument(catalog) : catalogYaml(catalog)]);
  if (output !== undefined) terminal.stderr.write(`Review it, then serve it: rolegraph serve ${output}\n`);
  return exitCodes.done;
}

/** The catalog, if it is one within the limits. */
function checked(catalog: Catalog): Catalog {
  const findings = new FindingCollector();
  const valid = checkCatalog([{ files: [{ fileIndex: 0, value: catalog }] }], findings);
  if (valid !== undefined) return valid;
  const [first] = findings.byFile('error').flat();
  throw new ConvertError(
    `What was read makes no valid catalog: ${counted(findings.count('error'), 'error')}, the first of which is: ${first?.describe() ?? ''}`,
  );
}

function madeText({ roles, responsibilities, categories, pillars, organizationTypes, appearances }: Catalog): string {
  const groups = [...pillars, ...organizationTypes].map(({ name }) => quoted(name));
  const parts = [
    counted(roles.length, 'role'),
    counted(responsibilities.length, 'responsibility', 'responsibilities'),
    `${counted(categories.length, 'category', 'categories')} in ${counted(groups.length, pillars.length > 0 ? 'pillar' : 'organization type')}`,
    counted(appearances.length, 'appearance'),
  ];
  return `Made ${parts.join(', ')}.`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
