import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnsecuredJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { Authenticator } from '../../../src/access/authenticator.ts';
import { rights, type Right } from '../../../src/access/caller.ts';
import { openAuthenticator } from '../../../src/access/open-authenticator.ts';
import { newToken, tokenHash } from '../../../src/access/tokens/new-token.ts';
import { readConfig } from '../../../src/config/config.ts';
import { jwtSettings, keySetText, signed, signingKey } from '../../access/provider.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Tokens, and what finds out what they prove. */
export interface RealCallers {
  readonly authenticator: Authenticator;
  /** A valid token for each right. */
  readonly valid: Readonly<Record<Right, string>>;
  /** Tokens that prove nothing, by what is wrong with them. */
  readonly wrong: Readonly<Record<string, string>>;
}

const observer = { onProblem: () => undefined, onReloaded: () => undefined };

async function opened(settings: Parameters<typeof openAuthenticator>[0]): Promise<Authenticator> {
  const authenticator = await openAuthenticator(settings, observer);
  if (authenticator === undefined) throw new Error('these settings are without authentication');
  onTestFinished(() => {
    authenticator.close();
  });
  return authenticator;
}

/** Tokens of ours, with a file of their hashes. */
async function tokenCallers(): Promise<RealCallers> {
  const valid = { read: newToken(), import: newToken(), admin: newToken() };
  const expired = newToken();
  const entry = (name: string, right: Right, token: string, expires?: string) => ({
    name,
    right,
    created: '2026-01-01',
    ...(expires !== undefined && { expires }),
    sha256: tokenHash(token).toString('hex'),
  });
  const tokens = [
    ...rights.map((right) => entry(right, right, valid[right])),
    entry('old', 'admin', expired, '2026-01-02'),
  ];
  const file = join(await temporaryFolder(), 'tokens.yaml');
  await writeFile(file, JSON.stringify({ tokens }), { mode: 0o600 });
  const authenticator = await opened(readConfig({ AUTH: 'tokens', AUTH_TOKENS_FILE: file }).auth);
  const wrong = { expired, unknown: newToken(), 'the hash of a valid one': tokenHash(valid.admin).toString('hex') };
  return { authenticator, valid, wrong };
}

/** JSON Web Tokens of a provider. */
async function jwtCallers(): Promise<RealCallers> {
  const [key, stranger] = [await signingKey('one'), await signingKey('one')];
  const file = join(await temporaryFolder(), 'jwks.json');
  await writeFile(file, keySetText([key]));
  const authenticator = await opened(jwtSettings(file));
  const token = (scope: string, claims = {}) => signed(key, { claims: { scope, ...claims } });
  const settings = jwtSettings(file);
  return {
    authenticator,
    valid: { read: await token('read'), import: await token('import'), admin: await token('openid admin') },
    wrong: {
      expired: await token('admin', { exp: Math.floor(Date.now() / 1_000) - 3_600 }),
      'signed by somebody else': await signed(stranger, { claims: { scope: 'admin' } }),
      'for another audience': await token('admin', { aud: 'another' }),
      'of another issuer': await token('admin', { iss: 'https://evil.example' }),
      'without a signature (alg none)': new UnsecuredJWT({ scope: 'admin', sub: 'ada' })
        .setIssuer(settings.issuer)
        .setAudience(settings.audience)
        .setExpirationTime('1h')
        .encode(),
    },
  };
}

/** Each kind of authentication with its tokens. */
export const realCallers: Readonly<Record<'tokens' | 'jwt', () => Promise<RealCallers>>> = {
  tokens: tokenCallers,
  jwt: jwtCallers,
};
