import { ArgumentError } from '../../src/graph/argument-error.ts';

/** The ArgumentError that a query throws. Fails if the query succeeds or throws another error. */
export function argumentError(ask: () => unknown): ArgumentError {
  try {
    ask();
  } catch (error) {
    if (error instanceof ArgumentError) return error;
    throw error;
  }
  throw new Error('expected an ArgumentError, but there was an answer');
}
