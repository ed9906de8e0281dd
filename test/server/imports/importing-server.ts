import { onTestFinished } from 'vitest';
import type { GraphQLSchema } from 'graphql';
import { schema } from '../../../schema/schema.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import type { CatalogImporter } from '../../../src/import/catalog-importer.ts';
import { importUpload, NothingWritten } from '../../../src/import/import-upload.ts';
import type { AuditOutput } from '../../../src/server/imports/audit-log.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { memoryEngine, type Engine, type Place } from '../../support/engines/memory-engine.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { knownCallers } from '../access/known-callers.ts';
import { send, start, type Reply, type Sent, type Settings, type Started } from '../running-server.ts';

/** The catalog with which the servers of these tests begin, by a number that is part of its version. */
export function handbook(version: number): Catalog {
  return { ...handbookCatalog, version: String(version) };
}

/** Imports in this thread, into the place of an engine. */
export function importerAt(place: Place): CatalogImporter {
  return {
    import: async (upload, onStage, signal) => {
      const open = () => place.open(() => Promise.resolve(graphOfCatalog(handbookCatalog)));
      try {
        return await importUpload(upload, open, onStage, () => !signal.aborted);
      } catch (error) {
        throw error instanceof NothingWritten ? signal.reason : error;
      }
    },
  };
}

export interface ImportingServer extends Started {
  /** The lines of the audit log so far. */
  readonly audit: readonly Readonly<Record<string, unknown>>[];
  /** The folder in which catalogs are received. */
  readonly folder: string;
  readonly put: (catalog: unknown, sent?: Sent) => Promise<Reply>;
}

interface ImportingSettings extends Omit<Settings, 'imports' | 'schema'> {
  readonly engine?: Engine;
  /** Imports at the place of the engine where not given. */
  readonly importer?: (place: Place) => CatalogImporter;
  readonly auditOutput?: AuditOutput;
  readonly schema?: GraphQLSchema;
  /** Callers have to be known where not given. */
  readonly auth?: 'none';
}

export const importerHeaders = { Authorization: 'Bearer importer-token' };

/** A server into which catalogs can be imported; its current catalog has the sequence 1. */
export async function startImporting(settings: ImportingSettings = {}): Promise<ImportingServer> {
  const { engine = memoryEngine, importer = importerAt, auth, auditOutput, ...others } = settings;
  const place = await engine.emptyPlace();
  onTestFinished(() => place.remove());
  const store = await place.open(() => Promise.resolve(graphOfCatalog(handbookCatalog)));
  const first = await store.current();
  await store.replace(first, graphOfCatalog(handbook(1)), { importedBy: 'somebody' });
  const folder = await temporaryFolder();
  const audit: Readonly<Record<string, unknown>>[] = [];
  const output: AuditOutput = auditOutput ?? {
    append: (line) => {
      const parsed: unknown = JSON.parse(line);
      audit.push({ ...(typeof parsed === 'object' && parsed) });
      return Promise.resolve();
    },
  };
  const server = await start({
    schema,
    ...others,
    store,
    env: { ...others.env, ROLEGRAPH_DATA: folder },
    imports: { importer: importer(place), audit: output },
    ...(auth !== 'none' && { authenticator: knownCallers() }),
  });
  await server.prepared;
  return {
    ...server,
    audit,
    folder,
    put: (catalog, { headers = {}, ...sent } = {}) =>
      send(`${server.url}/catalog`, {
        method: 'PUT',
        body: Buffer.isBuffer(catalog) || typeof catalog === 'string' ? catalog : JSON.stringify(catalog),
        // A cookie has a meaning only without a token.
        headers: { 'Content-Type': 'application/json', ...('Cookie' in headers ? {} : importerHeaders), ...headers },
        ...sent,
      }),
  };
}

/** The sequence of the current catalog, which a new server starts with, too. */
export async function sequenceNow(server: ImportingServer): Promise<number> {
  const { text } = await send(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...importerHeaders },
    body: JSON.stringify({ query: '{ catalog { sequence } }' }),
  });
  const { sequence } = /"sequence":(?<sequence>\d+)/.exec(text)?.groups ?? {};
  return Number(sequence);
}

export function jsonOf({ text }: Reply): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' ? { ...parsed } : {};
}
