import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../config/package-folder.ts';

/** Reads a file of the folder `pages`: what browsers get as it is. */
export function pageFile(name: string): string {
  return readFileSync(join(packageFolder(), 'pages', name), 'utf8');
}
