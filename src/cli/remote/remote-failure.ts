import { tokenVariable } from '../../config/client-token.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import { CommandError } from '../command-error.ts';
import type { Refusal } from './remote-answers.ts';

/** What a failure of a request needs to be explained. */
export interface Asked {
  readonly server: URL;
  readonly hasToken: boolean;
}

/** Codes of OpenSSL for a certificate that proves nothing to this machine. */
const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS|SSL_WRONG_VERSION|ERR_SSL|HOSTNAME_MISMATCH|INVALID_CA/;

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  TimeoutError: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer',
  UND_ERR_BODY_TIMEOUT: 'it has stopped answering',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
};

/**
 * The failure of a request that got no answer.
 *
 * @param isSent whether a catalog may have arrived, so that nobody knows here whether it was imported.
 */
export function connectionFailure(error: unknown, { server }: Asked, isSent = false): CommandError {
  const { code, message } = causeOf(error);
  if (certificateCodes.test(code)) {
    const isPlain = code.includes('WRONG_VERSION');
    return new CommandError(
      isPlain
        ? `${shown(server)} does not speak TLS (${code}). Check the address and the port.`
        : `The certificate of ${shown(server)} proves nothing to this machine (${code}: ${visibleText(message)}). Nothing was sent. If your ` +
            'company has its own certificate authority, set NODE_EXTRA_CA_CERTS to the file of its certificate.',
    );
  }
  const reason = `${unreachable[code] ?? visibleText(message)}${code === '' ? '' : ` (${code})`}`;
  // A refused connection, unlike one that is lost, never carried anything.
  if (!isSent || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)) {
    return new CommandError(
      `${shown(server)} cannot be reached: ${reason}. Nothing was imported. Check the address, the network and whether the server runs.`,
    );
  }
  return new CommandError(
    `The connection to ${shown(server)} was lost: ${reason}. The catalog may have been imported, or not. Run the same command again: it ` +
      'says "Nothing to change" if it was.',
  );
}

/** The cause of what `fetch` throws. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const { name, message, cause } = error instanceof Error ? error : new Error(String(error));
  if (cause instanceof Error) {
    return { code: 'code' in cause && typeof cause.code === 'string' ? cause.code : '', message: cause.message };
  }
  return { code: name === 'TimeoutError' ? name : '', message };
}

/** The failure of a request with an answer other than 200. */
export function refused(
  status: number,
  said: Refusal | undefined,
  asked: Asked,
  location?: string | null,
): CommandError {
  const { server, hasToken } = asked;
  const reason = said === undefined ? '' : ` The server says: ${visibleText(said.error)}`;
  const of = shown(server);
  const token = `Set ${tokenVariable} or give --token-file with one that may import.`;
  if (status >= 300 && status < 400) {
    const where = location === null || location === undefined ? '' : ` to ${quoted(location)}`;
    return new CommandError(
      `${of} redirects${where}. A catalog and a token are not sent to another address than the one given. If it is right, give it as --to; ` +
        'a sign-in page in front of the server must let requests with a token through.',
    );
  }
  const texts: Readonly<Record<number, string>> = {
    401: hasToken
      ? `${of} does not accept the token (401). It may have expired, or be for another server.${reason}`
      : `${of} wants to know who imports (401), and there is no token. ${token}`,
    403: hasToken
      ? `The token may not import at ${of} (403). ${token}${reason}`
      : `${of} lets nobody import without a token (403). ${token}${reason}`,
    404: `${of} has no way to import over HTTP (404). Check the address, with the path under which Rolegraph is served, and that the server has a version that accepts PUT /catalog.`,
    405: `${of} does not accept imports (405). It runs an older version of Rolegraph, or something else. Update the server, or import where it runs.`,
    413: `The catalog is larger than ${of}, or a proxy in front of it, accepts (413).${reason}`,
    415: `${of} does not accept the form in which the catalog was sent (415).${reason}`,
    428: `${of} wants to know which catalog is replaced (428), although that was sent. A proxy may remove the header If-Match.${reason}`,
    503: `${of} cannot import now (503). Try again later.${reason}`,
  };
  return new CommandError(texts[status] ?? `${of} did not import the catalog: it answered ${status}.${reason}`);
}

/** Somebody else has imported since. */
export function fasterImport(
  expected: number | undefined,
  { sequence, importedBy, importedAt }: Omit<Refusal, 'error'>,
  { server }: Asked,
): CommandError {
  const who = importedBy === null || importedBy === undefined ? '' : ` by ${quoted(importedBy)}`;
  const when = importedAt === null || importedAt === undefined ? '' : ` at ${visibleText(importedAt)}`;
  const now =
    sequence === null || sequence === undefined
      ? 'has another one now'
      : `has sequence ${sequence} now, imported${who}${when}`;
  return new CommandError(
    `Somebody was faster: the catalog was to replace ${expected === undefined ? 'another one' : `sequence ${expected}`}, but ${shown(server)} ${now}. ` +
      'Nothing was imported. See with --dry-run what yours would change now' +
      `${sequence === null || sequence === undefined ? '' : `, then import it with --if-sequence ${sequence}`}.`,
  );
}

/** An answer that a Rolegraph server does not give. */
export function notRolegraph({ server }: Asked): CommandError {
  return new CommandError(
    `${shown(server)} does not answer as Rolegraph does. Check the address, with the path under which Rolegraph is served. If it is right, the ` +
      'server has another version: update it, or use its own version of this command.',
  );
}

/** An address as it was given, without a slash at its end. */
export function shown({ origin, pathname }: URL): string {
  return `${origin}${pathname}`.replace(/\/$/, '');
}
