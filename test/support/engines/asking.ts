import { graphql, type ExecutionResult } from 'graphql';
import { beforeAll } from 'vitest';
import { requestGraph, type Context } from '../../../schema/context.ts';
import type { SuggestedNames } from '../../../schema/execution/name-suggestions.ts';
import { schema } from '../../../schema/schema.ts';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { ServedCatalog } from '../../../src/store/served-catalog.ts';
import type { TextKeys } from '../../../src/graph/structure/graph-data.ts';
import { countingStore } from './counting-store.ts';
import { memoryEngine, type Engine } from './memory-engine.ts';
import { shippedCatalog } from '../catalogs/shipped-catalog.ts';

/** An answer as a client would get it from JSON, with what it took of the store. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly cause: unknown }[];
  /** What the answer suggests for fields that are null: `extensions.suggestions`. */
  readonly suggestions: readonly SuggestedNames[];
  /** The keys of each call that loaded texts. */
  readonly textCalls: readonly TextKeys[];
  /** The round trips that read a database, by the names of their statements, but for looks at the pointer. */
  readonly rounds: readonly string[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** What answers; to be closed. */
interface Asking {
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

/**
 * Sends GraphQL to the schema over a catalog that an engine has been given, each request with a context of its own as the
 * server gives it.
 *
 * @param scheduler nothing waits where not given: a query that continued in a later turn would make more round trips.
 */
export async function askingOf(
  catalog: Catalog,
  { emptyPlace }: Engine = memoryEngine,
  scheduler = new Scheduler({ sliceLength: Infinity }),
): Promise<Asking> {
  const place = await emptyPlace();
  const rounds: string[] = [];
  const opened = await place.open(
    () => Promise.resolve(graphOfCatalog(catalog)),
    ({ name }) => {
      if (name.startsWith('read-') && name !== 'read-pointer') rounds.push(name);
    },
  );
  await opened.prepare();
  const store = countingStore(opened);
  const served = new ServedCatalog(store);
  await served.opened();
  return {
    ask: async (source, variableValues = {}) => {
      const catalog = await served.current();
      // Its texts are read in addition to those of the query, and are not counted.
      await catalog.searchIndex();
      const contextValue: Context = { rolegraph: await requestGraph(catalog, scheduler) };
      store.textCalls.length = 0;
      rounds.length = 0;
      const result = await graphql({ schema, source, variableValues, contextValue });
      const suggestions = contextValue.rolegraph.suggestions.ofNullFields;
      return { ...plain(result), suggestions, textCalls: [...store.textCalls], rounds: [...rounds] };
    },
    close: () => place.remove(),
  };
}

/** By engine, what answers for the catalog that ships: the test files that a worker runs share it, and nobody changes it. */
const shippedAskings = new Map<Engine['name'], Promise<Asking>>();

/** Asks the catalog that ships, as an engine keeps it, in the tests of the block where this is called. */
export function askingShipped(engine: Engine = memoryEngine): Ask {
  return askingWithin(async () => {
    const asking = shippedAskings.get(engine.name) ?? shippedCatalog().then((catalog) => askingOf(catalog, engine));
    shippedAskings.set(engine.name, asking);
    // It ends with the worker.
    return { ask: (await asking).ask, close: () => Promise.resolve() };
  });
}

/** Asks, in the tests of the block where this is called, what is opened before them. */
export function askingWithin(open: () => Promise<Asking>): Ask {
  let asking: Asking | undefined;
  beforeAll(async () => {
    asking = await open();
    return asking.close;
  });
  return (query, variables) => {
    if (asking === undefined) return Promise.reject(new Error('nobody can be asked before the tests begin'));
    return asking.ask(query, variables);
  };
}

function plain({ data, errors = [] }: ExecutionResult): Pick<Answer, 'data' | 'errors'> {
  const parsed: unknown = JSON.parse(JSON.stringify(data ?? null));
  return { data: parsed, errors: errors.map(({ message, cause }) => ({ message, cause })) };
}
