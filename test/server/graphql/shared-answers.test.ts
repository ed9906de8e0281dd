import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { countingSchema } from '../counting-schema.ts';
import { post, send, shippedStore, start, type Reply, type Settings, type Started } from '../running-server.ts';

interface Counting extends Started {
  readonly executions: () => number;
  readonly hold: () => () => void;
}

async function counting(settings: Settings = {}): Promise<Counting> {
  const { schema, ...counts } = countingSchema();
  return { ...(await start({ ...settings, schema })), ...counts };
}

const json = { 'Content-Type': 'application/json' };
const nth = '{"query":"{ nth }"}';
const postText = (server: Started, body: string, headers = {}) =>
  send(`${server.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body });

describe('the same request', () => {
  test('the same request has the same answer, byte for byte, with its own id and its own line in the log', async () => {
    const server = await counting();
    const query = 'query Nth { nth }';
    const [first, second] = [await post(server, { query }), await post(server, { query })];
    expect([second.status, second.text]).toEqual([200, '{"data":{"nth":1}}']);
    const { 'x-request-id': firstId, ...firstHeaders } = first.headers;
    const { 'x-request-id': secondId, ...secondHeaders } = second.headers;
    expect({ ...secondHeaders, date: '' }).toEqual({ ...firstHeaders, date: '' });
    expect(firstId).not.toBe(secondId);
    await expect
      .poll(() => server.log().map(({ requestId, operation, msg }) => ({ requestId, operation, msg })))
      .toEqual([firstId, secondId].map((requestId) => ({ requestId, operation: 'Nth', msg: 'POST /graphql 200' })));
  });

  test('the same request is executed each time if the cache is off', async () => {
    const server = await counting({ answerCacheBytes: 0 });
    const replies = [await postText(server, nth), await postText(server, nth)];
    expect(replies.map(({ text }) => text)).toEqual(['{"data":{"nth":1}}', '{"data":{"nth":2}}']);
  });

  test('an Accept that comes to the same media type shares the answer', async () => {
    const server = await counting();
    const accepted = ['*/*', 'application/json', 'image/png, application/json;q=0.1', 'application/*'];
    const texts: string[] = [];
    for (const Accept of accepted) texts.push((await postText(server, nth, { Accept })).text);
    expect(new Set(texts)).toEqual(new Set(['{"data":{"nth":1}}']));
  });

  test('GET and HEAD of the same request share an answer', async () => {
    const server = await counting();
    const address = `${server.url}/graphql?query={nth}`;
    const [head, get, again] = [await send(address, { method: 'HEAD' }), await send(address), await send(address)];
    expect([head.text, get.text, again.text]).toEqual(['', '{"data":{"nth":1}}', '{"data":{"nth":1}}']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect((await send(address, { method: 'HEAD' })).headers['content-length']).toBe('18');
  });
});

describe('different requests', () => {
  const two = { query: 'query A { nth } query B { nth }' };
  test.each<[string, (server: Started) => Promise<Reply>]>([
    ['another white space', (server) => postText(server, '{"query":"{ nth  }"}')],
    ['white space in the body', (server) => postText(server, `${nth} `)],
    ['variables', (server) => postText(server, '{"query":"{ nth }","variables":{"a":1}}')],
    ['GET', (server) => send(`${server.url}/graphql?query={nth}`)],
    ['another type', (server) => postText(server, nth, { Accept: 'application/graphql-response+json' })],
    ['a charset', (server) => postText(server, nth, { 'Content-Type': 'application/json; charset=utf-8' })],
    ['another encoding', (server) => postText(server, nth, { 'Accept-Encoding': 'gzip' })],
    ['an operation', (server) => post(server, { ...two, operationName: 'A' })],
  ])('different requests do not share an answer: %s', async (_, ask) => {
    const server = await counting();
    await postText(server, nth);
    await post(server, { ...two, operationName: 'B' });
    expect((await ask(server)).text).toBe('{"data":{"nth":3}}');
  });

  test('requests whose bytes are not valid text are refused, even if they look like one that was answered', async () => {
    const server = await counting();
    const body = (bytes: readonly number[]) =>
      Buffer.concat(['{"query":"{ nth }","variables":{"a":"', bytes, '"}}'].map((part) => Buffer.from(part)));
    const ask = (bytes: readonly number[]) =>
      send(`${server.url}/graphql`, { method: 'POST', headers: json, body: body(bytes) });
    // U+FFFD, which stands for bytes that cannot be read.
    expect((await ask([0xef, 0xbf, 0xbd])).text).toBe('{"data":{"nth":1}}');
    expect([(await ask([0xfe])).status, (await ask([0xff])).status]).toEqual([400, 400]);
  });

  test('requests of different origins do not share an answer', async () => {
    const origins = ['https://a.example', 'https://b.example'];
    const server = await counting({ corsOrigins: origins });
    const replies: Reply[] = [];
    for (const Origin of [...origins, ...origins]) replies.push(await postText(server, nth, { Origin }));
    replies.push(await postText(server, nth));
    expect(replies.map(({ text }) => text)).toEqual([1, 2, 1, 2, 3].map((n) => `{"data":{"nth":${n}}}`));
    expect(replies.map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
      ...origins,
      ...origins,
      undefined,
    ]);
    expect(new Set(replies.map(({ headers }) => headers.vary))).toEqual(new Set(['Accept, Accept-Encoding, Origin']));
  });
});

describe('answers that are never cached', () => {
  test.each(['Authorization', 'Cookie'])(
    'an answer to a request with %s is neither cached nor read from the cache',
    async (name) => {
      const server = await counting();
      const personal = { [name]: 'of somebody' };
      const replies = [personal, {}, personal, {}].map((headers) => () => postText(server, nth, headers));
      const texts: string[] = [];
      for (const ask of replies) texts.push((await ask()).text);
      expect(texts).toEqual([1, 2, 3, 2].map((n) => `{"data":{"nth":${n}}}`));
    },
  );

  test('an answer with the error of a field is not cached', async () => {
    const server = await counting();
    const query = '{ nth failing }';
    await post(server, { query });
    expect((await post(server, { query })).text).toContain('"nth":3');
  });

  test.each(['{ nothing }', '{ nth', '{ nth(a: 1) }'])('a refusal is not cached: %s', async (query) => {
    const server = await counting();
    const replies = [await post(server, { query }), await post(server, { query })];
    expect(replies.map(({ status }) => status)).toEqual([400, 400]);
    expect(replies[0]?.text).toBe(replies[1]?.text);
  });

  test('the answer to a mutation is not cached', async () => {
    const server = await counting();
    const change = { query: 'mutation { change }' };
    const texts = await Promise.all([post(server, change), post(server, change), post(server, change)]);
    await post(server, change);
    expect(texts.map(({ text }) => text).toSorted()).toEqual([1, 2, 3].map((n) => `{"data":{"change":${n}}}`));
    expect(server.executions()).toBe(4);
  });
});

test('a new generation has new answers', async () => {
  const store = await shippedStore(await temporaryFolder());
  const server = await counting({ store });
  await server.prepared;
  expect((await postText(server, nth)).text).toBe('{"data":{"nth":1}}');
  await store.replace(await store.current(), graphOfCatalog(handbookCatalog));
  await expect.poll(async () => (await postText(server, nth)).text).toBe('{"data":{"nth":2}}');
  expect((await postText(server, nth)).text).toBe('{"data":{"nth":2}}');
});

describe('equal requests at the same time', () => {
  test('equal requests at the same time are answered by one execution, even if the first client disconnects', async () => {
    const server = await counting();
    const release = server.hold();
    const leaving = new AbortController();
    const slow = '{"query":"{ slow }"}';
    const first = fetch(`${server.url}/graphql`, { method: 'POST', headers: json, body: slow, signal: leaving.signal });
    const left = expect(first).rejects.toThrow('abort');
    await expect.poll(server.executions).toBe(1);
    const others = Array.from({ length: 5 }, () => postText(server, slow, { 'Accept-Encoding': 'br, gzip' }));
    const same = Array.from({ length: 5 }, () => postText(server, slow, { 'Accept-Encoding': 'gzip, deflate, br' }));
    await expect.poll(server.executions).toBe(2);
    leaving.abort();
    await left;
    release();
    const texts = (await Promise.all([...others, ...same])).map(({ text }) => text);
    expect(new Set(texts)).toEqual(new Set(['{"data":{"slow":2}}']));
    expect(server.executions()).toBe(2);
  });

  test('equal requests at the same time are each executed if the first has an error', async () => {
    const server = await counting();
    const release = server.hold();
    const asked = Array.from({ length: 4 }, () => postText(server, '{"query":"{ failing }"}'));
    await expect.poll(server.executions).toBe(1);
    release();
    const replies = await Promise.all(asked);
    for (const { text } of replies) expect(text).toContain('UNAVAILABLE');
    await expect.poll(() => server.log().filter(({ msg }) => msg === 'POST /graphql 200')).toHaveLength(4);
  });
});

describe('encodings', () => {
  const query = '{ text(of: "ä roles, ", length: 2000) }';
  const bytesOf = async ({ url }: Started, encoding: string): Promise<[string | null, Buffer]> => {
    return new Promise((resolve, reject) => {
      const headers = { ...json, 'Accept-Encoding': encoding };
      const request = httpRequest(`${url}/graphql`, { method: 'POST', headers, agent: false }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const bytes = Buffer.concat(parts);
          if (reply.headers['content-length'] !== String(bytes.length)) reject(new Error('another length was told'));
          resolve([reply.headers['content-encoding'] ?? null, bytes]);
        });
      });
      request.on('error', reject).end(JSON.stringify({ query }));
    });
  };

  test('every encoding has the same text, and is cached', async () => {
    const server = await counting();
    const [, plain] = await bytesOf(server, 'identity');
    expect(JSON.parse(plain.toString())).toEqual({ data: { text: 'ä roles, '.repeat(2_000) } });
    for (const [accepted, encoding, decoded] of [
      ['gzip, deflate', 'gzip', gunzipSync],
      ['gzip, br', 'br', brotliDecompressSync],
    ] as const) {
      const [told, bytes] = await bytesOf(server, accepted);
      expect([told, decoded(bytes).equals(plain)]).toEqual([encoding, true]);
      expect(bytes.length).toBeLessThan(plain.length / 4);
      expect((await bytesOf(server, accepted))[1].equals(bytes)).toBe(true);
    }
    expect(server.executions()).toBe(3);
  });

  test('small answers are not compressed', async () => {
    const { headers } = await postText(await counting(), nth, { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('Accept, Accept-Encoding');
  });
});

test('a client that disconnects while it sends is logged, and not as a failure of the server', async () => {
  const server = await counting();
  const headers = { ...json, 'Content-Length': 1_000 };
  const request = httpRequest(`${server.url}/graphql`, { method: 'POST', headers, agent: false });
  request.on('error', () => undefined);
  request.write('{"query"', () => request.destroy());
  await expect
    .poll(() => server.log().map(({ aborted, level }) => ({ aborted, level })))
    .toEqual([{ aborted: true, level: 30 }]);
});

test('a long operation name is cut off in the log', async () => {
  const server = await counting();
  await post(server, { query: `query ${'a'.repeat(10_000)} { nth }` });
  await expect.poll(() => server.log().map(({ operation }) => operation)).toEqual(['a'.repeat(200)]);
});
