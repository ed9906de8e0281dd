import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { packageVersion } from '../../config/package-folder.ts';
import { ArgumentError, UnknownNameError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { suggestedNodes } from '../../graph/names/suggested-nodes.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import { StoreError } from '../../store/store-error.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { isPrivate } from '../graphql/answers/answer-key.ts';
import { entityTag, isKnown } from '../graphql/answers/revalidation.ts';
import { addressTooLong, longestAddress } from '../graphql/limits/body-limit.ts';
import type { RateLimit } from '../graphql/limits/rate-limit.ts';
import { encodingFor, type Encoding } from '../http/content-encoding.ts';
import { send, textAnswer, type Answer, type Exchange, type Headers, type Route } from '../http/exchange.ts';
import { corsHeaders, isCorsOn, originRefusal, preflightMaxAge, type OriginRules } from '../http/origins.ts';
import { logFailure } from '../log-failure.ts';
import { storeFailure } from '../probes.ts';
import { FileRefusal } from './file-refusal.ts';
import { publicOrigin } from './public-origin.ts';

/** What every route of files needs of the server. */
export interface FileRouteParts extends OriginRules, Pick<Config, 'trustProxy'> {
  readonly served: ServedCatalog;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** Shared with queries; undefined: no limit. */
  readonly rateLimit: RateLimit | undefined;
}

/** An address, split at its "?". */
export interface SplitUrl {
  readonly path: string;
  readonly query: string;
}

/** The file that an address means in a catalog. */
export interface FileAtAddress {
  /** Whether it is a text, which is compressed for clients that accept that. */
  readonly isText: boolean;
  /** What its bytes depend on, besides the catalog, the address and the encoding, as one line. */
  readonly dependsOn: string;
  /**
   * Makes the file and sends it. Called unless the client has the file already.
   *
   * @throws ArgumentError, StoreError or FileRefusal, before anything is sent.
   */
  readonly send: (exchange: Exchange, sending: FileSending) => Promise<void>;
}

export interface FileSending {
  readonly encoding: Encoding;
  /** See publicOrigin. */
  readonly origin: string;
  /** Those that do not depend on what is in the file. */
  readonly headers: Headers;
}

/** One family of files: what their addresses mean. */
export interface FileFamily {
  /** The headers that pages of other origins may read, besides those that all files have. */
  readonly exposedHeaders: readonly string[];
  /** @throws ArgumentError for an address that means no file. */
  readonly fileAt: (url: SplitUrl, stored: StoredCatalog, graph: CatalogGraph) => FileAtAddress;
}

const methods = ['GET', 'HEAD', 'OPTIONS'];
const allow = methods.join(', ');

/** The headers of every file that pages of other origins may read. */
const exposedHeaders = ['X-Request-Id', 'Content-Disposition', 'ETag', 'Retry-After'];

/** Another version may write files otherwise. */
const version = packageVersion();

/**
 * Files that are made for each request from the current catalog: who may ask, what a client that has the file already gets, and
 * what is said about addresses that mean nothing. Each family says what its addresses mean, and sends the files.
 */
export function addressedFileRoute(parts: FileRouteParts, family: FileFamily): Route {
  const { served, scheduler, logger, rateLimit, trustProxy } = parts;
  const vary = isCorsOn(parts) ? 'Accept-Encoding, Origin' : 'Accept-Encoding';
  const exposed = [...exposedHeaders, ...family.exposedHeaders];

  /** Does something, and adds suggestions to its error about an unknown name. */
  async function suggesting<T>(stored: StoredCatalog, graph: CatalogGraph, act: () => T | Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof UnknownNameError)) throw error;
      const index = await stored.searchIndex().catch(() => undefined);
      throw error.suggesting(await scheduler.createTask().run(suggestedNodes(graph, index, error.given, error.kinds)));
    }
  }

  async function answerFile(exchange: Exchange, headers: Headers): Promise<void> {
    const { request, response, record } = exchange;
    const stored = await served.current();
    const graph = await stored.graph();
    const file = await suggesting(stored, graph, () => family.fileAt(splitUrl(request), stored, graph));
    const encoding = file.isText ? encodingFor(request.headers['accept-encoding']) : 'identity';
    const origin = publicOrigin(request, trustProxy);
    const tag = entityTag(keyOf(stored, `${origin}${request.url ?? ''}`, encoding, file));
    const validated = {
      ...headers,
      ETag: tag,
      'Cache-Control': `${isPrivate(request.headers) ? 'private' : 'public'}, max-age=0, must-revalidate`,
    };
    if (isKnown(tag, request.headers['if-none-match'])) {
      rateLimit?.spend(record.client, 1);
      send(exchange, { status: 304, headers: { ...validated, ...rateLimit?.headers(record.client) } });
      return;
    }
    // The client has disconnected.
    if (response.closed) return;
    response.once('close', () => {
      rateLimit?.spend(record.client, record.cost);
    });
    const all = { ...validated, ...rateLimit?.headers(record.client) };
    await suggesting(stored, graph, () => file.send(exchange, { encoding, origin, headers: all }));
  }

  return {
    methods,
    answer: async (exchange) => {
      const { request, record } = exchange;
      const cors = corsHeaders(request.headers, parts, exposed);
      const headers = { Vary: vary, ...cors };
      const refusal = refusalOf(request, parts) ?? rateRefusalOf(rateLimit, record.client);
      if (refusal !== undefined) {
        send(exchange, refused(refusal, headers));
        return;
      }
      if (record.method === 'OPTIONS') {
        send(exchange, { status: 204, headers: { ...headers, Allow: allow, ...preflightHeaders(cors) } });
        return;
      }
      try {
        await answerFile(exchange, headers);
      } catch (error) {
        const known = knownRefusal(error);
        if (known === undefined) throw error;
        if (known.isFailure) logFailure(logger, error, { requestId: record.id }, 'A file cannot be made');
        send(exchange, refused(known, headers));
      }
    },
  };
}

function splitUrl({ url = '' }: IncomingMessage): SplitUrl {
  const end = url.indexOf('?');
  return end === -1 ? { path: url, query: '' } : { path: url.slice(0, end), query: url.slice(end + 1) };
}

interface Refusal extends Pick<FileRefusal, 'status' | 'message' | 'headers'> {
  /** Whether the server failed, as opposed to the request being wrong. */
  readonly isFailure?: boolean;
}

function refused({ status, message, headers }: Refusal, others: Headers): Answer {
  return textAnswer(status, message, { 'Cache-Control': 'no-store', ...others, ...headers });
}

/** The refusal that an expected error means; undefined for any other. */
function knownRefusal(error: unknown): Refusal | undefined {
  if (error instanceof FileRefusal) return error;
  if (error instanceof ArgumentError) return { status: 400, message: error.message, headers: {} };
  if (error instanceof StoreError) {
    return { status: 503, message: storeFailure(error), headers: { 'Retry-After': '1' }, isFailure: true };
  }
  return undefined;
}

/** The refusal of a request by its address or headers alone. */
function refusalOf({ headers, url = '' }: IncomingMessage, rules: OriginRules): Refusal | undefined {
  if (Buffer.byteLength(url) > longestAddress) {
    return { status: 414, message: addressTooLong(longestAddress), headers: {} };
  }
  const bytes = url.replace(/%([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  if (!isUtf8(Buffer.from(bytes, 'latin1'))) return { status: 400, message: notUtf8, headers: {} };
  const foreign = originRefusal(headers, rules);
  return foreign === undefined ? undefined : { status: 403, message: foreign, headers: {} };
}

const notUtf8 =
  'The address of the request is not valid UTF-8. Encode its characters in UTF-8, each byte as % and two digits.';

function rateRefusalOf(rateLimit: RateLimit | undefined, client: string): Refusal | undefined {
  const refusal = rateLimit?.refusal(client);
  return refusal && { status: 429, ...refusal };
}

/** A preflight of an allowed page. Pages need none to read a file, unless they add headers. */
function preflightHeaders(cors: Headers): Headers {
  if (Object.keys(cors).length === 0) return {};
  return {
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': 'Accept, If-None-Match, X-Request-Id',
    'Access-Control-Max-Age': String(preflightMaxAge),
  };
}

/** What the bytes of a file depend on, as a digest. */
function keyOf(
  { revision, importedAt }: StoredCatalog,
  address: string,
  encoding: Encoding,
  { dependsOn }: FileAtAddress,
): string {
  return hash(
    'sha256',
    [version, revision, importedAt.toISOString(), dependsOn, address, encoding].join('\n'),
    'base64url',
  );
}
