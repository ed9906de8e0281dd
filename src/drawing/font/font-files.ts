import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onceFulfilled } from '../../collections/memoize.ts';
import { packageFolder } from '../../config/package-folder.ts';
import type { SvgFonts } from './font-faces.ts';

/*
 * The only module of src/drawing that reads files. Servers and commands read the font here and pass it on, so that all that
 * draws stays pure.
 */

const pathOf = (name: string) => join(packageFolder(), 'fonts', name);

/** The files of the font that SVG carries, read once. */
export const readSvgFonts = onceFulfilled(async (): Promise<SvgFonts> => {
  const read = (name: string) => readFile(pathOf(`${name}.woff2`), 'base64');
  return {
    REGULAR: { LATIN: await read('inter-latin-regular'), OTHER: await read('inter-other-regular') },
    BOLD: { LATIN: await read('inter-latin-bold'), OTHER: await read('inter-other-bold') },
  };
});

/** The files of the font for programs that draw SVG and do not read fonts in it: TrueType, regular and bold, read once. */
export const readTrueTypeFonts = onceFulfilled((): Promise<readonly Uint8Array[]> =>
  Promise.all(['inter-regular.ttf', 'inter-bold.ttf'].map((name) => readFile(pathOf(name)))),
);
