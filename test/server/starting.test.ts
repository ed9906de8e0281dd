import { describe, expect, test, vi } from 'vitest';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { catalogInProcess } from '../../src/store/in-process-catalog.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { failingStore } from './failing-store.ts';
import { matching } from './expected.ts';
import { onlyError, post, send, shippedStore, start } from './running-server.ts';

const away = new StoreError('UNAVAILABLE', 'The database does not answer.', { cause: new Error('no route') });

describe('while the store does not answer', () => {
  test('the server is alive but not ready, says why, and becomes ready by itself', async () => {
    const store = await shippedStore();
    const current = vi.spyOn(store, 'current').mockRejectedValue(away);
    vi.spyOn(store, 'prepare').mockRejectedValueOnce(away);
    const server = await start({ store });
    expect(await send(`${server.url}/health`)).toMatchObject({ status: 200 });
    expect(await send(`${server.url}/ready`)).toMatchObject({
      status: 503,
      text: '{"status":"unavailable","reason":"The database does not answer."}',
    });
    const reply = await post(server, { query: '{ title }' });
    expect([reply.status, onlyError(reply).extensions['code']]).toEqual([503, 'UNAVAILABLE']);
    current.mockRestore();
    expect((await server.prepared)?.catalog.storeKind).toBe('MEMORY');
    expect(await send(`${server.url}/ready`)).toMatchObject({ status: 200 });
    expect(server.log().filter(({ level }) => level === 40)).toEqual([
      matchingLine(/^The embedded graph does not answer yet; retrying in 1 s: no route$/),
    ]);
  });

  test('closing stops the retries, and closes the store', async () => {
    const store = failingStore(away);
    const close = vi.spyOn(store, 'close');
    const server = await start({ store });
    await server.close();
    expect(await server.prepared).toBeUndefined();
    expect(close).toHaveBeenCalledTimes(1);
  });
});

test('a failure that retrying cannot fix is reported to the caller, not to the log', async () => {
  const damaged = new StoreError('DAMAGED', 'The catalog is damaged.');
  const server = await start({ store: failingStore(damaged) });
  await expect(server.prepared).rejects.toBe(damaged);
  expect(server.log()).toEqual([]);
});

test('a failing probe is logged only when the reason changes', async () => {
  const store = await shippedStore();
  const server = await start({ store });
  await server.prepared;
  const current = vi.spyOn(store, 'current');
  // A copy of the pointer that is a second old is looked at again.
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10_000));
  const probe = async (error?: Error) => {
    if (error !== undefined) current.mockRejectedValueOnce(error);
    return (await send(`${server.url}/ready`)).status;
  };
  const others = new StoreError('TIMEOUT', 'It took too long.');
  const statuses: number[] = [];
  for (const error of [undefined, away, away, away, others, undefined, undefined, away]) {
    statuses.push(await probe(error));
  }
  vi.restoreAllMocks();
  expect(statuses).toEqual([200, 503, 503, 503, 503, 200, 200, 503]);
  const messages = server.log().flatMap(({ msg }) => (String(msg).startsWith('GET') ? [] : [msg]));
  expect(messages).toEqual([
    'Not ready: The database does not answer.',
    'Not ready: It took too long.',
    'Ready again',
    'Not ready: The database does not answer.',
  ]);
});

test('the log names the new catalog after an import', async () => {
  const store = await shippedStore();
  const server = await start({ store });
  const before = await server.prepared;
  const data = graphOfCatalog(handbookCatalog);
  const importedAt = new Date('2026-11-21T12:00:00Z');
  const header = {
    key: 'other',
    revision: data.structure.revision,
    importedAt,
    format: 1,
    sequence: 1,
    importedBy: null,
    changes: null,
  };
  vi.spyOn(store, 'current').mockResolvedValue(
    catalogInProcess(data, { header, storeKind: 'MEMORY', runSteps: runToCompletion }),
  );
  expect(before?.catalog.key).not.toBe('other');
  await expect
    .poll(async () => {
      await send(`${server.url}/ready`);
      return server.log();
    })
    .toEqual([matchingLine(/^Serving The catalog of a handbook 1 now, imported at 2026-11-21T12:00:00.000Z$/)]);
});

function matchingLine(msg: RegExp): unknown {
  return expect.objectContaining({ msg: matching(msg) });
}
