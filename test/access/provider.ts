import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import type { JwtSettings } from '../../src/config/auth-settings.ts';

const issuer = 'https://login.example.org/realms/staff';
const audience = 'rolegraph';

/** A pair of keys of an identity provider. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  /** The public key, as a member of a JSON Web Key Set. */
  readonly jwk: Record<string, unknown> & { readonly kty: string };
}

export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { kid, alg, privateKey, jwk: { kty: '', ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** What a token has that differs from a valid one; undefined leaves a claim out. */
export interface TokenParts {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** A signed token: a valid one of Ada with the right to import, for ten minutes, but for what is given. */
export function signed({ kid, alg, privateKey }: SigningKey, { claims, header }: TokenParts = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const payload = {
    iss: issuer,
    aud: audience,
    sub: 'ada',
    scope: 'openid import',
    iat: now,
    exp: now + 600,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
}

/** Settings for tokens of {@link signed}. */
export function jwtSettings(jwks: string, env: Readonly<Record<string, string>> = {}): JwtSettings {
  const { auth } = readConfig({
    AUTH: 'jwt',
    AUTH_JWT_ISSUER: issuer,
    AUTH_JWT_AUDIENCE: audience,
    AUTH_JWKS: jwks,
    ...env,
  });
  if (auth.kind !== 'jwt') throw new Error(`these are settings for ${auth.kind}`);
  return auth;
}

/** A provider that answers with its keys, or with something else, and can be stopped and started at the same address. */
export async function provider(...keys: readonly SigningKey[]) {
  const answer = { status: 200, body: keySetText(keys) };
  let fetches = 0;
  let server: Server;
  let port = 0;
  const start = async () => {
    server = createServer((_, response) => {
      fetches++;
      response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  };
  const stop = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  await start();
  onTestFinished(stop);
  return {
    url: `http://127.0.0.1:${port}/certs`,
    answer,
    /** How often keys were asked for. */
    fetches: () => fetches,
    start,
    stop,
  };
}

export function keySetText(keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
}
