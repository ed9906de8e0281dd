import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import type { z } from 'zod';
import { inverted } from '../../../collections/lists.ts';
import { solveCover } from './cover-model.ts';
import { coverJob, type JobAnswer } from './cover-job.ts';

/** Solves one job after the other; loads HiGHS once, as it begins. */
const highs = loadHighs();
const port = parentPort;
port?.on('message', (message: unknown) => {
  void answer(coverJob.parse(message));
});

async function answer({ milliseconds, elements, most, ...job }: z.infer<typeof coverJob>): Promise<void> {
  const end = performance.now() + milliseconds;
  const loaded = await highs;
  const { elementsOf, places, known } = job;
  const cover = { elementsOf, setsOf: inverted(elementsOf, elements), places };
  const problem = { cover, known, ...(most !== undefined && { most }) };
  const tell = (told: JobAnswer) => port?.postMessage(told);
  solveCover(
    loaded,
    problem,
    () => end - performance.now(),
    (solution) => {
      tell({ solution });
    },
  );
  tell({ isDone: true });
}
