import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/store/store-error.ts';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import type { GraphData } from '../../src/graph/structure/graph-data.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { largeGraph } from './late-layout.ts';
import { engines } from '../support/engines/engines.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const large = graphOfCatalog(generatedCatalog({ roles: 1_200, seed: 1, appearancesPerRole: 2 }));

/** Every engine answers every call alike: what is tested here is tested on all of them. */
describe.each(engines)('GraphStore in $name', ({ name, emptyPlace }) => {
  const shipped = graphOfCatalog({ ...handbookCatalog, name: 'The catalog that ships' });
  const small = graphOfCatalog(handbookCatalog);
  const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });
  const bare = graphOfCatalog({
    ...{ name: 'Bare', version: '1', sources: [], pillars: [], organizationTypes: [], categories: [] },
    ...{ topics: [], responsibilities: [], roles: [], appearances: [] },
  });

  /** Everything that a catalog lists, in another order than that of what is listed. */
  const unsorted = graphOfCatalog(
    catalogWith({
      organizationTypes: ['a', 'b', 'c'].map((slug) => ({ slug, name: `Type ${slug}` })),
      categories: [
        { slug: 'x', name: 'X', organizationTypes: ['c', 'a', 'b'], relation: 'inside' },
        { slug: 'x', name: 'Y', organizationTypes: ['b', 'a'], relation: 'supports' },
        { slug: 'x', name: 'Z', organizationTypes: ['a'], relation: 'inside' },
      ],
      topics: ['t', 'u', 'v'].map((slug) => ({ slug, name: `Topic ${slug}` })),
      responsibilities: ['l', 'm', 'n'].map((slug) => ({ slug, name: `Do ${slug}`, topics: ['v', 't', 'u'] })),
      roles: [{ slug: 'r', title: 'Role', alternateTitles: ['Zoo', 'Ant'] }],
      appearances: [line(9, 'r', 'b/x', ['n', 'l', 'm']), line(3, 'r', 'c/x', ['m', 'l']), line(3, 'r', 'a/x')],
      retired: [
        { topic: 'z' },
        { role: 'q', replacedBy: 'p' },
        { role: 'p', replacedBy: 'r' },
        { topic: 'y', replacedBy: ['u', 't'] },
      ],
    }),
  );

  const openPlace = async () => {
    const place = await emptyPlace();
    onTestFinished(() => place.remove());
    return () => place.open(() => Promise.resolve(shipped));
  };
  const openStore = async () => (await openPlace())();

  test('a store says which engine it is', async () => {
    expect((await openStore()).kind).toBe(name);
  });

  describe('where nothing was imported', () => {
    test('serves the catalog that ships', async () => {
      const store = await openStore();
      const generation = await store.current();
      expect(generation.revision).toBe(shipped.structure.revision);
      expect(await generation.data()).toEqual(shipped);
      expect(await store.current()).toEqual(generation);
    });

    test('lets the first import replace it', async () => {
      const store = await openStore();
      const before = await store.current();
      const imported = await store.replace(before, small);
      expect(imported.key).not.toBe(before.key);
      expect(await store.current()).toEqual(imported);
    });
  });

  describe('where nothing was imported and the catalog that ships is not to be served', () => {
    const openEmpty = async () => {
      const place = await emptyPlace();
      onTestFinished(() => place.remove());
      return place.open(() => Promise.reject(new StoreError('MISSING', 'Nothing was imported.')));
    };

    test('says that there is no catalog', async () => {
      const store = await openEmpty();
      await expect(store.current()).rejects.toMatchObject({ code: 'MISSING' });
    });

    test('takes the first of two imports that saw nothing', async () => {
      const store = await openEmpty();
      const imported = await store.replace(undefined, small);
      expect(await store.current()).toEqual(imported);
      await expect(store.replace(undefined, newer)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await store.current()).toEqual(imported);
    });
  });

  describe('an import', () => {
    test.each<[string, GraphData]>([
      ['small', small],
      ['large', large],
      ['bare', bare],
      ['unsorted', unsorted],
      ['small, with its layout', withLayout(small)],
      ['large, with its layout', withLayout(large)],
    ])('an import is served as it was put in: %s', async (_, graph) => {
      const open = await openPlace();
      const importing = await open();
      const started = Date.now();
      const imported = await importing.replace(await importing.current(), graph);
      expect(imported.revision).toBe(graph.structure.revision);
      expect(imported.importedAt.getTime()).toBeGreaterThanOrEqual(started);
      expect(imported.importedAt.getTime()).toBeLessThanOrEqual(Date.now());
      for (const store of [importing, await open()]) {
        const generation = await store.current();
        expect(generation).toEqual(imported);
        expect((await generation.graph()).structure).toEqual(graph.structure);
        expect(await generation.data()).toEqual(graph);
      }
    });

    test('an import is served as it was put in, whatever is in it', async () => {
      const open = await openPlace();
      const [importing, serving] = [await open(), await open()];
      await fc.assert(
        fc.asyncProperty(smallCatalogs, async (catalog) => {
          const graph = graphOfCatalog(catalog);
          await importing.replace(await importing.current(), graph);
          expect(await (await serving.current()).data()).toEqual(graph);
        }),
        { numRuns: 25 },
      );
    });

    test('an import is found again, with its revision and time, when the store is opened again', async () => {
      const open = await openPlace();
      const first = await open();
      const imported = await first.replace(await first.current(), small);
      await first.close();
      const second = await open();
      expect(await second.current()).toEqual(imported);
      const last = await second.replace(imported, newer);
      await second.close();
      expect(await (await open()).current()).toEqual(last);
    });

    test('an import is seen by every store that has the same place open', async () => {
      const open = await openPlace();
      const [importing, serving] = [await open(), await open()];
      await serving.current();
      const imported = await importing.replace(await importing.current(), small);
      const seen = await serving.current();
      expect(seen.key).toBe(imported.key);
      expect(await seen.data()).toEqual(small);
    });

    test('an import leaves earlier generations readable to those who hold them', async () => {
      const open = await openPlace();
      const [importing, serving] = [await open(), await open()];
      const first = await importing.replace(await importing.current(), large);
      const held = await serving.current();
      const second = await importing.replace(first, small);
      await importing.replace(second, newer);
      await serving.current();
      for (const [generation, graph] of [
        [first, large],
        [second, small],
        [held, large],
      ] as const) {
        expect((await generation.graph()).structure).toEqual(graph.structure);
        expect(await generation.texts({ responsibilitySummaries: [0], roleSummaries: [0], appearances: [1] })).toEqual({
          responsibilitySummaries: [graph.texts.responsibilitySummaries[0]],
          roleSummaries: [graph.texts.roleSummaries[0]],
          appearances: [graph.texts.appearances[1]],
        });
        expect(await generation.data()).toEqual(graph);
      }
    });

    test('an import of the same content is a generation of its own', async () => {
      const store = await openStore();
      const first = await store.replace(await store.current(), small);
      const second = await store.replace(first, small);
      expect(second.key).not.toBe(first.key);
      expect(second.revision).toBe(first.revision);
    });
  });

  describe('the sequence', () => {
    test('the catalog that ships has sequence 0, and nobody has imported it', async () => {
      const { sequence, importedBy, changes } = await (await openStore()).current();
      expect({ sequence, importedBy, changes }).toEqual({ sequence: 0, importedBy: null, changes: null });
    });

    test('each import has the next sequence, also one of content that was there before', async () => {
      const store = await openStore();
      const sequences: number[] = [];
      for (const graph of [small, newer, small, small, newer]) {
        const imported = await store.replace(await store.current(), graph);
        expect((await store.current()).sequence).toBe(imported.sequence);
        sequences.push(imported.sequence);
      }
      expect(sequences).toEqual([1, 2, 3, 4, 5]);
    });

    test('the first import of a store without a catalog has sequence 1', async () => {
      const place = await emptyPlace();
      onTestFinished(() => place.remove());
      const store = await place.open(() => Promise.reject(new StoreError('MISSING', 'Nothing was imported.')));
      expect((await store.replace(undefined, small)).sequence).toBe(1);
    });

    test('an import that conflicts uses up no sequence', async () => {
      const store = await openStore();
      const first = await store.replace(await store.current(), small);
      const second = await store.replace(first, newer);
      await expect(store.replace(first, small)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await store.current()).sequence).toBe(second.sequence);
      expect((await store.replace(second, small)).sequence).toBe(second.sequence + 1);
    });

    test('the sequence, who imported and what changed are the same in every store and after a restart', async () => {
      const open = await openPlace();
      const [importing, serving] = [await open(), await open()];
      const record = { importedBy: 'Kim (信息部) 🩺', changes: { added: 1, changed: 20, removed: 300 } };
      const first = await importing.replace(await importing.current(), small, record);
      expect(first).toMatchObject({ ...record, sequence: 1 });
      expect(await serving.current()).toMatchObject({ ...record, sequence: 1 });
      await serving.replace(await serving.current(), newer);
      const last = { importedBy: null, changes: null, sequence: 2 };
      expect(await importing.current()).toMatchObject(last);
      await Promise.all([importing.close(), serving.close()]);
      const reopened = await open();
      await reopened.prepare();
      expect(await reopened.current()).toMatchObject(last);
    });

    test.each([
      ['control characters', '\u0001'],
      ['Chinese', '信'],
      ['characters beyond the basic plane', '🩺'],
      ['quotation marks', '"'],
    ])('a name of 300 %s is cut, and can be read again', async (_, character) => {
      const open = await openPlace();
      const store = await open();
      const most = Number.MAX_SAFE_INTEGER;
      const changes = { added: most, changed: most, removed: most };
      const imported = await store.replace(await store.current(), small, {
        importedBy: character.repeat(300),
        changes,
      });
      const kept = character.repeat(200 / character.length);
      expect(imported).toMatchObject({ importedBy: kept, changes });
      const other = await open();
      await other.prepare();
      expect(await other.current()).toMatchObject({ importedBy: kept, changes });
      expect(await (await other.current()).data()).toEqual(small);
    });

    test('a name with half a pair of surrogates is kept as every engine can write it', async () => {
      const store = await openStore();
      const imported = await store.replace(await store.current(), small, { importedBy: 'a\ud800b' });
      expect(imported.importedBy).toBe('a\ufffdb');
    });

    test('an empty name is none', async () => {
      const store = await openStore();
      expect(await store.replace(await store.current(), small, { importedBy: '' })).toMatchObject({ importedBy: null });
    });
  });

  describe('a layout', () => {
    const laidOut = withLayout(small).structure.layout ?? {
      x: new Int32Array(),
      y: new Int32Array(),
      community: new Int32Array(),
    };

    test('a layout that an import has stored is served, and computed where none is stored', async () => {
      const open = await openPlace();
      const [importing, serving] = [await open(), await open()];
      const without = await importing.replace(await importing.current(), small);
      expect(await without.layout()).toEqual(laidOut);
      expect(await (await serving.current()).layout()).toEqual(laidOut);
      const moved = { ...laidOut, x: laidOut.x.map((x) => x + 1) };
      const data: GraphData = { ...small, structure: { ...small.structure, layout: moved } };
      await importing.replace(await importing.current(), data);
      expect(await (await serving.current()).layout()).toEqual(moved);
    });

    test('a request waits for the layout of a small catalog, and not for that of a large one', async () => {
      const open = await openPlace();
      const store = await open();
      const ofSmall = await store.replace(await store.current(), small);
      await ofSmall.graph();
      expect(ofSmall.isLayoutPending).toBe(false);
      expect(await ofSmall.readyLayout()).toEqual(laidOut);
      const ofLarge = await store.replace(ofSmall, largeGraph);
      await ofLarge.graph();
      expect(ofLarge.isLayoutPending).toBe(true);
      expect(await ofLarge.readyLayout()).toBeUndefined();
      const layout = await ofLarge.layout();
      expect(ofLarge.isLayoutPending).toBe(false);
      expect(await ofLarge.readyLayout()).toBe(layout);
      // Any other server computes the same.
      expect(await (await (await open()).current()).layout()).toEqual(layout);
    });
  });

  describe('two imports at once', () => {
    const conflict = { name: 'StoreError', code: 'CONFLICT' };

    test('the second of two imports conflicts if it saw what the first replaced', async () => {
      const open = await openPlace();
      const [one, other] = [await open(), await open()];
      const seenByOther = await other.current();
      const imported = await one.replace(await one.current(), small);
      await expect(other.replace(seenByOther, newer)).rejects.toMatchObject(conflict);
      expect(await other.current()).toEqual(imported);
      expect(await (await one.current()).data()).toEqual(small);
    });

    test('an import conflicts also after several others', async () => {
      const store = await openStore();
      const first = await store.current();
      const second = await store.replace(first, small);
      const third = await store.replace(second, newer);
      for (const old of [first, second]) await expect(store.replace(old, large)).rejects.toMatchObject(conflict);
      expect(await store.current()).toEqual(third);
    });

    test('exactly one of many imports at once wins', async () => {
      const open = await openPlace();
      const stores = await Promise.all(Array.from({ length: 8 }, open));
      const seen = await Promise.all(stores.map((store) => store.current()));
      const outcomes = await Promise.allSettled(
        stores.map((store, place) => store.replace(itemAt(seen, place), small)),
      );
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(conflict);
      }
      for (const store of stores) expect(await store.current()).toEqual(won[0]?.value);
    });

    test('an import that conflicts can be tried again from what is current', async () => {
      const open = await openPlace();
      const [one, other] = [await open(), await open()];
      const seen = await other.current();
      await one.replace(await one.current(), small);
      await expect(other.replace(seen, newer)).rejects.toMatchObject(conflict);
      const imported = await other.replace(await other.current(), newer);
      expect(await one.current()).toEqual(imported);
    });
  });

  describe('texts', () => {
    test('texts come in the order of their keys, repeated where a key is', async () => {
      const open = await openPlace();
      const first = await open();
      await first.replace(await first.current(), large);
      const { responsibilitySummaries, roleSummaries, appearances } = large.texts;
      const keys = {
        responsibilitySummaries: [5, 0, 5],
        roleSummaries: [3, 0, 3, 299, 7],
        appearances: [11, 11, 0, appearances.length - 1],
      };
      for (const store of [first, await open()]) {
        expect(await (await store.current()).texts(keys)).toEqual({
          responsibilitySummaries: keys.responsibilitySummaries.map((place) => responsibilitySummaries[place]),
          roleSummaries: keys.roleSummaries.map((place) => roleSummaries[place]),
          appearances: keys.appearances.map((place) => appearances[place]),
        });
      }
    });

    test('texts are empty lists if none are asked for', async () => {
      const store = await openStore();
      const generation = await store.current();
      expect(await generation.texts({ responsibilitySummaries: [], roleSummaries: [], appearances: [] })).toEqual({
        responsibilitySummaries: [],
        roleSummaries: [],
        appearances: [],
      });
      expect(
        (await generation.texts({ responsibilitySummaries: [], roleSummaries: [], appearances: [0] })).appearances,
      ).toHaveLength(1);
    });

    test('texts distinguish none from an empty one, and keep every character', async () => {
      const open = await openPlace();
      const texts: GraphData['texts'] = {
        responsibilitySummaries: small.texts.responsibilitySummaries.map(
          (_, place) => ['', null, 'Ä\u0301\n\n- 信'][place % 3] ?? null,
        ),
        roleSummaries: ['', null, 'Ä\u0301 — 信 🩺\u{10ffff}'],
        appearances: small.texts.appearances.map(({ titles }, place) => ({
          titles: place === 0 ? [] : ['', ...titles],
          summary: place % 2 === 0 ? '' : null,
          note: place % 2 === 0 ? null : '\u0000"\\\n',
          quote: place % 2 === 0 ? '' : null,
        })),
      };
      const importing = await open();
      await importing.replace(await importing.current(), { ...small, texts });
      const store = await open();
      expect((await (await store.current()).data()).texts).toEqual(texts);
    });
  });
});
