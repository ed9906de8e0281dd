import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { quoted } from '../text/quoted-text.ts';
import type { AuthenticatorObserver } from './authenticator.ts';

/** A file that cannot be used; the message has a line for each problem, with the file, and says what to do. */
export class AccessFileError extends Error {
  override readonly name = 'AccessFileError';
}

/** What a kind of file holds, and how it is read. */
export interface FileFormat<T> {
  /**
   * @param path of the file, for messages.
   * @throws AccessFileError
   */
  parse(text: string, path: string): T | Promise<T>;
  /** What to do if there is no such file, as a sentence. */
  readonly missing: string;
  /** What was read in a few words, e.g. "3 tokens". */
  describe(value: T): string;
  /** A warning about the permissions of the file, if there is something to say. */
  warning?(mode: number, path: string): string | undefined;
}

/** The text of a file, and its permissions. */
interface FileContent {
  readonly text: string;
  readonly mode: number;
}

/** The pause between two looks at a file, in milliseconds. A change is noticed by two looks. */
const lookPause = 400;
/** In bytes. The file is read again and again, so it must be small; this is room for thousands of tokens or keys. */
const largestFile = 1024 * 1024;

/**
 * A small file whose content is kept in memory and replaced when the file changes. Whole texts are compared, which notices every
 * change on every file system, those that are mounted from elsewhere and those of symbolic links included.
 */
export class WatchedFile<T> {
  readonly #path: string;
  readonly #format: FileFormat<T>;
  readonly #observer: AuthenticatorObserver;
  #value: T;
  /** What the file was when it was last read, and at the last look. */
  #read: string;
  #seen: string;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(path: string, format: FileFormat<T>, observer: AuthenticatorObserver, value: T, read: string) {
    this.#path = path;
    this.#format = format;
    this.#observer = observer;
    this.#value = value;
    this.#read = read;
    this.#seen = read;
    this.#wait();
  }

  /**
   * Reads the file, and looks for changes until it is closed.
   *
   * @throws AccessFileError if the file cannot be read or is broken.
   */
  static async open<T>(path: string, format: FileFormat<T>, observer: AuthenticatorObserver): Promise<WatchedFile<T>> {
    const content = await contentOf(path, format.missing);
    if (content instanceof AccessFileError) throw content;
    const value = await format.parse(content.text, path);
    warn(format, content, path, observer);
    return new WatchedFile(path, format, observer, value, signatureOf(content));
  }

  /** What the file held when it was last valid. */
  get value(): T {
    return this.#value;
  }

  /**
   * Looks at the file once. A change is complete when two looks see the same, so that a file that is written in parts is not
   * read half. A broken or missing file is reported once, and the last valid content stays.
   */
  async look(): Promise<void> {
    const content = await contentOf(this.#path, this.#format.missing);
    const now = signatureOf(content);
    const isComplete = now === this.#seen;
    this.#seen = now;
    if (!isComplete || now === this.#read) return;
    this.#read = now;
    try {
      if (content instanceof AccessFileError) throw content;
      this.#value = await this.#format.parse(content.text, this.#path);
      warn(this.#format, content, this.#path, this.#observer);
      this.#observer.onReloaded(`Read ${this.#path} again: ${this.#format.describe(this.#value)}.`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#observer.onProblem(`${message}\nWhat was read before stays valid: ${this.#format.describe(this.#value)}.`);
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      void this.look().finally(() => {
        this.#wait();
      });
    }, lookPause).unref();
  }
}

/**
 * Reads a file once.
 *
 * @throws AccessFileError if it cannot be read or is broken.
 */
export async function readOnce<T>(path: string, format: FileFormat<T>): Promise<T> {
  const content = await contentOf(path, format.missing);
  if (content instanceof AccessFileError) throw content;
  return format.parse(content.text, path);
}

function warn<T>(
  format: FileFormat<T>,
  { mode }: FileContent,
  path: string,
  { onProblem }: Pick<AuthenticatorObserver, 'onProblem'>,
): void {
  const warning = format.warning?.(mode, path);
  if (warning !== undefined) onProblem(warning);
}

function signatureOf(content: FileContent | AccessFileError): string {
  return content instanceof AccessFileError ? `error ${content.message}` : `${content.mode} ${content.text}`;
}

async function contentOf(path: string, missing: string): Promise<FileContent | AccessFileError> {
  try {
    // Opening a pipe would wait for its writer, and nothing would be read any more.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      const { mode, size } = found;
      // A pipe or device can be endless.
      if (!found.isFile())
        return new AccessFileError(`${quoted(path)} is not a file. Give a file that this user can read.`);
      if (size > largestFile) {
        return new AccessFileError(`${quoted(path)} has ${size} bytes; allowed: at most ${largestFile}.`);
      }
      return { text: await file.readFile('utf8'), mode: mode & 0o777 };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const advice = code === 'ENOENT' ? missing : 'Give a file that this user can read.';
    return new AccessFileError(`${quoted(path)} cannot be read (${code}). ${advice}`);
  }
}
