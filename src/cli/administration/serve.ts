import { openAuthenticator } from '../../access/open-authenticator.ts';
import type { CatalogReading } from '../../catalog/read/read-catalog.ts';
import type { GraphStructure } from '../../graph/structure/graph-data.ts';
import { readConfig } from '../../config/config.ts';
import { MemoryBudget } from '../../scheduling/memory-budget.ts';
import { Scheduler } from '../../scheduling/scheduler.ts';
import { workerImporter } from '../../import/worker-importer.ts';
import { auditFile } from '../../server/imports/audit-log.ts';
import { isLoopback } from '../../server/http/hosts.ts';
import { LogOutput } from '../../server/log-output.ts';
import { createLogger } from '../../server/logger.ts';
import type { PreparedStore } from '../../server/prepare-store.ts';
import type { ServedFiles } from '../../server/pages/findings-route.ts';
import { startServer } from '../../server/start-server.ts';
import { stopOnSignals } from '../../server/stop-on-signals.ts';
import type { RoundTrip } from '../../store/neo4j/driver/executor.ts';
import { storeNames } from '../../store/graph-store.ts';
import { schema } from '../../../schema/schema.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { openStore } from '../../store/open-store.ts';
import type { FilesToServe } from '../served-files/files-to-serve.ts';
import { type FileOptions, type ImportJob, importJobOf } from '../served-files/import-job.ts';
import { watchFiles } from '../served-files/watch-files.ts';
import { writeFindings } from '../output/findings-report.ts';
import { counted, inWords } from '../../text/in-words.ts';
import type { Terminal } from '../output/terminal.ts';

export interface ServeOptions extends FileOptions {
  /** Whether pages of localhost may send requests, on any port. */
  readonly dev?: boolean;
}

/**
 * `rolegraph serve`: imports files, if some are given, and starts the server, which runs on after this is done, until a signal stops
 * it.
 */
export async function serve(
  { env, stdout, stderr }: Terminal,
  given: readonly string[],
  options: ServeOptions,
): Promise<ExitCode> {
  const { dev = false, sources, watch = false } = options;
  const config = { ...readConfig(env), allowsLocalOrigins: dev };
  const job = importJobOf(given, options, config);
  if (config.withoutEffect.length > 0) {
    stdout.write(`The embedded graph is used: NEO4J_URI is not set, only ${config.withoutEffect.join(', ')}.\n`);
  }
  const files = job === undefined ? undefined : await importedFiles(job, watch, { stdout, stderr });
  if (job !== undefined && files === undefined) return exitCodes.refused;
  const logOutput = new LogOutput(process.stdout, process.stderr);
  const logger = await createLogger(config, logOutput);
  const authenticator = await openAuthenticator(config.auth, {
    onProblem: (message) => {
      logger.warn(message);
    },
    onReloaded: (message) => {
      logger.info(message);
    },
  });
  const scheduler = new Scheduler({ memory: new MemoryBudget(config.answerMemoryBytes) });
  const logRoundTrip = ({ name, milliseconds }: RoundTrip) => {
    logger.debug({ ms: Math.round(milliseconds * 10) / 10 }, `Asked Neo4j: ${name}`);
  };
  const quoting =
    sources === undefined || files !== undefined
      ? undefined
      : {
          sources,
          onRead: (read: CatalogReading) => {
            writeFindings(read, stderr);
          },
        };
  const store = await openStore(config, 'SERVER', logRoundTrip, scheduler.runInBackground, quoting);
  const server = await startServer({
    config,
    store,
    schema,
    scheduler,
    logger,
    authenticator,
    drainTimeout: config.drainTimeout,
    logProblem: () => logOutput.problem,
    imports: {
      importer: workerImporter(config),
      audit: config.auditLog === undefined ? logOutput : auditFile(config.auditLog),
    },
    ...(files !== undefined && { servedFiles: () => files.current }),
  });
  const watching = new AbortController();
  const close = () => {
    watching.abort();
    return server.close();
  };
  stopOnSignals({ close }, logger);
  let prepared: PreparedStore | undefined;
  try {
    prepared = await server.prepared;
  } catch (error) {
    await close();
    throw error;
  }
  // Undefined if a signal came first. The server is closing then, and the process ends with it.
  if (prepared === undefined) return exitCodes.done;
  const { imported, catalog } = prepared;
  if (quoting !== undefined && imported === undefined && !catalog.isShipped) {
    stdout.write('--sources has no effect on a catalog that was imported. Import it again with --sources.\n');
  }
  if (imported !== undefined) stdout.write('Imported the catalog that ships, as the database had none.\n');
  if (config.auth.kind === 'none' && !isLoopback(config.host)) stdout.write(openToAll(config.host));
  if (files?.watch !== undefined) {
    stdout.write(`${watchText(files.current)} ${server.url}/catalog shows what is wrong, too.\n`);
  }
  stdout.write(
    `Serving ${summary((await catalog.graph()).structure, storeNames[catalog.storeKind])}\nReady at ${server.url}\n`,
  );
  if (files !== undefined) void watchFiles(files, { terminal: { stdout, stderr }, logger, signal: watching.signal });
  return exitCodes.done;
}

async function importedFiles(
  job: ImportJob,
  isWatched: boolean,
  terminal: Pick<Terminal, 'stdout' | 'stderr'>,
): Promise<FilesToServe | undefined> {
  // Loaded on demand: a server without files needs nothing of what reads and converts them.
  const { firstImport } = await import('../served-files/files-to-serve.ts');
  return firstImport(job, isWatched, terminal);
}

/** What somebody who makes a server reachable for others should know. */
function openToAll(host: string): string {
  return (
    `Everybody who can reach ${host} can read this catalog, because AUTH is none. Nobody can import over HTTP. Set AUTH to ` +
    'tokens or jwt to decide who reads and who imports; docs/access.md explains how.\n'
  );
}

function watchText({ locations, state }: ServedFiles): string {
  const names = inWords(locations);
  if (state === 'SERVED') return `Watching ${names}: each save is imported.`;
  return `Watching ${names}: imported as soon as a save has no errors. Until then, this server has what was imported before, or the catalog that ships.`;
}

function summary(
  { name, version, roles, responsibilities, appearances, pillars }: GraphStructure,
  storeName: string,
): string {
  const counts = [
    counted(roles.length, 'role'),
    counted(responsibilities.length, 'responsibility', 'responsibilities'),
    counted(appearances.role.length, 'appearance'),
    counted(pillars.length, 'pillar'),
  ];
  return `${name} ${version} from ${storeName}: ${counts.join(', ')}`;
}
