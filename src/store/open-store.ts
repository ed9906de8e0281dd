import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { CatalogReading } from '../catalog/read/read-catalog.ts';
import type { GraphData } from '../graph/structure/graph-data.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { GraphStore } from './graph-store.ts';
import { openMemoryStore } from './memory/memory-store.ts';
import type { RoundTrip } from './neo4j/driver/executor.ts';
import { startupTimeouts } from './neo4j/driver/timeouts.ts';
import { StoreError } from './store-error.ts';
import { packageFolder } from '../config/package-folder.ts';

/** Where the documents of the catalog that ships are, and who is told what is wrong with them. */
export interface Quoting {
  readonly sources: string;
  readonly onRead: (reading: CatalogReading) => void;
}

/**
 * Opens the configured store. The driver of the database is loaded only if a database is configured; nothing is sent to it
 * yet.
 *
 * @param caller a command waits longer for a database than a request can, above all for one that has just started. A
 *   server opens large catalogs in a worker thread.
 * @param onRoundTrip called after every round trip to the database.
 * @param runSteps runs what remains to be done in this thread when a server opens a catalog; to completion where not given.
 * @param quoting adds quotes to the catalog that ships.
 * @throws StoreError
 */
export async function openStore(
  { dataFolder, neo4j, servesShipped }: Pick<Config, 'dataFolder' | 'neo4j' | 'servesShipped'>,
  caller: 'SERVER' | 'COMMAND',
  onRoundTrip?: (roundTrip: RoundTrip) => void,
  runSteps?: RunSteps,
  quoting?: Quoting,
): Promise<GraphStore> {
  const opening = {
    shippedCatalog: servesShipped ? () => shippedCatalog(quoting) : nothingImported,
    opensInWorker: caller === 'SERVER',
    ...(runSteps && { runSteps }),
  };
  if (neo4j === undefined) return openMemoryStore({ ...opening, folder: dataFolder });
  const { openNeo4jStore } = await import('./neo4j/neo4j-store.ts');
  return openNeo4jStore({
    ...opening,
    settings: neo4j,
    ...(caller === 'COMMAND' && { timeouts: startupTimeouts }),
    ...(onRoundTrip && { onRoundTrip }),
  });
}

/** Replaces the catalog that ships if it must not be served. */
function nothingImported(): Promise<GraphData> {
  return Promise.reject(
    new StoreError(
      'MISSING',
      'Nothing has been imported, or all of it is gone, and ROLEGRAPH_SHIPPED is "never", so the catalog that ships is not ' +
        'served. Import a catalog or restore a backup. If there should be one, check ROLEGRAPH_DATA, NEO4J_URI and the volume.',
    ),
  );
}

/** The graph of the catalog that ships. What reads and derives it is loaded only where nothing was imported. */
async function shippedCatalog(quoting: Quoting | undefined): Promise<GraphData> {
  // Generated from the YAML files next to it, which people read and change.
  const file = join(packageFolder(), 'seed', 'catalog.generated.json');
  const [{ readCatalog }, { graphOfCatalog }] = await Promise.all([
    import('../catalog/read/read-catalog.ts'),
    import('../graph/structure/graph-of-catalog.ts'),
  ]);
  const reading = await readCatalog(file, { sources: quoting?.sources });
  quoting?.onRead(reading);
  const { catalog } = reading;
  if (catalog !== undefined) return graphOfCatalog(catalog);
  if (quoting !== undefined) {
    throw new StoreError(
      'DAMAGED',
      `The documents in ${quoting.sources} lack lines that the catalog that ships names. Give the folder of its own documents, ` +
        'or leave out --sources.',
    );
  }
  throw new StoreError(
    'DAMAGED',
    'The catalog that ships, seed/catalog.generated.json, has errors; "rolegraph validate" lists them. Fix them, or install ' +
      'Rolegraph again.',
  );
}
