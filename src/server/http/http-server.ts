import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { anybody } from '../../access/caller.ts';
import { quoted } from '../../text/quoted-text.ts';
import { isRefusal, type RequestAccess } from '../access/request-access.ts';
import { returnAddress, signInPage, wantsPage } from '../access/sign-in-page.ts';
import { longestAddress } from '../graphql/limits/body-limit.ts';
import { logFailure } from '../log-failure.ts';
import { clientAddressBehind } from './client-address.ts';
import { limitConnections, type ConnectionLimits } from './connections.ts';
import {
  awaitsContinue,
  jsonAnswer,
  refusalAnswer,
  rightFor,
  send,
  textAnswer,
  type Exchange,
  type Headers,
  type Route,
} from './exchange.ts';
import type { HostCheck } from './hosts.ts';
import { onEachRequest } from './open-answers.ts';
import { probePaths, recordRequest } from './request-record.ts';
import { normalizeTarget } from './request-target.ts';
import { refuseUnreadable } from './unreadable-requests.ts';

/** The largest address and headers together, in bytes: the longest address, and 16 kB of headers. */
const largestHead = longestAddress + 16 * 1024;

export type ConnectionSettings = ConnectionLimits &
  Pick<Config, 'keepAliveTimeout' | 'stallTimeout' | 'requestTimeout' | 'trustProxy'>;

/** What is served. */
export interface Site {
  /** By exact path. */
  readonly routes: ReadonlyMap<string, Route>;
  /** By the beginning of the path, of which the first that fits counts; for paths that no exact route has. */
  readonly families?: ReadonlyMap<string, Route>;
  /** Refuses requests by their host, except to the probes: these use whatever address a machine has. */
  readonly checkHost: HostCheck;
  /** Refuses requests by who sends them, except to routes that answer everybody. */
  readonly access: RequestAccess;
  /** The headers that let a page of an allowed origin read why it is refused. */
  readonly refusalHeaders: (request: IncomingMessage) => Headers;
}

/** A server that looks routes up by path. It records every request, and adds the common headers to every answer. */
export function createHttpServer(site: Site, settings: ConnectionSettings, logger: Logger): Server {
  const { keepAliveTimeout, stallTimeout, requestTimeout, trustProxy } = settings;
  const recordParts = { logger, addressOf: clientAddressBehind(trustProxy) };
  // Node.js would answer a request without a Host header itself, without our headers and without a line in the log.
  const server = createServer({
    maxHeaderSize: largestHead,
    requestTimeout,
    headersTimeout: requestTimeout,
    keepAliveTimeout,
    requireHostHeader: false,
  });
  const noteBegun = refuseUnreadable(server, { largestHead, requestTimeout }, logger);
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    normalizeTarget(request);
    const exchange = { request, response, record: recordRequest(request, response, recordParts), caller: anybody };
    noteBegun(exchange);
    void answer(site, exchange, logger);
  };
  // Those with Expect, too: Node.js would ask for every body before anything is checked, and refuse other expectations
  // without a line in the log.
  onEachRequest(server, onRequest);
  // Ends a connection on which no byte was read or written for this long; large bodies have a timer of their own
  // (send-body.ts).
  server.timeout = stallTimeout;
  limitConnections(server, settings, logger);
  return server;
}

async function answer(
  { routes, families = new Map(), checkHost, access, refusalHeaders }: Site,
  exchange: Exchange,
  logger: Logger,
): Promise<void> {
  const { request, response, record } = exchange;
  const hostRefusal = probePaths.has(record.path) ? undefined : checkHost(request);
  const route = routes.get(record.path) ?? [...families].find(([beginning]) => record.path.startsWith(beginning))?.[1];
  try {
    if (request.httpVersion === '1.1' && request.headers.host === undefined) {
      const message = 'The request has no Host header, which HTTP/1.1 requires.';
      send(exchange, refusalAnswer(record, 400, message, { Connection: 'close' }));
    } else if (hostRefusal !== undefined) {
      const { status, message } = hostRefusal;
      send(exchange, refusalAnswer(record, status, message, { 'Cache-Control': 'no-store' }));
    } else if (hasUnknownExpectation(request)) {
      const message = `The request expects ${quoted(request.headers.expect ?? '')}. Leave Expect out, or send 100-continue.`;
      send(exchange, textAnswer(417, message));
    } else if (record.method === 'OPTIONS' && record.path === '*') {
      // A question about the whole server (RFC 9110, 9.3.7).
      send(exchange, { status: 204, headers: { Allow: 'GET, HEAD, POST, OPTIONS' } });
    } else if (access.isOn && !(await isAdmitted(access, exchange, route, refusalHeaders))) {
      // It has been refused.
    } else if (route === undefined) {
      const paths = [...routes.keys()].filter((path) => !path.slice(1).includes('/'));
      send(exchange, textAnswer(404, `Not found. Available paths: ${paths.join(', ')}.`));
    } else if (!route.methods.includes(record.method)) {
      sendOtherMethod(exchange, [...new Set([...route.methods, 'OPTIONS'])].join(', '));
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

/**
 * Finds out who sends a request, and refuses it unless they may. Browsers ask by OPTIONS, without a token, whether they may
 * send one. Where nothing is served, too, only those who may read get to know it.
 *
 * @returns whether the request may be answered.
 */
async function isAdmitted(
  access: RequestAccess,
  exchange: Exchange,
  route: Route | undefined,
  refusalHeaders: Site['refusalHeaders'],
): Promise<boolean> {
  const { request, record } = exchange;
  const right = rightFor(route, record.method);
  if (right === 'none' || record.method === 'OPTIONS') return true;
  const checked = access.callerOf(request);
  const caller = checked instanceof Promise ? await checked : checked;
  const refusal = isRefusal(caller) ? caller : access.refusalOf(caller, right);
  if (!isRefusal(caller)) {
    exchange.caller = caller;
    record.caller = caller.name ?? undefined;
  }
  if (refusal === undefined) return true;
  const { status, code, message, headers } = refusal;
  if (status === 403) route?.forbidden?.(exchange);
  const all = { 'Cache-Control': 'no-store', ...refusalHeaders(request), ...headers };
  if (status === 401 && wantsPage(exchange)) {
    const problem = request.headers.cookie?.includes('rolegraph_token=') === true ? message : undefined;
    const page = signInPage(401, record.path, {
      to: returnAddress(exchange),
      ...(problem !== undefined && { problem }),
    });
    send(exchange, { ...page, headers: { ...all, ...page.headers } });
  } else {
    send(exchange, refusalAnswer(record, status, message, all, code));
  }
  return false;
}

/** Answers OPTIONS at a route that does not answer it itself, and refuses other methods. */
function sendOtherMethod(exchange: Exchange, allowed: string): void {
  const { method, path } = exchange.record;
  const message = `${path} accepts ${allowed}; the request method was ${method}.`;
  const headers = { Allow: allowed };
  send(
    exchange,
    method === 'OPTIONS' ? { status: 204, headers } : refusalAnswer(exchange.record, 405, message, headers),
  );
}

/** HTTP/1.0 has no Expect. */
function hasUnknownExpectation(request: IncomingMessage): boolean {
  return request.httpVersion === '1.1' && request.headers.expect !== undefined && !awaitsContinue(request);
}
