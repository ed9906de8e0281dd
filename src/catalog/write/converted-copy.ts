import { canonicalJson } from '../canonical-catalog.ts';
import type { Catalog } from '../catalog.ts';
import { basename, dirname, join } from 'node:path';

/**
 * Where the copy of a conversion is kept: a hidden file next to what was written, ".ours.yaml.converted.json" for "ours.yaml". Commit it
 * with the catalog: with it, an update tells your edits from changes of the source. Readers of catalogs pass over it.
 */
export function convertedCopyPath(output: string): string {
  return join(dirname(output), `.${basename(output)}.converted.json`);
}

/** The text of the copy: JSON, which readCatalog reads, with entries in the order in which they were written. */
export function convertedCopyText(catalog: Catalog): string {
  return `${canonicalJson(catalog, 1)}\n`;
}
