import { type CatalogChange, readChange } from './catalog-change.ts';
import { serverAddress } from './location.ts';

/** How long the server may take until it says that it will tell, in milliseconds. A proxy that holds events back never lets it. */
const longestOpening = 10_000;

const subscription =
  'subscription Changes($after: Int) ' +
  '{ catalogChanged(after: $after) { sequence revision importedBy added changed removed } }';

/** How listening ended. */
export type HearingEnd =
  /** The connection was lost, or the server ended it. */
  | 'LOST'
  /** It never began: the server or a proxy does not allow it. */
  | 'REFUSED';

/**
 * Hears of imports until the connection ends or a signal is aborted. It needs a connection of its own all the time, of which
 * browsers allow six for all tabs of a server.
 *
 * @param after the number of the last import that is known: a later one is told at once.
 */
export function hearChanges(
  after: number,
  onChange: (change: CatalogChange) => void,
  signal: AbortSignal,
): Promise<HearingEnd> {
  const { promise, resolve } = Promise.withResolvers<HearingEnd>();
  const question = new URLSearchParams({ query: subscription, variables: JSON.stringify({ after }) });
  const source = new EventSource(serverAddress(`graphql?${question.toString()}`));
  let hasBegun = false;
  const end = () => {
    source.close();
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    resolve(hasBegun ? 'LOST' : 'REFUSED');
  };
  const timer = setTimeout(end, longestOpening);
  source.addEventListener('open', () => {
    hasBegun = true;
    clearTimeout(timer);
  });
  source.addEventListener('next', ({ data }: MessageEvent<unknown>) => {
    const change = typeof data === 'string' ? readChange(data) : undefined;
    if (change !== undefined) onChange(change);
  });
  // A browser would connect again by itself, at the same pace for all pages of a server that starts.
  source.addEventListener('error', end);
  source.addEventListener('complete', end);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  return promise;
}
