import type { IncomingHttpHeaders } from 'node:http';
import { quoted } from '../../text/quoted-text.ts';
import { isLoopback } from './hosts.ts';

/** The pages that may send requests besides those of the server itself. */
export interface OriginRules {
  readonly corsOrigins: readonly string[];
  /** Whether pages of localhost may, on any port: for development. */
  readonly allowsLocalOrigins?: boolean;
}

/** Whether pages of other origins may send requests at all. */
export function isCorsOn({ corsOrigins, allowsLocalOrigins = false }: OriginRules): boolean {
  return allowsLocalOrigins || corsOrigins.length > 0;
}

/** Whether pages of an origin may send requests from elsewhere and read the answers. */
export function isAllowedOrigin(origin: string, { corsOrigins, allowsLocalOrigins = false }: OriginRules): boolean {
  return corsOrigins.includes(origin) || (allowsLocalOrigins && isLocalOrigin(origin));
}

/** How long a browser may cache the answer to a preflight, in seconds. */
export const preflightMaxAge = 86_400;

/**
 * The headers that let the page of a request read the answer: none for pages of the server itself, which need none, and for
 * those whose origin is not allowed.
 *
 * @param exposed the headers that the page may read besides the usual ones.
 */
export function corsHeaders(
  { origin }: IncomingHttpHeaders,
  rules: OriginRules,
  exposed: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === undefined || !isAllowedOrigin(origin, rules)) return {};
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': exposed.join(', ') };
}

/**
 * Why a request of a page is refused; undefined if it may be answered. Without CORS headers, a browser would only keep the
 * answer from the page; the request would still have been worked on. Programs send no Origin.
 */
export function originRefusal(headers: IncomingHttpHeaders, rules: OriginRules): string | undefined {
  const { origin } = headers;
  if (origin === undefined || isOwnOrigin(origin, headers) || isAllowedOrigin(origin, rules)) return undefined;
  return (
    `The request was sent by a page of the origin ${quoted(origin)}. This server answers its own pages, and those of the ` +
    'origins in its setting CORS_ORIGINS. Add the origin there and start the server again.'
  );
}

/**
 * Whether the page came from this server. The scheme does not count, as a proxy may add TLS. If a proxy changes the Host
 * header, browsers still say so in Sec-Fetch-Site, which pages cannot set.
 */
function isOwnOrigin(origin: string, headers: IncomingHttpHeaders): boolean {
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  const page = URL.parse(origin);
  return page !== null && page.host !== '' && URL.parse(`${page.protocol}//${headers.host ?? ''}`)?.host === page.host;
}

function isLocalOrigin(origin: string): boolean {
  const page = URL.parse(origin);
  return page !== null && /^https?:$/.test(page.protocol) && isLoopback(page.hostname.replace(/^\[|\]$/g, ''));
}
