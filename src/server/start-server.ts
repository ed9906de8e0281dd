import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { CatalogFeed } from '../store/catalog-feed.ts';
import { ServedCatalog } from '../store/served-catalog.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { requestAccess } from './access/request-access.ts';
import { drainable } from './http/drain.ts';
import { answersAnyName, hostCheck } from './http/hosts.ts';
import { createHttpServer, type ConnectionSettings } from './http/http-server.ts';
import { listen } from './http/listen.ts';
import { corsHeaders } from './http/origins.ts';
import { Imports, type ImportsParts } from './imports/imports.ts';
import { removeAbandonedUploads } from './imports/upload-file.ts';
import { prepareStore, type PreparedStore } from './prepare-store.ts';
import { siteRoutes, type SiteParts } from './site-routes.ts';
import { webhookFor } from './webhook/webhook.ts';

export interface ServerParts extends Pick<
  SiteParts,
  'schema' | 'scheduler' | 'logger' | 'authenticator' | 'explorerFolder' | 'docsFolder' | 'servedFiles'
> {
  readonly config: SiteParts['config'] &
    Pick<Config, 'host' | 'port' | 'allowedHosts' | 'webhook'> &
    ConnectionSettings;
  /** Closed with the server, like the authenticator. */
  readonly store: GraphStore;
  /** Imports catalogs that clients send, and where the audit log is written. Nothing is imported over HTTP without it. */
  readonly imports?: Pick<ImportsParts, 'importer' | 'audit'> | undefined;
  /** Why the log cannot be written, for /ready; undefined if it can. */
  readonly logProblem?: () => string | undefined;
  /** How long closing waits for open requests, in milliseconds; 10 s by default. */
  readonly drainTimeout?: number;
}

export interface RunningServer {
  /** The origin that a browser on this machine can open, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /**
   * The prepared store with its catalog open; undefined if the server was closed before. Until then, /ready and queries
   * say why there is no catalog. Rejects on failures that retrying cannot fix; the caller closes the server then.
   */
  readonly prepared: Promise<PreparedStore | undefined>;
  /** Stops accepting connections, waits for open requests, closes the store. Later calls wait for the first. */
  close(): Promise<void>;
}

const anyNameWarning =
  'ALLOWED_HOSTS is not set, so requests to any host name are answered, and a page that somebody opens can read this server by ' +
  'DNS rebinding. Set ALLOWED_HOSTS to the names by which it is reached.';

/**
 * Wires the server together and starts it. It listens before its store answers, so that probes see a process that waits
 * for its database instead of one that fails.
 *
 * @throws ListenError if the address cannot be listened on; the store is closed then, too.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, logger, drainTimeout = 10_000, logProblem = () => undefined } = parts;
  const { authenticator } = parts;
  const changed = (catalog: StoredCatalog, { structure }: CatalogGraph) => {
    const importedAt = catalog.importedAt.toISOString();
    logger.info(`Serving ${structure.name} ${structure.version} now, imported at ${importedAt}`);
    feed.publish(catalog);
  };
  const layoutFailed = (_: StoredCatalog, error: unknown) => {
    if (closing !== undefined) return;
    logger.error(
      { err: error },
      'The layout for drawings could not be computed; answers say PENDING until the next start',
    );
  };
  const served = new ServedCatalog(store, { changed, layoutFailed });
  const feed = new CatalogFeed(served);
  const webhook = config.webhook && webhookFor(config.webhook, feed, logger);
  let isPrepared = false;
  let closing: Promise<void> | undefined;
  const access = requestAccess(authenticator);
  const imports = parts.imports && new Imports({ ...parts.imports, store, served, logger });
  if (imports !== undefined) void removeAbandonedUploads(config.dataFolder);
  const routes = siteRoutes({
    ...parts,
    served,
    changes: feed,
    access,
    imports,
    isPrepared: () => isPrepared,
    logProblem,
  });
  const refusalHeaders = ({ headers }: IncomingMessage) =>
    corsHeaders(headers, config, ['X-Request-Id', 'WWW-Authenticate', 'Retry-After']);
  const site = { ...routes, checkHost: hostCheck(config), access, refusalHeaders };
  const server = createHttpServer(site, config, logger);
  if (answersAnyName(config)) logger.warn(anyNameWarning);

  const drain = drainable(server);
  const stop = async () => {
    // Whoever listens is told that nothing follows; the end of these answers is not waited for.
    feed.close();
    await webhook?.close();
    const cutOff = await drain(drainTimeout);
    if (cutOff > 0) {
      const seconds = drainTimeout / 1_000;
      logger.warn(
        `Cut off ${cutOff} ${cutOff === 1 ? 'answer that was' : 'answers that were'} not finished within ${seconds} seconds. ROLEGRAPH_STOP_SECONDS sets this limit.`,
      );
    }
  };

  let url: string;
  try {
    url = await listen(server, config);
  } catch (error) {
    feed.close();
    await webhook?.close();
    await store.close();
    throw error;
  }
  const waiting = new AbortController();
  const prepared = prepareStore({ store, served, logger, signal: waiting.signal });
  // The caller handles the rejection; if nobody does, it must not end the process as an unhandled one.
  prepared.then((done) => (isPrepared = done !== undefined)).catch(() => undefined);

  return {
    url,
    prepared,
    close: () => {
      waiting.abort();
      return (closing ??= stop().finally(() => {
        authenticator?.close();
        return store.close();
      }));
    },
  };
}
