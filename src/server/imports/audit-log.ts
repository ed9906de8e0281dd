import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** One line about an import. */
export interface AuditEntry {
  /** In ISO 8601, UTC. */
  readonly time: string;
  readonly event: 'import';
  /** Each import that begins has two lines with the same requestId; one that is refused has only the second. */
  readonly phase: 'begun' | 'ended';
  /**
   * Null as long as it runs. Otherwise IMPORTED, UNCHANGED, NOT_WRITTEN (a dry run), INVALID, GIVEN_UP (the client has disconnected
   * before anything was written), FAILED (see the log), or the code of the error that the client was given.
   */
  readonly outcome: string | null;
  /** The name of a token or the subject of a JWT; null if there is none. */
  readonly caller: string | null;
  /** The address of the client. */
  readonly client: string;
  readonly requestId: string;
  readonly via: 'PUT' | 'GRAPHQL';
  readonly dryRun: boolean;
  /** What was current before; null if nothing was, or nobody has looked. */
  readonly sequenceBefore: number | null;
  readonly revisionBefore: string | null;
  /** What was current afterwards; null if the import has not ended, or failed. */
  readonly sequenceAfter: number | null;
  readonly revisionAfter: string | null;
  /** See countChanges; null if nothing was compared. */
  readonly added: number | null;
  readonly changed: number | null;
  readonly removed: number | null;
}

/** Where lines are appended that have to be written before something is done. */
export interface AuditOutput {
  /** @throws where the line could not be written. */
  append(line: string): Promise<void>;
}

/** Lines that are written together. */
interface Batch {
  lines: string;
  readonly written: Promise<void>;
}

/** Where a pipe has no reader, opening it fails instead of waiting for one. */
const appending = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NONBLOCK;

/**
 * A file that is opened again and again, so that it may be moved away at any time (logrotate), and is written to the disk before
 * anything is imported. Only the user of the server may read it.
 *
 * Lines that come while others are being written are written together afterwards: somebody who is refused a thousand times a second
 * must not occupy the disk, nor the threads of Node.js, which others need.
 *
 * @param path of a file, which is made if there is none; its folder must exist.
 */
export function auditFile(path: string): AuditOutput {
  let last: Promise<unknown> = Promise.resolve();
  let next: Batch | undefined;
  /** Whether the last line was written in part, when the disk was full. */
  let isCut = false;

  async function write(lines: string): Promise<void> {
    const file = await open(path, appending, 0o600);
    try {
      const text = isCut ? `\n${lines}` : lines;
      isCut = true;
      await file.appendFile(text);
      isCut = false;
      await file.sync();
    } finally {
      await file.close();
    }
  }

  return {
    append: (line) => {
      if (next === undefined) {
        const batch: Batch = {
          lines: '',
          written: last.then(() => {
            next = undefined;
            return write(batch.lines);
          }),
        };
        next = batch;
        last = batch.written.catch(() => undefined);
      }
      next.lines += line;
      return next.written;
    },
  };
}

export function auditLine(entry: AuditEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
