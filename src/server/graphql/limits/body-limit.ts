import type { MemoryBudget } from '../../../scheduling/memory-budget.ts';
import { grouped, quoted } from '../../../text/quoted-text.ts';
import { decoded, encodingOf } from '../../http/content-encoding.ts';
import { awaitsContinue, type Exchange, type Headers } from '../../http/exchange.ts';
import { holdUntilClosed } from '../../http/hold-memory.ts';

/** Longest address, in bytes, if the limit for bodies is not lower. */
export const longestAddress = 256 * 1024;

/**
 * Bytes of each body that hold no memory that counts: most requests are smaller, so they are answered as long as the
 * budget is used up by large ones.
 */
const uncountedBytes = 4 * 1024;

const shorter =
  'Send a shorter query, or fewer values in its variables. To import a catalog, send it to /catalog by PUT, which takes up to 256 MB.';

function limitText(bytes: number): string {
  return `${bytes / 1024} kB (${grouped(bytes)} bytes)`;
}

/** @param most in bytes. */
export function addressTooLong(most: number): string {
  return `The address of the request is longer than ${limitText(most)}, the limit for one request. Send a shorter query, or send it as a POST.`;
}

/** Why a request is refused, with the status and headers of the answer. */
export interface RequestRefusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Headers;
  /** The code of the error; BAD_REQUEST where not given. */
  readonly code?: string;
}

/** The body of a request, decompressed; or why the request is refused. */
export type RequestBody = Buffer | RequestRefusal;

function tooLarge(most: number): RequestRefusal {
  return {
    status: 413,
    message: `The body of the request is larger than ${limitText(most)}, the limit for one request. ${shorter}`,
  };
}

function tooLargeDecoded(most: number): RequestRefusal {
  const message = `The body of the request is larger than ${limitText(most)} when it is decompressed, the limit for one request. ${shorter}`;
  return { status: 413, message };
}

function noMemoryForBody(limit: number): RequestRefusal {
  const message =
    'The server has no memory left for the body of this request: all bodies and answers that it receives, makes and ' +
    `sends at a time may take ${grouped(Math.floor(limit / 1024 / 1024))} MB. Try again in a second.`;
  return { status: 503, message, headers: { 'Retry-After': '1' }, code: 'OVERLOADED' };
}

/** Counts a body in the budget until the exchange is over: until then, the query is parsed from it and answered. */
function holdBody({ response }: Exchange, memory: MemoryBudget): (bytes: number) => boolean {
  const hold = holdUntilClosed(response, memory);
  let uncounted = uncountedBytes;
  return (bytes) => {
    const free = Math.min(uncounted, bytes);
    uncounted -= free;
    return hold(bytes - free);
  };
}

/**
 * Reads the body of a request. A body that is too large is detected by its declared length before it is read, or while it
 * arrives if none is declared; it is then discarded. The limit holds for the body as it is sent and for the decompressed
 * one; decompressing stops at the limit. While it arrives and until the request is answered, it holds memory of the budget.
 *
 * @param most the limit, in bytes.
 * @returns undefined if the client disconnects before everything is sent.
 */
export async function readBody(
  exchange: Exchange,
  most: number,
  memory: MemoryBudget,
): Promise<RequestBody | undefined> {
  const given = exchange.request.headers['content-encoding'];
  const encoding = encodingOf(given);
  if (encoding === undefined) {
    const message = `The request's Content-Encoding is ${quoted(given ?? '')}. Send the body as it is, or compressed once, with gzip or br.`;
    return { status: 415, message, headers: { 'Accept-Encoding': 'gzip, br' } };
  }
  const hold = holdBody(exchange, memory);
  const sent = await receivedBody(exchange, most, (bytes) => (hold(bytes) ? undefined : noMemoryForBody(memory.limit)));
  if (!Buffer.isBuffer(sent) || encoding === 'identity') return sent;
  const body = await decoded(sent, encoding, most);
  if (body === 'TOO_LARGE') return tooLargeDecoded(most);
  if (body !== 'DAMAGED') return hold(body.length) ? body : noMemoryForBody(memory.limit);
  const message = `The body of the request cannot be decompressed: it is not ${encoding}, which its Content-Encoding says, or its end is missing.`;
  return { status: 400, message };
}

/** @param refusalOf takes memory for more bytes, or says why there is none. */
function receivedBody(
  { request, response }: Exchange,
  most: number,
  refusalOf: (bytes: number) => RequestRefusal | undefined,
): Promise<RequestBody | undefined> {
  const declared = request.headers['content-length'];
  // The parser of Node.js reads no more than the declared length.
  if (declared !== undefined && Number(declared) > most) return Promise.resolve(tooLarge(most));
  if (awaitsContinue(request)) response.writeContinue();
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    let refusal: RequestRefusal | undefined;
    const onData = (part: Buffer) => {
      // The rest is read and discarded, as many clients read the answer only after they have sent everything.
      if (refusal !== undefined) return;
      bytes += part.length;
      refusal = bytes > most ? tooLarge(most) : refusalOf(part.length);
      if (refusal === undefined) {
        parts.push(part);
      } else {
        parts.length = 0;
        resolve(refusal);
      }
    };
    const onEnd = () => {
      settle(Buffer.concat(parts));
    };
    const onClose = () => {
      settle(undefined);
    };
    // Otherwise, the request would keep its body until its answer is sent, which for a subscription may be days.
    const settle = (body: RequestBody | undefined) => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      resolve(body);
    };
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}
