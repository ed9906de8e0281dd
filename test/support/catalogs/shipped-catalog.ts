import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { formatFinding } from '../../../src/catalog/finding.ts';
import { readCatalog } from '../../../src/catalog/read/read-catalog.ts';

let reading: Promise<Catalog> | undefined;

/** The catalog that ships, read from seed/ once; throws with all that is wrong in it. Nobody may change it. */
export function shippedCatalog(): Promise<Catalog> {
  reading ??= readShipped();
  return reading;
}

async function readShipped(): Promise<Catalog> {
  const { catalog, findings } = await readCatalog(fileURLToPath(new URL('../../../seed', import.meta.url)));
  if (catalog === undefined) throw new Error(`seed/ is no catalog:\n${findings.map(formatFinding).join('\n')}`);
  return catalog;
}
