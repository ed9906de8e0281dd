import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '../../collections/memoize.ts';
import { packageFolder } from '../../config/package-folder.ts';

/** The text of a file in the folder `pages`, by its path there. Each is read once. */
export const pageFile = memoize((path: string): string => readFileSync(join(packageFolder(), 'pages', path), 'utf8'));
