import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SeededRandom } from '../../../bench/seeded-random.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { generationFile } from '../../../src/store/memory/generation-file.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const small = graphOfCatalog(handbookCatalog);
const headerForm = z.record(z.string(), z.unknown());
const whole = Buffer.concat(generationFile(small).parts);

/** Opens a folder whose current generation has this content, above an older generation that is whole. */
async function openHolding(content: Buffer) {
  const folder = await temporaryFolder();
  const path = join(folder, 'generation-2.graph');
  await writeFile(path, content);
  await writeFile(join(folder, 'generation-1.graph'), whole);
  const opening = openMemoryStore({ folder, shippedCatalog: () => Promise.reject(new Error('not to be read')) });
  return { opening, folder, path };
}

async function expectDamaged(content: Buffer, ...said: string[]) {
  const { opening, folder, path } = await openHolding(content);
  const failure = await storeFailure(opening);
  expect(failure.code).toBe('DAMAGED');
  for (const text of [basename(path), 'import the catalog again', ...said]) expect(failure.message).toContain(text);
  expect(await readdir(folder)).toEqual(['generation-1.graph', 'generation-2.graph']);
  expect(await readFile(path)).toEqual(content);
}

function changedAt(offset: number): Buffer {
  const content = Buffer.from(whole);
  content.writeUInt8(content.readUInt8(offset) ^ 0x01, offset);
  return content;
}

function withHeader(change: (header: Record<string, unknown>) => Record<string, unknown>): Buffer {
  const end = whole.indexOf('\n');
  const header = headerForm.parse(JSON.parse(whole.toString('utf8', 0, end)));
  return Buffer.concat([Buffer.from(JSON.stringify(change(header))), whole.subarray(end)]);
}

test('a whole file opens', async () => {
  const { opening } = await openHolding(whole);
  const store = await opening;
  expect(await (await store.current()).data()).toEqual(small);
});

describe('a file is DAMAGED', () => {
  test('a file with any bit changed anywhere is DAMAGED', async () => {
    const random = new SeededRandom(7);
    const offsets = Array.from({ length: 60 }, () => random.below(whole.length));
    const headerEnd = whole.indexOf('\n');
    for (const offset of [...offsets, ...Array(headerEnd + 1).keys(), whole.length - 1])
      await expectDamaged(changedAt(offset));
  });

  test('a file with its end cut off is DAMAGED', async () => {
    for (const length of [0, 1, 100, 300, whole.length - 1]) await expectDamaged(whole.subarray(0, length));
  });

  test('a file with more after its end is DAMAGED', async () => {
    await expectDamaged(Buffer.concat([whole, Buffer.from([0])]), 'checksum');
  });

  test('a file that is something else is DAMAGED', async () => {
    await expectDamaged(Buffer.from('{"name": "a catalog"}\n'), 'its first line is not that of a generation');
    await expectDamaged(Buffer.alloc(5_000), 'its first line is not that of a generation');
    await expectDamaged(serialize({}), 'its first line is not that of a generation');
  });

  test('a file of a newer format is DAMAGED', async () => {
    await expectDamaged(
      withHeader((header) => ({ rolegraph: header['rolegraph'], format: 999 })),
      'format 999',
      'newer',
    );
  });

  test('a file of an older format is DAMAGED', async () => {
    await expectDamaged(
      withHeader((header) => ({ ...header, format: 0 })),
      'format 0',
      'an older',
      'Run the version that wrote it',
    );
  });

  test('a file whose first line was edited is DAMAGED', async () => {
    await expectDamaged(
      withHeader((header) => ({ ...header, revision: '0'.repeat(64) })),
      'checksum',
    );
    await expectDamaged(
      withHeader((header) => ({ ...header, importedAt: '2026-01-01T00:00:00.000Z' })),
      'checksum',
    );
    await expectDamaged(
      withHeader((header) => ({ ...header, key: '1' })),
      'first line is not complete',
    );
  });
});

test('a store reports damage that happens while it is open, and what was opened before stays readable', async () => {
  const { opening, path } = await openHolding(whole);
  const store = await opening;
  await writeFile(path, changedAt(whole.length - 5));
  const held = await store.current();
  await writeFile(path, Buffer.concat(generationFile(small).parts).subarray(0, -1));
  const damaged = await store.current();
  await expect(damaged.graph()).rejects.toMatchObject({ code: 'DAMAGED' });
  await expect(damaged.graph()).rejects.toMatchObject({ code: 'DAMAGED' });
  await expect(damaged.data()).rejects.toMatchObject({ code: 'DAMAGED' });
  expect(await held.data()).toEqual(small);
});
