import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Exchange, Route } from './exchange.ts';
import { largestRequest } from '../graphql/limits/body-limit.ts';
import { recordRequest } from './request-record.ts';
import { graphqlErrorAnswer, jsonAnswer, send, textAnswer } from './respond.ts';

/** The largest address and headers together, in bytes: the longest address, and 16 kB of headers. */
const largestHead = largestRequest + 16 * 1024;

/** Time limit for a client to send a whole request, in milliseconds. */
const requestTimeout = 30_000;

/** A server that looks routes up by exact path. It records every request, and adds the common headers to every answer. */
export function createHttpServer(routes: ReadonlyMap<string, Route>, logger: Logger): Server {
  const server = createServer({ maxHeaderSize: largestHead, requestTimeout }, (request, response) => {
    const record = recordRequest(request, response, logger);
    void answer(routes, { request, response, record }, logger);
  });
  server.on('clientError', refuse);
  return server;
}

async function answer(routes: ReadonlyMap<string, Route>, exchange: Exchange, logger: Logger): Promise<void> {
  const { response, record } = exchange;
  const route = routes.get(record.path);
  try {
    if (route === undefined) notFound(exchange);
    else if (!route.methods.includes(record.method)) methodNotAllowed(exchange, route.methods);
    else await route.answer(exchange);
  } catch (error) {
    logger.error({ err: error, requestId: record.id }, 'A request failed on the server');
    if (response.headersSent) response.destroy();
    else
      send(
        exchange,
        jsonAnswer(500, {
          error: `The server failed to answer. Its log has the details under the request id ${record.id}.`,
        }),
      );
  }
}

function notFound(exchange: Exchange): void {
  send(exchange, textAnswer(404, 'Not found. Available paths: /, /graphql, /schema.graphql, /health, /ready.'));
}

function methodNotAllowed(exchange: Exchange, methods: readonly string[]): void {
  const { method, path } = exchange.record;
  const allow = { Allow: methods.join(', ') };
  const message = `${path} accepts ${methods.join(', ')}; the request method was ${method}.`;
  send(
    exchange,
    path === '/graphql' ? graphqlErrorAnswer(405, 'BAD_REQUEST', message, allow) : textAnswer(405, message, allow),
  );
}

/** Answers what is not valid HTTP, or too large to be read. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [status, message] = refusals[error.code ?? ''] ?? ['400 Bad Request', 'The request is not valid HTTP.'];
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${message}\n`);
}

const refusals: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    `The address and headers of the request are larger than ${largestHead / 1024} kB, the limit for one request. Send the query as a POST.`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    `The request was not received within ${requestTimeout / 1_000} seconds, the time limit. Send it again.`,
  ],
};
