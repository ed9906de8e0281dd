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

test.each(['Application/JSON; charset=utf-8', 'application/json;charset="UTF-8"', 'application/json; profile=x'])(
  'accepts a body of type %s',
  async (type) => {
    const { url } = await start();
    const sent = { method: 'POST', headers: { 'Content-Type': type }, body: '{"query":"{ title }"}' };
    expect((await send(`${url}/graphql`, sent)).text).toBe(answer);
  },
);

test.each(['utf-16', 'iso-8859-1', 'us-ascii'])(
  'refuses a body in %s, and says which charset to use',
  async (charset) => {
    const { url } = await start();
    const headers = { 'Content-Type': `application/json; charset=${charset}` };
    const reply = await send(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ title }"}' });
    expect([reply.status, onlyError(reply).message]).toEqual([
      415,
      `The charset of the request's Content-Type is "${charset}". Send the body in UTF-8.`,
    ]);
  },
);

test.each([
  ['an id, as a network layer of Relay sends it', '{"id":"RolesQuery","query":"{ title }","variables":{}}'],
  ['a doc_id and a flag', '{"doc_id":"1","query":"{ title }","batch":true}'],
  ['a member named like one of every object', '{"__proto__":{"a":1},"constructor":1,"query":"{ title }"}'],
  ['an operation name that is empty', '{"query":"{ title }","operationName":""}'],
  ['members that are null', '{"query":"{ title }","operationName":null,"variables":null,"extensions":null}'],
  ['a byte order mark', '\uFEFF{"query":"{ title }"}'],
])('answers a body with %s', async (_, body) => {
  const { url } = await start();
  expect((await send(`${url}/graphql`, { method: 'POST', headers: json, body })).text).toBe(answer);
});

test('ignores other parameters in an address, and an operation name that is empty', async () => {
  const { url } = await start();
  expect((await send(`${url}/graphql?query={title}&id=x&operationName=`)).text).toBe(answer);
});

test('an empty operation name chooses none of several operations', async () => {
  const { url } = await start();
  const body = '{"query":"query A { title } query B { title }","operationName":""}';
  const reply = await send(`${url}/graphql`, { method: 'POST', headers: json, body });
  expect(onlyError(reply).message).toContain('Set operationName to one of: A, B.');
});

test.each([
  ['a byte that never occurs', [0xff]],
  ['half a character', [0xc3]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
])('refuses a body that is not UTF-8: %s', async (_, bytes) => {
  const { url } = await start();
  const body = Buffer.concat([Buffer.from('{"query":"{ title }","x":"'), Buffer.from(bytes), Buffer.from('"}')]);
  const reply = await send(`${url}/graphql`, { method: 'POST', headers: json, body });
  expect([reply.status, onlyError(reply).message]).toEqual([
    400,
    'The body of the request is not valid UTF-8. Send the JSON in UTF-8.',
  ]);
});

test('refuses an address that is not UTF-8', async () => {
  const { url } = await start();
  const reply = await send(`${url}/graphql?query={title}&variables={"a":"%ff"}`);
  expect([reply.status, onlyError(reply).message]).toEqual([
    400,
    'The address of the request is not valid UTF-8. Encode its characters in UTF-8, each byte as % and two digits.',
  ]);
});

test.each(['PUT', 'DELETE', 'PATCH'])('the answer to a request by %s names the accepted methods', async (method) => {
  const { url } = await start();
  const graphql = await send(`${url}/graphql`, { method });
  expect([graphql.status, graphql.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  expect(onlyError(graphql).message).toContain(`the request method was ${method}`);
  const health = await send(`${url}/health`, { method });
  expect([health.status, health.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

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

test.each(['localhost:4000', '[::1]:4000', 'a_b.example:', 'xn--caf-dma.example'])(
  'accepts a Host that is formally valid: %s',
  async (host) => {
    const { url } = await start({ env: { ALLOWED_HOSTS: 'a_b.example,xn--caf-dma.example' } });
    expect((await send(`${url}/graphql?query={title}`, { headers: { Host: host } })).status).toBe(200);
  },
);
