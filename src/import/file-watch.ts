import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isHiddenName } from '../catalog/read/hidden-name.ts';

/**
 * Notices that files have changed, by comparing their sizes and times. The operating system could report changes, too, but loses a
 * folder that is removed and made again, and reports nothing about network drives and folders that Docker shares with the host.
 */
export class FileWatch {
  readonly #paths: readonly string[];
  /** What the files were when they were last read. */
  #read: string | undefined;
  /** What they were at the last look. */
  #seen: string | undefined;

  /** @param paths files, and folders whose files are watched; none of them needs to exist. */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /**
   * Looks at the files once. Many files that are saved at the same time, and one that is written in parts, are one change: it is
   * complete when two looks see the same.
   *
   * @returns whether the files have changed since this was last true, and are complete.
   */
  async look(): Promise<boolean> {
    const now = (await Promise.all(this.#paths.map(signatureOf))).join('\n\n');
    const isComplete = now === this.#seen;
    this.#seen = now;
    if (!isComplete || now === this.#read) return false;
    this.#read = now;
    return true;
  }

  /** Looks at the files just before they are read for the first time. */
  async begin(): Promise<void> {
    await this.look();
    this.#read = this.#seen;
  }
}

/** A text that differs if a file does, or one of the files in a folder; sub-folders and hidden files are no part of a catalog. */
async function signatureOf(path: string): Promise<string> {
  const own = await fileSignature(path);
  if (!own.isFolder) return own.text;
  try {
    const names = (await readdir(path)).filter((name) => !isHiddenName(name));
    const files: string[] = [];
    // One after the other: a large folder must not take all threads from the server.
    for (const name of names.sort()) files.push(`${name} ${(await fileSignature(join(path, name))).text}`);
    return files.join('\n');
  } catch (error) {
    return String(error);
  }
}

async function fileSignature(path: string): Promise<{ readonly text: string; readonly isFolder: boolean }> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { text: 'folder', isFolder: true };
    return { text: [status.ino, status.size, status.mtimeMs, status.ctimeMs].join(' '), isFolder: false };
  } catch (error) {
    // E.g. that there is none: also something to notice.
    return { text: String(error), isFolder: false };
  }
}
