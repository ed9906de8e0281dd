import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { largestRequest } from '../graphql/limits/body-limit.ts';
import { logFailure } from '../log-failure.ts';
import { jsonAnswer, refusalAnswer, send, textAnswer, type Exchange, type Route } from './exchange.ts';
import { recordRequest } from './request-record.ts';
import { refuseUnreadable } from './unreadable-requests.ts';

/** The largest address and headers together, in bytes: the longest address, and 16 kB of headers. */
const largestHead = largestRequest + 16 * 1024;

/** Time limit for a client to send a whole request, in milliseconds. */
const requestTimeout = 30_000;

/** A server that looks routes up by exact path. It records every request, and adds the common headers to every answer. */
export function createHttpServer(routes: ReadonlyMap<string, Route>, logger: Logger): Server {
  // Node.js would answer a request without a Host header itself, without our headers and without a line in the log.
  const server = createServer({ maxHeaderSize: largestHead, requestTimeout, requireHostHeader: false });
  const noteBegun = refuseUnreadable(server, { largestHead, requestTimeout }, logger);
  server.on('request', (request, response) => {
    const exchange = { request, response, record: recordRequest(request, response, logger) };
    noteBegun(exchange);
    void answer(routes, exchange, logger);
  });
  return server;
}

async function answer(routes: ReadonlyMap<string, Route>, exchange: Exchange, logger: Logger): Promise<void> {
  const { request, response, record } = exchange;
  const route = routes.get(record.path);
  try {
    if (request.httpVersion === '1.1' && request.headers.host === undefined) {
      const message = 'The request has no Host header, which HTTP/1.1 requires.';
      send(exchange, refusalAnswer(record.path, 400, message, { Connection: 'close' }));
    } else if (route === undefined) {
      send(exchange, textAnswer(404, 'Not found. Available paths: /, /graphql, /schema.graphql, /health, /ready.'));
    } else if (!route.methods.includes(record.method)) {
      const allowed = route.methods.join(', ');
      const message = `${record.path} accepts ${allowed}; the request method was ${record.method}.`;
      send(exchange, refusalAnswer(record.path, 405, message, { Allow: allowed }));
    } else {
      await route.answer(exchange);
    }
  } catch (error) {
    logFailure(logger, error, { requestId: record.id }, 'A request failed on the server');
    const message = `The server failed to answer. Its log has the details under the request id ${record.id}.`;
    if (response.headersSent) response.destroy();
    else send(exchange, jsonAnswer(500, { error: message }));
  }
}
