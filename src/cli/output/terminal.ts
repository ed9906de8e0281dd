import type { Readable, Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** Where a command reads its settings from and writes to. */
export interface Terminal {
  /** What a command is told to read by "-". */
  readonly stdin: Readable;
  /** Results, as scripts take them. */
  readonly stdout: Writable;
  /** Messages to the person who is waiting. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const styles = { good: 'green', bad: 'red', doubtful: 'yellow' } as const;

/** A text in the colour of its meaning, where the stream is a terminal that shows colours and NO_COLOR is not set. */
export function coloured(meaning: keyof typeof styles, text: string, stream: Writable): string {
  return styleText(styles[meaning], text, { stream });
}

/** A text as a heading, where the stream is a terminal that shows such. */
export function emphasized(text: string, stream: Writable): string {
  return styleText('bold', text, { stream });
}

/** Whether somebody is watching what is written. */
export function isTerminal(stream: Writable): stream is WriteStream {
  return 'isTTY' in stream && stream.isTTY === true;
}

/** "1 role", "2,000 roles". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
