import { grouped } from './quoted-text.ts';

/**
 * The parts of what another program sends, as they come, up to a limit: nobody knows how much it is, and it may be endless.
 *
 * @param most in bytes.
 * @throws Error where there are more; it says so in words that follow "because" or a colon.
 */
export async function* limitedParts(
  parts: AsyncIterable<Uint8Array> | null,
  most: number,
): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const part of parts ?? []) {
    bytes += part.length;
    if (bytes > most) throw new Error(`its answer has more than ${grouped(most / 1024 / 1024)} MB`);
    yield part;
  }
}

/** The text of such parts, in UTF-8. @throws Error as limitedParts does. */
export async function limitedText(parts: AsyncIterable<Uint8Array> | null, most: number): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of limitedParts(parts, most)) all.push(part);
  return Buffer.concat(all).toString();
}
