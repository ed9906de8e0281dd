import type { CatalogGraph } from '../src/graph/catalog-graph.ts';
import type { StoredCatalog } from '../src/store/stored-catalog.ts';
import { TextLoader } from '../src/store/text-loader.ts';
import type { Scheduler } from '../src/scheduling/scheduler.ts';
import type { Task } from '../src/scheduling/task.ts';

/**
 * What resolvers are given. All of ours stands in one property that is never copied: servers copy the context's own
 * properties for each operation.
 */
export interface Context {
  readonly rolegraph: RequestGraph;
}

/** The catalog that a request is answered from, to its end: its graph, its texts, and the work on the answer. */
export interface RequestGraph {
  readonly graph: CatalogGraph;
  readonly texts: TextLoader;
  readonly work: Task;
}

/** What one request is answered from; requests that are answered in one process share its scheduler. */
export async function requestGraph(catalog: StoredCatalog, scheduler: Scheduler): Promise<RequestGraph> {
  return {
    graph: await catalog.graph(),
    texts: new TextLoader(catalog),
    work: scheduler.createTask(),
  };
}
