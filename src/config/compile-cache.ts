import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/**
 * Lets V8 cache the compiled form of all modules that the calling thread imports from now on. That saves a quarter of a
 * second of every start except the first, and half of the start of a worker thread. If the folder cannot be written, every
 * start takes as long as the first.
 */
export function cacheCompiledModules(): void {
  enableCompileCache(join(packageFolder(), 'node_modules', '.cache', 'rolegraph'));
}
