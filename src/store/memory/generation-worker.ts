import { z } from 'zod';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { replyFromWorker } from '../../workers/reply-from-worker.ts';
import { indexColumnsOf } from '../index-columns.ts';
import { structureFrom } from '../structure-columns.ts';
import { readGeneration } from './generation-file.ts';

const jobs = z.object({ path: z.string(), file: z.instanceof(Uint8Array) });

/** Checks and opens a generation's file, and computes what is derived from it. */
await replyFromWorker((job) => {
  const { path, file } = jobs.parse(job);
  const { header, stored } = readGeneration(path, Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const structure = runToCompletion(structureFrom(stored, header.revision));
  return Promise.resolve({ header, stored, indexes: indexColumnsOf(indexesOf(structure)) });
});
