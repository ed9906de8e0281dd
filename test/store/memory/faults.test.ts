import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { generationFile } from '../../../src/store/memory/generation-file.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { isTemporaryName } from '../../../src/store/memory/temporary-file.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { FaultyFiles, faults, type Fault } from './faulty-files.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const old = graphOfCatalog(handbookCatalog);
const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });

function openStore(folder: string, files?: FaultyFiles) {
  return openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(shipped), ...(files && { files }) });
}

async function revisionIn(folder: string): Promise<string> {
  const catalog = await (await openStore(folder)).current();
  // Opens the graph, too: what is current must be whole.
  expect((await catalog.data()).structure.revision).toBe(catalog.revision);
  return catalog.revision;
}

/** A folder that is not made yet, or that has a catalog and its marker. */
async function folderFor(isFirst: boolean): Promise<string> {
  const folder = join(await temporaryFolder(), 'a', 'data');
  if (isFirst) return folder;
  const store = await openStore(folder);
  await store.replace(await store.current(), old);
  return folder;
}

type Outcome = 'DONE' | 'KILLED' | StoreError;

/** One whole import, from opening the store, by a process with a faulty file system. */
async function importWith(folder: string, files: FaultyFiles): Promise<Outcome> {
  const importing = async () => {
    const store = await openStore(folder, files);
    await store.replace(await store.current(), newer);
    return 'DONE' as const;
  };
  const failed = (error: unknown) => {
    if (error instanceof StoreError) return error;
    throw error;
  };
  const outcome = await Promise.race([importing().catch(failed), files.killed.then(() => 'KILLED' as const)]);
  await files.closeAll();
  return outcome;
}

const isInPlace = (outcome: Outcome) =>
  outcome === 'DONE' || (outcome instanceof StoreError && outcome.message.includes('The new catalog is in place'));

/** Which catalogs may be current after an import that ended like this. */
function allowedAfter(outcome: Outcome, fault: Fault, call: string, before: string): readonly string[] {
  const after = newer.structure.revision;
  if (isInPlace(outcome)) return [after];
  // A link that was made although it failed has made the new catalog current, and nobody was told.
  const isUnknown = outcome === 'KILLED' || (fault === 'FAILS_HALF_DONE' && call === 'link');
  return isUnknown ? [before, after] : [before];
}

describe.each([
  ['the first import', true],
  ['an import that replaces another', false],
])('%s', (_, isFirst) => {
  const before = (isFirst ? shipped : old).structure.revision;

  test.each(
    faults.flatMap((fault): [Fault, string][] =>
      fault.startsWith('FAILS')
        ? [
            [fault, 'EIO'],
            [fault, 'ENOSPC'],
            [fault, 'EACCES'],
          ]
        : [[fault, '']],
    ),
  )(
    `leaves the old catalog or the new one, and says which, whatever call of the file system has a fault: %s %s`,
    async (fault, code) => {
      const seen = new Set<string>();
      for (let at = 0, calls = Infinity; at < calls; at++) {
        const folder = await folderFor(isFirst);
        const files = new FaultyFiles(at, fault, code);
        const outcome = await importWith(folder, files);
        const call = files.calls[at];
        if (call === undefined) {
          // The import was over before its fault, so every call has had one.
          expect(outcome).toBe('DONE');
          calls = at;
          break;
        }
        const context = `${fault} ${code} at call ${at}, ${call}: ${String(outcome)}`;
        seen.add(call);
        if (outcome instanceof StoreError) {
          expect(outcome.code, context).toBe('UNAVAILABLE');
          expect(outcome.message, context).toContain(`(${code})`);
        }
        const current = await revisionIn(folder);
        expect(allowedAfter(outcome, fault, call, before), context).toContain(current);

        // The next import works, and leaves nothing except what belongs to a process that is running: this one.
        const store = await openStore(folder);
        const next = await store.replace(await store.current(), old);
        expect(await revisionIn(folder), context).toBe(next.revision);
        const left = (await readdir(folder)).filter((name) => !isTemporaryName(name));
        expect(left, context).toEqual([expect.stringMatching(/^generation-\d\.graph$/), 'imported.txt']);
      }
      for (const call of ['open file', 'write', 'sync file', 'close file', 'link', 'sync folder', 'unlink', 'readdir'])
        expect(seen).toContain(call);
    },
  );
});

test('an import whose folder cannot be written to disk says that its catalog is in place and may not survive', async () => {
  const folder = await folderFor(false);
  const counting = new FaultyFiles(Infinity, 'FAILS', 'EIO');
  await importWith(await folderFor(false), counting);
  const files = new FaultyFiles(counting.calls.indexOf('sync folder'), 'FAILS', 'EIO');
  const store = await openStore(folder, files);
  const { code, message } = await storeFailure(store.replace(await store.current(), newer));
  expect(code).toBe('UNAVAILABLE');
  expect(message).toMatch(
    /^The new catalog is in place .* may not survive a power cut: .*\(EIO\).* import the new one again\.$/,
  );
  expect((await store.current()).revision).toBe(newer.structure.revision);
  // The previous catalog is kept for the power cut after which the new one is gone.
  expect(await readdir(folder)).toEqual(['generation-1.graph', 'generation-2.graph', 'imported.txt']);
});

test('a file of which a power cut left any number of 4 KiB blocks is refused by its name, and a whole one is served', async () => {
  const whole = Buffer.concat(generationFile(graphOfCatalog(await shippedCatalog())).parts);
  const folder = await folderFor(false);
  const path = join(folder, 'generation-2.graph');
  let refused = 0;
  for (let length = 0; length < whole.length; length += 4_096) {
    // Cut off, and with zeros in place of the blocks that were not written.
    const padded = Buffer.alloc(whole.length);
    whole.copy(padded, 0, 0, length);
    for (const content of [whole.subarray(0, length), padded]) {
      await writeFile(path, content);
      const { code, message } = await storeFailure(openStore(folder));
      expect(code).toBe('DAMAGED');
      expect(message).toContain('generation-2.graph');
      refused++;
    }
  }
  expect(refused).toBe(2 * Math.ceil(whole.length / 4_096));
  await writeFile(path, whole);
  expect((await (await openStore(folder)).current()).revision).toBe(
    graphOfCatalog(await shippedCatalog()).structure.revision,
  );
});
