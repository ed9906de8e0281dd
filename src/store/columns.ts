import { z } from 'zod';
import { itemAt } from '../collections/item-at.ts';
import { generateInSteps, type Steps } from '../scheduling/steps.ts';

/*
 * Columns of many values in a few arrays: the form in which they are written to files and transferred between threads.
 * Zod checks a column as a whole and not its values, because there are millions of them.
 */

export const integers: z.ZodType<Int32Array> = z.instanceof(Int32Array);
export const numbers: z.ZodType<Float64Array> = z.instanceof(Float64Array);
export const integerLists = z.object({ offsets: integers, values: integers });

/**
 * Texts laid end to end as UTF-8: text i is the bytes from offsets[i] up to, not including, offsets[i + 1]. They stay bytes
 * until one is read, so that opening a file costs nothing per text. From another thread come plain bytes, not a Buffer.
 */
export const texts = z.object({
  offsets: integers,
  bytes: z
    .instanceof(Uint8Array)
    .transform((bytes) => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))),
});
export type PackedTexts = z.infer<typeof texts>;

/** Lists of texts: list i is the texts from offsets[i] up to, not including, offsets[i + 1]. */
export const textLists = z.object({ offsets: integers, texts });
export type PackedTextLists = z.infer<typeof textLists>;

export function packTexts(unpacked: readonly string[]): PackedTexts {
  // A string is shorter than 2^29 units of at most three bytes each, so the offsets cannot overflow unnoticed.
  return { offsets: offsetsOf(unpacked, (text) => Buffer.byteLength(text)), bytes: Buffer.from(unpacked.join('')) };
}

export function packTextLists(lists: readonly (readonly string[])[]): PackedTextLists {
  return { offsets: offsetsOf(lists, ({ length }) => length), texts: packTexts(lists.flat()) };
}

/** Packs texts of which some are missing, as lists of one or none. */
export function packOptionalTexts(unpacked: readonly (string | null)[]): PackedTextLists {
  return packTextLists(unpacked.map((text) => (text === null ? [] : [text])));
}

export function textAt({ offsets, bytes }: PackedTexts, index: number): string {
  return bytes.toString('utf8', itemAt(offsets, index), itemAt(offsets, index + 1));
}

export function textListAt({ offsets, texts }: PackedTextLists, index: number): string[] {
  const start = itemAt(offsets, index);
  return Array.from({ length: itemAt(offsets, index + 1) - start }, (_, offset) => textAt(texts, start + offset));
}

export function optionalTextAt({ offsets, texts }: PackedTextLists, index: number): string | null {
  const start = itemAt(offsets, index);
  return start === itemAt(offsets, index + 1) ? null : textAt(texts, start);
}

/** Calls a function for each index of a packed column, and returns the results in a list. */
export function unpack<T>({ offsets }: { readonly offsets: Int32Array }, itemOf: (index: number) => T): Steps<T[]> {
  return generateInSteps(offsets.length - 1, itemOf);
}

export function unpackTexts(column: PackedTexts): Steps<string[]> {
  return unpack(column, (index) => textAt(column, index));
}

function offsetsOf<T>(items: readonly T[], lengthOf: (item: T) => number): Int32Array {
  const offsets = new Int32Array(items.length + 1);
  items.forEach((item, index) => (offsets[index + 1] = itemAt(offsets, index) + lengthOf(item)));
  return offsets;
}
