import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { gatheredLines, type Lines } from './gathered-lines.ts';

/** Fields that a line's message already says; readers at a terminal need not see them twice. */
const saidByMessage = ['method', 'path', 'status'];

/**
 * The log of a process, on its standard output: lines to read where that is a terminal, JSON lines anywhere else, where
 * they are written together several times a second.
 *
 * @param output in place of standard output.
 */
export async function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  output: Lines & { readonly isTTY?: boolean } = process.stdout,
): Promise<Logger> {
  const stream = output.isTTY === true ? await prettyStream() : gatheredLines(output);
  return pino({ level: logLevel, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
}

/** Imported only here: a server that nobody watches does not need it. */
async function prettyStream(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  // In step with what else is printed, so that the address stays the last line of a start.
  return pretty({ sync: true, singleLine: true, ignore: saidByMessage.join(','), translateTime: 'HH:MM:ss.l' });
}
