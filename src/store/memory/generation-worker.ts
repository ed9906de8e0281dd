import { z } from 'zod';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { replyFromWorker } from '../../workers/reply-from-worker.ts';
import { packIndexes, unpackStructure } from '../graph-columns.ts';
import { readGeneration } from './generation-file.ts';

const jobs = z.object({ path: z.string(), file: z.instanceof(Uint8Array) });

/** Checks and opens a generation's file, and computes its indexes. */
await replyFromWorker((job) => {
  const { path, file } = jobs.parse(job);
  const { header, stored } = readGeneration(path, Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const structure = runToCompletion(unpackStructure(stored, header.revision));
  return Promise.resolve({ stored, indexes: packIndexes(indexesOf(structure)) });
});
