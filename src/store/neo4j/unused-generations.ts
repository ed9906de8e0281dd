import { z } from 'zod';
import type { Executor } from './executor.ts';
import { noRow, writeStatement } from './statement.ts';

/** The most nodes that one transaction deletes, with all their relationships. */
const batchSize = 2_000n;

const claimed = z.object({ key: z.string() });
const claimUnused = writeStatement('claim-unused-generation', claimed);
const abandon = writeStatement('abandon-generation', claimed);
const deleteNodes = writeStatement('delete-nodes', z.object({ deleted: z.int() }));
const deleteGeneration = writeStatement('delete-generation', noRow);

/**
 * Removes every generation that is not current and that nobody has touched for a while: it was replaced, or its import or
 * removal was killed. Several processes may do so at once.
 *
 * @param unusedFor in milliseconds.
 */
export async function removeUnusedGenerations(executor: Executor, catalog: string, unusedFor: number): Promise<void> {
  for (;;) {
    const [found] = await executor.run(claimUnused, { catalog, unusedFor: BigInt(unusedFor) });
    if (found === undefined) return;
    await remove(executor, catalog, found.key);
  }
}

/** Removes a generation of our own that was not made current. */
export async function abandonGeneration(executor: Executor, catalog: string, generation: string): Promise<void> {
  const [ours] = await executor.run(abandon, { catalog, generation });
  if (ours !== undefined) await remove(executor, catalog, ours.key);
}

async function remove(executor: Executor, catalog: string, generation: string): Promise<void> {
  for (let left = true; left;) {
    const [row] = await executor.run(deleteNodes, { catalog, generation, most: batchSize });
    left = row !== undefined && row.deleted > 0;
  }
  await executor.run(deleteGeneration, { catalog, generation });
}
