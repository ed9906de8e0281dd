import { describe, expect, test } from 'vitest';
import { anybody } from '../../../src/access/caller.ts';
import { containing } from '../expected.ts';
import { sendRaw } from '../raw-request.ts';
import { onlyError, post, send, start, type Sent } from '../running-server.ts';
import { knownCallers } from './known-callers.ts';

const query = '/graphql?query={title}';
const bearer = (token: string): Sent => ({ headers: { Authorization: `Bearer ${token}` } });

describe('a server with authentication', () => {
  test('answers a request with a token that gives the right to read, and logs whose it is', async () => {
    const { url, log } = await start({ authenticator: knownCallers() });
    const { status } = await send(`${url}${query}`, bearer('reader-token'));
    expect(status).toBe(200);
    await expect.poll(log).toContainEqual(expect.objectContaining({ path: '/graphql', caller: 'reader' }));
  });

  test('answers 401 without a token, and says how to send one', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const reply = await send(`${url}${query}`);
    expect(reply.status).toBe(401);
    expect(reply.headers).toMatchObject({
      'www-authenticate': 'Bearer realm="rolegraph"',
      'cache-control': 'no-store',
    });
    expect(onlyError(reply)).toMatchObject({
      message: containing('"Authorization: Bearer <token>"'),
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  test.each([
    ['forged-token', 'It is not known.'],
    ['expired-token', 'It expired on 2026-01-01.'],
  ])('answers 401 to %s, and says why', async (token, reason) => {
    const { url } = await start({ authenticator: knownCallers(anybody) });
    const reply = await send(`${url}${query}`, bearer(token));
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toBe(
      `Bearer realm="rolegraph", error="invalid_token", error_description="${reason}"`,
    );
    expect(onlyError(reply).message).toContain(reason);
    expect(reply.text).not.toContain(token);
  });

  test('answers 503 while tokens cannot be checked', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const reply = await send(`${url}${query}`, bearer('unchecked-token'));
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '5']);
    expect(onlyError(reply).extensions['code']).toBe('AUTHENTICATION_UNAVAILABLE');
  });

  test('answers 403 to a token without rights', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const reply = await send(`${url}${query}`, bearer('useless-token'));
    expect(reply.status).toBe(403);
    expect(reply.headers['www-authenticate']).toContain('error="insufficient_scope", scope="read"');
    expect(onlyError(reply).extensions['code']).toBe('FORBIDDEN');
  });

  test('takes a token as the password of Basic, as spreadsheets send it', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const basic = (credentials: string): Sent => ({
      headers: { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    });
    const statuses = await Promise.all(
      ['anyone:reader-token', ':reader-token', 'reader-token:', 'anyone:wrong'].map(
        async (credentials) => (await send(`${url}${query}`, basic(credentials))).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 401, 401]);
  });

  test('answers 401 to other schemes', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const reply = await send(`${url}${query}`, { headers: { Authorization: 'Digest username="reader-token"' } });
    expect([reply.status, onlyError(reply).message]).toEqual([401, containing('of the form "Bearer <token>"')]);
  });

  test('answers 401 to two tokens, of which a proxy may have looked at the other one', async () => {
    const server = await start({ authenticator: knownCallers() });
    const tokens = ['reader-token', 'forged-token'].map((token) => `Authorization: Bearer ${token}\r\n`);
    const head = `GET ${query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`;
    const { statuses, text } = await sendRaw(server, [`${head}${tokens.join('')}\r\n`]);
    expect(statuses).toEqual([401]);
    expect(text).toContain('2 Authorization headers');
  });

  test('lets everybody read where that is set, and still refuses wrong tokens', async () => {
    const { url } = await start({ authenticator: knownCallers(anybody) });
    const without = await send(`${url}${query}`);
    expect([without.status, without.headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate']);
    expect((await send(`${url}${query}`, bearer('forged-token'))).status).toBe(401);
  });

  test('hides even what it does not serve, and answers probes and preflights', async () => {
    const { url } = await start({ authenticator: knownCallers(), corsOrigins: ['https://a.example'] });
    const statusOf = async (path: string, sent?: Sent) => (await send(`${url}${path}`, sent)).status;
    expect(await statusOf('/nothing-here')).toBe(401);
    expect(await statusOf('/nothing-here', bearer('reader-token'))).toBe(404);
    expect([await statusOf('/health'), await statusOf('/ready')]).toEqual([200, 200]);
    const preflight = await send(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://a.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
  });

  test('lets a page of an allowed origin read why it is refused', async () => {
    const { url } = await start({ authenticator: knownCallers(), corsOrigins: ['https://a.example'] });
    const { headers } = await send(`${url}${query}`, { headers: { Origin: 'https://a.example' } });
    expect(headers['access-control-allow-origin']).toBe('https://a.example');
  });
});

describe('cached answers', () => {
  test('are shared among callers who may read, and never sent to others', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const first = await send(`${url}${query}`, bearer('reader-token'));
    const second = await send(`${url}${query}`, bearer('admin-token'));
    expect([first.status, second.status]).toEqual([200, 200]);
    // The second is the first, as it was kept.
    expect(second.text).toBe(first.text);
    expect(first.headers['cache-control']).toBe('private, max-age=0, must-revalidate');
    for (const token of ['forged-token', 'expired-token']) {
      expect((await send(`${url}${query}`, bearer(token))).status).toBe(401);
    }
    const known = { 'If-None-Match': first.headers.etag ?? '' };
    expect((await send(`${url}${query}`, { headers: known })).status).toBe(401);
    expect(
      (await send(`${url}${query}`, { headers: { ...known, Authorization: 'Bearer useless-token' } })).status,
    ).toBe(403);
    expect((await send(`${url}${query}`, { headers: { ...known, Authorization: 'Bearer admin-token' } })).status).toBe(
      304,
    );
  });
});

describe('a browser', () => {
  const page: Sent = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
  const form = (fields: Readonly<Record<string, string>>, headers = {}): Sent => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

  test('gets a form for its token, which leads back to the page', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const asked = await send(`${url}/role/data-engineer?x=1`, page);
    expect([asked.status, asked.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(asked.text).toContain('action="../sign-in"');
    expect(asked.text).toContain('name="to" value="role/data-engineer?x=1"');
    // With "no-referrer", browsers send a form with "Origin: null".
    for (const { headers } of [asked, await send(`${url}/sign-in`)]) {
      expect(headers['referrer-policy']).toBe('same-origin');
    }
    const signedIn = await send(`${url}/sign-in`, form({ token: 'reader-token', to: 'role/data-engineer?x=1' }));
    expect([signedIn.status, signedIn.headers.location]).toEqual([303, './role/data-engineer?x=1']);
    expect(signedIn.headers['set-cookie']).toEqual(['rolegraph_token=reader-token; Path=/; HttpOnly; SameSite=Lax']);
  });

  test('reads with the cookie, among other cookies, and writes nothing with it', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const withCookie = (cookie: string) => send(`${url}${query}`, { headers: { Cookie: cookie } });
    expect((await withCookie('a=b; rolegraph_token=admin-token; c=d')).status).toBe(200);
    expect((await withCookie('rolegraph_token=forged-token')).status).toBe(401);
    expect((await withCookie('xrolegraph_token=admin-token')).status).toBe(401);
  });

  test('keeps a token no longer than it is valid, and sends it only by https where that is used', async () => {
    const { url } = await start({ authenticator: knownCallers(), env: { TRUST_PROXY: '1' } });
    const signedIn = await send(
      `${url}/sign-in`,
      form({ token: 'short-token' }, { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '10.0.0.1' }),
    );
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/; SameSite=Lax; Secure; Max-Age=3[56]\d\d$/);
  });

  test.each([
    ['', 400, 'Enter a token.'],
    ['forged-token', 401, 'It is not known.'],
    ['unchecked-token', 503, 'The keys cannot be fetched.'],
    ['useless-token', 403, 'gives no right to read'],
  ])('is told why the token "%s" is not accepted', async (token, status, reason) => {
    const { url } = await start({ authenticator: knownCallers() });
    const reply = await send(`${url}/sign-in`, form({ token, to: 'plan' }));
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(reason);
    expect(reply.text).toContain('name="to" value="plan"');
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  test.each(['//evil.example/', 'https://evil.example/', '\\\\evil.example', 'a\r\nX: y', '/../..//evil.example'])(
    'is never led to another site by the sign-in: %j',
    async (to) => {
      const { url } = await start({ authenticator: knownCallers() });
      const { headers } = await send(`${url}/sign-in`, form({ token: 'reader-token', to }));
      expect(new URL(headers.location ?? '', `${url}/sign-in`).origin).toBe(url);
    },
  );

  test.each(['/role/größe', 'a\0b', '\u2028'])('is signed in where the address to go back to is %j', async (to) => {
    const { url } = await start({ authenticator: knownCallers() });
    const { status, headers } = await send(`${url}/sign-in`, form({ token: 'reader-token', to }));
    expect([status, headers.location]).toEqual([303, './']);
  });

  test('finds the button for signing out at /sign-in once it has a token', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const before = await send(`${url}/sign-in`, page);
    expect(before.text).not.toContain('Sign out');
    const after = await send(`${url}/sign-in`, {
      headers: { ...page.headers, Cookie: 'rolegraph_token=reader-token' },
    });
    expect(after.text).toContain('action="sign-out"');
  });

  test('is not signed in or out by a page of another site, and signs out by its own', async () => {
    const { url } = await start({ authenticator: knownCallers() });
    const foreign = { Origin: 'https://evil.example' };
    expect((await send(`${url}/sign-in`, form({ token: 'reader-token' }, foreign))).status).toBe(403);
    expect((await send(`${url}/sign-out`, form({}, foreign))).status).toBe(403);
    const out = await send(`${url}/sign-out`, form({}));
    expect([out.status, out.headers.location]).toEqual([303, './sign-in']);
    expect(out.headers['set-cookie']?.[0]).toMatch(/^rolegraph_token=; .*Max-Age=0$/);
  });
});

test('a server without authentication has no sign-in and ignores tokens', async () => {
  const server = await start();
  expect((await send(`${server.url}/sign-in`)).status).toBe(404);
  expect((await post(server, { query: '{ title }' }, { Authorization: 'Bearer anything' })).status).toBe(200);
});
