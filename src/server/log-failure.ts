import type { Logger } from 'pino';
import { StoreError } from '../store/store-error.ts';

/**
 * Logs what failed on the server. A failure of the store gets one line, because its cause is not in our code and many
 * requests may fail in the same way; its stack is logged at debug level. Any other error is a bug and is logged with its
 * stack.
 *
 * @param fields what was being done, e.g. the id of the request.
 */
export function logFailure(
  logger: Logger,
  error: unknown,
  fields: Readonly<Record<string, unknown>>,
  message: string,
): void {
  if (error instanceof StoreError) {
    logger.error({ ...fields, code: error.code, cause: causeOf(error) }, `${message}: ${error.message}`);
    logger.debug({ ...fields, err: error }, `${message}: the stack`);
  } else {
    logger.error({ ...fields, err: error }, message);
  }
}

/** The message of a failure's cause on one line, which names hosts and files; undefined if there is none. */
export function causeOf({ cause }: StoreError): string | undefined {
  return cause instanceof Error && cause.message !== '' ? cause.message.replaceAll(/\s+/g, ' ') : undefined;
}
