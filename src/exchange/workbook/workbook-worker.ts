import { z } from 'zod';
import { replyFromWorker } from '../../workers/reply-from-worker.ts';
import { excelFileOf } from './excel-file.ts';
import { unpackedRows } from './packed-sheet.ts';
import { sheetNames } from './sheet.ts';

const link = z.object({ value: z.union([z.string(), z.number()]), target: z.string() });
const cell = z.union([z.string(), z.number(), z.date(), z.null(), link]);
const column = z.object({ heading: z.string(), width: z.number(), isUpright: z.boolean().optional() });
const sheet = z.object({
  name: z.enum(sheetNames),
  columns: z.array(column),
  rows: z
    .array(z.instanceof(Uint8Array))
    .transform(unpackedRows)
    .pipe(z.array(z.array(cell))),
  frozenColumns: z.number(),
  isShaded: z.boolean().optional(),
});
const jobs = z.object({ sheets: z.array(sheet), date: z.date() });

/** Makes a workbook of packed sheets. */
await replyFromWorker((job) => {
  const { sheets, date } = jobs.parse(job);
  return excelFileOf(sheets, date);
});
