import type { CoverSolver } from '../src/analysis/set-cover/exact/cover-solver.ts';
import type { OpenGeneration } from '../src/store/open-generation.ts';
import type { TextLoader } from '../src/store/text-loader.ts';
import type { Scheduler } from '../src/scheduling/scheduler.ts';
import type { Task } from '../src/scheduling/task.ts';

/**
 * What resolvers are given. All of ours stands in one property that is never copied: servers copy the context's own
 * properties for each operation.
 */
export interface Context {
  readonly rolegraph: RequestGraph;
}

/** The generation that a request is answered from, to its end, the texts it loads, the work on its answer, and its means. */
export interface RequestGraph {
  readonly open: OpenGeneration;
  readonly texts: TextLoader;
  readonly work: Task;
  readonly solver: CoverSolver;
  /** Notes that time cut something short: asked again, it may be answered better, so this answer is not to be kept. */
  readonly cutShort: () => void;
}

/** What one request is answered by; those that are answered in one process share its scheduler and its solver. */
export function requestGraph(
  open: OpenGeneration,
  scheduler: Scheduler,
  solver: CoverSolver,
  cutShort: () => void = () => undefined,
): RequestGraph {
  return { open, texts: open.textLoader(), work: scheduler.createTask(), solver, cutShort };
}
