import type { Logger } from 'pino';
import type { Generations } from '../store/generations.ts';
import { StoreError } from '../store/store-error.ts';
import type { Route } from './exchange.ts';
import { jsonAnswer, send } from './respond.ts';

const methods = ['GET', 'HEAD'];
const uncached = { 'Cache-Control': 'no-store' };

/** Whether the process runs at all. */
export const healthRoute: Route = {
  methods,
  answer: (exchange) => {
    send(exchange, jsonAnswer(200, { status: 'alive' }, uncached));
  },
};

/**
 * Whether requests can be answered: the store is prepared, so that an import now would not meet that of the catalog that
 * ships, and it gives a catalog. Probes come every few seconds, so the log tells only when
 * the answer becomes another one.
 */
export function readyRoute(generations: Generations, isPrepared: () => boolean, logger: Logger): Route {
  let logged: string | undefined;
  return {
    methods,
    answer: async (exchange) => {
      try {
        await generations.current();
        if (!isPrepared()) throw new StoreError('UNAVAILABLE', 'The catalog is being prepared. Try again in a moment.');
        if (logged !== undefined) logger.info('Ready again');
        logged = undefined;
        send(exchange, jsonAnswer(200, { status: 'ready' }, uncached));
      } catch (error) {
        const reason = String(error);
        if (reason !== logged) logger.error({ err: error, requestId: exchange.record.id }, 'Not ready');
        logged = reason;
        send(exchange, jsonAnswer(503, { status: 'unavailable', reason: storeFailure(error) }, uncached));
      }
    },
  };
}

/** Why the store does not answer, as far as strangers may know. */
export function storeFailure(error: unknown): string {
  return error instanceof StoreError ? error.message : "The store failed; the server's log tells more.";
}
