import type { FasterImport } from '../../store/store-error.ts';
import type { Headers } from '../http/exchange.ts';

export type ImportRefusalCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'PRECONDITION_REQUIRED'
  | 'CONFLICT'
  | 'IMPORT_RUNNING'
  | 'AUDIT_LOG_UNAVAILABLE';

interface RefusalDetails extends ErrorOptions {
  readonly headers?: Headers;
  /** The catalog that is current, where that is the reason. */
  readonly current?: FasterImport | undefined;
}

/** Why an import does not begin; for clients. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
  readonly status: number;
  readonly code: ImportRefusalCode;
  readonly headers: Headers;
  readonly current: FasterImport | undefined;

  constructor(status: number, code: ImportRefusalCode, message: string, details: RefusalDetails = {}) {
    super(message, details);
    this.status = status;
    this.code = code;
    this.headers = details.headers ?? {};
    this.current = details.current;
  }
}

/** The client has disconnected, and nothing was written. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';

  constructor() {
    super('The client has disconnected before anything was written.');
  }
}
