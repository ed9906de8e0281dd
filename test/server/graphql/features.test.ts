import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { containing } from '../expected.ts';
import { onlyError, post, send, start } from '../running-server.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('features that are turned off', () => {
  test('without GraphiQL, a browser is answered like a program, and no page links to it', async () => {
    const { url } = await start({ env: { GRAPHIQL: 'off' } });
    const asked = await send(`${url}/graphql?query={title}`, { headers: browser });
    expect([asked.headers['content-type'], asked.text]).toEqual([
      'application/json; charset=utf-8',
      '{"data":{"title":"a title"}}',
    ]);
    expect(await send(`${url}/graphiql/graphiql.js`)).toMatchObject({ status: 404 });
    const { text } = await send(`${url}/`);
    expect([text.includes('href="graphql'), text.includes('href="schema.graphql"')]).toEqual([false, true]);
  });

  test('without introspection, neither a query nor a file shows the schema', async () => {
    const server = await start({ env: { INTROSPECTION: 'off' } });
    for (const query of [
      '{ __schema { types { name } } }',
      '{ title ...A } fragment A on Query { a: __type(name: "Item") { name } }',
    ]) {
      const error = onlyError(await post(server, { query }));
      expect(error).toMatchObject({
        message: containing('Introspection is turned off on this server'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    }
    expect((await post(server, { query: '{ __typename }' })).text).toBe('{"data":{"__typename":"Query"}}');
    const file = await send(`${server.url}/schema.graphql`);
    expect([file.status, file.text]).toEqual([
      404,
      'Not found. Available paths: /, /about, /docs, /graphql, /graph, /picture, /health, /ready.\n',
    ]);
    expect((await send(`${server.url}/`)).text).not.toContain('schema.graphql');
  });

  test.each([
    ['a field', { query: '{ titel }' }],
    ['an argument', { query: '{ roles(frist: 1) { totalCount } }' }],
    ['a type', { query: '{ ... on Quer { __typename } }' }],
    ['an enum value', { query: '{ search(query: "a", kinds: [ROL]) { edges { cursor } } }' }],
    [
      'an enum value in a variable',
      { query: 'query($k: [NodeKind!]) { search(query: "a", kinds: $k) { totalCount } }', variables: { k: ['ROL'] } },
    ],
  ])('without suggestions, an unknown name gets no similar ones: %s', async (_, body) => {
    const off = await start({ schema, env: { ROLEGRAPH_SUGGESTIONS: 'off' } });
    const reply = await post(off, body);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toContain('Did you mean');
  });

  test('without GET queries, GET shows the page and refuses queries', async () => {
    const { url } = await start({ env: { ROLEGRAPH_GET_QUERIES: 'off' } });
    const asked = await send(`${url}/graphql?query={title}`);
    expect([asked.status, asked.headers.allow]).toEqual([405, 'POST']);
    expect(onlyError(asked).message).toContain('Queries by GET are turned off on this server');
    expect(await send(`${url}/graphql`, { headers: browser })).toMatchObject({ status: 200 });
  });

  test('a hardened server accepts only POST at /graphql', async () => {
    const server = await start({ env: { ROLEGRAPH_HARDENED: '1' } });
    const asked = await send(`${server.url}/graphql?query={title}`, { headers: browser });
    expect([asked.status, asked.headers.allow]).toEqual([405, 'POST, OPTIONS']);
    expect((await post(server, { query: '{ title }' })).text).toBe('{"data":{"title":"a title"}}');
  });
});

describe('limits that are set', () => {
  const directives = (count: number) => `{ title ${'@a '.repeat(count)} }`;
  test.each([
    ['ROLEGRAPH_MAX_TOKENS', '100', `{ ${'a: title '.repeat(40)} }`, 'more than 100 tokens'],
    [
      'ROLEGRAPH_MAX_DEPTH',
      '2',
      '{ item { item { item { title } } } }',
      'nests objects 3 levels deep; at most 2 are allowed',
    ],
    ['ROLEGRAPH_MAX_ALIASES', '1', '{ a: title b: title }', 'more than 1 aliases, the limit'],
    ['ROLEGRAPH_MAX_DIRECTIVES', '1', directives(2), 'has 2 directives at title; at most 1 are allowed at one place'],
    [
      'ROLEGRAPH_MAX_PAGE',
      '50',
      '{ page(first: 51) }',
      'first is 51; it must be between 1 and 50, the limit of this server',
    ],
  ])('%s=%s is enforced, and stated in the message', async (name, value, query, message) => {
    const reply = await post(await start({ env: { [name]: value } }), { query });
    expect(reply.status).toBe(400);
    expect(onlyError(reply).message).toContain(message);
  });

  test('ROLEGRAPH_MAX_BODY_KB limits bodies and addresses, and a larger one allows larger bodies', async () => {
    const small = await start({ env: { ROLEGRAPH_MAX_BODY_KB: '1' } });
    const large = await start({ env: { ROLEGRAPH_MAX_BODY_KB: '300' } });
    const body = (bytes: number) => ({ query: '{ title }'.padEnd(bytes, ' ') });
    expect(onlyError(await post(small, body(1_024))).message).toContain('larger than 1 kB (1,024 bytes), the limit');
    const address = await send(`${small.url}/graphql?query={title}`.padEnd(1_100, '+'));
    expect([address.status, onlyError(address).message]).toEqual([414, containing('longer than 1 kB (1,024 bytes)')]);
    expect((await post(large, body(290 * 1_024))).status).toBe(200);
  });

  test('the limit of directives counts those of one place, wherever it is', async () => {
    const server = await start();
    const valid = `{ ${Array.from({ length: 10 }, (_, n) => `a${n}: title @include(if: true) @skip(if: false)`).join(' ')} }`;
    expect((await post(server, { query: valid })).status).toBe(200);
    for (const query of [directives(6), `query ${'@a '.repeat(6)} { title }`, `{ ... ${'@a '.repeat(6)} { title } }`]) {
      expect(onlyError(await post(server, { query })).message).toContain('has 6 directives');
    }
  });

  test('the limit of pages counts variables and their defaults, in last, too', async () => {
    const server = await start({ schema, env: { ROLEGRAPH_MAX_PAGE: '30' } });
    const query = 'query($n: Int = 31) { roles(last: $n) { totalCount } }';
    const message = 'last is 31; it must be between 1 and 30, the limit of this server.';
    expect(onlyError(await post(server, { query }))).toMatchObject({
      message,
      extensions: { code: 'BAD_USER_INPUT', argument: 'last' },
    });
    expect(onlyError(await post(server, { query, variables: { n: 31 } })).message).toBe(message);
    expect((await post(server, { query, variables: { n: 30 } })).text).toContain('"totalCount":138');
  });
});
