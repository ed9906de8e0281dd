import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { namesOf } from '../catalog-locations.ts';
import { isTerminal, type Terminal } from '../output/terminal.ts';
import { failedStatus, type FilesStatus, statusAfter } from './files-status.ts';
import type { FilesToServe } from './files-to-serve.ts';
import { importInWorker, type WorkerImport } from './import-in-worker.ts';

/** Between two looks at the files, in milliseconds; a change is complete when two looks see the same. */
const lookPause = 400;

/** Until an import is tried again that has failed for a reason that may pass, in milliseconds. */
const retryPause = 5_000;

interface Watching {
  readonly terminal: Pick<Terminal, 'stdout' | 'stderr'>;
  readonly logger: Logger;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/** Imports files that are watched each time that they have changed, one import at a time, until the signal ends it. */
export async function watchFiles(files: FilesToServe, { terminal, logger, signal }: Watching): Promise<void> {
  const { job, watch } = files;
  if (watch === undefined) return;
  const isOver = () => signal.aborted;
  let retryAt = Infinity;
  while (!isOver()) {
    const before = performance.now();
    const isChanged = await watch.look();
    const looked = performance.now() - before;
    const isRetry = !isChanged && performance.now() >= retryAt;
    if (isChanged || isRetry) {
      if (isChanged) terminal.stdout.write(`${namesOf(job.locations)} changed.\n`);
      const imported = await tried(() => importInWorker(job, isTerminal(terminal.stdout), signal), logger, isOver);
      // Closed meanwhile: the worker was ended, which is no failure.
      if (isOver()) return;
      const isTemporary = 'failure' in imported && imported.failure.isTemporary;
      retryAt = isTemporary ? performance.now() + retryPause : Infinity;
      // Said once, not every five seconds.
      if (!(isRetry && isTemporary)) write(imported, terminal);
      files.ended(statusOf(imported));
    }
    // A folder of very many files, or on a slow network drive, is looked at less often.
    await setTimeout(Math.max(lookPause, 10 * looked), undefined, { ref: false });
  }
}

/** Writes what is to be said about an import, and how it goes on. */
function write(imported: WorkerImport, { stdout, stderr }: Watching['terminal']): void {
  for (const { stream, text } of imported.parts) (stream === 'stdout' ? stdout : stderr).write(text);
  if ('failure' in imported) {
    const next = imported.failure.isTemporary
      ? `again every ${retryPause / 1_000} seconds`
      : 'when you save them again';
    stderr.write(`The files are imported ${next}.\n`);
  } else if (imported.report.kind === 'INVALID') {
    stderr.write('The server goes on with the catalog of before. The files are imported when you save them again.\n');
  }
}

/** An import; one that fails unexpectedly ends neither the watching nor the server. */
async function tried(
  imports: () => Promise<WorkerImport>,
  logger: Logger,
  isOver: () => boolean,
): Promise<WorkerImport> {
  try {
    return await imports();
  } catch (error) {
    const message = 'The import failed because of an internal error of Rolegraph; the log has the details.';
    if (!isOver()) logger.error({ err: error }, message);
    return { failure: { message, isTemporary: false }, parts: [] };
  }
}

function statusOf(imported: WorkerImport): FilesStatus {
  return 'failure' in imported ? failedStatus(imported.failure.message) : statusAfter(imported.report);
}
