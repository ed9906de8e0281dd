import { hash } from 'node:crypto';
import { memoize, onceFulfilled } from '../../collections/memoize.ts';
import { encoded, encodingFor, type Encoding } from '../http/content-encoding.ts';
import { getRoute, send, type Headers, type Route } from '../http/exchange.ts';
import { policyHeaders } from './html.ts';

export interface FileRouteOptions {
  /** How long clients keep the file without asking; if not given, they ask each time whether it has changed. */
  readonly cacheControl?: string;
  /** Its Content-Security-Policy and how it is cached, for a page; if not given, it may load nothing. */
  readonly policy?: Headers;
}

/** For a file whose name has a hash of its content. */
export const keptForever: FileRouteOptions = { cacheControl: 'public, max-age=31536000, immutable' };

/**
 * Serves a large file that never changes while the process runs. It is compressed once for each encoding that a client
 * accepts, and a client that already has it gets 304.
 *
 * @param type the Content-Type.
 * @param content called when the file is first requested.
 */
export function fileRoute(
  type: string,
  content: () => string | Buffer | Promise<string | Buffer>,
  { cacheControl, policy = policyHeaders({}) }: FileRouteOptions = {},
): Route {
  const file = onceFulfilled(async () => {
    const body = Buffer.from(await content());
    const tag = hash('sha256', body, 'base64url').slice(0, 22);
    return { tag, bodyAs: memoize((encoding: Encoding) => encoded(body, encoding, 'SMALL')) };
  });
  return getRoute(async (exchange) => {
    const given = exchange.request.headers;
    const encoding = encodingFor(given['accept-encoding']);
    const { tag, bodyAs } = await file();
    const etag = `"${tag}-${encoding}"`;
    // A file that runs as a worker does so under the policy of its own answer, not its page's: it may load nothing.
    const headers = {
      ...policy,
      ...(cacheControl !== undefined && { 'Cache-Control': cacheControl }),
      ETag: etag,
      Vary: 'Accept-Encoding',
    };
    if (given['if-none-match']?.includes(etag) === true) {
      send(exchange, { status: 304, headers });
      return;
    }
    const contentEncoding = encoding !== 'identity' && { 'Content-Encoding': encoding };
    const body = [await bodyAs(encoding)];
    send(exchange, { status: 200, headers: { 'Content-Type': type, ...headers, ...contentEncoding }, body });
  });
}
