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

/** The generation that a request is answered from, to its end, the texts it loads, and the work on its answer. */
export interface RequestGraph {
  readonly open: OpenGeneration;
  readonly texts: TextLoader;
  readonly work: Task;
}

/** What one request is answered by; those that are answered in one process share its scheduler. */
export function requestGraph(open: OpenGeneration, scheduler: Scheduler): RequestGraph {
  return { open, texts: open.textLoader(), work: scheduler.createTask() };
}
