import { ArgumentError } from '../../graph/argument-error.ts';
import { grouped } from '../../text/quoted-text.ts';
import { fileFromWorker } from '../../workers/file-from-worker.ts';
import type { SvgPicture } from './svg-picture.ts';

/** The most pixels of a PNG: it takes two or three seconds to make it. */
const mostPixels = 25_000_000;

/**
 * What a PNG takes of the memory for answers while it is made, in bytes: 6 for each pixel, which are the pixel and its compressed form,
 * and 40 MB for the rest. Measured as the peak of a process that writes the PNG of a board, resvg, the outlines of the letters and the
 * thread take 130 MB outside of the heap; the memory for answers is an eighth of that of the machine, unless it is set. So a
 * container of 256 MB makes no PNG, and one of 512 MB makes those of up to 4 million pixels.
 */
export function memoryOfPng(pixels: number): number {
  return 40 * 1024 * 1024 + 6 * pixels;
}

/**
 * How many pixels the PNG of a picture has.
 *
 * @param scale pixels of the PNG for each pixel of the picture.
 * @throws ArgumentError if they are more than 25 million.
 */
export function pixelsOf({ width, height }: SvgPicture, scale: number): number {
  const pixels = width * scale * height * scale;
  if (pixels <= mostPixels) return pixels;
  const size = `${grouped(width * scale)} × ${grouped(height * scale)} pixels`;
  throw new ArgumentError(
    'scale',
    `The picture would have ${size}, which is more than the ${grouped(mostPixels)} that a PNG can have in all. ` +
      'Give a smaller width or scale, or ask for SVG, which has no such limit.',
  );
}

/**
 * A picture as PNG. It is drawn in a worker thread, because that takes some tenths of a second.
 *
 * @param scale see pixelsOf, which the caller has asked.
 * @param signal ends the work.
 */
export function pngOf({ svg }: SvgPicture, scale: number, signal: AbortSignal): Promise<Uint8Array> {
  return fileFromWorker(new URL('png-worker', import.meta.url), { svg, scale }, signal);
}
