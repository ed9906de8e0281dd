import { openStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { replyFromWorker } from '../workers/reply-from-worker.ts';
import { importTurn } from './import-turn.ts';
import { importUpload, NothingWritten } from './import-upload.ts';
import { uploadJob, type UploadReply } from './upload-job.ts';

/** Imports what a client has sent while the server answers requests in its own thread. */
await replyFromWorker(async (job, report): Promise<UploadReply> => {
  const { store, turn, ...upload } = uploadJob.parse(job);
  try {
    const { beginWriting } = importTurn(turn);
    return { result: await importUpload(upload, () => openStore(store, 'COMMAND'), report, beginWriting) };
  } catch (error) {
    if (error instanceof NothingWritten) return { isGivenUp: true };
    if (!(error instanceof StoreError)) throw error;
    const { code, message, cause, current } = error;
    return { failure: { code, message, current, cause: cause instanceof Error ? cause.message : undefined } };
  }
});
