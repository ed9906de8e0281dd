import { workerData } from 'node:worker_threads';
import { keepCompiledModules } from '../config/compile-cache.ts';

/** The entry point of every worker thread: modules are loaded from the compile cache, and the named one does the job. */
keepCompiledModules();
const data: unknown = workerData;
if (typeof data === 'object' && data !== null && 'module' in data && typeof data.module === 'string') {
  await import(data.module);
}
