import { CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { ListenError } from '../server/listen.ts';
import { StoreError } from '../store/store-error.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { programOf } from './program.ts';
import { coloured, type Terminal } from './terminal.ts';

/**
 * Runs one command line and tells how it ended; never throws.
 *
 * @param words what stands behind the program's name.
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ending: ExitCode = exitCodes.done;
  try {
    await programOf(terminal, (code) => (ending = code)).parseAsync(words, { from: 'user' });
    return ending;
  } catch (error) {
    // Commander has written its own message by now; help and the version, where they were asked for, are no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    const isExpected = error instanceof StoreError || error instanceof ListenError || error instanceof CommandError;
    if (error instanceof ConfigError || isExpected) {
      terminal.stderr.write(`${coloured('bad', error.message, terminal.stderr)}\n`);
      return isExpected ? exitCodes.refused : exitCodes.wrongUsage;
    }
    terminal.stderr.write(
      `This is a fault of Rolegraph; please report it with the lines below.\n${described(error)}\n`,
    );
    return exitCodes.fault;
  }
}

function described(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
