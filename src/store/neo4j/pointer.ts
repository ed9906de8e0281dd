import { z } from 'zod';
import type { CatalogHeader } from '../stored-catalog.ts';
import { StoreError } from '../store-error.ts';
import type { Executor } from './driver/executor.ts';
import { readStatement, writeStatement } from './driver/statement.ts';
import { requestTimeouts, type Timeouts } from './driver/timeouts.ts';

const readPointer = readStatement(
  'read-pointer',
  z.object({
    key: z.string(),
    revision: z.string(),
    importedAt: z.number().transform((milliseconds) => new Date(milliseconds)),
    format: z.int(),
  }),
  requestTimeouts,
);
const move = writeStatement('move-pointer', z.object({ current: z.string() }));

/**
 * The generation that is current; undefined where nothing was imported.
 *
 * @param catalog the key of the pointer's node.
 */
export async function pointerOf(
  executor: Executor,
  catalog: string,
  timeouts: Timeouts,
): Promise<CatalogHeader | undefined> {
  try {
    const [pointer] = await executor.run(readPointer, { catalog }, timeouts);
    return pointer;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'DAMAGED') throw error;
    throw new StoreError(
      'DAMAGED',
      `The node in Neo4j that names the current catalog, (:Rolegraph {key: '${catalog}'}), has been changed by others. ` +
        'Delete that node, then import the catalog again.',
      { cause: error },
    );
  }
}

/**
 * Makes a generation current.
 *
 * @param replaced the key of the one that must be current before; null for none.
 * @returns whether it was, and whether the new one has not been removed meanwhile.
 */
export async function movePointer(
  executor: Executor,
  catalog: string,
  replaced: string | null,
  generation: string,
): Promise<boolean> {
  return (await executor.run(move, { catalog, replaced, generation })).length > 0;
}

export function lostAtTheEnd(cause: unknown): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    'Neo4j was lost at the last step of the import, so nobody knows yet whether it has taken place; what is served is the ' +
      'old catalog or the new one, whole. Once Neo4j answers, "rolegraph import --dry-run" tells which.',
    { cause },
  );
}
