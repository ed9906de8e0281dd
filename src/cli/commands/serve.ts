import type { GraphStructure } from '../../graph/graph.ts';
import { readConfig } from '../../config.ts';
import { createLogger } from '../../server/logger.ts';
import { startServer } from '../../server/start-server.ts';
import { stopOnSignals } from '../../server/stop-on-signals.ts';
import { schema } from '../../../schema/schema.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { openStore } from '../open-store.ts';
import { counted, type Terminal } from '../terminal.ts';

/** `rolegraph serve`: starts the server, which runs on after this is done, until a signal stops it. */
export async function serve({ env, stdout }: Terminal): Promise<ExitCode> {
  const config = readConfig(env);
  const [store, logger] = await Promise.all([openStore(config), createLogger(config)]);
  const catalog = await store.structure(await store.current());
  const server = await startServer({ config, store, schema, logger });
  stopOnSignals(server, logger);
  stdout.write(`Serving ${summary(catalog)}\nReady at ${server.url}\n`);
  return exitCodes.done;
}

function summary({ name, version, roles, responsibilities, appearances, pillars }: GraphStructure): string {
  const counts = [
    counted(roles.length, 'role'),
    counted(responsibilities.length, 'responsibility', 'responsibilities'),
    counted(appearances.role.length, 'appearance'),
    counted(pillars.length, 'pillar'),
  ];
  return `${name} ${version}: ${counts.join(', ')}`;
}
