import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { cliProcess, spawnCli } from '../support/processes/cli-process.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Moments at which an import is killed: some anywhere in it, some while it writes, which takes only a moment. */
const anywhere = 12;
const whileWriting = 8;

test('an import that is killed at any moment leaves the old catalog or the new one, whole', async () => {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  await mkdir(data);
  const file = join(folder, 'big.json');
  const big = generatedCatalog({ roles: 5_000, seed: 1, appearancesPerRole: 1 });
  await writeFile(file, JSON.stringify(big));
  const after = withLayout(graphOfCatalog(big));
  const before = withLayout(graphOfCatalog(handbookCatalog));

  const startImport = () => {
    const startedAt = performance.now();
    const child = spawnCli(['import', file], { ROLEGRAPH_DATA: data });
    child.stdout?.resume();
    child.stderr?.resume();
    const ended = once(child, 'exit').then(() => performance.now() - startedAt);
    return { child, ended };
  };
  const watcher = watch(data);
  onTestFinished(() => {
    watcher.close();
  });
  /** Waits for the first file that a process writes, whose name tells the process. */
  const writingOf = ({ pid }: ChildProcess) =>
    new Promise<void>((resolve) => {
      watcher.on('change', (_, name) => {
        if (String(name).includes(`-${String(pid)}-`)) resolve();
      });
    });
  /** The next import, whatever the last one left: it works, and nothing else remains after it. */
  const restore = async () => {
    const store = await openMemoryStore({ folder: data, shippedCatalog: () => Promise.resolve(after) });
    await store.replace(await store.current(), before);
    expect(await readdir(data)).toEqual([expect.stringMatching(/^generation-/), 'imported.txt']);
  };

  // A whole import, undisturbed: how long it takes, and how long it writes.
  await restore();
  const undisturbed = startImport();
  await writingOf(undisturbed.child);
  const writingFrom = performance.now();
  let writtenAt = writingFrom;
  const notice = () => (writtenAt = performance.now());
  watcher.on('change', notice);
  let whole = await undisturbed.ended;
  watcher.off('change', notice);
  expect(undisturbed.child.exitCode).toBe(0);
  let writing = writtenAt - writingFrom;

  const random = new SeededRandom(1);
  const outcomes = { old: 0, new: 0, killed: 0 };
  // An import that is over before its moment shows nothing: the machine has become faster, so the moments come sooner.
  for (let attempts = 0; outcomes.killed < anywhere + whileWriting; attempts++) {
    await restore();
    const attempt = startImport();
    if (outcomes.killed < anywhere) {
      const place = ((attempts % anywhere) + random.number()) / anywhere;
      await Promise.race([setTimeout(place * whole), attempt.ended]);
    } else {
      await Promise.race([writingOf(attempt.child), attempt.ended]);
      // Up to twice as long, so that some are killed when the new catalog stands and the old is being removed.
      await Promise.race([setTimeout(random.number() * 2 * writing), attempt.ended]);
    }
    attempt.child.kill('SIGKILL');
    await attempt.ended;
    if (attempt.child.signalCode === 'SIGKILL') {
      outcomes.killed++;
    } else if (outcomes.killed < anywhere) {
      whole *= 0.9;
    } else {
      writing *= 0.9;
    }

    const store = await openMemoryStore({ folder: data, shippedCatalog: () => Promise.reject(new Error('lost')) });
    const generation = await store.current();
    const expected = generation.revision === after.structure.revision ? after : before;
    expect(generation.revision).toBe(expected.structure.revision);
    expect(isDeepStrictEqual(await generation.data(), expected)).toBe(true);
    outcomes[expected === after ? 'new' : 'old']++;
  }
  // Else the imports were over before they were killed, and nothing was shown.
  expect(outcomes.killed).toBeGreaterThan(5);
  expect(outcomes.old).toBeGreaterThan(5);

  // The last next import by the real command too.
  const next = join(folder, 'next.json');
  await writeFile(next, JSON.stringify({ ...handbookCatalog, version: 'next' }));
  expect(await cliProcess(['import', next], { ROLEGRAPH_DATA: data })).toMatchObject({ code: 0 });
  expect(await readdir(data)).toEqual([expect.stringMatching(/^generation-/), 'imported.txt']);
});
