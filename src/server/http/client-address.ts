import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import type { TrustedProxies } from '../../config/config.ts';

/**
 * Returns a function for the address of the client that sent a request. Each proxy appends the address of its own client
 * to X-Forwarded-For, so the header is read from its end, and only as far as its writers are trusted: what is before that
 * may be invented. With 0 or an empty list, the header is ignored.
 */
export function clientAddressBehind(proxies: TrustedProxies): (request: IncomingMessage) => string {
  const trusted = typeof proxies === 'number' ? undefined : networksOf(proxies);
  return ({ headers, socket }) => {
    if (headers['x-forwarded-for'] === undefined) return plainAddress(socket.remoteAddress ?? '');
    const forwarded = [headers['x-forwarded-for']].flat().join(',').split(',').reverse();
    let address = plainAddress(socket.remoteAddress ?? '');
    for (const [index, entry] of forwarded.entries()) {
      const isTrusted =
        typeof proxies === 'number' ? index < proxies : trusted?.check(address, familyOf(address)) === true;
      const next = plainAddress(entry.trim());
      if (!isTrusted || isIP(next) === 0) break;
      address = next;
    }
    return address;
  };
}

function networksOf(entries: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const entry of entries) {
    const [address = '', length] = entry.split('/');
    if (length === undefined) networks.addAddress(address, familyOf(address));
    else networks.addSubnet(address, Number(length), familyOf(address));
  }
  return networks;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** Without the port that some proxies add, and an IPv4 address in its own form. */
function plainAddress(entry: string): string {
  if (isIPv4(entry)) return entry;
  const address = /^\[(.*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}

/** What counts as one address. A single client usually has a whole /64 network of IPv6. */
export function networkOf(given: string): string {
  const address = plainAddress(given);
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
