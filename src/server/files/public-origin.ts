import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from '../../config/config.ts';

/**
 * What clients write before the path of a request, e.g. "https://roles.example". Its scheme is that of X-Forwarded-Proto if proxies
 * are trusted, because this server itself speaks HTTP only.
 *
 * @returns "" if the request does not say to which host it was sent, as only HTTP/1.0 allows.
 */
export function publicOrigin({ headers }: Pick<IncomingMessage, 'headers'>, trusted: TrustedProxies): string {
  if (headers.host === undefined) return '';
  const hasProxies = typeof trusted === 'number' ? trusted > 0 : trusted.length > 0;
  const isSecure = hasProxies && headers['x-forwarded-proto'] === 'https';
  return `${isSecure ? 'https' : 'http'}://${headers.host}`;
}
