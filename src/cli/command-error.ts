/** An expected failure of a command that no other error tells; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
