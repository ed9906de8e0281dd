import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body is sent; as Content-Encoding names it, but for 'identity', which is not named. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** How long compressing may take: QUICK for what somebody waits for, SMALL for what is compressed once for all. */
export type Effort = 'QUICK' | 'SMALL';

/**
 * Of Brotli's 0..11 and gzip's 1..9. Quick ones take some 3 milliseconds a megabyte of JSON; beyond the small ones,
 * megabytes take seconds and become little smaller.
 */
const qualities: Readonly<Record<Effort, { readonly br: number; readonly gzip: number }>> = {
  QUICK: { br: 3, gzip: 4 },
  SMALL: { br: 5, gzip: 6 },
};

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** A body in an encoding. */
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
 * The best encoding that a client takes; those that it rates 0 it does not.
 *
 * @param accepted the request's Accept-Encoding.
 */
export function encodingFor(accepted = ''): Encoding {
  if (accepted === '') return 'identity';
  const taken = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1).join('').trim());
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : 'identity';
}
