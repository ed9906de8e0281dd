import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { memoizeRecent } from '../../collections/memoize.ts';
import type { Config } from '../../config/config.ts';
import { quoted } from '../../text/quoted-text.ts';

/** Why a request is refused by its Host header, with the status of the answer. */
export interface HostRefusal {
  readonly status: 400 | 421;
  readonly message: string;
}

/** Checks the host of a request. @returns why it is refused, if it is. */
export type HostCheck = (request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>) => HostRefusal | undefined;

/** Host and port, and nothing more (RFC 3986, 3.2.2 and 3.2.3); an IPv6 address is in brackets. */
const hostForm = /^((?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+|\[[\da-f:.]+\])(?::\d*)?$/i;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether a host is this machine itself for every client: a loopback address, or a name that no DNS server decides. */
export function isLoopback(host: string): boolean {
  if (isIP(host) !== 0) return loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
  return host === 'localhost' || host.endsWith('.localhost');
}

/** Whether a server answers requests to any host name, so that a page can reach it by DNS rebinding. */
export function answersAnyName({ host, allowedHosts }: Pick<Config, 'host' | 'allowedHosts'>): boolean {
  return allowedHosts === undefined && !isLoopback(nameOf(host));
}

/**
 * Makes a check of the Host header, against DNS rebinding: a page of a foreign name has its name resolved to this server, and
 * then reads answers as if they were its own. Browsers send the name, and an address cannot be rebound.
 *
 * A server that listens on loopback answers loopback names and ALLOWED_HOSTS. Any other server also answers IP addresses, and
 * all names if ALLOWED_HOSTS is not set.
 */
export function hostCheck(config: Pick<Config, 'host' | 'allowedHosts'>): HostCheck {
  const ownHost = nameOf(config.host);
  const isLocal = isLoopback(ownHost);
  const anyName = answersAnyName(config);
  const allowed = new Set([ownHost, ...(config.allowedHosts ?? []).map(nameOf)]);
  const isAllowed = memoizeRecent(
    (name) => isLoopback(name) || allowed.has(name) || (!isLocal && (anyName || isIP(name) !== 0)),
  );

  return ({ headers, rawHeaders }) => {
    // Node.js keeps the first of several, and a proxy in front may have used another one.
    const count = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
    if (count > 1) return { status: 400, message: `The request has ${count} Host headers. Send one.` };
    // Only HTTP/1.0 allows that. No browser uses it.
    if (headers.host === undefined) return undefined;
    const given = hostForm.exec(headers.host)?.[1];
    if (given === undefined) {
      const message = `The Host header of the request is ${quoted(headers.host)}; it must be a host name or address, with or without a port.`;
      return { status: 400, message };
    }
    return isAllowed(nameOf(given)) ? undefined : { status: 421, message: notServed(given, isLocal) };
  };
}

/** A host as it is compared: without brackets and the dot at the end, in lower case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
}

function notServed(host: string, isLocal: boolean): string {
  const served = isLocal ? 'localhost and loopback addresses' : 'IP addresses and localhost';
  return (
    `The request was sent to the host ${quoted(host)}. This server answers requests to ${served}, and to the names in its ` +
    'setting ALLOWED_HOSTS. Use one of these, or add the name to ALLOWED_HOSTS and start the server again.'
  );
}
