import { anybody, type Caller } from '../src/access/caller.ts';
import { once } from '../src/collections/memoize.ts';
import type { CatalogGraph } from '../src/graph/catalog-graph.ts';
import type { ImportText } from '../src/import/catalog-importer.ts';
import type { GraphLayout } from '../src/graph/structure/graph-data.ts';
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

/** Where subscriptions hear of imports. */
export interface CatalogChanges {
  /**
   * The catalogs that replace the served one, from now on, each when the server answers from it.
   *
   * @param sequence that of the last catalog that the client knows, or null. If another one is served, it comes at once.
   */
  changesAfter(sequence: number | null): AsyncIterable<StoredCatalog>;
}

/**
 * The catalog from which a whole request is answered (its graph and its texts), and the task that runs the work. Only an import by the
 * request itself moves it to another catalog; see moveTo.
 */
export interface RequestGraph {
  readonly graph: CatalogGraph;
  readonly texts: TextLoader;
  /** Where drawings have the nodes; undefined while that of a large catalog is being computed. */
  readonly layout: () => Promise<GraphLayout | undefined>;
  readonly work: Task;
  /** For names that no node has. */
  readonly suggestions: NameSuggestions;
  readonly acceptPeople: AcceptPeople;
  /** Whether the server offers selections as files. */
  readonly offersFiles: boolean;
  /** Who asks. No answer depends on it, but for whether there is one. */
  readonly caller: Caller;
  /** Says that the caller has no right to a field, e.g. "Mutation.importCatalog". */
  readonly forbidden: (field: string) => string;
  /** Imports a text for the caller; undefined where nothing can be imported. */
  readonly importText: ImportText | undefined;
  /**
   * Answers the rest of the request from the catalog that it has imported. The fields of a mutation are executed one after the other, each
   * with all that is below it, so no part of an answer is made of two catalogs: what is before the import has been answered.
   */
  readonly moveTo: (catalog: StoredCatalog) => Promise<void>;
  readonly changes: CatalogChanges;
}

export interface RequestSettings {
  /** What the query may cost; the scheduler's default if it is not given. */
  readonly costLimit?: number;
  /** Accepts people everywhere if it is not given. */
  readonly acceptPeople?: AcceptPeople;
  /** True if it is not given. */
  readonly offersFiles?: boolean;
  /** Anybody if it is not given. */
  readonly caller?: Caller;
  readonly forbidden?: (field: string) => string;
  readonly importText?: ImportText | undefined;
  /** No changes, at once, if it is not given. */
  readonly changes?: CatalogChanges;
}

/** What executes the fields of a request. Requests of tests that ask other schemas look no names up. */
export type RequestWork = Pick<RequestGraph, 'work'> & Partial<Pick<RequestGraph, 'suggestions' | 'graph'>>;

/** @param scheduler shared by all requests of the process. */
export async function requestGraph(
  catalog: StoredCatalog,
  scheduler: Scheduler,
  settings: RequestSettings = {},
): Promise<RequestGraph> {
  const { costLimit, acceptPeople = () => undefined, offersFiles = true, caller = anybody } = settings;
  const { forbidden = (field) => `You have no right to ${field}.`, importText, changes = noChanges } = settings;
  const work = scheduler.createTask(costLimit);
  const partsOf = async (stored: StoredCatalog) => {
    const graph = await stored.graph();
    return {
      graph,
      texts: new TextLoader(stored, work),
      // Once, so that all parts of an answer agree.
      layout: once(() => stored.readyLayout()),
      suggestions: new NameSuggestions(graph, stored, work),
    };
  };
  const request: RequestGraph = {
    ...(await partsOf(catalog)),
    work,
    acceptPeople,
    offersFiles,
    caller,
    forbidden,
    changes,
    importText,
    moveTo: async (imported) => {
      Object.assign(request, await partsOf(imported));
    },
  };
  return request;
}

const noChanges: CatalogChanges = {
  changesAfter: () => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
  }),
};
