import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { errorCode, fileFailure } from '../../store/memory/file-failure.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Encoding } from '../http/content-encoding.ts';
import { GivenUp, ImportRefusal } from './import-refusal.ts';

/** How large a catalog may be, and in which words a larger one is refused. */
export interface UploadLimit {
  /** As sent and decompressed, in bytes. */
  readonly bytes: number;
  /** What somebody can do who has more. */
  readonly advice: string;
}

/**
 * Writes the body of a request to a file, decompressed, as it arrives: only some kilobytes of it are in memory. The connection stays
 * usable where it fails, so that the client can be told why.
 *
 * @throws ImportRefusal TOO_LARGE as soon as the limit is passed, sent or decompressed; BAD_REQUEST if the body cannot be decompressed;
 *   GivenUp if the client disconnects; StoreError UNAVAILABLE if the file cannot be written.
 */
export async function receiveUpload(
  request: IncomingMessage,
  encoding: Encoding,
  file: FileHandle,
  limit: UploadLimit,
): Promise<void> {
  const sent = withinLimit(request.iterator({ destroyOnReturn: false }), () => tooLarge(limit));
  const write = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of withinLimit(parts, () => tooLarge(limit, 'decompressed'))) await file.writeFile(part);
  };
  function withinLimit(parts: AsyncIterable<Buffer>, refusal: () => ImportRefusal): AsyncGenerator<Buffer> {
    return counted(parts, limit.bytes, refusal);
  }
  try {
    if (encoding === 'identity') await write(sent);
    else await pipeline(sent, encoding === 'br' ? createBrotliDecompress() : createGunzip(), write);
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    if (request.destroyed && !request.complete) throw new GivenUp();
    if (isOfCompression(error)) throw damaged(encoding, error);
    throw fileFailure('write the catalog to', 'a temporary file', error);
  }
}

async function* counted(
  parts: AsyncIterable<Buffer>,
  most: number,
  refusal: () => ImportRefusal,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > most) throw refusal();
    yield part;
  }
}

/** The refusal of a catalog that is larger than the limit. */
export function tooLarge({ bytes, advice }: UploadLimit, state?: 'decompressed'): ImportRefusal {
  const limit = `${grouped(bytes / 1024 / 1024)} MB (${grouped(bytes)} bytes)`;
  const when = state === undefined ? '' : ' when it is decompressed';
  return new ImportRefusal(413, 'TOO_LARGE', `The catalog is larger than ${limit}, the limit${when}. ${advice}`);
}

function damaged(encoding: Encoding, cause: unknown): ImportRefusal {
  const message = `The catalog cannot be decompressed: it is not ${encoding}, which its Content-Encoding says, or its end is missing.`;
  return new ImportRefusal(400, 'BAD_REQUEST', message, { cause });
}

/** The codes of zlib and of Brotli. */
function isOfCompression(error: unknown): boolean {
  return /^(?:Z_|ERR_BROTLI|ERR__ERROR|BROTLI|ERR_)/.test(errorCode(error) ?? '');
}
