import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { helpPages } from '../../../src/server/help-pages.ts';
import { StoreError, type StoreErrorCode } from '../../../src/store/store-error.ts';
import { failingStore } from '../failing-store.ts';
import { onlyError, post, start } from '../running-server.ts';
import { containing, matching } from '../expected.ts';

describe('errors of a query', () => {
  test.each([
    ['GRAPHQL_PARSE_FAILED', '{ title', 400],
    ['GRAPHQL_VALIDATION_FAILED', '{ titel }', 400],
    ['BAD_USER_INPUT', '{ page(first: "x") }', 400],
    ['BAD_REQUEST', 'fragment F on Item { title }', 400],
    ['BAD_REQUEST', 'query A { title } query B { title }', 400],
  ])('a query fails with %s: %s', async (code, query, status) => {
    const reply = await post(await start(), { query });
    expect([reply.status, onlyError(reply).extensions['code']]).toEqual([status, code]);
  });

  test.each([
    ['{ page(first: "x") }', 'first'],
    ['{ page(first: 99999999999) }', 'first'],
    ['{ page(first: null) }', 'first'],
    ['{ page }', 'first'],
    ['{ page(first: 1, ids: [["a"]]) }', 'ids'],
    ['query ($ids: [ID]) { page(first: 1, ids: $ids) }', 'ids'],
  ])('the error about an invalid value names the argument: %s', async (query, argument) => {
    const reply = await post(await start(), { query, variables: { ids: [{}] } });
    expect(reply.status).toBe(400);
    expect(onlyError(reply).extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });

  test.each(['{ page(first: $n) }', '{ page(first: 1, nowhere: 2) }', '{ title @include(unless: true) }'])(
    'an error that no value causes is a validation error: %s',
    async (query) => {
      const reply = await post(await start(), { query });
      expect(reply.text).toContain('GRAPHQL_VALIDATION_FAILED');
    },
  );

  test('the error about an unknown operation names the operations that exist', async () => {
    const reply = await post(await start(), { query: 'query A { title } query B { title }', operationName: 'C' });
    expect(onlyError(reply).message).toBe('The query contains no operation named "C"; it contains: A, B.');
  });

  test.each([[{}], [{ n: 'x' }], [{ n: null }]])(
    'the error about invalid variables names the argument: %j',
    async (variables) => {
      const reply = await post(await start(), { query: 'query Q($n: Int!) { page(first: $n) }', variables });
      expect(reply.status).toBe(400);
      expect(onlyError(reply).extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    },
  );

  test('the error about an argument that a variable makes null names the argument', async () => {
    const query = 'query Q($n: Int = 1) { page(first: $n) }';
    const reply = await post(await start(), { query, variables: { n: null } });
    expect(onlyError(reply).extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  test('the errors of a query are the same when it is sent again', async () => {
    const server = await start();
    const first = await post(server, { query: '{ titel }' });
    expect((await post(server, { query: '{ titel }' })).text).toBe(first.text);
  });
});

describe('expected errors of a field', () => {
  test('the error about an ambiguous argument lists the candidates', async () => {
    const reply = await post(await start(), { query: '{ argumentError title }' });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ data: { argumentError: null, title: 'a title' } });
    expect(onlyError(reply)).toEqual({
      message: 'by.title is ambiguous.',
      path: ['argumentError'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'BAD_USER_INPUT', argument: 'by.title', candidates: ['role:a', 'role:b'] },
    });
  });

  test.each([
    ['conflict', 'CONFLICT', 'Another import was faster.'],
    ['unavailable', 'UNAVAILABLE', 'The store does not answer.'],
    ['damaged', 'DAMAGED', 'The file is damaged.'],
  ])('a failure of the store is an error with its code: %s', async (field, code, message) => {
    const server = await start();
    expect(onlyError(await post(server, { query: `{ ${field} }` }))).toMatchObject({ message, extensions: { code } });
    expect(server.log().some((line) => line['level'] === 50 && line['at'] === field)).toBe(true);
  });

  test('errors in one list, some at once and some later, are reported as one error, and the server continues', async () => {
    const server = await start();
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    onTestFinished(() => {
      process.off('unhandledRejection', unheard);
    });
    const reply = await post(server, { query: '{ failingItems { title } }' });
    expect(onlyError(reply)).toMatchObject({ message: 'first is 0.', extensions: { code: 'BAD_USER_INPUT' } });
    // A rejection that nobody handles is reported at the end of the turn of the event loop in which it happens.
    await new Promise(setImmediate);
    expect(unheard).not.toHaveBeenCalled();
  });

  test('one failure that affects several fields is an error of each and one line in the log', async () => {
    const server = await start();
    const { text } = await post(server, { query: '{ a: late b: late }' });
    expect(JSON.parse(text)).toMatchObject({ errors: [{ path: ['a'] }, { path: ['b'] }] });
    expect(server.log().filter((line) => line['level'] === 50)).toHaveLength(1);
  });

  const codes: Readonly<Record<StoreErrorCode, true>> = {
    CONFLICT: true,
    UNAVAILABLE: true,
    TIMEOUT: true,
    UNAUTHORIZED: true,
    MISCONFIGURED: true,
    DAMAGED: true,
    MISSING: true,
    EXPIRED: true,
  };

  test.each(Object.keys(codes).filter(isCode))(
    'a store that gives no catalog is answered with 503 and the reason: %s',
    async (code) => {
      const cause = new Error('secret host');
      const server = await start({
        store: failingStore(new StoreError(code, 'The store does not answer.', { cause })),
      });
      const reply = await post(server, { query: '{ title }' });
      expect(reply.status).toBe(503);
      const help = helpPages.get(code);
      expect(onlyError(reply)).toEqual({ message: 'The store does not answer.', extensions: { code, help } });
      expect(reply.text).not.toContain('secret');
    },
  );

  function isCode(text: string): text is StoreErrorCode {
    return Object.hasOwn(codes, text);
  }
});

describe('unexpected errors', () => {
  test.each(['bug', 'text', 'bareGraphQLError', 'broken', 'notANumber'])('%s is masked and logged', async (field) => {
    const server = await start();
    const reply = await post(server, { query: `query Q { ${field} }` }, { 'X-Request-Id': 'try-1' });
    expect(reply.text).not.toMatch(/secret|Cannot return null|represent/);
    expect(onlyError(reply)).toMatchObject({
      message: matching(/^The server failed to answer.*request id try-1/),
      path: [field],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'try-1' },
    });
    const [logged] = server.log().filter((line) => line['level'] === 50);
    expect(logged).toMatchObject({
      requestId: 'try-1',
      operation: 'Q',
      at: field,
      err: { stack: containing('') },
    });
  });

  test('a failure to create the context is answered with 500 and masked', async () => {
    const reply = await post(await start({ store: failingStore(new Error('secret path')) }), { query: '{ title }' });
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('secret');
    expect(onlyError(reply).extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});
