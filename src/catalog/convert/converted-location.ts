import { open, readdir, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ConvertOptions } from './conversion.ts';
import { isHiddenName } from '../read/hidden-name.ts';
import type { ConvertedCatalog } from './converted-catalog.ts';
import { catalogBeginning, looksLikeCatalog } from './looks-like-catalog.ts';
import { givenFiles, mostConvertedBytes } from './given-files.ts';

/** The ends of names of files that are catalogs, but for those of other tools. */
const yamlEnds = ['.yaml', '.yml'];
const catalogEnds = [...yamlEnds, '.json'];

/**
 * The catalog that a file or folder becomes which is not one itself; undefined if it is one, or cannot be read, which readCatalogs
 * then says. YAML and JSON are catalogs, unless they are in the format of another tool or a framework.
 *
 * @throws ConvertError if nothing in it is understood.
 */
export async function convertedLocation(
  location: string,
  options: ConvertOptions,
): Promise<ConvertedCatalog | undefined> {
  const form = await formOf(location);
  if (form === 'CATALOG') return undefined;
  // Loaded on demand: most imports, and servers that start, have catalogs only.
  const [{ convertFiles, convertKnown }, { neededCatalog }] = await Promise.all([
    import('./convert-files.ts'),
    import('./converted-catalog.ts'),
  ]);
  const files = await givenFiles([location]);
  const conversion = form === 'MAYBE' ? convertKnown(files) : await convertFiles(files, options);
  return conversion === undefined ? undefined : neededCatalog(conversion);
}

async function formOf(location: string): Promise<'CATALOG' | 'MAYBE' | 'OTHER'> {
  try {
    const status = await stat(location);
    if (status.isDirectory()) {
      const names = (await readdir(location)).filter((name) => !isHiddenName(name));
      return names.length === 0 || names.some((name) => yamlEnds.includes(endOf(name))) ? 'CATALOG' : 'OTHER';
    }
    if (!catalogEnds.includes(endOf(location))) return status.isFile() ? 'OTHER' : 'CATALOG';
    if (status.size > mostConvertedBytes) return 'CATALOG';
    return looksLikeCatalog(await beginningOf(location)) ? 'CATALOG' : 'MAYBE';
  } catch {
    return 'CATALOG';
  }
}

async function beginningOf(location: string): Promise<string> {
  const file = await open(location);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(catalogBeginning));
    return buffer.subarray(0, bytesRead).toString();
  } finally {
    await file.close();
  }
}

function endOf(name: string): string {
  return extname(name).toLowerCase();
}
