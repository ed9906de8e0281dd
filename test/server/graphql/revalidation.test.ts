import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { countingSchema } from '../counting-schema.ts';
import { failingStore } from '../failing-store.ts';
import { post, send, shippedStore, start, type Reply, type Settings, type Started } from '../running-server.ts';

interface Counting extends Started {
  readonly executions: () => number;
}

async function counting(settings: Settings = {}): Promise<Counting> {
  const { schema, executions } = countingSchema();
  return { ...(await start({ ...settings, schema })), executions };
}

const nth = '/graphql?query={nth}';
const get = ({ url }: Started, headers = {}, path = nth): Promise<Reply> => send(`${url}${path}`, { headers });
const tagOf = ({ headers }: Reply): string => headers.etag ?? 'none';

describe('GET', () => {
  test('has an entity tag, and may be kept if the server is asked each time', async () => {
    const { status, headers } = await get(await counting());
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate']);
    expect(headers.etag).toMatch(/^W\/"[\w+/=]{44}"$/);
  });

  test.each([64 * 1024 * 1024, 0])(
    'is answered with 304, without an execution, if the client has the answer; a cache of %i bytes',
    async (answerCacheBytes) => {
      const server = await counting({ answerCacheBytes });
      const etag = tagOf(await get(server));
      for (const known of [etag, etag.slice(2), `"other", ${etag}`]) {
        const reply = await get(server, { 'If-None-Match': known });
        expect([reply.status, reply.text, reply.headers.etag]).toEqual([304, '', etag]);
        expect(reply.headers).toMatchObject({
          'cache-control': 'public, max-age=0, must-revalidate',
          vary: 'Accept, Accept-Encoding',
        });
        expect(reply.headers).not.toHaveProperty('content-length');
        expect(reply.headers).not.toHaveProperty('content-type');
      }
      const head = await send(`${server.url}${nth}`, { method: 'HEAD', headers: { 'If-None-Match': etag } });
      expect([head.status, server.executions()]).toEqual([304, 1]);
    },
  );

  test.each(['"other"', '*', ''])('is executed if the client has another answer: %s', async (known) => {
    const server = await counting();
    expect(await get(server, { 'If-None-Match': known })).toMatchObject({ status: 200, text: '{"data":{"nth":1}}' });
  });

  test('has another tag for another query, media type, encoding and origin', async () => {
    const origins = ['https://a.example', 'https://b.example'];
    const server = await counting({ corsOrigins: origins });
    const replies = [
      await get(server),
      await get(server, {}, '/graphql?query={nth}&variables={}'),
      await get(server, { Accept: 'application/graphql-response+json' }),
      await get(server, { 'Accept-Encoding': 'br' }),
      await get(server, { 'Accept-Encoding': 'gzip' }),
      ...(await Promise.all(origins.map((Origin) => get(server, { Origin })))),
    ];
    expect(new Set(replies.map(tagOf)).size).toBe(replies.length);
  });

  test('has the same tag on another server with the same catalog', async () => {
    expect(tagOf(await get(await counting()))).toBe(tagOf(await get(await counting())));
  });

  test('has another tag when there is a new catalog, and the old one is not answered with 304 any more', async () => {
    const store = await shippedStore(await temporaryFolder());
    const server = await counting({ store });
    await server.prepared;
    const known = { 'If-None-Match': tagOf(await get(server)) };
    expect((await get(server, known)).status).toBe(304);
    await store.replace(await store.current(), graphOfCatalog(handbookCatalog));
    await expect.poll(async () => (await get(server, known)).status).toBe(200);
    expect(tagOf(await get(server, known))).not.toBe(known['If-None-Match']);
  });

  test('lets the page of a listed origin read a 304', async () => {
    const server = await counting({ corsOrigins: ['https://a.example'] });
    const origin = { Origin: 'https://a.example' };
    const reply = await get(server, { ...origin, 'If-None-Match': tagOf(await get(server, origin)) });
    expect(reply).toMatchObject({
      status: 304,
      headers: { 'access-control-allow-origin': 'https://a.example', vary: 'Accept, Accept-Encoding, Origin' },
    });
  });

  test.each(['Authorization', 'Cookie'])('of a caller with %s is kept by nobody else', async (name) => {
    const server = await counting();
    const caller = { [name]: 'of somebody' };
    const reply = await get(server, caller);
    expect(reply.headers['cache-control']).toBe('private, max-age=0, must-revalidate');
    expect((await get(server, { ...caller, 'If-None-Match': tagOf(reply) })).status).toBe(304);
  });
});

describe('an answer without a tag, which nobody may keep', () => {
  test.each<[string, string, object?]>([
    ['a query that is not valid', '/graphql?query={nothing}'],
    ['a field that fails', '/graphql?query={nth failing}'],
    ['no query', '/graphql'],
    ['a mutation', '/graphql?query=mutation{change}'],
    ['a media type that there is not', nth, { Accept: 'image/png' }],
    ['a wrong host', nth, { Host: 'a@b' }],
  ])('is that to %s', async (_, path, headers = {}) => {
    const reply = await get(await counting(), headers, path);
    expect([reply.headers.etag, reply.headers['cache-control']]).toEqual([undefined, 'no-store']);
  });

  test('is that to a POST', async () => {
    const server = await counting();
    for (const query of ['{ nth }', '{ nothing }', 'mutation { change }']) {
      const { headers } = await post(server, { query }, { 'If-None-Match': tagOf(await get(server)) });
      expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store']);
    }
  });

  test('is that of a server without a catalog', async () => {
    const store = failingStore(new StoreError('UNAVAILABLE', 'The store does not answer.'));
    const { headers } = await get(await counting({ store }), {}, '/graphql?query={__typename}');
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store']);
  });
});
