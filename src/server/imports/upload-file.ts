import { constants } from 'node:fs';
import { open, readdir, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode, fileFailure } from '../../store/memory/file-failure.ts';
import { isAbandoned, isTemporaryName, uploadName } from '../../store/memory/temporary-file.ts';

/** A file that receives a catalog. */
export interface UploadFile {
  readonly path: string;
  readonly handle: FileHandle;
  /** Closes and removes it; never fails. */
  remove(): Promise<void>;
}

/** Why a folder cannot have new files. */
const unusable = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS']);

/** Where catalogs are received: in the data folder, which is on a disk, or if it cannot be used, in that of the system. */
function foldersOf(dataFolder: string): readonly string[] {
  return [dataFolder, tmpdir()];
}

/**
 * Makes an empty file that nobody else can open.
 *
 * @throws StoreError UNAVAILABLE if that is not possible.
 */
export async function makeUploadFile(dataFolder: string, format: 'json' | 'yaml'): Promise<UploadFile> {
  const name = uploadName(format);
  const folders = foldersOf(dataFolder);
  for (const [index, folder] of folders.entries()) {
    const path = join(folder, name);
    try {
      const handle = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
      return {
        path,
        handle,
        remove: async () => {
          await handle.close().catch(() => undefined);
          await unlink(path).catch(() => undefined);
        },
      };
    } catch (error) {
      if (index < folders.length - 1 && unusable.has(errorCode(error) ?? '')) continue;
      throw fileFailure('make the file for the catalog,', path, error);
    }
  }
  throw new Error('There is no folder for uploads.');
}

/** Removes files of uploads whose process was killed. What cannot be removed stays until the next start. */
export async function removeAbandonedUploads(dataFolder: string): Promise<void> {
  for (const folder of foldersOf(dataFolder)) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => each.startsWith('upload-') && isTemporaryName(each))) {
      const path = join(folder, name);
      if (await isAbandoned(path, name).catch(() => false)) await unlink(path).catch(() => undefined);
    }
  }
}
