import { createClient } from 'graphql-sse';
import { EventSource } from 'eventsource';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schema } from '../../../../schema/schema.ts';
import { graphOfCatalog } from '../../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../../../src/store/graph-store.ts';
import { handbookCatalog } from '../../../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { onlyError, post, shippedStore, start, type Settings } from '../../running-server.ts';
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
  test.for(['GET', 'POST'] as const)('by %s is sent each import, and a query then gets the new catalog', async (method) => {
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
  });
});
