/**
 * An argument that cannot be accepted: an expected failure, which is reported to the client. The message says what was given
 * and what is allowed.
 */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
  /** The argument at fault; a field of an input object by its path, e.g. "filter.inAll". */
  readonly argument: string;
  /** Up to 20 ids that the argument may have meant, where it is ambiguous. */
  readonly candidates: readonly string[] | undefined;

  constructor(argument: string, message: string, candidates?: readonly string[]) {
    super(message);
    this.argument = argument;
    this.candidates = candidates;
  }
}
