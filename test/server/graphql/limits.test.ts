import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { expectWithin } from '../../support/promised-time.ts';
import { containing } from '../expected.ts';
import { onlyError, post, send, start } from '../running-server.ts';

const depth = (levels: number) => `{ ${'item { '.repeat(levels)}title${' }'.repeat(levels)} }`;
const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: title`).join(' ')} }`;
/** Names, values and punctuation are tokens, commas are not: 12 around the list. */
const tokens = (count: number) => `{ page(first: 1, ids: [${'"a", '.repeat(count - 12)}]) }`;
const comments = (count: number) => `${'#\n'.repeat(count)}{ title }`;

/** As many fragments as given, each spreading the next one twice: as selections, 2 to that power. */
const doubling = (count: number, inner: string) =>
  `{ item { ...F0 } } ${Array.from(
    { length: count },
    (_, n) => `fragment F${n} on Item { ${n === count - 1 ? inner : `...F${n + 1} ...F${n + 1}`} }`,
  ).join(' ')}`;

describe('queries within the limits', () => {
  test.each([
    ['10 levels of objects', depth(10)],
    [
      'three steps through overlaps',
      '{ item { item { items { item { item { items { item { item { items { item { title } } } } } } } } } } }',
    ],
    [
      '10 levels through fragments',
      `{ item { ...A } } fragment A on Item { ${'item { '.repeat(9)}title${' }'.repeat(10)}`,
    ],
    ['15 aliases', aliases(15)],
    ['1,000 tokens', tokens(1_000)],
    ['1,000 tokens, a field repeated', `{ ${'title '.repeat(998)}}`],
    ['1,000 tokens, fields with a selection repeated', `{ ${'item { title } '.repeat(249)}title title }`],
    ['1,000 comments', comments(1_000)],
    ['a fragment spread very often', doubling(60, 'title')],
  ])('accepts %s', async (_, query) => {
    const reply = await post(await start(), { query });
    expect({ status: reply.status, errors: reply.text.includes('"errors"') }).toEqual({ status: 200, errors: false });
  });
});

describe('queries beyond the limits', () => {
  test.each([
    ['GRAPHQL_VALIDATION_FAILED', 'nests objects 11 levels deep; at most 10 are allowed', depth(11)],
    [
      'GRAPHQL_VALIDATION_FAILED',
      'nests objects 11 levels deep; at most 10 are allowed',
      `{ item { ...A } } fragment A on Item { item { ... on Item { ...B } } } fragment B on Item { ${'item { '.repeat(9)}title${' }'.repeat(10)}`,
    ],
    ['GRAPHQL_VALIDATION_FAILED', 'more than 15 aliases', aliases(16)],
    [
      'GRAPHQL_VALIDATION_FAILED',
      'more than 15 aliases',
      '{ item { ...A item { ...A } } } fragment A on Item { a: title b: title c: title d: title ...B ...B } fragment B on Item { e: title f: title }',
    ],
    ['GRAPHQL_VALIDATION_FAILED', 'more than 15 aliases', doubling(60, 'a: title')],
    ['GRAPHQL_PARSE_FAILED', 'more than 1,000 tokens', tokens(1_001)],
    ['GRAPHQL_PARSE_FAILED', 'more than 1,000 comments', comments(1_001)],
  ])('refuses a query with %s: %s', async (code, message, query) => {
    const server = await start();
    const startedAt = performance.now();
    const reply = await post(server, { query });
    expect(reply.status).toBe(400);
    expect(onlyError(reply)).toMatchObject({ message: containing(message), extensions: { code } });
    expectWithin(performance.now() - startedAt, 2_000);
  });

  test('refuses fragments that contain themselves by the validation rule for cycles', async () => {
    const query =
      '{ item { ...A } } fragment A on Item { a: title item { ...B } } fragment B on Item { item { ...A } }';
    expect(onlyError(await post(await start(), { query })).message).toContain('within itself');
  });

  test('refuses several operations in one request', async () => {
    const reply = await post(await start(), [{ query: '{ title }' }]);
    expect(reply.status).toBe(400);
    expect(onlyError(reply)).toMatchObject({ message: containing('one operation per request') });
  });
});

describe('the size of a request', () => {
  const limit = 262_144;
  const headers = { 'Content-Type': 'application/json' };
  const sized = (bytes: number) => '{"query":"{ title }"}'.padEnd(bytes, ' ');

  test('accepts a body at the limit, with and without a length', async () => {
    const { url } = await start();
    const whole = await send(`${url}/graphql`, { method: 'POST', headers, body: sized(limit) });
    const chunked = await send(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: [sized(100), ' '.repeat(limit - 100)],
    });
    expect([whole.text, chunked.text]).toEqual(['{"data":{"title":"a title"}}', '{"data":{"title":"a title"}}']);
  });

  test('refuses a body beyond the limit, with or without a length', async () => {
    const { url } = await start();
    const whole = await send(`${url}/graphql`, { method: 'POST', headers, body: sized(limit + 1) });
    const chunked = await send(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: [sized(100), ' '.repeat(limit - 99)],
    });
    for (const reply of [whole, chunked]) {
      expect(reply.status).toBe(413);
      expect(onlyError(reply)).toMatchObject({
        message: containing('larger than 256 kB (262,144 bytes)'),
        extensions: { code: 'BAD_REQUEST' },
      });
    }
  });

  test('does not store what arrives after the limit', async () => {
    // This client never ends its request, so the server's end would wait for it as long as it may.
    const { url } = await start({ drainTimeout: 100 });
    const part = Buffer.alloc(1_000_000, ' ');
    const startedWith = process.memoryUsage().rss;
    let most = startedWith;
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${url}/graphql`, { method: 'POST', headers });
      request.on('error', reject).on('response', (response) => {
        resolve(response.resume().statusCode);
      });
      const body = Readable.from(
        (function* () {
          for (let sent = 0; sent < 200; sent++) {
            most = Math.max(most, process.memoryUsage().rss);
            yield part;
          }
        })(),
      );
      body.pipe(request);
    });
    expect(status).toBe(413);
    expect(most - startedWith).toBeLessThan(120_000_000);
  });

  test('accepts an address at the limit, and refuses one beyond it and one that cannot be read at all', async () => {
    const { url } = await start();
    const address = (bytes: number) => `${url}/graphql?query={title}`.padEnd(bytes + url.length, '+');
    const atLimit = await send(address(limit));
    const beyond = await send(address(limit + 1));
    const farBeyond = await send(address(limit + 20_000));
    expect([atLimit.status, beyond.status, farBeyond.status]).toEqual([200, 414, 431]);
    expect(onlyError(beyond).message).toContain('address of the request is longer than 256 kB (262,144 bytes)');
    expect(farBeyond.text).toContain('larger than 272 kB');
  });
});
