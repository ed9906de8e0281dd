import type { Logger } from 'pino';
import type { ServedCatalog } from '../store/served-catalog.ts';
import { StoreError } from '../store/store-error.ts';
import { logFailure } from './log-failure.ts';
import { getRoute, jsonAnswer, send, type Route } from './http/exchange.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** Answers as long as the process runs. */
export const healthRoute: Route = {
  ...getRoute((exchange) => {
    send(exchange, jsonAnswer(200, { status: 'alive' }, uncached));
  }),
  right: 'none',
};

/**
 * Answers 200 when requests can be answered: the store returns a catalog and is prepared, which means that an import from
 * now on cannot collide with the one of the catalog that ships. Probes come every few seconds, so only changes are logged.
 *
 * @param logProblem why the log cannot be written; that does not make the server unready.
 */
export function readyRoute(
  served: ServedCatalog,
  isPrepared: () => boolean,
  logger: Logger,
  logProblem: () => string | undefined,
): Route {
  let logged: string | undefined;
  const detail = () => {
    const problem = logProblem();
    return problem === undefined ? {} : { detail: problem };
  };
  const route = getRoute(async (exchange) => {
    try {
      await served.current();
      if (!isPrepared()) throw new StoreError('UNAVAILABLE', 'The catalog is being prepared. Try again in a moment.');
      if (logged !== undefined) logger.info('Ready again');
      logged = undefined;
      send(exchange, jsonAnswer(200, { status: 'ready', ...detail() }, uncached));
    } catch (error) {
      const reason = String(error);
      if (reason !== logged) logFailure(logger, error, { requestId: exchange.record.id }, 'Not ready');
      logged = reason;
      send(exchange, jsonAnswer(503, { status: 'unavailable', reason: storeFailure(error), ...detail() }, uncached));
    }
  });
  return { ...route, right: 'none' };
}

/** Why the store does not answer, in words that anyone may read. */
export function storeFailure(error: unknown): string {
  return error instanceof StoreError ? error.message : "The store failed; the server's log has the details.";
}
