import { createHash } from 'node:crypto';
import { encoded, encodingFor, type Encoding } from '../http/content-encoding.ts';
import type { Exchange } from '../http/exchange.ts';
import { send } from '../http/respond.ts';
import { pageHeaders } from '../http/security-headers.ts';

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
  async send(exchange: Exchange): Promise<void> {
    const given = exchange.request.headers;
    const encoding = encodingFor(given['accept-encoding']);
    const tag = `"${this.#tag}-${encoding}"`;
    const ofFile = { ...headers, ETag: tag, Vary: 'Accept-Encoding' };
    if (given['if-none-match']?.includes(tag) === true) {
      send(exchange, { status: 304, headers: ofFile });
      return;
    }
    const ofBody = { 'Content-Type': this.#type, ...ofFile };
    const body = await this.#as(encoding);
    send(exchange, {
      status: 200,
      headers: encoding === 'identity' ? ofBody : { ...ofBody, 'Content-Encoding': encoding },
      body,
    });
  }

  #as(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known !== undefined) return known;
    const made = encoded(this.#body, encoding, 'SMALL');
    this.#encoded.set(encoding, made);
    return made;
  }
}
