import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/server/logger.ts';
import { prepareStore, type PreparedStore } from '../../src/server/prepare-store.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { StoreError, type StoreErrorCode } from '../../src/store/store-error.ts';
import { matching } from './expected.ts';
import { shippedStore } from './running-server.ts';

const away = (code: StoreErrorCode = 'UNAVAILABLE') =>
  new StoreError(code, 'The database is away.', { cause: new Error('connect\nECONNREFUSED') });

async function preparing() {
  const store = await shippedStore();
  const prepare = vi.spyOn(store, 'prepare');
  const lines: string[] = [];
  const logger = await createLogger({ logLevel: 'info' }, { write: (line: string) => lines.push(line) });
  const controller = new AbortController();
  const served = new ServedCatalog(store);
  const begin = () => prepareStore({ store, served, logger, signal: controller.signal });
  return {
    store,
    prepare,
    begin,
    abort: () => {
      controller.abort();
    },
    log: () => lines.map((line): unknown => JSON.parse(line)),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('preparing a store', () => {
  test('a store that answers is prepared at once, without a log line', async () => {
    const { store, begin, log } = await preparing();
    const prepared = await begin();
    expect(prepared?.catalog).toEqual(await store.current());
    expect(prepared?.imported).toBeUndefined();
    expect(log()).toEqual([]);
  });

  test('preparing a store is retried after 1, 2, 4, then every 5 seconds, with a log line for each', async () => {
    const { prepare, begin, log } = await preparing();
    for (let failures = 0; failures < 6; failures++) prepare.mockRejectedValueOnce(away());
    let prepared: PreparedStore | undefined;
    const ending = begin().then((value) => (prepared = value));
    const pauses = [1, 2, 4, 5, 5, 5];
    for (const [failures, pause] of pauses.entries()) {
      await vi.advanceTimersByTimeAsync(pause * 1_000 - 1);
      expect(prepare).toHaveBeenCalledTimes(failures + 1);
      expect(log()).toHaveLength(failures + 1);
      await vi.advanceTimersByTimeAsync(1);
    }
    await ending;
    expect(prepared).toBeDefined();
    expect(log()).toEqual(
      pauses.map((pause) => ({
        level: 40,
        time: matching(/^\d{4}-/),
        code: 'UNAVAILABLE',
        msg: `The embedded graph does not answer yet; retrying in ${pause} s: connect ECONNREFUSED`,
      })),
    );
  });

  test.each<[StoreErrorCode]>([['TIMEOUT'], ['MISSING'], ['CONFLICT'], ['EXPIRED']])(
    'preparing a store is retried after %s',
    async (code) => {
      const { prepare, begin } = await preparing();
      prepare.mockRejectedValueOnce(away(code));
      const ending = begin();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await ending).toBeDefined();
      expect(prepare).toHaveBeenCalledTimes(2);
    },
  );

  test('returns what was imported, even if the catalog could be opened only later', async () => {
    const { store, prepare, begin } = await preparing();
    const generation = await store.current();
    prepare.mockResolvedValueOnce(generation);
    vi.spyOn(store, 'current').mockRejectedValueOnce(away());
    const ending = begin();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await ending)?.imported).toBe(generation);
  });

  test.each<[Error]>([[away('UNAUTHORIZED')], [away('MISCONFIGURED')], [away('DAMAGED')], [new Error('a fault')]])(
    'preparing a store fails if retrying cannot help: %s',
    async (error) => {
      const { prepare, begin, log } = await preparing();
      prepare.mockRejectedValueOnce(error);
      await expect(begin()).rejects.toBe(error);
      expect(log()).toEqual([]);
    },
  );

  test('preparing a store ends without a log line when it is aborted', async () => {
    const { prepare, begin, abort, log } = await preparing();
    prepare.mockRejectedValueOnce(away());
    const whilePausing = begin();
    await vi.advanceTimersByTimeAsync(500);
    abort();
    expect(await whilePausing).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
    expect(log()).toHaveLength(1);
    expect(await begin()).toBeUndefined();
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  test('does not report the failure of a store that has been closed meanwhile', async () => {
    const { prepare, begin, abort, log } = await preparing();
    prepare.mockImplementationOnce(() => {
      abort();
      return Promise.reject(new Error('closed'));
    });
    expect(await begin()).toBeUndefined();
    expect(log()).toEqual([]);
  });
});
