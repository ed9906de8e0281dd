import { dirname, join } from 'node:path';
import { importConflict } from '../store-error.ts';
import { errorCode, fileFailure, mayNotLast, noHardLinks } from './file-failure.ts';
import { systemFiles, type FolderFiles } from './folder-files.ts';
import { headerBytes } from './generation-file.ts';
import { isAbandoned, isTemporaryName, temporaryName } from './temporary-file.ts';

const generationName = /^generation-([1-9][0-9]{0,14})\.graph$/;

/** The name of the file that says that something was imported into this folder. */
export const markerName = 'imported.txt';

/** Written to be read by whoever finds the folder without its generations. */
const marker = Buffer.from(
  'Rolegraph stores imports in this folder: the file generation-<n>.graph with the highest number is the current catalog.\n' +
    'If this file is here and no such file is, the imported catalog was lost, and Rolegraph says so instead of serving the\n' +
    'catalog that ships with it. Put the lost file back from a backup, or import the catalog again. Delete this file only to\n' +
    'start again with the catalog that ships.\n',
);

/**
 * The folder of generations: files generation-<n>.graph, of which the one with the highest n is current. Files appear
 * complete or not at all, and are never changed. A marker distinguishes a folder whose generations are gone from one in
 * which there never were any.
 */
export class GenerationFolder {
  readonly #folder: string;
  readonly #files: FolderFiles;

  /** @param files the file system; that of this machine by default. */
  constructor(folder: string, files: FolderFiles = systemFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  pathOf(number: number): string {
    return join(this.#folder, `generation-${number}.graph`);
  }

  /**
   * The number of the current generation; 0 if nothing was imported or there is no folder; undefined if something was
   * imported and there is no generation. It may also be undefined for a moment while imports replace each other, because
   * a folder is not listed in one step.
   */
  async latest(): Promise<number | undefined> {
    const names = await this.#names();
    const latest = names.reduce((highest, file) => Math.max(highest, numberOf(file)), 0);
    return latest === 0 && names.includes(markerName) ? undefined : latest;
  }

  /** The first bytes of a generation's file; undefined if a newer one has replaced it. */
  start(number: number): Promise<Buffer | undefined> {
    return this.#reading(number, (path) => this.#files.readStart(path, headerBytes));
  }

  /** A generation's file; undefined if a newer one has replaced it. */
  content(number: number): Promise<Buffer | undefined> {
    return this.#reading(number, (path) => this.#files.readFile(path));
  }

  /**
   * Writes the file of a generation, which is invisible until it is complete and on disk.
   *
   * @throws StoreError CONFLICT if this generation or a later one already exists; UNAVAILABLE if it cannot be written. The
   * current generation stays current, unless the disk fails after the last step: the message says so then.
   */
  async add(number: number, parts: readonly Buffer[]): Promise<void> {
    const temporary = join(this.#folder, temporaryName());
    try {
      for (const folder of await this.#makeFolders(this.#folder)) await this.#sync(dirname(folder));
      await this.#write(temporary, parts);
      await this.#publish(temporary, number);
    } catch (error) {
      throw fileFailure('write', this.pathOf(number), error);
    } finally {
      await this.#removed(temporary);
    }
  }

  /**
   * Removes leftovers of killed imports, and generations before the current one, and writes the marker if an import could
   * not do it. Ignores what it cannot do: the next import or start tries again.
   */
  async tidy(current: number): Promise<void> {
    const names: readonly string[] = await this.#names().catch(() => []);
    if (current > 0 && !names.includes(markerName)) await this.#mark();
    const older = names.filter((file) => numberOf(file) > 0 && numberOf(file) < current);
    try {
      // An older generation stays until the name of the current one is on disk.
      if (older.length > 0) await this.#sync(this.#folder);
      for (const file of older) await this.#removed(join(this.#folder, file));
    } catch {
      // The next import or start tries again.
    }
    for (const file of names.filter(isTemporaryName)) {
      const path = join(this.#folder, file);
      if (await isAbandoned(path, file).catch(() => false)) await this.#removed(path);
    }
  }

  async #names(): Promise<string[]> {
    try {
      return await this.#files.readdir(this.#folder);
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
      await this.#files.link(temporary, path);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw importConflict();
      throw noLink.has(errorCode(error) ?? '') ? noHardLinks(error) : error;
    }
    // From here on the new generation stays: another process may have opened it and removed the previous one.
    let latest: number;
    try {
      await this.#mark();
      await this.#sync(this.#folder);
      latest = (await this.latest()) ?? 0;
    } catch (error) {
      throw mayNotLast(error);
    }
    if (latest <= number) return;
    // Two other imports were faster: the file of the first was removed, and its name was free again.
    await this.#removed(path);
    throw importConflict();
  }

  /**
   * Writes the marker if there is none; after a generation and not before, or a killed first import would leave a folder
   * that looks as if its generations were gone. Where that fails, the next start tries again.
   */
  async #mark(): Promise<void> {
    await this.#write(join(this.#folder, markerName), [marker]).catch(() => undefined);
  }

  async #write(path: string, parts: readonly Buffer[]): Promise<void> {
    const file = await this.#files.open(path, 'wx');
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /**
   * Makes a folder and its missing parents, and returns those that were made. Node's recursive mkdir is not used because it
   * retries for ever where a folder exists but cannot contain folders, as below /proc.
   */
  async #makeFolders(folder: string): Promise<string[]> {
    try {
      await this.#files.mkdir(folder);
      return [folder];
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return [];
      if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    }
    const above = await this.#makeFolders(dirname(folder));
    await this.#files.mkdir(folder);
    return [...above, folder];
  }

  /** Makes the names in a folder survive a power failure. */
  async #sync(folder: string): Promise<void> {
    try {
      const handle = await this.#files.open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    } catch (error) {
      if (!noSync.has(errorCode(error) ?? '')) throw error;
    }
  }

  /** Removes a file that is no longer needed; where that fails, the next import tries again. */
  async #removed(path: string): Promise<void> {
    await this.#files.unlink(path).catch(() => undefined);
  }
}

function numberOf(file: string): number {
  return Number(generationName.exec(file)?.[1] ?? 0);
}

/** The errors of file systems without hard links. In a folder just written to, EPERM is not about permissions. */
const noLink = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** The errors of systems that cannot write a folder to disk, or not for this user; these are ignored. */
const noSync = new Set(['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);
