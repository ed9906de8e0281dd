import { ConvertError } from '../../catalog/convert/conversion.ts';
import type { Config } from '../../config/config.ts';
import { FileWatch } from '../../import/file-watch.ts';
import type { ServedFiles } from '../../server/pages/findings-route.ts';
import { catalogLocations } from '../catalog-locations.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';
import { UsageError } from '../command-error.ts';
import { failureText } from '../output/failure-text.ts';
import type { CatalogLocation } from '../../catalog/read/read-catalog.ts';
import type { Terminal } from '../output/terminal.ts';
import { type ImportJob, importServed } from './import-served.ts';
import type { FilesStatus } from './watch-files.ts';

/** The options of `rolegraph serve` that are about files. */
export interface FileOptions extends GivenConvertOptions {
  readonly prefix?: readonly CatalogLocation[];
  readonly sources?: string;
  readonly watch?: boolean;
}

/** Files that were imported to be served. */
export class FilesToServe {
  readonly job: ImportJob;
  readonly watch: FileWatch;
  readonly #isWatched: boolean;
  #status: FilesStatus & Pick<ServedFiles, 'checkedAt'>;

  constructor(job: ImportJob, watch: FileWatch, isWatched: boolean, status: FilesStatus) {
    this.job = job;
    this.watch = watch;
    this.#isWatched = isWatched;
    this.#status = dated(status);
  }

  /** What the server tells its clients. */
  get current(): ServedFiles {
    const locations = this.job.locations.map(({ location }) => location);
    return { locations, isWatched: this.#isWatched, ...this.#status };
  }

  ended(status: FilesStatus): void {
    this.#status = dated(status);
  }
}

function dated(status: FilesStatus): FilesStatus & Pick<ServedFiles, 'checkedAt'> {
  return { ...status, checkedAt: new Date().toISOString() };
}

/**
 * What a command line gives to be imported and served; undefined if it gives no location.
 *
 * @throws UsageError if it gives options that need one.
 */
export function importJobOf(
  given: readonly string[],
  options: FileOptions,
  { dataFolder, neo4j }: Pick<Config, 'dataFolder' | 'neo4j'>,
): ImportJob | undefined {
  const { prefix, sources, watch, map, table } = options;
  if (given.length === 0 && prefix === undefined) {
    const needy =
      watch === true ? '--watch' : map !== undefined ? '--map' : table !== undefined ? '--table' : undefined;
    if (needy === undefined) return undefined;
    throw new UsageError(
      `${needy} needs a location, e.g. "rolegraph serve our-teams/ ${needy}${needy === '--watch' ? '' : ' …'}".`,
    );
  }
  return {
    locations: catalogLocations(given, prefix),
    sources,
    convert: convertOptionsOf(options),
    store: { dataFolder, neo4j },
  };
}

/**
 * Imports files before they are served.
 *
 * @returns undefined if they have errors and are not watched: then nothing is served.
 * @throws StoreError; ConvertError if a file that is not watched is not understood.
 */
export async function firstImport(
  job: ImportJob,
  isWatched: boolean,
  terminal: Pick<Terminal, 'stdout' | 'stderr'>,
): Promise<FilesToServe | undefined> {
  const watch = new FileWatch([
    ...job.locations.map(({ location }) => location),
    ...(job.sources === undefined ? [] : [job.sources]),
  ]);
  await watch.begin();
  const { dataFolder, neo4j } = job.store;
  const stored = `It is stored in ${neo4j === undefined ? dataFolder : 'Neo4j'} for later commands and servers, too.`;
  try {
    const { kind, findings, omitted } = await importServed(job, terminal, stored);
    if (kind === 'INVALID' && !isWatched) return undefined;
    const state = kind === 'INVALID' ? 'INVALID' : 'SERVED';
    return new FilesToServe(job, watch, isWatched, { state, problem: null, findings, omitted });
  } catch (error) {
    if (!isWatched || !(error instanceof ConvertError)) throw error;
    terminal.stderr.write(failureText(error, terminal.stderr));
    const nothing = { findings: [], omitted: { errors: 0, warnings: 0 } };
    return new FilesToServe(job, watch, isWatched, { state: 'FAILED', problem: error.message, ...nothing });
  }
}
