import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { packageFolder } from '../../../src/config/package-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the explorer is built as it is now, whatever was built before. */
    explorerFolder: string;
  }
}

/** Builds the explorer, once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-explorer-'));
  await build({
    root: join(packageFolder(), 'explorer'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  project.provide('explorerFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
