import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { graphql, type ExecutionResult } from 'graphql';
import type { Context } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../src/graph/graph-of-catalog.ts';
import { Generations } from '../../src/store/generations.ts';
import type { TextKeys } from '../../src/store/graph-store.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { CountingStore } from './counting-store.ts';
import { shippedCatalog } from './shipped-catalog.ts';

/** An answer as a client would get it from JSON, with what it took of the store. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly cause: unknown }[];
  /** The keys of each round trip that loaded texts. */
  readonly textCalls: readonly TextKeys[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** Sends GraphQL to the schema over a catalog, each request with a context of its own as the server gives it. */
export async function askingOf(catalog: Catalog): Promise<Ask> {
  const folder = join(tmpdir(), `rolegraph-none-${randomUUID()}`);
  const memory = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(graphOfCatalog(catalog)) });
  const store = new CountingStore(memory);
  const generations = new Generations(store);
  return async (source, variableValues = {}) => {
    const open = await generations.current();
    const contextValue: Context = { rolegraph: { open, texts: open.textLoader() } };
    store.textCalls.length = 0;
    const result = await graphql({ schema, source, variableValues, contextValue });
    return { ...plain(result), textCalls: [...store.textCalls] };
  };
}

/** Asks the catalog that ships. */
export async function askingShipped(): Promise<Ask> {
  return askingOf(await shippedCatalog());
}

function plain({ data, errors = [] }: ExecutionResult): Omit<Answer, 'textCalls'> {
  const parsed: unknown = JSON.parse(JSON.stringify(data ?? null));
  return { data: parsed, errors: errors.map(({ message, cause }) => ({ message, cause })) };
}
