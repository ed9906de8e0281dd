import { int } from 'neo4j-driver';
import { z } from 'zod';
import { noRow, writeStatement } from '../driver/statement.ts';
import { writeTimeouts } from '../driver/timeouts.ts';
import type { CatalogScope } from '../pointer.ts';

/** The maximum number of nodes that one transaction deletes, with all their relationships. */
const mostNodes = 2_000n;

const claimed = z.object({ key: z.string() });
const claimUnused = writeStatement('claim-unused-generation', claimed, true);
const abandon = writeStatement('abandon-generation', claimed, true);
const deleteNodes = writeStatement('delete-nodes', z.object({ deleted: z.int() }), true);
const deleteGeneration = writeStatement('delete-generation', noRow, true);

/**
 * Removes every generation that is not current and that nobody has touched for a while: it was replaced, or its import or
 * removal was killed. Several processes may do so at the same time.
 *
 * @param unusedFor in milliseconds.
 */
export async function removeUnusedGenerations(scope: CatalogScope, unusedFor: number): Promise<void> {
  for (;;) {
    const [found] = await scope.executor.run(claimUnused, { catalog: scope.catalog, unusedFor: int(unusedFor) });
    if (found === undefined) return;
    await removeGeneration(scope, found.key);
  }
}

/**
 * Abandons a generation of this process, unless it is current. Waits for a running move of the pointer to it. Its nodes are
 * removed together with unused generations.
 *
 * @param timeouts shorter if nothing depends on it: its nodes are removed as unused later.
 * @returns whether it is abandoned: it is not current and can no longer become current.
 */
export async function abandonGeneration(
  { executor, catalog }: CatalogScope,
  generation: string,
  timeouts = writeTimeouts,
): Promise<boolean> {
  return (await executor.run(abandon, { catalog, generation }, timeouts)).length > 0;
}

/** Removes a generation that has been abandoned or claimed. */
export async function removeGeneration({ executor, catalog }: CatalogScope, generation: string): Promise<void> {
  for (let isRemaining = true; isRemaining;) {
    const [row] = await executor.run(deleteNodes, { catalog, generation, most: mostNodes });
    isRemaining = row !== undefined && row.deleted > 0;
  }
  await executor.run(deleteGeneration, { catalog, generation });
}
