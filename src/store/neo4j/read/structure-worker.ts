import { indexesOf } from '../../../graph/indexes/indexes.ts';
import { replyFromWorker } from '../../../workers/reply-from-worker.ts';
import { indexColumnsOf } from '../../index-columns.ts';
import { structureColumnsOf } from '../../structure-columns.ts';
import { structureJob } from './read-in-worker.ts';
import { structureOf } from './structure-reader.ts';
import { readThrough } from './worker-reading.ts';

/** Reads the structure of a generation, and computes what is derived from it. */
await replyFromWorker((job) => {
  const { counts, generation, ...source } = structureJob.parse(job);
  return readThrough({ generation, ...source }, async (executor) => {
    const structure = await structureOf(executor, generation, counts);
    return {
      revision: structure.revision,
      structure: structureColumnsOf(structure),
      indexes: indexColumnsOf(indexesOf(structure)),
    };
  });
});
