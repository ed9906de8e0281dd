import { schema } from '../../../schema/schema.ts';
import { readConfig } from '../../../src/config/config.ts';
import { workerImporter } from '../../../src/import/worker-importer.ts';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import { createLogger } from '../../../src/server/logger.ts';
import { startServer } from '../../../src/server/start-server.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { knownCallers } from '../access/known-callers.ts';

/**
 * A server in a process of its own, which a test kills. Its settings come from the environment; it writes its address, and its log to
 * nowhere.
 */
const config = { ...readConfig(process.env), port: 0 };
const scheduler = new Scheduler();
const server = await startServer({
  config,
  store: await openStore(config, 'SERVER', undefined, scheduler.runInBackground),
  schema,
  scheduler,
  logger: await createLogger(config, { write: () => undefined }),
  authenticator: knownCallers(),
  imports: { importer: workerImporter(config), audit: { append: () => Promise.resolve() } },
});
await server.prepared;
process.stdout.write(`${server.url}\n`);
