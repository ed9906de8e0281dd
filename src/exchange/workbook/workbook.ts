import { fileFromWorker } from '../../workers/file-from-worker.ts';
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
  const job = { sheets: packed, date };
  // Nobody can end the work early: a generator that is given up still goes on to its next part.
  const { signal } = new AbortController();
  const file = await fileFromWorker(new URL('workbook-worker', import.meta.url), job, signal);
  for (let from = 0; from < file.length; from += partLength) yield file.subarray(from, from + partLength);
}
