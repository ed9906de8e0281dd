import { join } from 'node:path';
import { build } from 'vite';
import { packageFolder } from '../../../src/config/package-folder.ts';

/** Builds the explorer as it is now, whatever was built before. */
export async function buildExplorer(folder: string): Promise<void> {
  await build({
    root: join(packageFolder(), 'explorer'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
