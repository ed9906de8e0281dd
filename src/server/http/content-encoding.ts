import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, createBrotliCompress, createGzip, gunzip, gzip } from 'node:zlib';
import { byteLength, largeBody } from './body.ts';
import { preferencesIn } from './preferences.ts';

/** How a body is encoded, as Content-Encoding names it; for 'identity', that header is left out. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** QUICK for bodies that a client waits for, SMALL for files that are compressed once and sent many times. */
export type Effort = 'QUICK' | 'SMALL';

/**
 * Of Brotli's 0..11 and gzip's 1..9. The quick levels take about 3 milliseconds per megabyte of JSON. Levels above the
 * small ones take seconds per megabyte and hardly save any bytes.
 */
const qualities: Readonly<Record<Effort, { readonly br: number; readonly gzip: number }>> = {
  QUICK: { br: 3, gzip: 4 },
  SMALL: { br: 5, gzip: 6 },
};

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const fromBrotli = promisify(brotliDecompress);
const fromGzip = promisify(gunzip);

/** Compresses a body. */
export function encoded(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return asBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: qualities[effort].br,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case 'gzip':
      return asGzip(body, { level: qualities[effort].gzip });
    case 'identity':
      return Promise.resolve(body);
  }
}

/**
 * Compresses a body that is in parts or made part by part. Parts are taken as fast as the compressed ones are, so that only some
 * of them are in memory at a time.
 */
export function encodedParts(
  parts: Iterable<Buffer> | AsyncIterable<Buffer>,
  encoding: Encoding,
): Iterable<Buffer> | AsyncIterable<Buffer> {
  if (encoding === 'identity') return parts;
  const compressing =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: qualities.QUICK.br } })
      : createGzip({ level: qualities.QUICK.gzip });
  // Whoever reads the stream gets the error as well.
  pipeline(Readable.from(parts), compressing).catch(() => undefined);
  return compressing;
}

/** Compresses a body for a client that waits for it. A large one is given out in parts, as it is given. */
export async function encodedInParts(parts: readonly Buffer[], encoding: Encoding): Promise<readonly Buffer[]> {
  if (byteLength(parts) < largeBody) return [await encoded(Buffer.concat(parts), encoding, 'QUICK')];
  const compressed: Buffer[] = [];
  for await (const part of encodedParts(parts, encoding)) compressed.push(part);
  return compressed;
}

/** All encodings, best first. */
const encodings = ['br', 'gzip', 'identity'] as const;

/** Less than any weight that a client can give: without a word about it, sending a body as it is stays acceptable. */
const unnamedIdentity = 0.0001;

/**
 * The encoding that a client likes best (RFC 9110, 12.5.3), and of those that it likes equally, the one that is best for it.
 * If it accepts none, the body is sent as it is.
 *
 * @param accepted the request's Accept-Encoding.
 */
export function encodingFor(accepted = ''): Encoding {
  const preferences = preferencesIn(accepted);
  const weightOf = (encoding: Encoding): number => {
    const preference =
      preferences.find(({ name }) => name === encoding) ?? preferences.find(({ name }) => name === '*');
    return preference?.weight ?? (encoding === 'identity' ? unnamedIdentity : 0);
  };
  const best = encodings.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
  return weightOf(best) > 0 ? best : 'identity';
}

/**
 * The encoding of a request's body.
 *
 * @param given the request's Content-Encoding.
 * @returns undefined for one that is not supported, and for several.
 */
export function encodingOf(given = ''): Encoding | undefined {
  const name = given.trim().toLowerCase();
  if (name === '') return 'identity';
  // The old name of gzip, which means the same (RFC 9110, 8.4.1.3).
  return name === 'x-gzip' ? 'gzip' : encodings.find((encoding) => encoding === name);
}

/**
 * Decompresses a body.
 *
 * @param most the largest result, in bytes. Decompressing stops there, however large the result would become.
 * @returns 'TOO_LARGE' if the result is larger, 'DAMAGED' if the body is not in this encoding or not complete.
 */
export async function decoded(
  body: Buffer,
  encoding: Encoding,
  most: number,
): Promise<Buffer | 'TOO_LARGE' | 'DAMAGED'> {
  try {
    switch (encoding) {
      case 'br':
        return await fromBrotli(body, { maxOutputLength: most });
      case 'gzip':
        return await fromGzip(body, { maxOutputLength: most });
      case 'identity':
        return body.length > most ? 'TOO_LARGE' : body;
    }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'TOO_LARGE' : 'DAMAGED';
  }
}
