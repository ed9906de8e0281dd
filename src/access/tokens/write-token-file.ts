import { open, realpath, rename, unlink, type FileHandle } from 'node:fs/promises';
import { quoted } from '../../text/quoted-text.ts';
import { AccessFileError } from '../watched-file.ts';

/** Only the user that runs the server reads and writes the file. */
const newMode = 0o600;

/**
 * Changes a file as a whole: a reader sees the old text or the new one, and nothing in between, also after a crash. Owner and
 * permissions stay; a new file is only for this user. Two changes at once do not lose one: the later one is refused.
 *
 * @param change from the text of the file, undefined if there is none, to the new text.
 * @throws AccessFileError, also what `change` throws.
 */
export async function changeFile(path: string, change: (text: string | undefined) => string): Promise<void> {
  try {
    const target = await targetOf(path);
    const next = `${target}.new`;
    const file = await createdFile(next);
    try {
      await writeChanged(file, target, change);
      await rename(next, target);
    } catch (error) {
      await unlink(next);
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AccessFileError) throw error;
    throw new AccessFileError(
      `${quoted(path)} cannot be changed (${codeOf(error)}). Give a file in a folder that this user can write to.`,
      { cause: error },
    );
  }
}

/** Where a symbolic link leads to, so that it stays one. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/** The new file, which is also the lock. */
async function createdFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', newMode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new AccessFileError(
      `${quoted(path)} exists: another command changes the file now, or was interrupted. If none is running, remove it.`,
    );
  }
}

async function writeChanged(file: FileHandle, target: string, change: (text: string | undefined) => string) {
  const before = await existing(target);
  await file.writeFile(change(before?.text));
  if (before !== undefined) {
    const { uid, gid } = await file.stat();
    if (uid !== before.uid || gid !== before.gid) await file.chown(before.uid, before.gid);
    await file.chmod(before.mode & 0o777);
  }
  await file.sync();
}

async function existing(path: string) {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { mode, uid, gid } = await file.stat();
    return { text: await file.readFile('utf8'), mode, uid, gid };
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
