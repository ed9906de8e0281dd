import { afterEach, describe, expect, test, vi } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { startupTimeouts } from '../../../src/store/neo4j/driver/timeouts.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { neo4jProxy } from '../../support/neo4j/neo4j-proxy.ts';
import { emptyCatalog, sharedNeo4j } from '../../support/neo4j/shared-neo4j.ts';

const neo4j = sharedNeo4j();
const small = graphOfCatalog(handbookCatalog);
const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass for everything that reads the date. */
function pass(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + milliseconds);
}

describe.runIf(neo4j !== undefined)('a network that forgets idle connections', () => {
  /** A store behind such a network, with connections that are idle. */
  async function behindNetwork() {
    const settings = neo4j ?? expect.unreachable();
    const proxy = await neo4jProxy(settings.uri);
    const { open } = emptyCatalog(settings);
    const store = open(() => Promise.resolve(small), {
      settings: { ...settings, uri: proxy.uri },
      // Longer than on a busy machine the trial and all new connections take.
      timeouts: startupTimeouts,
    });
    await store.prepare();
    const ask = () => Promise.all(Array.from({ length: 20 }, async () => (await store.current()).revision));
    await ask();
    return { store, proxy, ask };
  }

  const revisions = (revision: string) => Array.from({ length: 20 }, () => revision);

  test('fails no request after a pause', async () => {
    const { ask, proxy } = await behindNetwork();
    pass(15_000);
    proxy.forget();
    expect(await ask()).toEqual(revisions(small.structure.revision));
    // All of the forgotten connections are given up together.
    pass(15_000);
    expect(await ask()).toEqual(revisions(small.structure.revision));
  });

  test('fails no import after a pause', async () => {
    const { store, proxy } = await behindNetwork();
    const before = await store.current();
    pass(15_000);
    proxy.forget();
    const imported = await store.replace(before, newer);
    expect(await imported.data()).toEqual(newer);
  });

  test('fails no import that pauses before a batch', async () => {
    const { store, proxy } = await behindNetwork();
    let batches = 0;
    const imported = await store.replace(await store.current(), newer, {
      onProgress: () => {
        if (batches++ !== 3) return;
        pass(15_000);
        proxy.forget();
      },
    });
    expect(await imported.data()).toEqual(newer);
  });

  test('is not noticed if it forgets connections after four minutes', async () => {
    const { store, ask, proxy } = await behindNetwork();
    pass(4 * 60_000);
    proxy.forget();
    // No answer is waited for in vain: the timers that would end such waiting stand still.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'setInterval'], now: Date.now() });
    expect(await ask()).toEqual(revisions(small.structure.revision));
    vi.useRealTimers();
    await store.close();
  });
});
