/** A command line that cannot be answered as it stands; the message says what is wrong and what was probably meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
