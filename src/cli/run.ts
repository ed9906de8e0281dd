import { CommanderError } from 'commander';
import { ConvertError } from '../catalog/convert/conversion.ts';
import { UpdateError } from '../catalog/update/update-error.ts';
import { ConfigError } from '../config/config.ts';
import { ListenError } from '../server/http/listen.ts';
import { StoreError } from '../store/store-error.ts';
import { CommandError, UsageError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { failurePages, seePage } from './help-pages.ts';
import { programOf } from './program.ts';
import { failureText } from './output/failure-text.ts';
import type { Terminal } from './output/terminal.ts';

/**
 * Runs one command line and returns its exit code; never throws.
 *
 * @param words the arguments after the name of the program.
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ending: ExitCode = exitCodes.done;
  try {
    await programOf(terminal, (code) => (ending = code)).parseAsync(words, { from: 'user' });
    return ending;
  } catch (error) {
    // Commander has already written its message. Help and the version, if requested, are not errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    const isExpected =
      error instanceof StoreError ||
      error instanceof ListenError ||
      error instanceof CommandError ||
      error instanceof ConvertError ||
      error instanceof UpdateError;
    if (error instanceof ConfigError || error instanceof UsageError || isExpected) {
      terminal.stderr.write(`${failureText(error, terminal.stderr)}${pageLine(error)}`);
      return isExpected ? exitCodes.refused : exitCodes.wrongUsage;
    }
    terminal.stderr.write(
      `This is an internal error of Rolegraph. Please report it with the lines below.\n${described(error)}\n`,
    );
    return exitCodes.fault;
  }
}

/** Where failures of settings and of the store are explained, as a line of its own; other messages say all there is to say. */
function pageLine(error: Error): string {
  if (error instanceof ConfigError) return seePage(failurePages.settings);
  return error instanceof StoreError ? seePage(failurePages.store) : '';
}

function described(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
