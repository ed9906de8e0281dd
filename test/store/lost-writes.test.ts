import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { replaceCurrent } from '../../src/import/import-catalog.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { engines } from '../support/engines/engines.ts';

const handbook = (version: string) => ({ ...handbookCatalog, version });

/** A store whose calls begin in the order that a scheduler chooses. */
function scheduled(store: GraphStore, scheduler: fc.Scheduler, who: string): GraphStore {
  const begun = (call: string) => scheduler.schedule(Promise.resolve(), `${who} ${call}`);
  return {
    kind: store.kind,
    prepare: () => store.prepare(),
    close: () => store.close(),
    current: async () => {
      await begun('looks');
      return store.current();
    },
    replace: async (...given) => {
      await begun('replaces');
      const replaced = await store.replace(...given);
      await begun('is told');
      return replaced;
    },
  };
}

const observer = {
  run: <T>({ work }: { readonly work: (report: () => void) => Promise<T> }) => work(() => undefined),
  compared: () => undefined,
};

test.each(engines)(
  'exactly one of several importers that have seen the same sequence wins, whoever does what first, on $name',
  async (engine) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), async (scheduler, count) => {
        const place = await engine.emptyPlace();
        try {
          const open = () => place.open(() => Promise.resolve(graphOfCatalog(handbookCatalog)));
          const first = await open();
          const { sequence } = await first.replace(await first.current(), graphOfCatalog(handbook('first')));
          const names = Array.from({ length: count }, (_, index) => `importer ${index}`);
          const stores = await Promise.all(names.map(open));
          const imports = names.map((name, index) => {
            const store = scheduled(stores[index] ?? first, scheduler, name);
            const options = { dryRun: false, importedBy: name, expectedSequence: sequence };
            return replaceCurrent(store, handbook(name), options, observer);
          });
          const ended = await scheduler.waitFor(Promise.allSettled(imports));
          const winners = names.filter((_, index) => ended[index]?.status === 'fulfilled');
          expect(winners).toHaveLength(1);
          for (const end of ended) {
            if (end.status === 'fulfilled') continue;
            expect(end.reason).toBeInstanceOf(StoreError);
            expect(end.reason).toMatchObject({ code: 'CONFLICT', current: { importedBy: winners[0] } });
          }
          const current = await (await open()).current();
          expect(current).toMatchObject({ sequence: sequence + 1, importedBy: winners[0] });
        } finally {
          await place.remove();
        }
      }),
      { numRuns: engine.name === 'MEMORY' ? 50 : 5 },
    );
  },
);
