import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** What is memoize of a request until it has been logged. */
export interface RequestRecord {
  /** Names the request in answers and in the log. */
  readonly id: string;
  readonly method: string;
  /** Of the address, without its query. */
  readonly path: string;
  /** The GraphQL operation's name, once known. */
  operation: string | undefined;
}

/** In the log. */
const longestPath = 200;

/** Probes come every few seconds; their successes would bury the rest of the log. */
const probePaths = new Set(['/health', '/ready']);

/**
 * Starts the record of a request: takes the id that it brings, or makes one; logs one line when the answer has been sent
 * or the client has gone. Neither queries nor variables are logged.
 */
export function recordRequest(request: IncomingMessage, response: ServerResponse, logger: Logger): RequestRecord {
  const startedAt = performance.now();
  const record: RequestRecord = {
    id: idOf(request),
    method: request.method ?? '',
    path: pathOf(request.url ?? ''),
    operation: undefined,
  };
  response.once('close', () => {
    const { id, method, operation } = record;
    const path = record.path.slice(0, longestPath);
    const status = response.statusCode;
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const isComplete = response.writableFinished;
    const level = probePaths.has(path) ? 'debug' : 'info';
    logger[level](
      { method, path, status, ms, requestId: id, operation, ...(!isComplete && { aborted: true }) },
      `${method} ${path} ${status}${isComplete ? '' : ', cut off'}`,
    );
  });
  return record;
}

function pathOf(address: string): string {
  const end = address.indexOf('?');
  return end === -1 ? address : address.slice(0, end);
}

/** An id from outside is repeated in headers and logs, so it must be short and plain. */
function idOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}
