import { Zip, ZipDeflate } from 'fflate';
import type { Part } from './file-format.ts';
import type { Pause } from './pauses.ts';

/** A file inside a zip archive. */
export interface ZippedFile {
  /** With folders before it, separated by "/". */
  readonly name: string;
  readonly parts: Iterable<Part> | AsyncIterable<Part>;
}

/**
 * An archive, in parts as they are made. The same files and date give the same bytes. At most 65,535 files: without the extensions
 * of ZIP64, which fflate does not write, they are counted in 16 bits.
 *
 * @param files with pauses where making one takes long.
 * @param date of all files. Only its day counts, in UTC: a zip archive has local times, and noon is on every clock.
 */
export async function* zipped(
  files: Iterable<ZippedFile | Pause> | AsyncIterable<ZippedFile | Pause>,
  date: Date,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    // fflate reports an error as null, whatever its types say.
    if (error instanceof Error) throw error;
    made.push(part);
  });
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const encoder = new TextEncoder();
  for await (const each of files) {
    if (each === '') {
      yield new Uint8Array();
      continue;
    }
    const { name, parts } = each;
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for await (const part of parts) {
      if (part.length > 0) file.push(typeof part === 'string' ? encoder.encode(part) : part);
      // Nothing is made of the first parts, but compressing them takes time, too.
      if (made.length === 0) yield new Uint8Array();
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}
