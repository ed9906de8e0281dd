import { isUtf8 } from 'node:buffer';

/** The text of a file, or why its bytes are not text. */
export type DecodedText =
  | { readonly text: string }
  | { readonly problem: string; /** The line of the first bad byte, from 1. */ readonly line: number };

/** Decodes UTF-8, with or without a byte order mark. Other encodings are a problem, which names them if possible. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const refused = (found: string, line: number): DecodedText => {
    return { problem: `expected UTF-8, got ${found}; save the file as UTF-8`, line };
  };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused('UTF-16 by its byte order mark', 1);
  }
  const hasNul = (line: Uint8Array): boolean => line.includes(0);
  if (hasNul(bytes)) return refused('a NUL byte, as in UTF-16 or a binary file', firstLineWith(hasNul, bytes));
  const isInvalid = (line: Uint8Array): boolean => !isUtf8(line);
  if (isInvalid(bytes)) return refused('invalid bytes in this line', firstLineWith(isInvalid, bytes));
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

/** No multi-byte character contains a line feed byte, so each line can be checked on its own. */
function firstLineWith(isBad: (line: Uint8Array) => boolean, bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || isBad(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
