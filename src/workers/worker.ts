import { workerData } from 'node:worker_threads';
import { cacheCompiledModules } from '../config/compile-cache.ts';

/** The entry point of every worker thread: modules are loaded from the compile cache, and the named one does the job. */
cacheCompiledModules();
const data: unknown = workerData;
if (typeof data === 'object' && data !== null && 'module' in data && typeof data.module === 'string') {
  await import(data.module);
}
