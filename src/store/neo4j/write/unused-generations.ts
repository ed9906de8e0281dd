import { int } from 'neo4j-driver';
import { z } from 'zod';
import type { Executor } from '../driver/executor.ts';
import { noRow, writeStatement } from '../driver/statement.ts';
import { writeTimeouts } from '../driver/timeouts.ts';

/** The most nodes that one transaction deletes, with all their relationships. */
const batchSize = 2_000n;

const claimed = z.object({ key: z.string() });
const claimUnused = writeStatement('claim-unused-generation', claimed, true);
const abandon = writeStatement('abandon-generation', claimed, true);
const deleteNodes = writeStatement('delete-nodes', z.object({ deleted: z.int() }), true);
const deleteGeneration = writeStatement('delete-generation', noRow, true);

/**
 * Removes every generation that is not current and that nobody has touched for a while: it was replaced, or its import or
 * removal was killed. Several processes may do so at once.
 *
 * @param unusedFor in milliseconds.
 */
export async function removeUnusedGenerations(executor: Executor, catalog: string, unusedFor: number): Promise<void> {
  for (;;) {
    const [found] = await executor.run(claimUnused, { catalog, unusedFor: int(unusedFor) });
    if (found === undefined) return;
    await removeGeneration(executor, catalog, found.key);
  }
}

/**
 * Gives up a generation of our own, unless it is current; a move of the pointer to it that is still under way ends before.
 * What is left of it is removed with the unused ones.
 *
 * @param timeouts shorter where nothing depends on it: what is left is removed as unused later.
 * @returns whether it is given up: it is not current and cannot become so any more.
 */
export async function abandonGeneration(
  executor: Executor,
  catalog: string,
  generation: string,
  timeouts = writeTimeouts,
): Promise<boolean> {
  return (await executor.run(abandon, { catalog, generation }, timeouts)).length > 0;
}

/** Removes what has been given up or claimed. */
export async function removeGeneration(executor: Executor, catalog: string, generation: string): Promise<void> {
  for (let left = true; left;) {
    const [row] = await executor.run(deleteNodes, { catalog, generation, most: batchSize });
    left = row !== undefined && row.deleted > 0;
  }
  await executor.run(deleteGeneration, { catalog, generation });
}
