import type { Lines } from './line-buffer.ts';

/** A stream such as process.stdout, which reports failures to the callback of each write. */
export interface FallibleOutput {
  readonly isTTY?: boolean;
  write(text: string, written: (error?: NodeJS.ErrnoException | null) => void): unknown;
}

/**
 * Writes the log to an output that may fail, for example because its disk is full. A server goes on without its log: lines
 * that cannot be written are dropped, and each new line tries again. The failure is reported once, and so is its end.
 */
export class LogOutput implements Lines {
  readonly isTTY: boolean;
  readonly #output: FallibleOutput;
  readonly #errors: Lines;
  #problem: string | undefined;
  #lostLines = 0;

  /** @param errors where failures are reported. */
  constructor(output: FallibleOutput, errors: Lines) {
    this.isTTY = output.isTTY ?? false;
    this.#output = output;
    this.#errors = errors;
  }

  /** Why the log cannot be written now, as a sentence that clients may see; undefined if it can. */
  get problem(): string | undefined {
    return this.#problem;
  }

  write(lines: string): void {
    // The last line before a failure may have been written in part.
    const text = this.#problem === undefined ? lines : `\n${lines}`;
    this.#output.write(text, (error) => {
      if (error) this.#noteFailure(error, lines);
      else if (this.#problem !== undefined) this.#noteSuccess();
    });
  }

  /** Writes lines that have to be written before something is done. @throws where that fails. */
  append(lines: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#output.write(lines, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  #noteFailure(error: NodeJS.ErrnoException, lines: string): void {
    this.#lostLines += lines.split('\n').length - 1;
    if (this.#problem !== undefined) return;
    this.#problem = `The log cannot be written to standard output: ${reasonOf(error)}.`;
    this.#errors.write(`${this.#problem} The server goes on, and drops the lines that it cannot write.\n`);
  }

  #noteSuccess(): void {
    this.#problem = undefined;
    this.#errors.write(`The log can be written again; about ${this.#lostLines} of its lines were lost.\n`);
    this.#lostLines = 0;
  }
}

function reasonOf({ code = 'unknown error' }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `there is no space left (${code}); free some space`;
    case 'EPIPE':
      return `the program that read it has ended (${code}); restart the server with one that reads it`;
    default:
      return `the operating system reports ${code}`;
  }
}
