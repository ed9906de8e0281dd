import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { formatFinding } from '../../../src/catalog/finding.ts';
import { readCatalog } from '../../../src/catalog/read/read-catalog.ts';

/** The file of the hospital, as a command takes it. */
export const hospitalFile = fileURLToPath(new URL('hospital.yaml', import.meta.url));

/** A catalog of 30 roles of another trade, read once; throws with all that is wrong in it. Nobody may change it. */
export function hospitalCatalog(): Promise<Catalog> {
  reading ??= readHospital();
  return reading;
}

let reading: Promise<Catalog> | undefined;

async function readHospital(): Promise<Catalog> {
  const { catalog, findings } = await readCatalog(hospitalFile);
  if (catalog === undefined) throw new Error(`hospital.yaml is no catalog:\n${findings.map(formatFinding).join('\n')}`);
  return catalog;
}
