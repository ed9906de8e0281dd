/** The text of a file, and in which encoding it was read where that was guessed. */
export interface DecodedFile {
  readonly text: string;
  /** Undefined for Unicode. */
  readonly encoding: string | undefined;
}

/**
 * Decodes a text: in the Unicode form that its byte order mark names, else UTF-8, and else Windows-1252, which Excel for Windows
 * writes in Western Europe.
 *
 * @returns undefined for bytes that are no text.
 */
export function decodedFile(bytes: Uint8Array): DecodedFile | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: undefined };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: undefined };
  if (bytes.subarray(0, lookedAt).includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: undefined };
  } catch {
    return { text: decode(bytes, 'windows-1252'), encoding: 'Windows-1252' };
  }
}

/** How many bytes are looked at for a zero, which no text has. */
const lookedAt = 64 * 1024;

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
