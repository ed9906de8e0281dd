import { z } from 'zod';
import { columnMeanings, ConvertError } from '../../catalog/convert/conversion.ts';
import { StoreError, type StoreErrorCode } from '../../store/store-error.ts';
import { replyFromWorker } from '../../workers/reply-from-worker.ts';
import { failureText } from '../output/failure-text.ts';
import { importServed } from './import-served.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const text = z.string();
const optionalText = z.string().optional();
const jobs = z.object({
  locations: z.array(z.object({ location: text, prefix: optionalText })),
  sources: z.union([text, z.undefined()]),
  convert: z.object({ columns: z.map(z.enum(columnMeanings), z.array(text)), tables: z.array(text) }),
  store: z.object({
    dataFolder: text,
    neo4j: z.union([
      z.object({
        uri: text,
        username: z.union([text, z.undefined()]),
        password: z.union([text, z.undefined()]),
        database: z.union([text, z.undefined()]),
      }),
      z.undefined(),
    ]),
  }),
  isTTY: z.boolean(),
});

/** Failures that may be over when the same is tried again. */
const temporary: ReadonlySet<StoreErrorCode> = new Set(['CONFLICT', 'UNAVAILABLE', 'TIMEOUT', 'EXPIRED']);

/** Imports files while the server answers requests in its own thread. */
await replyFromWorker(async (job) => {
  const { isTTY, ...toImport } = jobs.parse(job);
  const { parts, stdout, stderr } = recordedTerminal(isTTY);
  try {
    return { report: await importServed(toImport, { stdout, stderr }, ''), parts };
  } catch (error) {
    const isExpected = error instanceof StoreError || error instanceof ConvertError;
    if (!isExpected) throw error;
    stderr.write(failureText(error, stderr));
    const isTemporary = error instanceof StoreError && temporary.has(error.code);
    return { failure: { message: error.message, isTemporary }, parts };
  }
});
