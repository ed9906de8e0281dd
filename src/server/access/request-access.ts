import type { IncomingMessage } from 'node:http';
import { isRejection, type Authenticator } from '../../access/authenticator.ts';
import { anybody, rightsUpTo, type Caller, type Right } from '../../access/caller.ts';
import { tokenCookieOf } from './token-cookie.ts';

/** Why a request is refused before it reaches its route (RFC 9110, 15.5.2 and 15.5.4; RFC 6750, 3.1). */
export interface AccessRefusal {
  readonly status: 401 | 403 | 503;
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'AUTHENTICATION_UNAVAILABLE';
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Decides who sends a request, and whether they may send it. */
export interface RequestAccess {
  /** Whether callers have to prove who they are for at least some requests. */
  readonly isOn: boolean;
  /** The caller, or why there is none. Without authentication, this is at once anybody. */
  callerOf(request: IncomingMessage): Caller | AccessRefusal | Promise<Caller | AccessRefusal>;
  /** Why a caller may not do something; undefined if they may. */
  refusalOf(caller: Caller, right: Right): AccessRefusal | undefined;
}

export function isRefusal(checked: Caller | AccessRefusal): checked is AccessRefusal {
  return 'status' in checked;
}

/** @param authenticator undefined for a server that everybody reads and nobody writes. */
export function requestAccess(authenticator: Authenticator | undefined): RequestAccess {
  if (authenticator === undefined) {
    return {
      isOn: false,
      callerOf: () => anybody,
      refusalOf: (caller, right) => unlessAllowed(caller, right, writingIsOff),
    };
  }
  return {
    isOn: true,
    callerOf: (request) => callerOf(request, authenticator),
    refusalOf: (caller, right) =>
      unlessAllowed(caller, right, ({ name }) => (name === null ? noToken : lacksRight(right))),
  };
}

function callerOf(
  request: IncomingMessage,
  authenticator: Authenticator,
): Caller | AccessRefusal | Promise<Caller | AccessRefusal> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    const token = tokenCookieOf(request.headers.cookie);
    // A page of another site can make a browser send a cookie, so it proves enough to read and never to write.
    if (token !== undefined) return checked(token, authenticator, readOnly);
    return authenticator.withoutToken ?? noToken;
  }
  // Node.js keeps the first of several, and a proxy in front may have used another one.
  const count = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^authorization$/i.test(name)).length;
  if (count > 1) return severalTokens(count);
  const token = tokenIn(authorization);
  return token === undefined ? otherScheme : checked(token, authenticator, asItIs);
}

function checked(
  token: string,
  authenticator: Authenticator,
  limited: (caller: Caller) => Caller,
): Caller | AccessRefusal | Promise<Caller | AccessRefusal> {
  const decided = (found: Awaited<ReturnType<Authenticator['check']>>) =>
    isRejection(found) ? refusalFor(found) : limited(found);
  const found = authenticator.check(token);
  return found instanceof Promise ? found.then(decided) : decided(found);
}

const asItIs = (caller: Caller): Caller => caller;
const readable = rightsUpTo('read');
const readOnly = (caller: Caller): Caller => ({ ...caller, rights: caller.rights.intersection(readable) });

/** The token of a Bearer, or the password of a Basic: spreadsheets and many tools know only the latter. */
function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\w+) +(.+)$/.exec(authorization.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return credentials;
    case 'basic': {
      const decoded = Buffer.from(credentials, 'base64').toString();
      return decoded.slice(decoded.indexOf(':') + 1);
    }
    default:
      return undefined;
  }
}

function unlessAllowed(
  caller: Caller,
  right: Right,
  refusal: AccessRefusal | ((caller: Caller) => AccessRefusal),
): AccessRefusal | undefined {
  if (caller.rights.has(right)) return undefined;
  return typeof refusal === 'function' ? refusal(caller) : refusal;
}

const realm = 'Bearer realm="rolegraph"';

const noToken: AccessRefusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message:
    'This needs a token, and the request has none. Send it in the header "Authorization: Bearer <token>", or sign in with a ' +
    'browser at /sign-in. Whoever runs this server says how you get a token.',
  headers: { 'WWW-Authenticate': realm },
};

const otherScheme: AccessRefusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message:
    'The Authorization header of the request is not of the form "Bearer <token>", nor Basic with the token as password.',
  headers: { 'WWW-Authenticate': `${realm}, error="invalid_request"` },
};

function severalTokens(count: number): AccessRefusal {
  return { ...otherScheme, message: `The request has ${count} Authorization headers. Send one.` };
}

const writingIsOff: AccessRefusal = {
  status: 403,
  code: 'FORBIDDEN',
  message:
    'Nobody may import into this server over HTTP: its setting AUTH is none, so it does not know who you are. Import with ' +
    '"rolegraph import" on its machine, or set AUTH and give yourself a token with the right "import".',
  headers: {},
};

function lacksRight(right: Right): AccessRefusal {
  return {
    status: 403,
    code: 'FORBIDDEN',
    message:
      `This needs the right "${right}", which your token does not give. A sign-in with a browser gives no more than "read": ` +
      'send a token that has the right in the header "Authorization: Bearer <token>".',
    headers: { 'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="${right}"` },
  };
}

function refusalFor({
  kind,
  reason,
}: {
  readonly kind: 'INVALID' | 'UNAVAILABLE';
  readonly reason: string;
}): AccessRefusal {
  if (kind === 'INVALID') {
    return {
      status: 401,
      code: 'UNAUTHENTICATED',
      message: `The token of the request is not accepted: ${reason}`,
      headers: { 'WWW-Authenticate': `${realm}, error="invalid_token", error_description="${reason}"` },
    };
  }
  return {
    status: 503,
    code: 'AUTHENTICATION_UNAVAILABLE',
    message: `The token of the request cannot be checked now: ${reason}`,
    headers: { 'Retry-After': '5' },
  };
}
