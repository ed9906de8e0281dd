import { Readable, Writable } from 'node:stream';
import { run } from '../../../src/cli/run.ts';

class Written extends Writable {
  readonly #parts: string[] = [];
  readonly isTTY: boolean;

  constructor(isTTY: boolean) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  override _write(part: unknown, _: BufferEncoding, done: () => void): void {
    this.#parts.push(String(part));
    done();
  }

  get text(): string {
    return this.#parts.join('');
  }
}

/** Runs a command line inside this process. */
export async function cliInProcess(
  words: readonly string[],
  {
    env = {},
    isTTY = false,
    input = '',
  }: { readonly env?: Readonly<Record<string, string>>; readonly isTTY?: boolean; readonly input?: string } = {},
) {
  const [stdout, stderr] = [new Written(isTTY), new Written(isTTY)];
  const code = await run(words, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, env });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
