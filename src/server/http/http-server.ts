import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { quoted } from '../../text/quoted-text.ts';
import { longestAddress } from '../graphql/limits/body-limit.ts';
import {
  awaitsContinue,
  graphqlErrorAnswer,
  jsonAnswer,
  send,
  textAnswer,
  type Answer,
  type Exchange,
  type Headers,
  type Route,
} from './exchange.ts';
import type { HostCheck } from './hosts.ts';
import { normalizeTarget } from './request-target.ts';
import { probePaths, recordRequest, type RequestRecord } from './request-record.ts';

/** The largest address and headers together, in bytes: the longest address, and 16 kB of headers. */
const largestHead = longestAddress + 16 * 1024;

/** Time limit for a client to send a whole request, in milliseconds. */
const requestTimeout = 30_000;

/** What is served. */
export interface Site {
  /** By exact path. */
  readonly routes: ReadonlyMap<string, Route>;
  /** Refuses requests by their host, except to the probes: these use whatever address a machine has. */
  readonly checkHost: HostCheck;
}

/** A server that looks routes up by exact path. It records every request, and adds the common headers to every answer. */
export function createHttpServer(site: Site, logger: Logger): Server {
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    normalizeTarget(request);
    const record = recordRequest(request, response, logger);
    void answer(site, { request, response, record }, logger);
  };
  const server = createServer({ maxHeaderSize: largestHead, requestTimeout }, onRequest);
  // Requests with Expect. Node.js would ask for every body before anything is checked, and refuse other expectations
  // without a line in the log.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  server.on('clientError', refuse);
  return server;
}

async function answer({ routes, checkHost }: Site, exchange: Exchange, logger: Logger): Promise<void> {
  const { request, response, record } = exchange;
  const hostRefusal = probePaths.has(record.path) ? undefined : checkHost(request);
  const route = routes.get(record.path);
  try {
    if (hostRefusal !== undefined) {
      send(exchange, refusal(record.path, hostRefusal.status, hostRefusal.message, { 'Cache-Control': 'no-store' }));
    } else if (hasUnknownExpectation(request)) {
      send(
        exchange,
        textAnswer(
          417,
          `The request expects ${quoted(request.headers.expect ?? '')}. Leave Expect out, or send 100-continue.`,
        ),
      );
    } else if (record.method === 'OPTIONS' && record.path === '*') {
      // A question about the whole server (RFC 9110, 9.3.7).
      send(exchange, { status: 204, headers: { Allow: 'GET, HEAD, POST, OPTIONS' } });
    } else if (route === undefined) {
      const paths = [...routes.keys()].filter((path) => !path.slice(1).includes('/'));
      send(exchange, textAnswer(404, `Not found. Available paths: ${paths.join(', ')}.`));
    } else if (!route.methods.includes(record.method)) {
      send(exchange, otherMethod(record, [...new Set([...route.methods, 'OPTIONS'])].join(', ')));
    } else {
      await route.answer(exchange);
    }
  } catch (error) {
    logger.error({ err: error, requestId: record.id }, 'A request failed on the server');
    const message = `The server failed to answer. Its log has the details under the request id ${record.id}.`;
    if (response.headersSent) response.destroy();
    else send(exchange, jsonAnswer(500, { error: message }));
  }
}

/** Answers OPTIONS at a route that does not answer it itself, and refuses the others. */
function otherMethod({ method, path }: RequestRecord, allowed: string): Answer {
  if (method === 'OPTIONS') return { status: 204, headers: { Allow: allowed } };
  const message = `${path} accepts ${allowed}; the request method was ${method}.`;
  return refusal(path, 405, message, { Allow: allowed });
}

/** Refuses a request to a path, in the error format that its clients expect. */
function refusal(path: string, status: number, message: string, headers: Headers): Answer {
  return (/^\/graphql\/?$/.test(path) ? graphqlErrorAnswer : textAnswer)(status, message, headers);
}

/** HTTP/1.0 has no Expect. */
function hasUnknownExpectation(request: IncomingMessage): boolean {
  return request.httpVersion === '1.1' && request.headers.expect !== undefined && !awaitsContinue(request);
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
