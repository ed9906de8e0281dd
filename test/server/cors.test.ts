import { expect, test } from 'vitest';
import { onlyError, send, start } from './running-server.ts';
import { containing } from './expected.ts';

const listed = ['https://a.example', 'https://b.example'];
const query = '/graphql?query={title}';
const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type',
  },
});

function corsHeaders(headers: object): readonly string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-'));
}

test('pages of other origins may not send requests if no origin is listed', async () => {
  const { url } = await start();
  const asked = await send(`${url}${query}`, { headers: { Origin: 'https://a.example' } });
  const preflighted = await send(`${url}/graphql`, preflight('https://a.example'));
  expect([asked.status, corsHeaders(asked.headers)]).toEqual([403, []]);
  expect([preflighted.status, corsHeaders(preflighted.headers)]).toEqual([403, []]);
  expect(onlyError(asked)).toMatchObject({
    message: containing('a page of the origin "https://a.example". This server answers its own pages'),
    extensions: { code: 'BAD_REQUEST' },
  });
});

test('a foreign origin is refused although the same request has a cached answer', async () => {
  const { url } = await start();
  const statusOf = async (headers: object) => (await send(`${url}${query}`, { headers: { ...headers } })).status;
  expect([await statusOf({}), await statusOf({ Origin: 'https://a.example' })]).toEqual([200, 403]);
});

test("the server's own pages may send requests, also behind a proxy that adds TLS or changes the host", async () => {
  const { url } = await start();
  const { port } = new URL(url);
  const headers = [
    { Origin: url },
    { Origin: `http://localhost:${port}`, Host: `LOCALHOST:${port}` },
    { Origin: 'https://localhost', Host: 'localhost' },
    { Origin: 'https://localhost', Host: 'localhost:443' },
    { Origin: 'https://graph.example.org', 'Sec-Fetch-Site': 'same-origin' },
  ];
  for (const each of headers) {
    expect(await send(`${url}${query}`, { headers: each })).toMatchObject({ status: 200 });
  }
});

test.each([[listed], [listed.slice(0, 1)]])(
  'pages of listed origins may send requests without credentials: %j',
  async (corsOrigins) => {
    const { url } = await start({ corsOrigins });
    const asked = await send(`${url}${query}`, { headers: { Origin: 'https://a.example' } });
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      vary: containing('Origin'),
    });
    const preflighted = await send(`${url}/graphql`, preflight('https://a.example'));
    expect(preflighted).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://a.example',
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        'access-control-allow-headers': 'content-type',
      },
    });
    expect(preflighted.headers).not.toHaveProperty('access-control-allow-credentials');
  },
);

test.each(['https://c.example', 'http://a.example', 'null', 'https://a.example.evil.example'])(
  'pages of origins that are not listed may not send requests: %s',
  async (origin) => {
    const { url } = await start({ corsOrigins: listed });
    const asked = await send(`${url}${query}`, { headers: { Origin: origin } });
    const preflighted = await send(`${url}/graphql`, preflight(origin));
    expect([asked.status, corsHeaders(asked.headers)]).toEqual([403, []]);
    expect([preflighted.status, corsHeaders(preflighted.headers)]).toEqual([403, []]);
    expect(asked.headers.vary).toContain('Origin');
  },
);

test('local files may send requests if null is listed', async () => {
  const { url } = await start({ corsOrigins: ['null'] });
  const asked = await send(`${url}${query}`, { headers: { Origin: 'null' } });
  expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([200, 'null']);
});

test.each([
  ['http://localhost:5173', 200],
  ['https://app.localhost', 200],
  ['http://127.0.0.1:8080', 200],
  ['http://[::1]:3000', 200],
  ['http://localhost.example.org', 403],
  ['http://192.168.1.2:3000', 403],
  ['null', 403],
])('serve --dev: a page of %s gets the status %i', async (origin, status) => {
  const { url } = await start({ allowsLocalOrigins: true });
  const asked = await send(`${url}${query}`, { headers: { Origin: origin } });
  expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([
    status,
    status === 200 ? origin : undefined,
  ]);
});
