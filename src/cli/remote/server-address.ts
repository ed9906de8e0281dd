import { isLoopback } from '../../server/http/hosts.ts';
import { quoted } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';

/**
 * The address of a server, with a slash at its end: "https://roles.example.com/", or with the path under which a proxy serves it.
 *
 * @param allowsHttp whether a token may be sent without encryption.
 * @throws UsageError
 */
export function serverAddress(given: string, allowsHttp: boolean): URL {
  const url = URL.parse(given);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--to is ${quoted(given)}. Give the address of a server, e.g. https://roles.example.com.`);
  }
  // Not echoed: it may hold a password.
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      '--to has a user name or password in it. Leave it out, and set ROLEGRAPH_TOKEN or give --token-file.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(`--to is ${quoted(given)}. Give the address without what follows "?" or "#".`);
  }
  if (url.protocol === 'http:' && !allowsHttp && !isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1'))) {
    throw new UsageError(
      `--to is ${quoted(given)}, where everybody on the way can read the token and change the catalog. Give an address that begins ` +
        'with https://. If the network itself is encrypted, e.g. by a VPN, add --allow-http.',
    );
  }
  // The API and the page of the catalog are what people have in their browsers.
  url.pathname = `${url.pathname.replace(/\/(?:graphql|catalog)?\/*$/, '')}/`;
  return url;
}
