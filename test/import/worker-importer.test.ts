import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportStage, Upload } from '../../src/import/catalog-importer.ts';
import { workerImporter } from '../../src/import/worker-importer.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function setUp() {
  const folder = await temporaryFolder();
  const config = { dataFolder: join(folder, 'data'), neo4j: undefined, servesShipped: true };
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify(handbookCatalog));
  const upload: Upload = { file, dryRun: false, expectedSequence: 0, importedBy: 'somebody' };
  const importer = workerImporter(config);
  const current = async () => {
    const store = await openStore(config, 'COMMAND');
    const catalog = await store.current();
    await store.close();
    return catalog;
  };
  return { importer, upload, current };
}

const never = new AbortController().signal;
const ignored = () => undefined;

test('a catalog is imported in a worker thread, which says what it does', async () => {
  const { importer, upload, current } = await setUp();
  const stages: ImportStage[] = [];
  const result = await importer.import(upload, (stage) => stages.push(stage), never);
  expect(result).toMatchObject({ status: 'IMPORTED', current: { sequence: 1 }, previous: { sequence: 0 } });
  expect([...new Set(stages.map(({ step }) => step))]).toEqual(['READING', 'COMPARING', 'WRITING']);
  expect(await current()).toMatchObject({ sequence: 1, importedBy: 'somebody' });
});

test('a conflict says who was faster, as it does without a thread', async () => {
  const { importer, upload } = await setUp();
  await importer.import(upload, ignored, never);
  const failure = await importer.import(upload, ignored, never).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreError);
  expect(failure).toMatchObject({ code: 'CONFLICT', current: { sequence: 1, importedBy: 'somebody' } });
});

test.each(['READING', 'COMPARING'])('an import that is given up while %s changes nothing', async (step) => {
  const { importer, upload, current } = await setUp();
  const leaving = new AbortController();
  const gone = new Error('gone');
  const onStage = (stage: ImportStage) => {
    if (stage.step === step) leaving.abort(gone);
  };
  // The thread may have begun to write before it could be told.
  const ended = await importer.import(upload, onStage, leaving.signal).catch((error: unknown) => error);
  expect(await current()).toMatchObject({ sequence: ended === gone ? 0 : 1 });
});

test('an import that writes goes on to its end when it is given up', async () => {
  const { importer, upload, current } = await setUp();
  const leaving = new AbortController();
  const onStage = ({ step }: ImportStage) => {
    if (step === 'WRITING') leaving.abort(new Error('gone'));
  };
  expect(await importer.import(upload, onStage, leaving.signal)).toMatchObject({ status: 'IMPORTED' });
  expect(await current()).toMatchObject({ sequence: 1 });
});

test('nothing begins that was given up before', async () => {
  const { importer, upload, current } = await setUp();
  await expect(importer.import(upload, ignored, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(await current()).toMatchObject({ sequence: 0 });
});
