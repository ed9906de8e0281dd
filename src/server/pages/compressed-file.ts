import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { send } from '../respond.ts';
import { pageHeaders } from '../security-headers.ts';

type Encoding = 'br' | 'gzip' | 'identity';

/** Of Brotli's 0..11: from here on, megabytes take seconds and become little smaller. */
const brotliQuality = 5;

const compressions: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: promisify(gzip),
  identity: (body) => Promise.resolve(body),
};

/** Files that run as workers do so under a policy of their own, not their page's: they may load nothing. */
const headers = { 'Cache-Control': 'no-cache', ...pageHeaders({}) };

/** A large text that never changes while the process runs: compressed once for each encoding that somebody takes. */
export class CompressedFile {
  readonly #type: string;
  readonly #body: Buffer;
  readonly #tag: string;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(type: string, text: string) {
    this.#type = type;
    this.#body = Buffer.from(text);
    this.#tag = createHash('sha256').update(this.#body).digest('base64url').slice(0, 22);
  }

  /** Answers with the file, or with 304 where the client has it as it is. */
  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const tag = `"${this.#tag}-${encoding}"`;
    const ofFile = { ...headers, ETag: tag, Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match']?.includes(tag) === true) {
      response.writeHead(304, ofFile).end();
      return;
    }
    const body = await this.#as(encoding);
    const ofBody = encoding === 'identity' ? ofFile : { ...ofFile, 'Content-Encoding': encoding };
    send(response, { status: 200, type: this.#type, body, headers: ofBody });
  }

  #as(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known !== undefined) return known;
    const encoded = compressions[encoding](this.#body);
    this.#encoded.set(encoding, encoded);
    return encoded;
  }
}

/** The best encoding that a client takes; those that it rates 0 it does not. */
function encodingFor(accepted = ''): Encoding {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1).join('').trim());
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : 'identity';
}
