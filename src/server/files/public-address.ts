import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from '../../config/config.ts';

/**
 * The whole address of a request, as its client wrote it, e.g. "https://roles.example/graph.xlsx?view=roles". Its scheme is that of
 * X-Forwarded-Proto if proxies are trusted, because this server itself speaks HTTP only.
 *
 * @returns null if the request does not say to which host it was sent, as only HTTP/1.0 allows.
 */
export function publicAddress(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  trusted: TrustedProxies,
): string | null {
  if (headers.host === undefined) return null;
  const hasProxies = typeof trusted === 'number' ? trusted > 0 : trusted.length > 0;
  const isSecure = hasProxies && headers['x-forwarded-proto'] === 'https';
  return `${isSecure ? 'https' : 'http'}://${headers.host}${url}`;
}
