import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

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
 * The best encoding that a client accepts. An encoding with the weight 0 (`;q=0`) is not accepted.
 *
 * @param accepted the request's Accept-Encoding.
 */
export function encodingFor(accepted = ''): Encoding {
  if (accepted === '') return 'identity';
  const encodings = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1).join('').trim());
  if (encodings.includes('br')) return 'br';
  return encodings.includes('gzip') ? 'gzip' : 'identity';
}
