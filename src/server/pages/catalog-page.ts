import type { Logger } from 'pino';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { getRoute, send, type Headers, type Route } from '../http/exchange.ts';
import { logFailure } from '../log-failure.ts';
import { storeFailure } from '../probes.ts';
import { htmlText } from './html.ts';

interface CatalogPage {
  readonly headers: Headers;
  /** What the page shows of the current catalog, as HTML. */
  readonly show: (graph: CatalogGraph, stored: StoredCatalog) => string;
  /** The heading where the catalog cannot be read, as HTML; none if it is not given. */
  readonly failureHeading?: string;
  /** The whole page with what it shows. */
  readonly page: (shown: string) => string;
}

/** A page about the current catalog. If that cannot be read, the page says why, with status 503. */
export function catalogPageRoute(
  served: ServedCatalog,
  logger: Logger,
  { headers, show, failureHeading = '', page }: CatalogPage,
): Route {
  return getRoute(async (exchange) => {
    let status = 200;
    let shown: string;
    try {
      const stored = await served.current();
      shown = show(await stored.graph(), stored);
    } catch (error) {
      logFailure(logger, error, { requestId: exchange.record.id }, 'The catalog cannot be shown');
      status = 503;
      shown = `${failureHeading}<p>${htmlText(storeFailure(error))}</p>`;
    }
    send(exchange, { status, headers, body: page(shown) });
  });
}
