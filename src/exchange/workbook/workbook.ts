import { runInWorker } from '../../workers/run-in-worker.ts';
import type { Part } from '../file-format.ts';
import { withPauses } from '../pauses.ts';
import { packedSheet, type PackedSheet } from './packed-sheet.ts';
import type { Sheet } from './sheet.ts';

/** How long the parts of a workbook are, in bytes. */
const partLength = 65_536;

/**
 * A workbook for Excel. It is made in a worker thread, because write-excel-file makes it in one go.
 *
 * @param date see `zipped`.
 */
export async function* workbookOf(sheets: readonly Sheet[], date: Date): AsyncGenerator<Part> {
  const packed: PackedSheet[] = [];
  for (const sheet of sheets) packed.push(yield* withPauses(packedSheet(sheet)));
  const ended = new AbortController();
  // A worker does not keep the process alive; a command waits for nothing else.
  const alive = setInterval(() => undefined, 1_000);
  try {
    const file = await runInWorker(new URL('workbook-worker', import.meta.url), { sheets: packed, date }, ended.signal);
    if (!(file instanceof Uint8Array)) throw new Error('The worker thread has made no workbook.');
    for (let from = 0; from < file.length; from += partLength) yield file.subarray(from, from + partLength);
  } finally {
    clearInterval(alive);
    ended.abort();
  }
}
