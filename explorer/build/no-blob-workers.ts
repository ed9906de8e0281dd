import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const replacement = fileURLToPath(new URL('zip-without-worker.ts', import.meta.url));

/** Makes write-excel-file use zip-without-worker.ts in place of fflate. */
export function noBlobWorkers(): Plugin {
  return {
    name: 'no-blob-workers',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'fflate' && importer?.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js') === true
        ? replacement
        : undefined,
  };
}
