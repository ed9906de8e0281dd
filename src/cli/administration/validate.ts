import type { Catalog } from '../../catalog/catalog.ts';
import { type CatalogLocation, readCatalogs } from '../../catalog/read/read-catalog.ts';
import { catalogLocations, partLines } from '../catalog-locations.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { failurePages, seePage } from '../help-pages.ts';
import { findingCounts, writeFindings } from '../output/findings-report.ts';
import { writeReport } from '../output/report.ts';
import { counted } from '../../text/in-words.ts';
import { styled, type Terminal } from '../output/terminal.ts';

export interface ValidateOptions {
  readonly json?: true;
  /** The folder of the documents; see readCatalog. */
  readonly sources?: string;
  readonly report?: true;
  /** Implies `report`. */
  readonly csv?: true;
  readonly prefix?: readonly CatalogLocation[];
}

/**
 * `rolegraph validate`: reads and checks a catalog, or several as one; the findings are its result. With `report`, so are
 * figures about the grain of a valid catalog.
 */
export async function validate(
  terminal: Terminal,
  locations: readonly string[],
  options: ValidateOptions,
): Promise<ExitCode> {
  const { json, csv, report, sources } = options;
  const reading = await readCatalogs(catalogLocations(locations, options.prefix), { sources });
  const { catalog, findings, omitted } = reading;
  const isReported = report === true || csv === true;
  const data = { valid: catalog !== undefined, findings, omitted };
  // With --csv, standard output has the table and nothing else.
  const stream = csv === true ? terminal.stderr : terminal.stdout;
  if (json !== true) {
    writeFindings(reading, stream);
    const { errors, warnings } = findingCounts(reading);
    const remarked = warnings > 0 ? `, with ${counted(warnings, 'warning')}` : '';
    const verdict =
      catalog === undefined
        ? styled('bad', `Not valid: ${counted(errors, 'error')}${remarked}.`, stream)
        : `${styled('good', 'Valid', stream)}${remarked}: ${catalog.name} ${catalog.version}, ` +
          `${counted(catalog.roles.length, 'role')}, ${counted(catalog.appearances.length, 'appearance')}` +
          `${sources === undefined ? '' : `, ${quotedText(catalog)}`}.`;
    stream.write(`${verdict}\n${catalog === undefined ? seePage(failurePages.catalog) : partLines(catalog)}`);
  }
  if (catalog !== undefined && isReported) {
    // Loaded on demand: only the report needs the graph.
    const { reportOnGrain } = await import('../output/grain-report.ts');
    const grain = reportOnGrain(catalog);
    if (json !== true && csv !== true) terminal.stdout.write('\n');
    writeReport({ ...grain, data: { ...data, report: grain.data } }, options, terminal);
  } else if (json === true) {
    const whole = isReported ? { ...data, report: null } : data;
    terminal.stdout.write(`${JSON.stringify(whole, undefined, 2)}\n`);
  }
  return catalog === undefined ? exitCodes.refused : exitCodes.done;
}

/** How many appearances have a quote. */
function quotedText({ appearances }: Catalog): string {
  const { length } = appearances.filter(({ source }) => source?.quote !== undefined);
  return `${length.toLocaleString('en-US')} of them quoted`;
}
