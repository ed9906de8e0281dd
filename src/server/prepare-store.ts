import type { Logger } from 'pino';
import type { ServedCatalog } from '../store/served-catalog.ts';
import { storeNames, type GraphStore } from '../store/graph-store.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { StoreError, type StoreErrorCode } from '../store/store-error.ts';
import { causeOf } from './log-failure.ts';

/** A store that is ready to answer. */
export interface PreparedStore {
  readonly catalog: StoredCatalog;
  /** The generation of the catalog that ships, if the store was empty and it has just been imported. */
  readonly imported: StoredCatalog | undefined;
}

export interface Preparation {
  readonly store: GraphStore;
  readonly served: ServedCatalog;
  readonly logger: Logger;
  /** Aborts the retries. */
  readonly signal: AbortSignal;
}

/** Seconds to wait after the first, second, … failure; the last value repeats. */
const pauses = [1, 2, 4, 5];

/**
 * Temporary failures: the database is still starting, another process is importing at the same moment, or there is nothing to
 * serve until somebody imports or restores a catalog.
 */
const temporary: ReadonlySet<StoreErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'MISSING', 'CONFLICT', 'EXPIRED']);

/**
 * Prepares a store and opens its catalog. Retries for as long as the store does not answer, and logs each failed attempt.
 *
 * @returns undefined if the signal aborts it first.
 * @throws StoreError for failures that retrying cannot fix, e.g. UNAUTHORIZED or DAMAGED.
 */
export async function prepareStore(preparation: Preparation): Promise<PreparedStore | undefined> {
  const { store, served, logger, signal } = preparation;
  const isOver = () => signal.aborted;
  let imported: StoredCatalog | undefined;
  for (let failures = 0; !isOver(); failures++) {
    try {
      imported = (await store.prepare()) ?? imported;
      return { imported, catalog: await served.opened() };
    } catch (error) {
      // The store may have been closed meanwhile; nobody waits for the result.
      if (isOver()) break;
      if (!(error instanceof StoreError && temporary.has(error.code))) throw error;
      const seconds = pauses[Math.min(failures, pauses.length - 1)] ?? 1;
      logger.warn(
        { code: error.code },
        `${sentence(storeNames[store.kind])} ${isUnanswered(error) ? 'does not answer' : 'is not ready'} yet; retrying in ${seconds} s: ${causeOf(error) ?? error.message}`,
      );
      logger.debug({ err: error }, 'The store is not ready: the stack');
      await pause(seconds * 1_000, signal);
    }
  }
  return undefined;
}

/** Whether the store did not answer at all; otherwise it answered with a temporary failure. */
function isUnanswered({ code }: StoreError): boolean {
  return code === 'UNAVAILABLE' || code === 'TIMEOUT';
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
