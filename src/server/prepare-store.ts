import type { Logger } from 'pino';
import type { Generations } from '../store/generations.ts';
import type { Generation, GraphStore } from '../store/graph-store.ts';
import type { OpenGeneration } from '../store/open-generation.ts';
import { StoreError, type StoreErrorCode } from '../store/store-error.ts';
import { storeNames } from '../store/store-names.ts';

/** A store that is ready to be asked. */
export interface PreparedStore {
  readonly open: OpenGeneration;
  /** The generation of the catalog that ships, where the store had none and it has just been imported. */
  readonly imported: Generation | undefined;
}

export interface Preparation {
  readonly store: GraphStore;
  readonly generations: Generations;
  readonly logger: Logger;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/** Seconds to wait after each failure; after more of them, the last. */
const pauses = [1, 2, 4, 5];

/** Failures that pass: of a database that is not up yet, and of others who import at the same moment. */
const passing: ReadonlySet<StoreErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'CONFLICT', 'EXPIRED']);

/**
 * Prepares a store and opens its catalog, trying again for as long as the store does not answer; a line in the log tells
 * of each try that failed.
 *
 * @returns undefined where the signal came first.
 * @throws StoreError where waiting does not help, e.g. UNAUTHORIZED or DAMAGED.
 */
export async function prepareStore(preparation: Preparation): Promise<PreparedStore | undefined> {
  const { store, generations, logger, signal } = preparation;
  const isOver = () => signal.aborted;
  let imported: Generation | undefined;
  for (let failures = 0; !isOver(); failures += 1) {
    try {
      imported = (await store.prepare()) ?? imported;
      return { imported, open: await generations.current() };
    } catch (error) {
      // What is closed fails, and nobody waits for it any more.
      if (isOver()) break;
      if (!(error instanceof StoreError && passing.has(error.code))) throw error;
      const seconds = pauses[Math.min(failures, pauses.length - 1)] ?? 1;
      logger.warn(
        { code: error.code },
        `${sentence(storeNames[store.kind])} ${isSilent(error) ? 'does not answer' : 'is not ready'} yet; trying again in ${seconds} s: ${reasonOf(error)}`,
      );
      await pause(seconds * 1_000, signal);
    }
  }
  return undefined;
}

/** Whether nothing was answered; else what was answered passes. */
function isSilent({ code }: StoreError): boolean {
  return code === 'UNAVAILABLE' || code === 'TIMEOUT';
}

/** What failed, on one line and without a stack: while a database starts, this comes every few seconds. */
function reasonOf({ message, cause }: StoreError): string {
  return (cause instanceof Error && cause.message !== '' ? cause.message : message).replaceAll(/\s+/g, ' ');
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
