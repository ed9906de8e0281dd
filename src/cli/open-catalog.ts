import { readConfig, type Config } from '../config/config.ts';
import { runToCompletion } from '../scheduling/steps.ts';
import { CatalogGraph } from '../graph/catalog-graph.ts';
import type { Generation } from '../store/graph-store.ts';
import { OpenGeneration } from '../store/open-generation.ts';
import { isShipped } from '../store/shipped-catalog.ts';
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
    const generation = await store.current();
    const { structure, derived } = await store.opened(generation);
    const graph = runToCompletion(CatalogGraph.inSteps(structure, derived));
    const open = new OpenGeneration(store, generation, graph, runToCompletion);
    const names = new CatalogNames(graph, originOf(config, generation), stderr);
    return await answer({ names, client: new QueryClient(open) });
  } finally {
    await store.close();
  }
}

/** Where the current catalog comes from, as the end of a sentence. */
function originOf({ neo4j, dataFolder }: Config, generation: Generation): string {
  if (isShipped(generation)) return 'which ships with Rolegraph; nothing has been imported';
  return neo4j === undefined ? `which is in the folder ${dataFolder}` : 'which is in Neo4j';
}
