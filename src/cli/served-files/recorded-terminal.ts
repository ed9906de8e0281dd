import { Writable } from 'node:stream';

/** What was written, in its order. */
export interface WrittenPart {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Two streams that keep what is written to them, so that another thread can show it whole. */
export function recordedTerminal(isTTY: boolean) {
  const parts: WrittenPart[] = [];
  return { parts, stdout: new Recorded('stdout', isTTY, parts), stderr: new Recorded('stderr', isTTY, parts) };
}

class Recorded extends Writable {
  readonly #name: WrittenPart['stream'];
  readonly #parts: WrittenPart[];
  /** Whether it is shown on a terminal, with styles. */
  readonly isTTY: boolean;
  /** A terminal without a width, on which no progress is drawn. */
  readonly columns = 0;

  constructor(name: WrittenPart['stream'], isTTY: boolean, parts: WrittenPart[]) {
    super({ decodeStrings: false });
    this.#name = name;
    this.isTTY = isTTY;
    this.#parts = parts;
  }

  override _write(text: unknown, _: BufferEncoding, done: () => void): void {
    this.#parts.push({ stream: this.#name, text: String(text) });
    done();
  }
}
