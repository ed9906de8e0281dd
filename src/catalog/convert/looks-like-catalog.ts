/** Lists that catalogs have, and files of other tools have not. */
const catalogKey = /(?:^|[{,\s])["']?(?:pillars|organizationTypes|appearances)["']?\s*:/;

/** How many bytes of a file are looked at for them: what stands first in a catalog is short. */
export const catalogBeginning = 256 * 1024;

/** Whether YAML or JSON is plainly a catalog, by its beginning. */
export function looksLikeCatalog(beginning: string): boolean {
  return catalogKey.test(beginning);
}
