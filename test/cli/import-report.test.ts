import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { importObserver, writeOutcome } from '../../src/cli/output/import-report.ts';
import { graphFormat, oldestReadableFormat, type GraphData } from '../../src/graph/structure/graph-data.ts';
import { replaceCurrent } from '../../src/import/import-catalog.ts';
import { handbookGraph, otherFormat, storeHolding } from '../import/store-holding.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';

/** A store as {@link storeHolding} makes it, and what an import of the handbook's catalog into it prints. */
function holding(format: number, stored?: GraphData) {
  const held = storeHolding(format, stored);
  const run = async ({ dryRun = false }: { readonly dryRun?: boolean } = {}) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const observer = importObserver('catalog.json', dryRun, { stdout, stderr });
    const outcome = await replaceCurrent(held.store, handbookCatalog, { dryRun }, observer);
    writeOutcome(outcome, 'catalog.json', { stdout, stderr });
    stdout.end();
    return text(stdout);
  };
  return { ...held, run };
}

const imported =
  'Imported The catalog of a handbook 1: 3 roles, 4 appearances. Running servers open it within a second.\n';

test('what an older version stored is replaced whole, even by the same content', async () => {
  const { current, replace, run } = holding(oldestReadableFormat - 1);
  expect(await run()).toBe(
    'The current catalog was stored by an older version of Rolegraph and cannot be compared; it is replaced whole.\n' +
      imported,
  );
  expect(replace).toHaveBeenCalledExactlyOnceWith(
    current,
    handbookGraph,
    expect.objectContaining({ importedBy: null, changes: null }),
  );
});

test('a dry run reports the same of what an older version stored, and leaves it', async () => {
  const { replace, run } = holding(oldestReadableFormat - 1);
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
  expect(replace).toHaveBeenCalledExactlyOnceWith(
    current,
    handbookGraph,
    expect.objectContaining({ importedBy: null, changes: null }),
  );
});

test('an import reports what others have changed, and repairs it', async () => {
  const roleSummaries = handbookGraph.texts.roleSummaries.map(() => 'Changed by hand.');
  const { replace, run } = holding(graphFormat, { ...handbookGraph, texts: { ...handbookGraph.texts, roleSummaries } });
  expect(await run()).toContain('Changed by hand.');
  expect(replace).toHaveBeenCalledOnce();
});

test('the same content in our own format is nothing to change', async () => {
  const { replace, run } = holding(graphFormat, handbookGraph);
  expect(await run()).toBe('Nothing to change: The catalog of a handbook 1 is the current catalog already.\n');
  expect(replace).not.toHaveBeenCalled();
});

test('the catalog that ships is imported where a database has none, and a dry run leaves it empty', async () => {
  const { current, prepare, run } = holding(graphFormat, handbookGraph);
  prepare.mockResolvedValue(current);
  expect(await run()).toBe(imported);
  const dry = holding(graphFormat, handbookGraph);
  expect(await dry.run({ dryRun: true })).toContain('Nothing to change');
  expect(dry.prepare).not.toHaveBeenCalled();
});

test('what was equal to the current catalog when it was compared is not said to be, where another took its place', async () => {
  const { current, other, pointer, run } = holding(graphFormat, handbookGraph);
  pointer.mockResolvedValueOnce(current);
  pointer.mockResolvedValueOnce(other);
  await expect(run()).rejects.toMatchObject({ code: 'CONFLICT' });
});
