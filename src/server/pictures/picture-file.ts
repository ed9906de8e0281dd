import { readSvgFonts } from '../../drawing/font/font-files.ts';
import type { PictureFoot } from '../../drawing/frame.ts';
import type { PictureFormat, PictureOptions } from '../../exchange/pictures/picture-formats.ts';
import { pictureJson } from '../../exchange/pictures/picture-json.ts';
import type { Picture } from '../../exchange/pictures/picture-kind.ts';
import { pixelsOf, pngOf } from '../../exchange/pictures/png.ts';
import { svgPicture } from '../../exchange/pictures/svg-picture.ts';
import { tableCsv } from '../../exchange/pictures/table-csv.ts';
import { collectInSteps, type RunSteps } from '../../scheduling/steps.ts';
import { tablePage, type TableLinks } from './table-page.ts';

/** Where and how the file of a picture is made. */
export interface PictureMaking {
  readonly run: RunSteps;
  /** Ends the work of a worker thread. */
  readonly signal: AbortSignal;
  /** Called before a PNG is made, which takes memory (memoryOfPng). */
  readonly onPixels?: (pixels: number) => void;
  /** The addresses on the server that the page of a table links to; none without a server. */
  readonly links?: TableLinks;
}

/**
 * A picture in a format, as the bytes of a file.
 *
 * @throws ArgumentError for a PNG of too many pixels, and what onPixels throws.
 */
export async function pictureFile(
  picture: Picture,
  { ending }: PictureFormat,
  options: PictureOptions,
  foot: PictureFoot,
  { run, signal, onPixels, links }: PictureMaking,
): Promise<Buffer> {
  switch (ending) {
    case 'csv':
      return Buffer.from((await run(collectInSteps(tableCsv(picture.table(), options.bom)))).join(''));
    case 'json':
      return Buffer.from(await run(pictureJson(picture, foot)));
    case 'html':
      return Buffer.from(tablePage(picture.table(), foot, links));
    case 'svg':
    case 'png': {
      const made = await run(svgPicture(picture, options, foot, await readSvgFonts()));
      if (ending === 'svg') return Buffer.from(made.svg);
      const pixels = pixelsOf(made, options.scale);
      onPixels?.(pixels);
      const png = await pngOf(made, options.scale, signal);
      return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
    }
  }
}
