import { workerData } from 'node:worker_threads';
import { keepCompiledModules } from '../config/compile-cache.ts';

/** What every worker thread begins with: the rest of its modules comes compiled. The named one does the job. */
keepCompiledModules();
const data: unknown = workerData;
if (typeof data === 'object' && data !== null && 'module' in data && typeof data.module === 'string') {
  await import(data.module);
}
