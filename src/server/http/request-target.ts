import type { IncomingMessage } from 'node:http';

const absoluteForm = /^https?:\/\/([^/?#]*)([^]*)$/i;

/**
 * Gives the address of a request the form that everything else expects: it begins with the path (or is "*", for OPTIONS).
 * Proxies send the whole address, "http://host/path", whose host then counts instead of the Host header (RFC 9112, 3.2.2).
 */
export function normalizeTarget(request: IncomingMessage): void {
  const absolute = absoluteForm.exec(request.url ?? '');
  if (absolute === null) return;
  const [, host = '', rest = ''] = absolute;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}
