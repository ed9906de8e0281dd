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
    /** Where the documentation is built as it is now. */
    docsFolder: string;
  }
}

/** Builds the explorer and the documentation, once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-pages-'));
  for (const [name, key] of [
    ['explorer', 'explorerFolder'],
    ['site', 'docsFolder'],
  ] as const) {
    const outDir = join(folder, name);
    await build({ root: join(packageFolder(), name), logLevel: 'error', build: { outDir, emptyOutDir: true } });
    project.provide(key, outDir);
  }
  return () => rm(folder, { recursive: true, force: true });
}
