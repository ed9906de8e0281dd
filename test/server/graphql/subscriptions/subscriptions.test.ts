import { createClient } from 'graphql-sse';
import { EventSource } from 'eventsource';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schema } from '../../../../schema/schema.ts';
import { graphOfCatalog } from '../../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../../../src/store/graph-store.ts';
import { handbookCatalog } from '../../../support/catalogs/handbook-catalog.ts';
import { eventually } from '../../../support/eventually.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { post, shippedStore, start, type Settings } from '../../running-server.ts';
import { knownCallers } from '../../access/known-callers.ts';
import { listening } from './listening.ts';

const query = 'subscription { catalogChanged { sequence } }';

/** Imports the next version, as a process of its own would. */
async function importNext(store: GraphStore): Promise<number> {
  const before = await store.current();
  const version = String(before.sequence + 2);
  await store.replace(before, graphOfCatalog({ ...handbookCatalog, version }), {
    importedBy: 'ci',
    changes: { added: 1, changed: 2, removed: 3 },
  });
  return (await store.current()).sequence;
}

async function started(settings: Settings = {}) {
  const folder = await temporaryFolder();
  const [store, elsewhere] = [await shippedStore(folder), await shippedStore(folder)];
  await importNext(elsewhere);
  const server = await start({ schema, store, ...settings });
  await server.prepared;
  return { ...server, store, folder, elsewhere };
}

const dataOf = (text = ''): unknown => JSON.parse(text);

describe('a subscription', () => {
  test.for(['GET', 'POST'] as const)(
    'by %s is sent each import, and a query then gets the new catalog',
    async (method) => {
      const { url, elsewhere, ...server } = await started();
      const listener = await listening({
        url,
        method,
        query: 'subscription { catalogChanged { sequence revision importedAt importedBy added changed removed } }',
        headers: { 'Accept-Encoding': 'gzip, br' },
      });
      expect(listener.response.statusCode).toBe(200);
      expect(listener.response.headers).toMatchObject({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      expect(listener.response.headers).not.toHaveProperty('content-encoding');
      for (const sequence of [2, 3]) {
        expect(await importNext(elsewhere)).toBe(sequence);
        const event = await listener.next();
        const { revision, importedAt } = await elsewhere.current();
        expect(event).toMatchObject({ event: 'next', id: String(sequence) });
        expect(dataOf(event?.data)).toEqual({
          data: {
            catalogChanged: {
              ...{ sequence, revision, importedAt: importedAt.toISOString(), importedBy: 'ci' },
              ...{ added: 1, changed: 2, removed: 3 },
            },
          },
        });
        const asked = await post({ url, ...server }, { query: '{ catalog { sequence } }' });
        expect(dataOf(asked.text)).toEqual({ data: { catalog: { sequence } } });
      }
    },
  );

  test('sends the current catalog at once to a client that knows another one, and nothing to one that knows it', async () => {
    const { url, elsewhere } = await started();
    const after = (sequence: number, headers = {}) =>
      listening({
        url,
        query:
          'subscription Changes($after: Int) { now: catalogChanged(after: $after) { ...Change } } fragment Change on CatalogChange { sequence }',
        variables: { after: sequence },
        headers,
      });
    const behind = await after(0);
    expect(dataOf((await behind.next())?.data)).toEqual({ data: { now: { sequence: 1 } } });
    // A store that was restored has an earlier catalog than the client.
    const ahead = await after(7);
    expect(dataOf((await ahead.next())?.data)).toEqual({ data: { now: { sequence: 1 } } });
    const current = await after(1);
    // As browsers do that connect again.
    const reconnected = await after(0, { 'Last-Event-ID': '1' });
    await importNext(elsewhere);
    for (const listener of [behind, ahead, current, reconnected]) {
      expect(dataOf((await listener.next())?.data)).toEqual({ data: { now: { sequence: 2 } } });
    }
  });

  test.for([{}, { Accept: 'application/json' }, { Accept: 'multipart/mixed' }])(
    'is refused with %j, and the message says what to send',
    async (headers) => {
      const server = await started();
      const reply = await post(server, { query }, headers);
      expect(reply.status).toBe(406);
      expect(reply.text).toContain('Accept: text/event-stream');
    },
  );

  test('is refused with errors of the query', async () => {
    const { url } = await started();
    const listener = await listening({ url, query: 'subscription { catalogChanged { size } }' });
    expect((await listener.next())?.data).toContain('Cannot query field');
    expect(await listener.next()).toMatchObject({ event: 'complete' });
    expect(await listener.next()).toBeUndefined();
  });

  test('is completed when the server stops, which does not wait for it', async () => {
    const server = await started({ drainTimeout: 600_000 });
    const listener = await listening({ ...server, query });
    const closed = server.close();
    expect(await listener.next()).toMatchObject({ event: 'complete' });
    expect(await listener.next()).toBeUndefined();
    await closed;
  });

  test('is refused beyond the limit, and accepted again when a listener has left', async () => {
    const server = await started({ env: { ROLEGRAPH_MAX_LISTENERS: '2' } });
    const [first] = await Promise.all([listening({ ...server, query }), listening({ ...server, query })]);
    const third = await listening({ ...server, query });
    expect(third.response.statusCode).toBe(503);
    expect(third.response.headers).toMatchObject({
      'retry-after': '30',
      'content-type': 'application/json; charset=utf-8',
    });
    await eventually(() => {
      expect(third.text()).toContain('ROLEGRAPH_MAX_LISTENERS');
    });
    first.request.destroy();
    await eventually(async () => {
      expect((await listening({ ...server, query })).response.statusCode).toBe(200);
    });
  });

  test('leaves connections for queries', async () => {
    const server = await started({ connections: { maxConnections: 4 } });
    for (let count = 0; count < 3; count++) await listening({ ...server, query });
    const fourth = await listening({ ...server, query, headers: { Connection: 'close' } });
    await eventually(() => {
      expect(fourth.text()).toContain('three quarters of ROLEGRAPH_MAX_CONNECTIONS');
    });
    expect((await post(server, { query: '{ catalog { sequence } }' })).status).toBe(200);
  });

  test('is kept open by comments, and completed when its token is not accepted any more', async () => {
    let isRevoked = false;
    const known = knownCallers();
    const authenticator = {
      ...known,
      check: (token: string) => known.check(isRevoked ? 'expired-token' : token),
    };
    const server = await started({ authenticator, connections: { stallTimeout: 600 } });
    expect((await listening({ ...server, query })).response.statusCode).toBe(401);
    const listener = await listening({
      ...server,
      query,
      method: 'GET',
      headers: { Cookie: 'rolegraph_token=reader-token' },
    });
    await eventually(() => {
      expect(listener.text().split(':\n\n').length).toBeGreaterThan(3);
    });
    isRevoked = true;
    expect(await listener.next()).toMatchObject({ event: 'complete' });
    expect(await listener.next()).toBeUndefined();
  });

  test('has no limit of time or cost for all its events together', async () => {
    const { url, elsewhere } = await started({ env: { ROLEGRAPH_MAX_TIME_MS: '100' } });
    const listener = await listening({ url, query });
    for (const sequence of [2, 3]) {
      await importNext(elsewhere);
      expect(dataOf((await listener.next())?.data)).toEqual({ data: { catalogChanged: { sequence } } });
    }
  });
});

describe('clients', () => {
  test('graphql-sse resumes after a restart of the server', async () => {
    const folder = await temporaryFolder();
    const elsewhere = await shippedStore(folder);
    await importNext(elsewhere);
    const first = await start({ schema, store: await shippedStore(folder) });
    let { url } = first;
    const client = createClient({ url: () => `${url}/graphql`, retryAttempts: 0 });
    onTestFinished(() => {
      client.dispose();
    });
    const changes = (after: number | null) =>
      client.iterate<{ catalogChanged: { sequence: number } }>({
        query: 'subscription ($after: Int) { catalogChanged(after: $after) { sequence } }',
        variables: { after },
      });
    const heard = changes(0);
    expect(await heard.next()).toMatchObject({ value: { data: { catalogChanged: { sequence: 1 } } } });
    const ended = heard.next();
    await first.close();
    expect(await ended).toMatchObject({ done: true });
    await importNext(elsewhere);
    ({ url } = await start({ schema, store: await shippedStore(folder) }));
    const again = changes(1);
    expect(await again.next()).toMatchObject({ value: { data: { catalogChanged: { sequence: 2 } } } });
  });

  test('EventSource is told by GET', async () => {
    const { url, elsewhere } = await started();
    const source = new EventSource(`${url}/graphql?query=${encodeURIComponent(query)}`);
    onTestFinished(() => {
      source.close();
    });
    await new Promise((resolve) => {
      source.addEventListener('open', resolve);
    });
    const event = new Promise<MessageEvent<unknown>>((resolve) => {
      source.addEventListener('next', resolve);
    });
    await importNext(elsewhere);
    const { data, lastEventId } = await event;
    expect(dataOf(String(data))).toEqual({ data: { catalogChanged: { sequence: 2 } } });
    expect(lastEventId).toBe('2');
  });
});
