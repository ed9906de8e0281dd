import { z } from 'zod';
import { itemAt } from '../collections/item-at.ts';

/**
 * Many texts laid end to end as UTF-8: text i is the bytes from offsets[i] up to, not including, offsets[i + 1]. They
 * stay bytes until one is asked for, so that opening a file costs nothing per text.
 */
export const textColumn = z.object({
  offsets: z.instanceof(Int32Array),
  bytes: z.instanceof(Uint8Array).transform(asBuffer),
});
export type TextColumn = z.infer<typeof textColumn>;

/** Many lists of texts: list i is the texts from offsets[i] up to, not including, offsets[i + 1]. */
export const textLists = z.object({ offsets: z.instanceof(Int32Array), texts: textColumn });
export type TextLists = z.infer<typeof textLists>;

export function textColumnOf(texts: readonly string[]): TextColumn {
  const offsets = new Int32Array(texts.length + 1);
  texts.forEach((text, place) => (offsets[place + 1] = itemAt(offsets, place) + Buffer.byteLength(text)));
  // A string is shorter than 2^29 units of at most three bytes each, so the offsets cannot overflow unnoticed.
  return { offsets, bytes: Buffer.from(texts.join('')) };
}

export function textAt({ offsets, bytes }: TextColumn, place: number): string {
  return bytes.toString('utf8', itemAt(offsets, place), itemAt(offsets, place + 1));
}

export function textCount(column: TextColumn): number {
  return column.offsets.length - 1;
}

export function textListsOf(lists: readonly (readonly string[])[]): TextLists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, place) => (offsets[place + 1] = itemAt(offsets, place) + list.length));
  return { offsets, texts: textColumnOf(lists.flat()) };
}

export function textListCount({ offsets }: TextLists): number {
  return offsets.length - 1;
}

export function textListAt({ offsets, texts }: TextLists, place: number): string[] {
  const start = itemAt(offsets, place);
  return Array.from({ length: itemAt(offsets, place + 1) - start }, (_, index) => textAt(texts, start + index));
}

/** Texts of which some are missing, as lists of one or none. */
export function optionalTextsOf(texts: readonly (string | null)[]): TextLists {
  return textListsOf(texts.map((text) => (text === null ? [] : [text])));
}

export function optionalTextAt({ offsets, texts }: TextLists, place: number): string | null {
  const start = itemAt(offsets, place);
  return start === itemAt(offsets, place + 1) ? null : textAt(texts, start);
}

/** What comes from another thread is a plain array of bytes. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
