import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../text/compare-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { accessProblem } from '../read/catalog-files.ts';
import { isHiddenName } from '../read/hidden-name.ts';
import { ConvertError, type GivenFile } from './conversion.ts';

/** Most bytes of all files that are converted at once: 50 MB. */
export const mostConvertedBytes = 50 * 1024 * 1024;
/** Most files of a folder that is converted. */
const mostConvertedFiles = 1_000;

const expected = 'expected a file, or a folder of files, that can be read';

/**
 * Reads files, and those of folders in the order of their names; sub-folders and names that begin with a dot are left out.
 *
 * @throws ConvertError if one cannot be read, or they are too large.
 */
export async function givenFiles(paths: readonly string[]): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = [];
  let size = 0;
  for (const path of (await Promise.all(paths.map(filesAt))).flat()) {
    size += await sizeOf(path);
    if (size > mostConvertedBytes) {
      throw new ConvertError(
        `${quoted(path)} makes the files larger than 50 MB (${grouped(mostConvertedBytes)} bytes), the most that are converted at once. ` +
          'Convert a part of them, e.g. a sheet saved as CSV.',
      );
    }
    files.push({ path, bytes: await readFile(path) });
  }
  return files;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const status = await statusOf(path);
  if (!status.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !isHiddenName(entry.name)).map(({ name }) => name);
  if (names.length === 0)
    throw new ConvertError(`The folder ${quoted(path)} has no files. Give a file, or a folder with files in it.`);
  if (names.length > mostConvertedFiles) {
    throw new ConvertError(
      `The folder ${quoted(path)} has ${grouped(names.length)} files; at most ${grouped(mostConvertedFiles)} are converted at once. Put fewer in a folder.`,
    );
  }
  return names.sort(compareText).map((name) => join(path, name));
}

async function sizeOf(path: string): Promise<number> {
  const status = await statusOf(path);
  if (!status.isFile()) throw new ConvertError(`${quoted(path)} is not a regular file; ${expected}.`);
  return status.size;
}

async function statusOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    throw new ConvertError(`${quoted(path)} ${accessProblem(error, expected)}.`, { cause: error });
  }
}
