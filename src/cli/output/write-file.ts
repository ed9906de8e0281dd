import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { open } from 'node:fs/promises';
import { CommandError } from '../command-error.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes a file part by part, to a path or to standard output.
 *
 * @param what it is, for messages, e.g. "the graph".
 * @throws CommandError if the file cannot be written.
 */
export async function writeFileParts(
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
  what: string,
  output: string | undefined,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (output === undefined) {
    for await (const part of parts) {
      if (part.length > 0 && !stdout.write(part) && !(await isDrained(stdout))) return;
    }
    return;
  }
  try {
    const file = await open(output, 'w');
    try {
      for await (const part of parts) await file.write(typeof part === 'string' ? Buffer.from(part) : part);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CommandError(
      `Cannot write ${what} to ${output}: ${error.message}. Give --output a file that you can write to.`,
      { cause: error },
    );
  }
  stderr.write(`Wrote ${what} to ${output}.\n`);
}

/** Waits until a stream takes more. @returns false if nobody reads it any more (`| head`), which is no failure. */
async function isDrained(stream: Writable): Promise<boolean> {
  try {
    await once(stream, 'drain');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return false;
    throw error;
  }
}
