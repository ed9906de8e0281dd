import { isIPv4 } from 'node:net';
import type { SettingReader } from './setting-reader.ts';
import { listOf, pathOf } from './setting-values.ts';

/** What a request without a token may do. */
export type Anonymous = 'nothing' | 'read';

/** The algorithms of signatures that can be allowed. Those with a shared secret (HS…) and none at all can not. */
export const signatureAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
  // Two names of the same: the older one of RFC 8037, and the one of RFC 9864.
  ...['EdDSA', 'Ed25519'],
] as const;

/** Tokens of our own, whose hashes are in a file. */
export interface TokenSettings {
  readonly kind: 'tokens';
  readonly anonymous: Anonymous;
  /** The file of hashed tokens, as an absolute path. */
  readonly file: string;
}

/** JSON Web Tokens of an identity provider. */
export interface JwtSettings {
  readonly kind: 'jwt';
  readonly anonymous: Anonymous;
  /** What `iss` has to be, to the letter. */
  readonly issuer: string;
  /** What `aud` has to be or to contain. */
  readonly audience: string;
  /** Where the public keys of the provider are (JWKS): a URL, or the absolute path of a file. */
  readonly jwks: { readonly url: string } | { readonly file: string };
  /** The algorithms of signatures that are accepted, e.g. "RS256". */
  readonly algorithms: readonly string[];
  /** How far the clocks of the provider and of this server may differ, in seconds. */
  readonly leewaySeconds: number;
  /** The claim that lists rights: its name, or the path to it with dots, e.g. "realm_access.roles". */
  readonly rightsClaim: string;
  /** The claim that names the caller, in the same form. */
  readonly nameClaim: string;
}

/** How callers prove who they are. */
export type AuthSettings = { readonly kind: 'none' } | TokenSettings | JwtSettings;

/** The settings of each kind, besides AUTH_ANONYMOUS, which all kinds but none have. */
const settingsOf: Readonly<Record<AuthSettings['kind'], readonly string[]>> = {
  none: [],
  tokens: ['AUTH_TOKENS_FILE'],
  jwt: [
    ...['AUTH_JWT_ISSUER', 'AUTH_JWT_AUDIENCE', 'AUTH_JWKS', 'AUTH_JWT_ALGORITHMS', 'AUTH_JWT_LEEWAY_SECONDS'],
    ...['AUTH_JWT_RIGHTS_CLAIM', 'AUTH_JWT_NAME_CLAIM'],
  ],
};
const kinds = ['none', 'tokens', 'jwt'] as const;

export function readAuthSettings(reader: SettingReader): AuthSettings {
  const { problems, setting } = reader;
  const before = problems.length;
  const kind = setting('AUTH', 'none', 'none, tokens or jwt', (given) => kinds.find((name) => name === given));
  // If AUTH is misspelled, nobody knows which of the others belong to it.
  if (problems.length > before) return { kind: 'none' };
  for (const problem of withoutEffect(kind, reader)) problems.push(problem);
  if (kind === 'none') return { kind };

  const anonymous = setting('AUTH_ANONYMOUS', 'nothing', 'nothing or read', anonymousOf);
  const required = (name: string, hint: string): void => {
    if (!reader.isSet(name)) problems.push(`AUTH is ${kind} and ${name} is not set: ${hint}`);
  };
  if (kind === 'tokens') {
    required('AUTH_TOKENS_FILE', 'give the file of hashed tokens, to which "rolegraph token --file" adds one');
    return { kind, anonymous, file: setting('AUTH_TOKENS_FILE', '', 'the path of a file', pathOf) };
  }
  required(
    'AUTH_JWT_ISSUER',
    'give the "issuer" of your identity provider, e.g. https://login.example.org/realms/staff',
  );
  required('AUTH_JWT_AUDIENCE', 'give the "aud" that your identity provider writes in tokens for this server');
  required('AUTH_JWKS', 'give the "jwks_uri" of your identity provider, or a file with its public keys');
  return {
    kind,
    anonymous,
    issuer: setting('AUTH_JWT_ISSUER', '', 'any text', (given) => given),
    audience: setting('AUTH_JWT_AUDIENCE', '', 'any text', (given) => given),
    jwks: jwksSetting(reader),
    algorithms: setting('AUTH_JWT_ALGORITHMS', signatureAlgorithms, algorithmsAllowed, algorithmsOf),
    leewaySeconds: reader.limit('AUTH_JWT_LEEWAY_SECONDS', 30, 0, 300),
    rightsClaim: setting('AUTH_JWT_RIGHTS_CLAIM', 'scope', claimAllowed, claimOf),
    nameClaim: setting('AUTH_JWT_NAME_CLAIM', 'sub', claimAllowed, claimOf),
  };
}

/**
 * Settings of another kind than the one that is set. They are an error and no warning: who sets AUTH_TOKENS_FILE and forgets
 * AUTH=tokens believes that the server is protected.
 */
function withoutEffect(kind: AuthSettings['kind'], { isSet }: SettingReader): readonly string[] {
  const problems = kinds
    .filter((other) => other !== kind)
    .flatMap((other) => settingsOf[other].filter(isSet).map((name) => problemOf(name, kind, `AUTH=${other}`)));
  if (kind === 'none' && isSet('AUTH_ANONYMOUS')) {
    problems.push(problemOf('AUTH_ANONYMOUS', kind, 'AUTH=tokens or AUTH=jwt'));
  }
  return problems;
}

function problemOf(name: string, kind: AuthSettings['kind'], needed: string): string {
  return `${name} is set and has no effect with AUTH=${kind}: set ${needed}, or leave ${name} out`;
}

function anonymousOf(given: string): Anonymous | undefined {
  return given === 'nothing' || given === 'read' ? given : undefined;
}

const jwksAllowed =
  'an https URL without a user, http only for localhost and 127.0.0.1 (keys that come by http could be replaced on their way), or ' +
  'the path of a file';

function jwksSetting({ problems, setting }: SettingReader): JwtSettings['jwks'] {
  return setting('AUTH_JWKS', { file: '' }, jwksAllowed, (given) => {
    const jwks = jwksOf(given);
    if (jwks !== undefined || !given.includes('@')) return jwks;
    // What comes before the "@" may be a password, and this message ends up in logs.
    problems.push(`AUTH_JWKS (not shown: it may hold a password) cannot be used; allowed: ${jwksAllowed}`);
    return { file: '' };
  });
}

function jwksOf(given: string): JwtSettings['jwks'] | undefined {
  if (!/^[a-z][a-z\d+.-]+:/i.test(given)) {
    const file = pathOf(given);
    return file === undefined ? undefined : { file };
  }
  const url = URL.parse(given);
  if (url?.username !== '' || url.password !== '') return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe ? { url: url.href } : undefined;
}

/** @param host as URL has it: in lower case, an IPv4 address with four numbers, an IPv6 address in brackets. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

const algorithmsAllowed = `one or more of ${signatureAlgorithms.join(', ')}, separated by commas`;

function algorithmsOf(given: string): readonly string[] | undefined {
  const names = listOf(given);
  const isKnown = (name: string): boolean => signatureAlgorithms.some((algorithm) => algorithm === name);
  return names.length > 0 && names.every(isKnown) ? names : undefined;
}

const claimAllowed = 'the name of a claim, or the path to it with dots, e.g. realm_access.roles';

function claimOf(given: string): string | undefined {
  return given.split('.').includes('') ? undefined : given;
}
