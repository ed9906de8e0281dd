import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { bufferedLines, type Lines } from './line-buffer.ts';

/** Fields that a terminal does not show: they are part of a line's message, or long. */
const hiddenOnTerminals = ['method', 'path', 'status', 'userAgent'];

/** The log of a server: readable lines on a terminal, otherwise JSON lines, which are buffered. */
export async function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  output: Lines & { readonly isTTY?: boolean },
): Promise<Logger> {
  const stream = output.isTTY === true ? await readableLines(output) : bufferedLines(output);
  return pino({ level: logLevel, base: null, timestamp: stdTimeFunctions.isoTime }, stream);
}

/**
 * Loads the formatter only where it is used: a server without a terminal does not need it. Lines are not buffered, so that
 * log lines and printed lines stay in order and the address is the last line of a start.
 */
async function readableLines(output: Lines): Promise<DestinationStream> {
  const { prettyFactory } = await import('pino-pretty');
  const format = prettyFactory({
    singleLine: true,
    colorize: true,
    ignore: hiddenOnTerminals.join(','),
    translateTime: 'HH:MM:ss.l',
  });
  return { write: (line: string) => output.write(format(line)) };
}
