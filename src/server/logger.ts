import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { bufferedLines, type Lines } from './line-buffer.ts';

/** Fields that are already part of a line's message; on a terminal they are not repeated. */
const fieldsInMessage = ['method', 'path', 'status'];

/**
 * The log of the process on standard output: readable lines on a terminal, otherwise JSON lines, which are buffered.
 *
 * @param output instead of standard output.
 */
export async function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  output: Lines & { readonly isTTY?: boolean } = process.stdout,
): Promise<Logger> {
  const stream = output.isTTY === true ? await prettyStream() : bufferedLines(output);
  return pino({ level: logLevel, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
}

/** Loads the formatter only where it is used: a server without a terminal does not need it. */
async function prettyStream(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  // Synchronous, so that log lines and printed lines stay in order and the address is the last line of a start.
  return pretty({ sync: true, singleLine: true, ignore: fieldsInMessage.join(','), translateTime: 'HH:MM:ss.l' });
}
