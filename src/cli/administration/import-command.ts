import { readConfig } from '../../config/config.ts';
import { importCatalog, readForImport } from '../../import/import-catalog.ts';
import type { ImportOptions } from '../../import/import-observer.ts';
import type { CatalogLocation } from '../../catalog/read/read-catalog.ts';
import { catalogLocations, namesOf } from '../catalog-locations.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { localUser } from '../local-user.ts';
import { openStore } from '../../store/open-store.ts';
import { importObserver, writeOutcome } from '../output/import-report.ts';
import type { Terminal } from '../output/terminal.ts';
import type { RemoteOptions } from '../remote/import-to.ts';

interface ImportCommandOptions extends GivenConvertOptions, RemoteOptions, Pick<ImportOptions, 'sources'> {
  readonly dryRun?: boolean;
  /** The sequence that is to be replaced. */
  readonly ifSequence?: number;
  readonly prefix?: readonly CatalogLocation[];
}

/** `rolegraph import`: checks a catalog, or several as one, shows what it changes, and makes it the current one, here or at a server. */
export async function importCommand(
  terminal: Terminal,
  given: readonly string[],
  options: ImportCommandOptions,
): Promise<ExitCode> {
  const { dryRun = false, ifSequence: expectedSequence, prefix, sources, to } = options;
  const locations = catalogLocations(given, prefix);
  const observer = importObserver(namesOf(locations), dryRun, terminal);
  const reading = { sources, convert: convertOptionsOf(options) };
  if (to !== undefined) {
    const { importTo, remoteServerOf } = await import('../remote/import-to.ts');
    // Before files are read, which may take long.
    const server = remoteServerOf(to, options, terminal.env);
    const read = await readForImport(locations, reading, observer);
    return read.catalog === undefined
      ? writeOutcome({ kind: 'INVALID', reading: read }, namesOf(locations), terminal)
      : importTo(server, read.catalog, { dryRun, expectedSequence }, terminal);
  }
  if (options.tokenFile !== undefined || options.allowHttp === true) {
    const needy = options.tokenFile === undefined ? '--allow-http' : '--token-file';
    throw new UsageError(`${needy} needs a server, e.g. "--to https://roles.example.com".`);
  }
  const config = readConfig(terminal.env);
  const outcome = await importCatalog(
    locations,
    () => openStore(config, 'COMMAND'),
    { dryRun, expectedSequence, ...reading, importedBy: localUser() },
    observer,
  );
  return writeOutcome(outcome, namesOf(locations), terminal);
}
