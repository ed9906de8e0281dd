import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/graph.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { openMemoryStore } from '../store/memory/memory-store.ts';
import { StoreError } from '../store/store-error.ts';
import { packageFolder } from './package-folder.ts';

/**
 * Opens the store that the settings name.
 *
 * @throws StoreError
 */
export function openStore({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<GraphStore> {
  return openMemoryStore({ folder: dataFolder, shippedCatalog });
}

/** The graph of the catalog that ships. What reads and derives it is loaded only where nothing was imported. */
async function shippedCatalog(): Promise<Graph> {
  const folder = join(packageFolder(), 'seed');
  const [{ readCatalog }, { graphOfCatalog }] = await Promise.all([
    import('../catalog/read-catalog.ts'),
    import('../graph/graph-of-catalog.ts'),
  ]);
  const { catalog } = await readCatalog(folder);
  if (catalog !== undefined) return graphOfCatalog(catalog);
  throw new StoreError(
    'DAMAGED',
    `The catalog that ships, ${folder}, has errors; "rolegraph validate ${folder}" lists them. Mend it, or install Rolegraph again.`,
  );
}
