/** An expected failure of a command that has no error class of its own; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A command line that cannot be answered; the message says what is wrong and what was probably meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
