import { Agent, request } from 'node:http';

export interface Call {
  readonly url: string;
  /** JSON, sent by POST. */
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
  /** From the first byte sent to the last received. */
  readonly milliseconds: number;
}

/** After this time, a request counts as failed. */
export const longestAnswer = 60_000;

// One connection each server: one request at a time, as one user would send them.
const oneConnection = new Agent({ keepAlive: true, maxSockets: 1 });

/** A server closes connections that were idle for some seconds, at times just when one is used again. */
class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

/** Sends one request, without asking for compression. */
export async function send(call: Call, agent = oneConnection): Promise<Reply> {
  try {
    return await sendOnce(call, agent, longestAnswer);
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error;
    return sendOnce(call, agent, longestAnswer);
  }
}

function sendOnce({ url, body }: Call, agent: Agent, within: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', fail);
      response.once('end', () => {
        clearTimeout(late);
        const milliseconds = performance.now() - started;
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), milliseconds });
      });
    });
    const fail = (error: Error) => {
      clearTimeout(late);
      const isStale = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection(error.message) : error);
    };
    const late = setTimeout(() => {
      sent.destroy(new Error(`no answer within ${within / 1000} s`));
    }, within);
    sent.once('error', fail);
    sent.end(body);
  });
}
