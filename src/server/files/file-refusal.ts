import type { Headers } from '../http/exchange.ts';

/** Why no file is sent: an expected failure, with the status and headers of the answer. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly status: number;
  readonly headers: Headers;

  constructor(status: number, message: string, headers: Headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
