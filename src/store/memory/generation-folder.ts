import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importConflict } from '../store-error.ts';
import { errorCode, fileFailure, noHardLinks } from './file-failure.ts';
import { headerBytes } from './generation-file.ts';
import { isAbandoned, isTemporaryName, temporaryName } from './temporary-file.ts';

const generationName = /^generation-([1-9][0-9]{0,14})\.graph$/;

/**
 * The folder of generations: files generation-<n>.graph, of which the one with the highest n is current. Files appear
 * complete or not at all, and are never changed.
 */
export class GenerationFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf(number: number): string {
    return join(this.#folder, `generation-${number}.graph`);
  }

  /** The number of the current generation; 0 if nothing was imported or there is no folder. */
  async latest(): Promise<number> {
    return (await this.#files()).reduce((latest, file) => Math.max(latest, numberOf(file)), 0);
  }

  /** The first bytes of a generation's file; undefined if a newer one has replaced it. */
  start(number: number): Promise<Buffer | undefined> {
    return this.#reading(number, async (path) => {
      return Buffer.concat(await createReadStream(path, { end: headerBytes - 1 }).toArray());
    });
  }

  /** A generation's file; undefined if a newer one has replaced it. */
  content(number: number): Promise<Buffer | undefined> {
    return this.#reading(number, (path) => readFile(path));
  }

  /**
   * Writes the file of a generation, which is invisible until it is complete and on disk.
   *
   * @throws StoreError CONFLICT if this generation or a later one already exists; UNAVAILABLE if it cannot be written. The
   * current generation stays current, unless the disk fails in the very last step: then either may be current.
   */
  async add(number: number, parts: readonly Buffer[]): Promise<void> {
    const temporary = join(this.#folder, temporaryName());
    try {
      for (const folder of await makeFolders(this.#folder)) await sync(dirname(folder));
      await writeFile(temporary, parts, { flag: 'wx', flush: true });
      await this.#publish(temporary, number);
    } catch (error) {
      throw fileFailure('write', this.pathOf(number), error);
    } finally {
      await removed(temporary);
    }
  }

  /** Removes leftovers of killed imports, and generations before the current one. Ignores files that it cannot remove. */
  async tidy(current: number): Promise<void> {
    for (const file of await this.#files().catch(() => [])) {
      const path = join(this.#folder, file);
      const number = numberOf(file);
      if (number > 0 ? number < current : isTemporaryName(file) && (await isAbandoned(path, file).catch(() => false)))
        await removed(path);
    }
  }

  async #files(): Promise<string[]> {
    try {
      return await readdir(this.#folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw fileFailure('read the data folder', this.#folder, error);
    }
  }

  async #reading(number: number, read: (path: string) => Promise<Buffer>): Promise<Buffer | undefined> {
    const path = this.pathOf(number);
    try {
      return await read(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw fileFailure('read', path, error);
    }
  }

  /** A link, not a rename: it fails where the name is in use, which makes it a compare-and-set between processes. */
  async #publish(temporary: string, number: number): Promise<void> {
    const path = this.pathOf(number);
    try {
      await link(temporary, path);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw importConflict();
      throw noLink.has(errorCode(error) ?? '') ? noHardLinks(error) : error;
    }
    // From here on the new generation stays: another process may have opened it and removed the previous one.
    await sync(this.#folder);
    if ((await this.latest()) <= number) return;
    // Two other imports were faster: the file of the first was removed, and its name was free again.
    await removed(path);
    throw importConflict();
  }
}

/**
 * Makes a folder and its missing parents, and returns those that were made. Node's recursive mkdir is not used because it
 * retries for ever where a folder exists but cannot contain folders, as below /proc.
 */
async function makeFolders(folder: string): Promise<string[]> {
  try {
    await mkdir(folder);
    return [folder];
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return [];
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
  }
  const above = await makeFolders(dirname(folder));
  await mkdir(folder);
  return [...above, folder];
}

function numberOf(file: string): number {
  return Number(generationName.exec(file)?.[1] ?? 0);
}

/** The errors of file systems without hard links. In a folder just written to, EPERM is not about permissions. */
const noLink = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** The errors of systems that cannot write a folder to disk, or not for this user; these are ignored. */
const noSync = new Set(['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);

/** Makes the names in a folder survive a power failure. */
async function sync(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!noSync.has(errorCode(error) ?? '')) throw error;
  }
}

/** Removes a file that is no longer needed; where that fails, the next import tries again. */
function removed(path: string): Promise<void> {
  return unlink(path).catch(() => undefined);
}
