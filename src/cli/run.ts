import { CommanderError } from 'commander';
import { ConfigError } from '../config/config.ts';
import { ListenError } from '../server/http/listen.ts';
import { StoreError, type StoreErrorCode } from '../store/store-error.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { programOf } from './program.ts';
import { coloured, type Terminal } from './output/terminal.ts';
import { UsageError } from './usage-error.ts';

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
    if (error instanceof ConfigError || error instanceof UsageError || isExpected) {
      terminal.stderr.write(`${coloured('bad', error.message, terminal.stderr)}\n${causeLine(error)}`);
      return isExpected ? exitCodes.refused : exitCodes.wrongUsage;
    }
    terminal.stderr.write(
      `This is a fault of Rolegraph; please report it with the lines below.\n${described(error)}\n`,
    );
    return exitCodes.fault;
  }
}

/** The failures whose causes those who run Rolegraph can do something about. */
const causedOutside: ReadonlySet<StoreErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'UNAUTHORIZED', 'MISCONFIGURED']);

/** Why a store failed, as a line of its own: its message names no host or user, as clients see it too. */
function causeLine(error: Error): string {
  if (!(error instanceof StoreError && causedOutside.has(error.code))) return '';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? `  ${cause.message.replaceAll(/\s+/g, ' ')}\n` : '';
}

function described(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
