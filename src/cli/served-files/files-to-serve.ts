import { ConvertError } from '../../catalog/convert/conversion.ts';
import { FileWatch } from '../../import/file-watch.ts';
import type { ServedFiles } from '../../server/pages/findings-route.ts';
import { failureText } from '../output/failure-text.ts';
import type { Terminal } from '../output/terminal.ts';
import { failedStatus, type FilesStatus, statusAfter } from './files-status.ts';
import type { ImportJob } from './import-job.ts';
import { importServed } from './import-served.ts';

/** Files that were imported to be served. */
export class FilesToServe {
  readonly job: ImportJob;
  /** Undefined if they are not watched. */
  readonly watch: FileWatch | undefined;
  #status: FilesStatus;
  #checkedAt = new Date();

  constructor(job: ImportJob, watch: FileWatch | undefined, status: FilesStatus) {
    this.job = job;
    this.watch = watch;
    this.#status = status;
  }

  /** What the server tells its clients. */
  get current(): ServedFiles {
    return {
      locations: this.job.locations.map(({ location }) => location),
      isWatched: this.watch !== undefined,
      ...this.#status,
      checkedAt: this.#checkedAt.toISOString(),
    };
  }

  /** Is told how each later import ended. */
  ended(status: FilesStatus): void {
    this.#status = status;
    this.#checkedAt = new Date();
  }
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
  const watch = isWatched ? watchOf(job) : undefined;
  await watch?.begin();
  const { dataFolder, neo4j } = job.store;
  const stored = `It is stored in ${neo4j === undefined ? dataFolder : 'Neo4j'} for later commands and servers, too.`;
  try {
    const report = await importServed(job, terminal, stored);
    if (report.kind === 'INVALID' && watch === undefined) return undefined;
    return new FilesToServe(job, watch, statusAfter(report));
  } catch (error) {
    if (watch === undefined || !(error instanceof ConvertError)) throw error;
    terminal.stderr.write(failureText(error, terminal.stderr));
    return new FilesToServe(job, watch, failedStatus(error.message));
  }
}

function watchOf({ locations, sources }: ImportJob): FileWatch {
  return new FileWatch([...locations.map(({ location }) => location), ...(sources === undefined ? [] : [sources])]);
}
