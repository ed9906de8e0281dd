import { expect, test } from 'vitest';
import { send, start } from './running-server.ts';
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
  expect([asked.status, corsHeaders(asked.headers)]).toEqual([200, []]);
  expect([preflighted.status, corsHeaders(preflighted.headers)]).toEqual([204, []]);
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
    expect([corsHeaders(asked.headers), corsHeaders(preflighted.headers)]).toEqual([[], []]);
    expect(asked.headers.vary).toContain('Origin');
  },
);
