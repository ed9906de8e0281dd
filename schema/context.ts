import type { CatalogGraph } from '../src/graph/catalog-graph.ts';
import type { StoredCatalog } from '../src/store/stored-catalog.ts';
import { TextLoader } from '../src/store/text-loader.ts';
import type { Scheduler } from '../src/scheduling/scheduler.ts';
import type { Task } from '../src/scheduling/task.ts';
import { NameSuggestions } from './execution/name-suggestions.ts';

/**
 * The context of resolvers. Everything is in one property, which is copied by reference: servers copy the properties of
 * the context for each operation.
 */
export interface Context {
  readonly rolegraph: RequestGraph;
}

/**
 * Must be called by each resolver that is given people, before it uses them. It throws if the request must not have people,
 * and marks the answer so that nothing of it is stored.
 *
 * @param argument that has the people, e.g. "staff".
 */
export type AcceptPeople = (argument: string) => void;

/** The catalog from which a whole request is answered (its graph and its texts), and the task that runs the work. */
export interface RequestGraph {
  readonly graph: CatalogGraph;
  readonly texts: TextLoader;
  readonly work: Task;
  /** For names that no node has. */
  readonly suggestions: NameSuggestions;
  readonly acceptPeople: AcceptPeople;
}

/** What executes the fields of a request. Requests of tests that ask other schemas look no names up. */
export type RequestWork = Pick<RequestGraph, 'work'> & Partial<Pick<RequestGraph, 'suggestions' | 'graph'>>;

interface RequestOptions {
  readonly costLimit?: number;
  readonly acceptPeople?: AcceptPeople;
}

/**
 * @param scheduler shared by all requests of the process.
 * @param options.costLimit what the query may cost; the scheduler's default if it is not given.
 * @param options.acceptPeople accepts people everywhere if it is not given.
 */
export async function requestGraph(
  catalog: StoredCatalog,
  scheduler: Scheduler,
  { costLimit, acceptPeople = () => undefined }: RequestOptions = {},
): Promise<RequestGraph> {
  const graph = await catalog.graph();
  const work = scheduler.createTask(costLimit);
  const suggestions = new NameSuggestions(graph, catalog, work);
  return { graph, texts: new TextLoader(catalog, work), work, suggestions, acceptPeople };
}
