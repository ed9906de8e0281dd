import { getRoute, send, textAnswer, type Route } from '../http/exchange.ts';

/** Leads to the one address of a page, because its links are relative to that. */
export function pageRedirect(location: string): Route {
  return getRoute((exchange) => {
    send(exchange, textAnswer(308, `The page is at ${location}.`, { Location: location }));
  });
}
