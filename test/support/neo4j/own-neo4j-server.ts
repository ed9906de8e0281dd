import { afterAll, onTestFinished, TestRunner } from 'vitest';
import { startNeo4jServer, type Neo4jServer, type Neo4jServerOptions } from './neo4j-process.ts';

export type { Neo4jServer };

/** What removes the servers that there are. */
const removals = new Set<() => Promise<void>>();

async function removeAll(): Promise<void> {
  await Promise.all([...removals].map((remove) => remove()));
}

// Here, for it is too late for afterAll when a beforeAll runs. What is said first is done last: after all of the file's own.
afterAll(removeAll);

// Vitest was killed. Its worker, which we are in, would go on with the test at hand, and its servers with it.
process.once('disconnect', () => {
  void removeAll().finally(() => process.kill(process.pid, 'SIGKILL'));
});

/**
 * Starts a Neo4j of one's own, in a test or a hook before it: it is gone, with its temporary home, when the test is over,
 * or with the file's last where a beforeAll asked.
 */
export async function ownNeo4jServer(options: Neo4jServerOptions = {}): Promise<Neo4jServer> {
  const starting = startNeo4jServer(options);
  const remove = async () => {
    removals.delete(remove);
    const server = await starting.catch(() => undefined);
    await server?.remove();
  };
  // Before it has started, for a test may be over by then.
  removals.add(remove);
  if (TestRunner.getCurrentTest() !== undefined) onTestFinished(remove);
  return starting;
}
