import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { replaceCurrent } from '../../src/cli/replace-current.ts';
import { graphFormat, type Graph } from '../../src/graph/structure/graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/handbook-catalog.ts';

const graph = graphOfCatalog(handbookCatalog);
const otherFormat = new StoreError('DAMAGED', 'Another version stored the catalog.');

/** A store whose current catalog is the handbook's own, stored in some format; one that cannot be read where not given. */
function holding(format: number, stored?: Graph) {
  const current = { key: 'k', revision: graph.structure.revision, importedAt: new Date(), format };
  const replace = vi.fn<GraphStore['replace']>((replaced) => Promise.resolve(replaced));
  const pointer = vi.fn<GraphStore['current']>(() => Promise.resolve(current));
  const prepare = vi.fn<GraphStore['prepare']>(() => Promise.resolve(undefined));
  const fail = () => Promise.reject(otherFormat);
  const store: GraphStore = {
    kind: 'NEO4J',
    prepare,
    current: pointer,
    opened: fail,
    texts: fail,
    summaries: fail,
    graph: () => (stored === undefined ? fail() : Promise.resolve(stored)),
    replace,
    close: () => Promise.resolve(),
  };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const run = async (options: { readonly dryRun?: true } = {}) => {
    await replaceCurrent(store, handbookCatalog, options, { stdout, stderr });
    stdout.end();
    return text(stdout);
  };
  return { current, pointer, replace, prepare, run };
}

const imported =
  'Imported The catalog of a handbook 1: 3 roles, 4 appearances. A running server serves it within a second.\n';

test('what an older version stored is replaced whole, even by the same content', async () => {
  const { current, replace, run } = holding(graphFormat - 1);
  expect(await run()).toBe(
    'The current catalog was stored by an older version of Rolegraph and cannot be compared; it is replaced whole.\n' +
      imported,
  );
  expect(replace).toHaveBeenCalledExactlyOnceWith(current, graph, expect.any(Function));
});

test('of what an older version stored, a dry run tells the same and leaves it', async () => {
  const { replace, run } = holding(graphFormat - 1);
  expect(await run({ dryRun: true })).toBe(
    'The current catalog was stored by an older version of Rolegraph and cannot be compared; it would be replaced whole.\n' +
      'Nothing was written: this was a dry run.\n',
  );
  expect(replace).not.toHaveBeenCalled();
});

test.each([{}, { dryRun: true as const }])('what a newer version stored is not replaced: %j', async (options) => {
  const { replace, run } = holding(graphFormat + 1);
  await expect(run(options)).rejects.toBe(otherFormat);
  expect(replace).not.toHaveBeenCalled();
});

test('what others have damaged is replaced whole, even by the same content', async () => {
  const { current, replace, run } = holding(graphFormat);
  expect(await run()).toBe(`The current catalog is damaged and cannot be compared; it is replaced whole.\n${imported}`);
  expect(replace).toHaveBeenCalledExactlyOnceWith(current, graph, expect.any(Function));
});

test('what others have changed is told and put right', async () => {
  const roleSummaries = graph.texts.roleSummaries.map(() => 'Changed by hand.');
  const { replace, run } = holding(graphFormat, { ...graph, texts: { ...graph.texts, roleSummaries } });
  expect(await run()).toContain('Changed by hand.');
  expect(replace).toHaveBeenCalledOnce();
});

test('the same content in our own format is nothing to change', async () => {
  const { replace, run } = holding(graphFormat, graph);
  expect(await run()).toBe('Nothing to change: The catalog of a handbook 1 is the current catalog already.\n');
  expect(replace).not.toHaveBeenCalled();
});

test('the catalog that ships is imported where a database has none, and a dry run leaves it empty', async () => {
  const { current, prepare, run } = holding(graphFormat, graph);
  prepare.mockResolvedValue(current);
  expect(await run()).toBe(imported);
  const dry = holding(graphFormat, graph);
  expect(await dry.run({ dryRun: true })).toContain('Nothing to change');
  expect(dry.prepare).not.toHaveBeenCalled();
});

test('what was equal to the current catalog when it was compared is not said to be, where another took its place', async () => {
  const { current, pointer, run } = holding(graphFormat, graph);
  pointer.mockResolvedValueOnce(current);
  pointer.mockResolvedValueOnce({ ...current, key: 'other', revision: 'other' });
  await expect(run()).rejects.toMatchObject({ code: 'CONFLICT' });
});
