import { request as httpRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

/** An event of a stream as it was sent: its fields, or the comment. */
export interface SentEvent {
  readonly event?: string;
  readonly data?: string;
  readonly id?: string;
}

/** A client that has sent a subscription and reads what comes. */
export interface Listening {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  /** What was sent so far. */
  readonly text: () => string;
  /** The next event, without comments; undefined when the stream has ended. */
  readonly next: () => Promise<SentEvent | undefined>;
}

export interface Listener {
  readonly url: string;
  readonly query: string;
  readonly variables?: object;
  readonly method?: 'GET' | 'POST';
  readonly headers?: OutgoingHttpHeaders;
}

/** Sends a subscription, and resolves with the head of its answer. Disconnects at the end of the test. */
export async function listening({
  url,
  query,
  variables,
  method = 'POST',
  headers = {},
}: Listener): Promise<Listening> {
  const address = new URL('/graphql', url);
  if (method === 'GET') address.searchParams.set('query', query);
  const request = httpRequest(address, {
    method,
    agent: false,
    headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json', ...headers },
  });
  onTestFinished(() => {
    request.destroy();
  });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.on('response', resolve).on('error', reject);
  request.end(method === 'POST' ? JSON.stringify({ query, variables }) : undefined);
  const response = await promise;
  let text = '';
  let read = 0;
  let hasEnded = false;
  let changed = Promise.withResolvers<undefined>();
  const wake = () => {
    changed.resolve(undefined);
    changed = Promise.withResolvers();
  };
  response.setEncoding('utf8');
  response.on('data', (part: string) => {
    text += part;
    wake();
  });
  for (const event of ['end', 'error', 'close']) {
    response.on(event, () => {
      hasEnded = true;
      wake();
    });
  }
  const next = async (): Promise<SentEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n', read);
      if (end === -1) {
        if (hasEnded) return undefined;
        await changed.promise;
        continue;
      }
      const block = text.slice(read, end);
      read = end + 2;
      if (!block.startsWith(':')) return eventIn(block);
    }
  };
  return { request, response, text: () => text, next };
}

function eventIn(block: string): SentEvent {
  return Object.fromEntries(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
