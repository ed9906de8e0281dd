import { z } from 'zod';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { isLargeLayout } from '../graph/layout/laid-out-nodes.ts';
import type { GraphLayout } from '../graph/structure/graph-data.ts';
import type { RunSteps } from '../scheduling/steps.ts';
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
 * @param runSteps runs all of it.
 */
export function layoutSolver(runSteps: RunSteps): SolveLayout {
  return async (graph) => {
    const { layoutProblem, solvedLayout } = await import('../graph/layout/graph-layout.ts');
    return runSteps(solvedLayout(await runSteps(layoutProblem(graph))));
  };
}

/**
 * Computes the layouts of large graphs in a worker thread, one at a time.
 *
 * @param runSteps runs what remains to be done in this thread, and the layouts of small graphs.
 * @param signal ends the worker; its reason is thrown.
 */
export function layoutSolverInWorker(runSteps: RunSteps, signal: AbortSignal): SolveLayout {
  const solveHere = layoutSolver(runSteps);
  let before: Promise<unknown> = Promise.resolve();
  async function solveInWorker(graph: CatalogGraph): Promise<GraphLayout> {
    const { layoutProblem } = await import('../graph/layout/graph-layout.ts');
    const problem = await runSteps(layoutProblem(graph));
    const reply = await runStoreWorker(new URL('layout-worker', import.meta.url), problem, signal);
    return layoutColumns.parse(reply);
  }
  return (graph) => {
    if (!isLargeLayout(graph.structure)) return solveHere(graph);
    const solved = before.catch(() => undefined).then(() => solveInWorker(graph));
    before = solved;
    return solved;
  };
}
