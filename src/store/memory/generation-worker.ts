import { z } from 'zod';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { completed } from '../../scheduling/steps.ts';
import { answerFromWorker } from '../workers/worker-answer.ts';
import { derivedColumnsOf } from '../derived-columns.ts';
import { structureFrom } from '../structure-columns.ts';
import { readGeneration } from './generation-file.ts';

const jobs = z.object({ path: z.string(), file: z.instanceof(Uint8Array) });

/** Checks and opens a generation's file, and computes what is derived from it. */
await answerFromWorker((job) => {
  const { path, file } = jobs.parse(job);
  const { generation, stored } = readGeneration(path, Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const structure = completed(structureFrom(stored, generation.revision));
  return Promise.resolve({ generation, stored, derived: derivedColumnsOf(indexesOf(structure)) });
});
