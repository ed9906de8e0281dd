import { z } from 'zod';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { isLargeLayout } from '../graph/layout/laid-out-nodes.ts';
import type { GraphLayout } from '../graph/structure/graph-data.ts';
import { Scheduler } from '../scheduling/scheduler.ts';
import type { RunSteps, Steps } from '../scheduling/steps.ts';
import { integers, numbers } from './columns.ts';
import { layoutColumns } from './graph-columns.ts';
import { runStoreWorker } from './run-store-worker.ts';

/** Computes the layout of a graph that is stored without one. */
export type SolveLayout = (graph: CatalogGraph) => Promise<GraphLayout>;

/** What a worker thread is sent: a ForceProblem. */
export const layoutJob = z.object({
  x: numbers,
  y: numbers,
  edges: z.object({ source: integers, target: integers, weight: numbers }),
});

/**
 * Computes layouts in this thread. What it needs is loaded when it is needed: most commands draw nothing.
 *
 * @param runSteps runs the layouts of small graphs. Those of large ones take seconds, and run in slices of their own, so that
 *   whatever else the process does goes on.
 * @param signal ends the work on a large graph; its reason is thrown.
 */
export function layoutSolver(runSteps: RunSteps, signal?: AbortSignal): SolveLayout {
  return async (graph) => {
    const { layoutProblem, solvedLayout } = await import('../graph/layout/graph-layout.ts');
    function* layout() {
      return yield* solvedLayout(yield* layoutProblem(graph));
    }
    return isLargeLayout(graph.structure)
      ? new Scheduler().runInBackground(untilAborted(layout(), signal))
      : runSteps(layout());
  };
}

function* untilAborted<T>(steps: Steps<T>, signal: AbortSignal | undefined): Steps<T> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done === true) return value;
    yield;
  }
}

/**
 * Computes the layout of a large graph in a worker thread of its own.
 *
 * @param runSteps runs what remains to be done in this thread, and the layouts of small graphs.
 * @param signal ends the worker; its reason is thrown.
 */
export function layoutSolverInWorker(runSteps: RunSteps, signal: AbortSignal): SolveLayout {
  const solveHere = layoutSolver(runSteps);
  async function solveInWorker(graph: CatalogGraph): Promise<GraphLayout> {
    const { layoutProblem } = await import('../graph/layout/graph-layout.ts');
    const problem = await runSteps(layoutProblem(graph));
    const reply = await runStoreWorker(new URL('layout-worker', import.meta.url), problem, signal);
    return layoutColumns.parse(reply);
  }
  return (graph) => (isLargeLayout(graph.structure) ? solveInWorker(graph) : solveHere(graph));
}
