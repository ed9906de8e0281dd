import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** What the log says about a request. */
export interface RequestRecord {
  /** Identifies the request in answers and in the log. */
  readonly id: string;
  readonly method: string;
  /** The path of the address, without its query. */
  readonly path: string;
  /** The GraphQL operation's name, once known. */
  operation: string | undefined;
  /** The address of the client, behind the proxies that are trusted. */
  readonly client: string;
  /** Who sent the request, by the name of a token; undefined if nobody proved it. */
  caller: string | undefined;
  /** What the query cost; 0 if none was executed. */
  cost: number;
  /** The size of the answer's body as it is sent, in bytes; 0 until then. */
  bytes: number;
}

export interface RecordParts {
  readonly logger: Logger;
  /** The address of the client that sent a request. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/** Longest path and longest user agent in the log, in characters. */
const longestText = 200;

/** Probes come every few seconds. Their requests are logged at debug level, as they would bury the rest of the log. */
export const probePaths: ReadonlySet<string> = new Set(['/health', '/ready']);

/**
 * Starts the record of a request, with the id in its X-Request-Id header or a new one. Logs one line when the answer has
 * been sent or the client has disconnected. Queries and variables are never logged.
 */
export function recordRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { logger, addressOf }: RecordParts,
): RequestRecord {
  const startedAt = performance.now();
  const record: RequestRecord = {
    id: idOf(request),
    method: request.method ?? '',
    path: pathOf(request.url ?? ''),
    operation: undefined,
    // Not known any more when the client has disconnected.
    client: addressOf(request),
    caller: undefined,
    cost: 0,
    bytes: 0,
  };
  const userAgent = request.headers['user-agent']?.slice(0, longestText);
  response.once('close', () => {
    const { id, method, operation, client, caller, cost, bytes } = record;
    const path = record.path.slice(0, longestText);
    const status = response.statusCode;
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const isComplete = response.writableFinished;
    const level = probePaths.has(path) ? 'debug' : 'info';
    logger[level](
      {
        method,
        path,
        status,
        ms,
        requestId: id,
        operation,
        client,
        ...(caller !== undefined && { caller }),
        userAgent,
        bytes,
        ...(cost > 0 && { cost }),
        ...(!isComplete && { aborted: true }),
      },
      `${method} ${path} ${status}${isComplete ? '' : ', cut off'}`,
    );
  });
  return record;
}

function pathOf(address: string): string {
  const end = address.indexOf('?');
  return end === -1 ? address : address.slice(0, end);
}

/** A given id is repeated in headers and logs, so only short and plain ones are accepted. */
function idOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}
