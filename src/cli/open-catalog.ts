import { readConfig, type Config } from '../config/config.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { QueryClient } from './query-client.ts';
import { CatalogNames } from './names/catalog-names.ts';
import { openStore } from './open-store.ts';
import type { Terminal } from './output/terminal.ts';

/** The catalog that is current when a command starts. */
export interface OpenCatalog {
  readonly names: CatalogNames;
  readonly client: QueryClient;
}

/** Opens the current catalog of the configured store for a command, and closes the store afterwards. */
export async function withCatalog<T>(
  { env, stderr }: Pick<Terminal, 'env' | 'stderr'>,
  answer: (catalog: OpenCatalog) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  const store = await openStore(config, 'COMMAND');
  try {
    const catalog = await store.current();
    const names = new CatalogNames(await catalog.graph(), originOf(config, catalog), stderr);
    return await answer({ names, client: new QueryClient(catalog) });
  } finally {
    await store.close();
  }
}

/** Where the current catalog comes from, as the end of a sentence. */
function originOf({ neo4j, dataFolder }: Config, { isShipped }: StoredCatalog): string {
  if (isShipped) return 'which ships with Rolegraph; nothing has been imported';
  return neo4j === undefined ? `which is in the folder ${dataFolder}` : 'which is in Neo4j';
}
