import { Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';

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
  { env = {}, isTTY = false }: { readonly env?: Readonly<Record<string, string>>; readonly isTTY?: boolean } = {},
) {
  const [stdout, stderr] = [new Written(isTTY), new Written(isTTY)];
  const code = await run(words, { stdout, stderr, env });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
