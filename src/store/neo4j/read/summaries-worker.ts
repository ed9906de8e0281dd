import { replyFromWorker } from '../../../workers/reply-from-worker.ts';
import { optionalTextsOf } from '../../text-columns.ts';
import { summariesJob } from './read-in-worker.ts';
import { allTexts } from './text-reader.ts';
import { readThrough } from './worker-reading.ts';

/** Reads every summary of a generation. */
await replyFromWorker((job) => {
  const { counts, ...source } = summariesJob.parse(job);
  return readThrough(source, async (executor) => {
    const { roleSummaries, appearances } = await allTexts(executor, source.generation, counts);
    return {
      ofRoles: optionalTextsOf(roleSummaries),
      ofAppearances: optionalTextsOf(appearances.map(({ summary }) => summary)),
    };
  });
});
