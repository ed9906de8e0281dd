import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { formatFinding } from '../../../src/catalog/finding.ts';
import { readCatalog } from '../../../src/catalog/read/read-catalog.ts';
import { memoize } from '../../../src/collections/memoize.ts';

/** The example with a RACI table of forty activities. */
export const serviceOperations = 'docs/examples/service-operations.yaml';

/** Where an example is, of which the path from the root of the project is given. */
export function exampleFile(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** The catalog of an example of the docs, read once. Nobody may change it. */
export const exampleCatalog = memoize(async (path: string): Promise<Catalog> => {
  const { catalog, findings } = await readCatalog(exampleFile(path));
  if (catalog !== undefined) return catalog;
  throw new Error(`${path} is no catalog:\n${findings.map(formatFinding).join('\n')}`);
});
