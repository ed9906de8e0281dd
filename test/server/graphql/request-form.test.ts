import { expect, test } from 'vitest';
import { onlyError, send, start } from '../running-server.ts';
import { containing } from '../expected.ts';

const json = { 'Content-Type': 'application/json' };
const answer = '{"data":{"title":"a title"}}';

test('answers a query in the address, also with variables, and HEAD without a body', async () => {
  const { url } = await start();
  const variables = encodeURIComponent('{"n":1}');
  const address = `${url}/graphql?query=query($n:Int!){page(first:$n)}&variables=${variables}`;
  const read = await send(address);
  const head = await send(address, { method: 'HEAD' });
  expect(read.text).toBe('{"data":{"page":1}}');
  expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', read.headers['content-length']]);
});

test.each([
  ['a body that is not JSON', { body: '{"query"', headers: json }, 400, 'cannot be read as JSON'],
  ['no body', { body: '', headers: json }, 400, 'cannot be read as JSON'],
  ['no query', { body: '{}', headers: json }, 400, 'query'],
  ['null', { body: 'null', headers: json }, 400, 'object'],
  ['another type', { body: 'query={title}', headers: { 'Content-Type': 'text/plain' } }, 415, '"text/plain"'],
  ['no type', { body: '{"query":"{ title }"}', headers: {} }, 415, 'application/json'],
  [
    'a form',
    { body: 'query={title}', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    'Send a POST',
  ],
])('refuses a POST with %s', async (_, sent, status, message) => {
  const { url } = await start();
  const reply = await send(`${url}/graphql`, { method: 'POST', ...sent });
  expect(reply.status).toBe(status);
  expect(reply.headers['content-type']).toMatch(/json/);
  expect(onlyError(reply)).toMatchObject({
    message: containing(message),
    extensions: { code: 'BAD_REQUEST' },
  });
});

test.each(['?query={title}&variables={', '?query={title}&extensions=x', '', '?query='])(
  'refuses GET /graphql%s',
  async (search) => {
    const { url } = await start();
    const reply = await send(`${url}/graphql${search}`);
    expect([reply.status, onlyError(reply).extensions['code']]).toEqual([400, 'BAD_REQUEST']);
  },
);

test('accepts a charset and capital letters in the Content-Type', async () => {
  const { url } = await start();
  const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
  expect((await send(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ title }"}' })).text).toBe(answer);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  'the answer to a request by %s names the accepted methods',
  async (method) => {
    const { url } = await start();
    const graphql = await send(`${url}/graphql`, { method });
    expect([graphql.status, graphql.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expect(onlyError(graphql).message).toContain(`the request method was ${method}`);
    const health = await send(`${url}/health`, { method });
    expect([health.status, health.headers.allow]).toEqual([405, 'GET, HEAD']);
  },
);

test.each(['[bad', 'x/graphql?query={__typename}#', 'x#', 'x?a', 'a@b', 'a%2', 'a:b', 'é'])(
  'refuses the invalid Host %s, and does not share that answer with equal requests',
  async (host) => {
    const { url } = await start();
    const address = `${url}/graphql?query={title}`;
    const reply = await send(address, { headers: { Host: host } });
    expect([reply.status, onlyError(reply).message]).toEqual([
      400,
      `The Host header of the request is ${JSON.stringify(host)}; it must be a host name or address, with or without a port.`,
    ]);
    expect((await send(address)).text).toContain('"title"');
  },
);

test.each(['localhost:4000', '[::1]:4000', 'a_b.example:', 'xn--caf-dma.example', 'a%20b'])(
  'accepts a Host that is formally valid: %s',
  async (host) => {
    const { url } = await start();
    expect((await send(`${url}/graphql?query={title}`, { headers: { Host: host } })).status).toBe(200);
  },
);

test('refuses a media type that it cannot serve', async () => {
  const { url } = await start();
  expect((await send(`${url}/graphql?query={title}`, { headers: { Accept: 'image/png' } })).status).toBe(406);
});
