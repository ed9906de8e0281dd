import { z } from 'zod';
import type { CatalogHeader } from '../stored-catalog.ts';
import { graphFormat, isReadableFormat } from '../../graph/structure/graph-data.ts';
import { otherFormat, StoreError } from '../store-error.ts';
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
    sequence: z.int(),
    importedBy: z.string().nullable(),
    changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }).nullable(),
  }),
  requestTimeouts,
);
const move = writeStatement('move-pointer', z.object({ sequence: z.int() }));

/** The catalog of one store: its pointer and the generations that this may name. */
export interface CatalogScope {
  readonly executor: Executor;
  /** The key of the pointer's node. */
  readonly catalog: string;
}

/** The current generation; undefined if nothing was imported. */
export async function pointerOf(
  { executor, catalog }: CatalogScope,
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

/** @throws StoreError DAMAGED if a generation of this format cannot be read. */
export function checkFormat(format: number): void {
  if (isReadableFormat(format)) return;
  const advice =
    format > graphFormat
      ? 'Upgrade this one: everything that uses one database must be of one version.'
      : 'Write it again: run "rolegraph export-catalog --output catalog.json" with the version that wrote it, then ' +
        '"rolegraph import catalog.json" with this one. The import replaces the stored catalog.';
  throw otherFormat('The catalog in Neo4j', format, advice);
}

/**
 * Makes a generation current, and gives it the next sequence.
 *
 * @param replaced the key of the one that must be current before; null for none.
 * @returns the sequence; undefined if the pointer did not move: another one was current, or the new one has been removed
 *   meanwhile.
 */
export async function movePointer(
  { executor, catalog }: CatalogScope,
  replaced: string | null,
  generation: string,
): Promise<number | undefined> {
  const [moved] = await executor.run(move, { catalog, replaced, generation });
  return moved?.sequence;
}

export function lostAtTheEnd(cause: unknown): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    'The connection to Neo4j was lost at the last step of the import, so its outcome is unknown: either the old catalog ' +
      'or the new one is served, completely. Once Neo4j answers, "rolegraph import --dry-run" shows which.',
    { cause },
  );
}
