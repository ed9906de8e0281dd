import type { Readable, Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** The streams and settings of a command. */
export interface Terminal {
  /** Read by commands that get "-" as a file. */
  readonly stdin: Readable;
  /** Results, for scripts. */
  readonly stdout: Writable;
  /** Messages to the user. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const styles = { good: 'green', bad: 'red', doubtful: 'yellow', heading: 'bold' } as const;

/** A text in the style of its meaning, if the stream is a terminal with styles and NO_COLOR is not set. */
export function styled(meaning: keyof typeof styles, text: string, stream: Writable): string {
  return styleText(styles[meaning], text, { stream });
}

/** Whether a stream is a terminal. */
export function isTerminal(stream: Writable): stream is WriteStream {
  return 'isTTY' in stream && stream.isTTY === true;
}
