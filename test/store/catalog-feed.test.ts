import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { CatalogFeed } from '../../src/store/catalog-feed.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { engines } from '../support/engines/engines.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const versionOf = (version: string) => graphOfCatalog({ ...handbookCatalog, version });

let now = 0;
beforeEach(() => {
  now = 5_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets a second pass for the feed alone: the drivers of databases have timers of their own. */
async function passSecond(looks: { readonly mock: { readonly settledResults: readonly unknown[] } }) {
  now += 1_000;
  const before = looks.mock.settledResults.length;
  await vi.advanceTimersByTimeAsync(1_000);
  return before;
}

describe.each(engines)('the feed of catalogs in $name', ({ emptyPlace }) => {
  const opened = async () => {
    vi.useRealTimers();
    const place = await emptyPlace();
    onTestFinished(() => place.remove());
    const open = () => place.open(() => Promise.resolve(shipped));
    const [store, other] = [await open(), await open()];
    await store.prepare();
    const served: ServedCatalog = new ServedCatalog(store, {
      changed: (catalog) => {
        feed.publish(catalog);
      },
    });
    const feed = new CatalogFeed(served);
    await served.opened();
    const looks = vi.spyOn(store, 'current');
    const importElsewhere = async (version: string) => other.replace(await other.current(), versionOf(version));
    return { store, served, feed, looks, importElsewhere };
  };

  test('tells everybody of an import once, when it is served', async () => {
    const { served, feed, importElsewhere } = await opened();
    const known = served.held?.sequence ?? -1;
    const streams = [feed.changesAfter(null), feed.changesAfter(known)];
    const events = streams.map((stream) => stream.next());
    const imported = await importElsewhere('2');
    now += 1_000;
    for (const event of await Promise.all(events)) {
      expect(event).toMatchObject({ done: false, value: { key: imported.key } });
      expect(served.held?.key).toBe(imported.key);
    }
    feed.close();
    expect(await Promise.all(streams.map((stream) => stream.next()))).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
  });

  test('gives the current catalog at once to whoever knows another one', async () => {
    const { served, feed, importElsewhere } = await opened();
    const { held } = served;
    const sequence = held?.sequence ?? 0;
    expect((await feed.changesAfter(sequence - 1).next()).value).toBe(held);
    expect((await feed.changesAfter(sequence + 7).next()).value).toBe(held);
    const imported = await importElsewhere('2');
    // Another instance has told of it, and this one does not serve it yet.
    expect(await feed.changesAfter(imported.sequence + 1).next()).toMatchObject({ value: { key: imported.key } });
    feed.close();
  });
});

describe('how often the store is asked', () => {
  const counted = () => {
    const look = vi.fn(() => Promise.resolve());
    return { look, feed: new CatalogFeed({ held: undefined, isReplacing: false, look }) };
  };

  test('nobody asks without listeners, or before a catalog is open', async () => {
    const { look, feed } = counted();
    const stop = feed.listen(() => undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(look).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the feed asks once a second for all listeners together, until the last one leaves', async () => {
    const engine = engines[0];
    if (engine === undefined) throw new Error('There is no engine.');
    vi.useRealTimers();
    const place = await engine.emptyPlace();
    onTestFinished(() => place.remove());
    const store = await place.open(() => Promise.resolve(shipped));
    const served = new ServedCatalog(store);
    await served.opened();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const looks = vi.spyOn(store, 'current');
    const feed = new CatalogFeed(served);
    const streams = [null, null, null].map((sequence) => feed.changesAfter(sequence));
    for (let second = 1; second <= 3; second++) {
      await passSecond(looks);
      await vi.waitFor(() => {
        expect(vi.getTimerCount()).toBe(1);
      });
      expect(looks).toHaveBeenCalledTimes(second);
    }
    for (const stream of streams) await stream.return?.();
    expect(vi.getTimerCount()).toBe(0);
  });
});
