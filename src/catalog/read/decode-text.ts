import { isUtf8 } from 'node:buffer';

/** The text of a file, or why its bytes are not text. */
export type DecodedText =
  | { readonly text: string }
  | { readonly problem: string; /** The line of the first bad byte, from 1. */ readonly line: number };

const asUtf8 = 'save the file as UTF-8';

/** Decodes UTF-8, with or without a byte order mark. Other encodings are a problem, which names them if possible. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: `expected UTF-8, got UTF-16 by its byte order mark; ${asUtf8}`, line: 1 };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      problem: `expected UTF-8 text, got a NUL byte, as in UTF-16 or a binary file; ${asUtf8}`,
      line: lineOf(bytes, nul),
    };
  }
  if (!isUtf8(bytes)) {
    return { problem: `expected UTF-8, got invalid bytes in this line; ${asUtf8}`, line: firstBadLine(bytes) };
  }
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

/** No multi-byte character contains a line feed byte, so each line can be checked on its own. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) return line;
    start = next;
  }
  return line;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let end = bytes.indexOf(0x0a); end >= 0 && end < offset; end = bytes.indexOf(0x0a, end + 1)) line += 1;
  return line;
}
