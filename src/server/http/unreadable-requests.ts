import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { closeConnection } from './close-connection.ts';
import { commonHeaders, refusalAnswer, send, type Exchange } from './exchange.ts';

/** The limits that the parser of Node.js enforces. */
export interface ParserLimits {
  /** The largest address and headers together, in bytes. */
  readonly largestHead: number;
  /** The longest time for a client to send a whole request, in milliseconds. */
  readonly requestTimeout: number;
}

/** An error of the parser. */
interface ParserError extends Error {
  readonly code?: string;
  /** What is wrong with the request, in the words of the parser. */
  readonly reason?: string;
}

type Refusal = readonly [status: number, message: string];

/**
 * Answers what the parser of Node.js cannot read as a request: it is not valid HTTP, too large, or takes too long. Such an
 * answer has the headers and the line in the log that every other answer has.
 *
 * @returns notes an exchange that has begun, so that a refusal is never sent in the middle of another answer.
 */
export function refuseUnreadable(server: Server, limits: ParserLimits, logger: Logger): (exchange: Exchange) => void {
  /** The newest exchange on each connection. */
  const newest = new WeakMap<Duplex, Exchange>();

  server.on('clientError', (error: ParserError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const exchange = newest.get(socket);
    if (exchange?.request.complete === false) {
      // The error is in the body of this request, or the client has disconnected.
      if (error.code === 'HPE_INVALID_EOF_STATE') socket.destroy();
      else refuseBody(exchange, refusalOf(error, limits, true));
      return;
    }
    const refuse = () => {
      if (socket.writable) refuseRequest(socket, error, refusalOf(error, limits, false), logger);
    };
    // Requests may be sent before the previous ones are answered; answers are sent in the order of the requests.
    if (exchange === undefined || exchange.response.closed) refuse();
    else exchange.response.once('close', refuse);
  });

  return (exchange) => {
    newest.set(exchange.request.socket, exchange);
  };
}

/** Refuses a request whose headers were read. It has a record, which logs the refusal. */
function refuseBody(exchange: Exchange, [status, message]: Refusal): void {
  const { request, response, record } = exchange;
  // Two answers to one request would be taken for the answers to two.
  if (response.headersSent) request.socket.destroy();
  else send(exchange, refusalAnswer(record, status, message, { Connection: 'close' }));
}

/** Refuses a request of which nothing is known, not even its path. */
function refuseRequest(socket: Duplex, error: ParserError, [status, message]: Refusal, logger: Logger): void {
  const requestId = randomUUID();
  const body = `${message}\n`;
  const bytes = Buffer.byteLength(body);
  const headers = {
    ...commonHeaders(requestId),
    Date: new Date().toUTCString(),
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': bytes,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const client = socket instanceof Socket ? socket.remoteAddress : undefined;
  logger.info({ status, requestId, client, bytes, code: error.code }, `Refused an unreadable request: ${status}`);
  closeConnection(socket, `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

function refusalOf({ code, reason }: ParserError, limits: ParserLimits, isInBody: boolean): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const seconds = limits.requestTimeout / 1_000;
    const advice = isInBody ? ' If it is large, compress it by gzip, or set ROLEGRAPH_REQUEST_SECONDS higher.' : '';
    return [408, `The request was not received within ${seconds} seconds, the time limit. Send it again.${advice}`];
  }
  if (code !== 'HPE_HEADER_OVERFLOW') return [400, `The request is not valid HTTP${reason ? `: ${reason}` : ''}.`];
  const limit = `${limits.largestHead / 1024} kB, the limit for one request`;
  if (isInBody)
    return [431, `The trailers after the body of the request are larger than ${limit}. Send fewer or none.`];
  const advice =
    'If the address is long, send the query as a POST; otherwise send fewer or smaller headers (cookies are headers, too).';
  return [431, `The address and the headers of the request together are larger than ${limit}. ${advice}`];
}
