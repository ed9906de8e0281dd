import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { exportSPKI, importJWK, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isRejection } from '../../src/access/authenticator.ts';
import { openJwtAuthenticator } from '../../src/access/jwt/jwt-authenticator.ts';
import { openAuthenticator } from '../../src/access/open-authenticator.ts';
import { ConfigError } from '../../src/config/config.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { observed } from './observed.ts';
import { jwtSettings, keySetText, provider, signed, signingKey, type SigningKey } from './provider.ts';

const now = new Date('2027-06-01T12:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass for code that reads the clock. */
function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1_000);
}

const [es, other, rs] = await Promise.all([signingKey('one'), signingKey('two'), signingKey('rs', 'RS256')]);

async function openedWith(jwks: string, env: Readonly<Record<string, string>> = {}) {
  const observer = observed();
  const authenticator = await openJwtAuthenticator(jwtSettings(jwks, env), observer);
  onTestFinished(() => {
    authenticator.close();
  });
  return { authenticator, check: async (token: string) => authenticator.check(token), ...observer };
}

/** An authenticator with keys in a file. */
async function opened(keys: readonly SigningKey[] = [es, rs], env: Readonly<Record<string, string>> = {}) {
  const file = join(await temporaryFolder(), 'keys.json');
  await writeFile(file, keySetText(keys));
  return { file, ...(await openedWith(file, env)) };
}

const refused = (reason: string) => ({ kind: 'INVALID', reason });
const ada = {
  name: 'ada',
  rights: new Set(['read', 'import']),
  expiresAt: new Date(now.getTime() + (600 + 30) * 1_000),
};

/** A token with a header and a payload that nobody signed, or with any third part. */
function forged(header: object, token: string, signature = ''): string {
  const [, payload = ''] = token.split('.');
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
}

describe('a JSON Web Token', () => {
  test('that is valid names the caller, the rights, and how long it proves them', async () => {
    const { check, authenticator } = await opened();
    expect(await check(await signed(es))).toEqual(ada);
    expect(await check(await signed(rs))).toEqual(ada);
    expect(authenticator.withoutToken).toBeUndefined();
  });

  test('may list several audiences, and say that it is an access token', async () => {
    const { check } = await opened();
    expect(await check(await signed(es, { claims: { aud: ['other', 'rolegraph'] } }))).toEqual(ada);
    for (const typ of ['JWT', 'jwt', 'at+jwt', 'application/at+jwt']) {
      expect(await check(await signed(es, { header: { typ } })), typ).toEqual(ada);
    }
  });

  test('has its rights and its name in the claims that are set; without any right it is valid', async () => {
    const env = { AUTH_JWT_RIGHTS_CLAIM: 'realm_access.roles', AUTH_JWT_NAME_CLAIM: 'preferred_username' };
    const { check } = await opened([es], env);
    const claims = { preferred_username: 'Ada Lovelace', realm_access: { roles: ['rolegraph:admin'] } };
    expect(await check(await signed(es, { claims }))).toMatchObject({
      name: 'Ada Lovelace',
      rights: new Set(['read', 'import', 'admin']),
    });
    expect(await check(await signed(es, { claims: { preferred_username: 'bob' } }))).toMatchObject({
      name: 'bob',
      rights: new Set(),
    });
    expect(await check(await signed(es))).toEqual(refused('The token does not name the caller (AUTH_JWT_NAME_CLAIM).'));
  });

  test.each<[object, string]>([
    [{ aud: 'other' }, 'The token is for another audience (aud) than this server (AUTH_JWT_AUDIENCE).'],
    [{ aud: ['a', 'rolegraph2'] }, 'The token is for another audience (aud) than this server (AUTH_JWT_AUDIENCE).'],
    [{ aud: undefined }, 'The token has no audience (aud), and this server requires one.'],
    [
      { iss: 'https://login.example.org' },
      'The token is of another issuer (iss) than the one of this server (AUTH_JWT_ISSUER).',
    ],
    [{ iss: undefined }, 'The token has no issuer (iss), and this server requires one.'],
    [{ exp: undefined }, 'The token does not expire (exp), and this server requires that.'],
    [{ exp: 'never' }, 'The exp of the token cannot be used.'],
    [{ exp: 1e300 }, 'The token expires (exp) at no time that can be used.'],
    [{ nbf: now.getTime() / 1_000 + 60 }, 'The token is not valid yet (nbf), or the clocks differ.'],
    [{ nbf: 'x' }, 'The nbf of the token cannot be used.'],
    [{ sub: undefined }, 'The token does not name the caller (AUTH_JWT_NAME_CLAIM).'],
  ])('is refused with the claims %j', async (claims, reason) => {
    const { check } = await opened();
    expect(await check(await signed(es, { claims: { ...claims } }))).toEqual(refused(reason));
  });

  test('is refused if it is for something else by its typ', async () => {
    const { check } = await opened();
    const reason = 'The token is of another kind (typ) than JWT or at+jwt.';
    for (const typ of ['logout+jwt', 'dpop+jwt', 'secevent+jwt', '']) {
      expect(await check(await signed(es, { header: { typ } })), typ).toEqual(refused(reason));
    }
  });

  test('is valid from the leeway before its nbf, to the leeway after its exp', async () => {
    const start = now.getTime() / 1_000;
    const claims = { nbf: start, exp: start + 10 };
    const accepted = { name: 'ada', expiresAt: new Date((start + 40) * 1_000) };
    const at = async (milliseconds: number) => {
      vi.setSystemTime(milliseconds);
      // Nothing is remembered by an authenticator that is new.
      const { check } = await opened([es], { AUTH_JWT_LEEWAY_SECONDS: '30' });
      return check(await signed(es, { claims }));
    };
    expect(await at((start - 31) * 1_000 + 999)).toEqual(
      refused('The token is not valid yet (nbf), or the clocks differ.'),
    );
    expect(await at((start - 30) * 1_000)).toMatchObject(accepted);
    expect(await at((start + 40) * 1_000 - 1)).toMatchObject(accepted);
    expect(await at((start + 40) * 1_000)).toEqual(refused('The token has expired at 2027-06-01T12:00:10Z.'));
  });

  test('expires at once without a leeway', async () => {
    const { check } = await opened([es], { AUTH_JWT_LEEWAY_SECONDS: '0' });
    const token = await signed(es, { claims: { exp: now.getTime() / 1_000 + 10 } });
    vi.setSystemTime(now.getTime() + 9_999);
    expect(await check(token)).toMatchObject({ name: 'ada' });
    vi.setSystemTime(now.getTime() + 10_000);
    expect(await check(token)).toMatchObject({ kind: 'INVALID' });
  });

  test('is refused with the algorithm none, however it is written', async () => {
    const { check } = await opened();
    const token = await signed(es);
    const reason = 'The algorithm of the signature is not allowed (AUTH_JWT_ALGORITHMS).';
    expect(await check(new UnsecuredJWT({ sub: 'eve', scope: 'admin' }).setExpirationTime('1h').encode())).toEqual(
      refused(reason),
    );
    for (const alg of ['none', 'None', 'NONE', 'HS256']) {
      expect(await check(forged({ alg }, token)), alg).toEqual(refused(reason));
      expect(await check(forged({ alg }, token, 'AAAA')), alg).toEqual(refused(reason));
    }
    expect(await check(forged({}, token))).toMatchObject({ kind: 'INVALID' });
    expect(await check(forged({ alg: ['none'] }, token))).toMatchObject({ kind: 'INVALID' });
  });

  test('is refused if it is signed by HS256 with a public key as the secret', async () => {
    const { check } = await opened();
    const publicKey = await importJWK(rs.jwk, 'RS256', { extractable: true });
    if (publicKey instanceof Uint8Array) throw new Error('this is no public key');
    const [, payload = ''] = (await signed(rs)).split('.');
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(rs.jwk)]) {
      const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'rs' })).toString('base64url');
      const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
      expect(await check(`${header}.${payload}.${signature}`)).toEqual(
        refused('The algorithm of the signature is not allowed (AUTH_JWT_ALGORITHMS).'),
      );
    }
  });

  test('is refused if its signature is of another algorithm, another key, or of other claims', async () => {
    const { check } = await opened();
    const token = await signed(es);
    const evil = await signed(es, { claims: { scope: 'admin' } });
    const [header = '', , signature = ''] = token.split('.');
    const doesNotFit = refused('The signature of the token does not fit.');
    expect(await check(`${header}.${evil.split('.')[1] ?? ''}.${signature}`)).toEqual(doesNotFit);
    expect(await check(await signed({ ...other, kid: 'one' }))).toEqual(doesNotFit);
    expect(await check(`${header}.${evil.split('.')[1] ?? ''}.`)).toEqual(doesNotFit);
    const notKnown = refused('The token is signed with a key that is not known (AUTH_JWKS).');
    expect(await check(await signed(other))).toEqual(notKnown);
    expect(await check(await signed({ ...rs, kid: 'one' }))).toEqual(notKnown);
    const { check: onlyRsa } = await opened([es, rs], { AUTH_JWT_ALGORITHMS: 'RS256' });
    expect(await onlyRsa(token)).toEqual(
      refused('The algorithm of the signature is not allowed (AUTH_JWT_ALGORITHMS).'),
    );
  });

  test('does not bring its own key', async () => {
    const { check } = await opened();
    const { url } = await provider(other);
    for (const header of [{ jwk: other.jwk }, { jku: url }, { x5u: url }, { jwk: other.jwk, kid: undefined }]) {
      expect(await check(await signed(other, { header }))).toMatchObject({ kind: 'INVALID' });
    }
  });

  test('is refused if it demands what is not understood', async () => {
    const { check } = await opened();
    const token = await signed(es);
    expect(await check(forged({ alg: 'ES256', kid: 'one', crit: ['x'], x: 1 }, token, 'AAAA'))).toMatchObject({
      kind: 'INVALID',
    });
  });

  test('without the name of its key is tried with each that may be', async () => {
    const { check } = await opened([es, other]);
    const third = await signingKey('three');
    const header = { kid: undefined };
    expect(await check(await signed(es, { header }))).toEqual(ada);
    expect(await check(await signed(other, { header }))).toEqual(ada);
    expect(await check(await signed(third, { header }))).toEqual(refused('The signature of the token does not fit.'));
    expect(await check(await signed(es, { header, claims: { aud: 'x' } }))).toEqual(
      refused('The token is for another audience (aud) than this server (AUTH_JWT_AUDIENCE).'),
    );
  });

  test.each(['', 'x', 'a.b', '..', '...', 'a.b.c', 'a.b.c.d.e', 'ä.ö.ü', '\0', 'rolegraph_', 'e30.e30.e30'])(
    'is not %j',
    async (text) => {
      const { check } = await opened();
      expect(await check(text)).toMatchObject({ kind: 'INVALID' });
    },
  );

  test('is not any random text, nor any that differs from a token', async () => {
    const { check } = await opened();
    const token = await signed(es);
    const part = fc.string({ unit: 'binary' }).map((text) => Buffer.from(text).toString('base64url'));
    const changed = fc
      .tuple(fc.nat({ max: token.length - 1 }), fc.string({ maxLength: 2 }))
      .map(([at, text]) => token.slice(0, at) + text + token.slice(at + 1));
    const three = fc.tuple(part, part, part).map((parts) => parts.join('.'));
    const claims = fc
      .json()
      .map((json) => forged({ alg: 'ES256', kid: 'one' }, `.${Buffer.from(json).toString('base64url')}.`, 'AAAA'));
    const isSame = (text: string) => {
      const bytes = (given: string) =>
        given
          .split('.')
          .map((each) => Buffer.from(each, 'base64url').toString('hex'))
          .join();
      return bytes(text) === bytes(token);
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), three, changed, claims), async (text) => {
        const checked = await check(text);
        expect(isSame(text) || (isRejection(checked) && checked.kind === 'INVALID')).toBe(true);
        if (isRejection(checked)) expect(checked.reason).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/);
      }),
    );
  });

  test('that is huge is refused before it is read', async () => {
    const { check } = await opened();
    expect(await check('a'.repeat(16_385))).toEqual(refused('The token is longer than 16384 characters.'));
  });
});

describe('verified tokens', () => {
  test('are remembered for a minute at most, so that their signatures are not checked each time', async () => {
    const { authenticator } = await opened();
    const token = await signed(es);
    const first = await authenticator.check(token);
    expect(authenticator.check(token)).toBe(first);
    pass(59);
    expect(authenticator.check(token)).toBe(first);
    pass(1);
    expect(authenticator.check(token)).toBeInstanceOf(Promise);
  });

  test('are not remembered beyond their expiry', async () => {
    const { authenticator } = await opened([es]);
    const token = await signed(es, { claims: { exp: now.getTime() / 1_000 + 10 } });
    const first = await authenticator.check(token);
    pass(9);
    expect(authenticator.check(token)).toBe(first);
    pass(1);
    expect(authenticator.check(token)).toBeInstanceOf(Promise);
  });

  test('are forgotten when the keys change', async () => {
    const { file, check, reloads } = await opened([es]);
    const token = await signed(es);
    expect(await check(token)).toEqual(ada);
    await writeFile(file, keySetText([other]));
    await eventually(() => {
      expect(reloads).toEqual([`Read ${file} again: 1 key.`]);
    });
    expect(await check(token)).toEqual(refused('The token is signed with a key that is not known (AUTH_JWKS).'));
    expect(await check(await signed(other))).toMatchObject({ name: 'ada' });
  });

  test('are only those that were accepted', async () => {
    const { authenticator } = await opened();
    const token = await signed(es, { claims: { aud: 'other' } });
    await authenticator.check(token);
    expect(authenticator.check(token)).toBeInstanceOf(Promise);
  });
});

describe('keys at an address', () => {
  test('are fetched once for many tokens, and again after ten minutes', async () => {
    const { url, fetches } = await provider(es);
    const { check, problems } = await openedWith(url);
    for (let i = 0; i < 5; i++) expect(await check(await signed(es, { claims: { jti: String(i) } }))).toEqual(ada);
    expect(fetches()).toBe(1);
    pass(601);
    expect(await check(await signed(es))).toMatchObject({ name: 'ada' });
    expect(fetches()).toBe(2);
    expect(problems).toEqual([]);
  });

  test('are fetched again for a key that is unknown, because providers change theirs, but not for each', async () => {
    const { url, answer, fetches } = await provider(es);
    const { check } = await openedWith(url);
    answer.body = keySetText([es, other]);
    const notKnown = { kind: 'INVALID' };
    expect(await check(await signed(other))).toMatchObject(notKnown);
    expect(fetches()).toBe(1);
    pass(31);
    expect(await check(await signed(other))).toMatchObject({ name: 'ada' });
    expect(fetches()).toBe(2);
    for (let i = 0; i < 5; i++) expect(await check(await signed({ ...rs, kid: String(i) }))).toMatchObject(notKnown);
    expect(fetches()).toBe(2);
  });

  test('may be unreachable at the start: tokens are then unavailable, and accepted as soon as they can be fetched', async () => {
    const { url, start, stop } = await provider(es);
    await stop();
    const { check, problems, reloads } = await openedWith(url);
    const unavailable = {
      kind: 'UNAVAILABLE',
      reason: 'The keys of the identity provider cannot be fetched. Try again later.',
    };
    const token = await signed(es);
    expect(await check(token)).toEqual(unavailable);
    expect(await check('x')).toMatchObject({ kind: 'INVALID' });
    await start();
    expect(await check(token)).toEqual(unavailable);
    pass(5);
    expect(await check(token)).toMatchObject({ name: 'ada' });
    expect(problems).toEqual([
      `The keys at ${url} (AUTH_JWKS) cannot be fetched: fetch failed (ECONNREFUSED). Until they can, tokens are answered with 503.`,
    ]);
    expect(reloads).toEqual([`The keys at ${url} can be fetched again.`]);
  });

  test('are used for an hour longer while they cannot be fetched; a key that is unknown is unavailable, not invalid', async () => {
    const { url, start, stop } = await provider(es);
    const { check, problems, reloads } = await openedWith(url);
    await stop();
    const long = { claims: { exp: now.getTime() / 1_000 + 10_000 } };
    pass(700);
    expect(await check(await signed(es, long))).toMatchObject({ name: 'ada' });
    expect(await check(await signed(other, long))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(await check(await signed({ ...other, kid: 'one' }, long))).toMatchObject({ kind: 'INVALID' });
    vi.setSystemTime(now.getTime() + 3_600_000);
    expect(await check(await signed(es, long))).toMatchObject({ name: 'ada' });
    pass(61);
    expect(await check(await signed(es, long))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(problems).toEqual([
      `The keys at ${url} (AUTH_JWKS) cannot be fetched: fetch failed (ECONNREFUSED). Those fetched at 2027-06-01T12:00:00.000Z are used for an hour; then tokens are answered with 503.`,
    ]);
    await start();
    pass(5);
    expect(await check(await signed(es, long))).toMatchObject({ name: 'ada' });
    expect(reloads).toHaveLength(1);
  });

  test('are asked for once in five seconds while they cannot be fetched, not by each request', async () => {
    const { url, answer, fetches } = await provider(es);
    answer.status = 500;
    const { check } = await openedWith(url);
    for (let i = 0; i < 5; i++) expect(await check(await signed(es))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(fetches()).toBe(1);
  });

  test.each([
    [{ status: 302 }, 'it answers 302, and redirects are not followed: set AUTH_JWKS to the final address'],
    [{ status: 404 }, 'it answers 404'],
    [{ body: '<html>' }, 'its answer is no JSON Web Key Set'],
    [{ body: '{"issuer": "https://login.example.org"}' }, 'its answer is no JSON Web Key Set'],
  ])('are not what is answered with %j', async (changed, reason) => {
    const { url, answer } = await provider(es);
    Object.assign(answer, changed);
    const { check, problems } = await openedWith(`${url}?client=secret`);
    expect(await check(await signed(es))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(problems).toEqual([
      `The keys at ${url} (AUTH_JWKS) cannot be fetched: ${reason}. Until they can, tokens are answered with 503.`,
    ]);
  });

  test('are not read to the end where there are more than a megabyte', async () => {
    const { url, answer } = await provider(es);
    answer.body = ' '.repeat(1024 * 1024) + answer.body;
    const { check, problems } = await openedWith(url);
    expect(await check(await signed(es))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(problems).toEqual([expect.stringContaining('cannot be fetched: its answer has more than 1 MB.')]);
  });
});

describe('keys in a file', () => {
  test.each([
    ['nothing', '', 'is no JSON Web Key Set: it has to be {"keys": […]}'],
    ['another object', '{}', 'is no JSON Web Key Set: it has to be {"keys": […]}'],
    ['no key', '{"keys": []}', 'has no key for a signature by RS256, '],
    [
      'a key of another algorithm',
      keySetText([{ ...es, jwk: { ...es.jwk, use: 'enc' } }]),
      'has no key for a signature by',
    ],
    ['a private key', JSON.stringify({ keys: [{ ...es.jwk, d: 'AA' }] }), 'holds a private or a shared key'],
    ['a shared key', '{"keys": [{"kty": "oct", "k": "AA"}]}', 'holds a private or a shared key'],
    ['a broken key', JSON.stringify({ keys: [{ ...es.jwk, x: 'AA' }] }), 'has a key that cannot be used ('],
  ])('are refused at the start if it holds %s', async (_, text, problem) => {
    const file = join(await temporaryFolder(), 'keys.json');
    await writeFile(file, text);
    const error: unknown = await openAuthenticator(jwtSettings(file), observed()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ problems: [expect.stringContaining(`AUTH_JWKS: "${file}" ${problem}`)] });
  });

  test('stay as they were while the file is broken', async () => {
    const { file, check, problems } = await opened([es]);
    await writeFile(file, '{');
    await eventually(() => {
      expect(problems).toEqual([
        expect.stringMatching(/is no JSON Web Key Set[^]*What was read before stays valid: 1 key\.$/),
      ]);
    });
    expect(await check(await signed(es))).toMatchObject({ name: 'ada' });
  });
});

test('a request without a token may read if that is set', async () => {
  const { authenticator } = await opened([es], { AUTH_ANONYMOUS: 'read' });
  expect(authenticator.withoutToken).toMatchObject({ name: null, rights: new Set(['read']) });
});
