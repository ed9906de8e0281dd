import { solvedLayout } from '../graph/layout/graph-layout.ts';
import { runToCompletion } from '../scheduling/steps.ts';
import { replyFromWorker } from '../workers/reply-from-worker.ts';
import { layoutJob } from './layout-solver.ts';

/** Computes the layout of a large graph. */
await replyFromWorker((job) => Promise.resolve(runToCompletion(solvedLayout(layoutJob.parse(job)))));
