/** An expected failure of a command that has no error class of its own; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
