import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { compareText } from '../../text/compare-text.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { isHiddenName } from './hidden-name.ts';
import { mostDocumentBytes, mostFiles, mostYamlBytes } from '../document-limits.ts';
import { grouped } from '../../text/quoted-text.ts';

/** A file of a catalog, or an entry of the folder that cannot be read as one. */
export interface CatalogFile {
  /** The given location, extended by the name of the file inside it. */
  readonly name: string;
  readonly format: 'yaml' | 'json';
  /** Why it is not read; a warning if the catalog may be complete without it. */
  readonly problem?: { readonly severity: 'error' | 'warning'; readonly message: string } | undefined;
}

const formats: Readonly<Record<string, CatalogFile['format']>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' };
const accepted = 'expected a folder of YAML files, a YAML file (.yaml, .yml) or a JSON file (.json)';

/**
 * The files of a location: the file itself, or the *.yaml and *.yml files of a folder in code unit order. Opens none of
 * them. Sub-folders and JSON files of a folder are not read and cause a warning, except for *.schema.json and
 * *.generated.json, which are generated from the YAML files. Other regular files and names that begin with a dot are
 * ignored.
 */
export async function catalogFiles(location: string): Promise<CatalogFile[]> {
  try {
    const status = await stat(location);
    if (status.isDirectory()) return await folderFiles(location);
    const format = formatOf(location);
    if (status.isFile() && format !== undefined) return [{ name: location, format }];
    const problem = status.isFile() ? 'the name ends in none of .yaml, .yml, .json' : 'is not a regular file';
    return [refused(location, `${problem}; ${accepted}`)];
  } catch (error) {
    return [refused(location, accessProblem(error, accepted))];
  }
}

function refused(name: string, message: string, severity: 'error' | 'warning' = 'error'): CatalogFile {
  return { name, format: 'yaml', problem: { severity, message } };
}

async function folderFiles(folder: string): Promise<CatalogFile[]> {
  const root = await realpath(folder);
  const names = (await readdir(folder)).filter((name) => !isHiddenName(name));
  const files: CatalogFile[] = [];
  for (const name of names.sort(compareText)) {
    const file = await folderFile(root, folder, name);
    if (file !== undefined) files.push(file);
    if (files.length <= mostFiles) continue;
    const message = `the folder has more than ${grouped(mostFiles)} files, the most that are read; put several together`;
    return [refused(folder, message)];
  }
  if (files.some(({ problem }) => problem?.severity !== 'warning')) return files;
  return [...files, refused(folder, 'the folder has no YAML files (*.yaml, *.yml); add some, or give the file itself')];
}

async function folderFile(root: string, folder: string, name: string): Promise<CatalogFile | undefined> {
  const path = join(folder, name);
  const format = formatOf(name);
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const target = await realpath(path);
      if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)) {
        const message =
          'is a link that leaves the folder; expected links to files of the folder only: copy the file here';
        return refused(path, message);
      }
    }
    const status = await stat(path);
    if (status.isDirectory() && format === undefined) {
      const message =
        'is a sub-folder, and not read; a catalog lies in one folder: move its YAML files there if it is part of it';
      return refused(path, message, 'warning');
    }
    if (!status.isFile()) {
      return refused(path, 'is not a regular file; expected nothing else in a folder of a catalog: remove it');
    }
  } catch (error) {
    return refused(path, accessProblem(error, 'expected a regular file that can be read'));
  }
  if (format === 'json' && !/\.(schema|generated)\.json$/.test(name)) {
    const message = 'is not read; of a folder only YAML files are: give it alone, or write it as YAML';
    return refused(path, message, 'warning');
  }
  return format === 'yaml' ? { name: path, format } : undefined;
}

/** The text of a file and its size in bytes, or why it cannot be read. */
export type FileText = { readonly size: number } & (DecodedText | { readonly problem: string; readonly line?: number });

/**
 * Reads a file, if it is within the size limits. Does not return the bytes, so that they are freed before parsing.
 *
 * @param bytesLeft how many more bytes the document may have.
 */
export async function readCatalogFile({ name, format }: CatalogFile, bytesLeft: number): Promise<FileText> {
  const limit = format === 'yaml' ? Math.min(mostYamlBytes, bytesLeft) : bytesLeft;
  const tooLarge = limit === mostYamlBytes ? tooLargeYaml : tooLargeDocument;
  return readTextFile(name, limit, { tooLarge, expected: accepted });
}

/**
 * Reads a text file of at most a number of bytes.
 *
 * @param messages what is wrong with a larger file, and what is expected where there is no file that can be read.
 */
export async function readTextFile(
  path: string,
  mostBytes: number,
  { tooLarge, expected }: { readonly tooLarge: string; readonly expected: string },
): Promise<FileText> {
  try {
    // Without O_NONBLOCK, opening a FIFO that has replaced the file meanwhile would wait for a writer.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await handle.stat();
      if (!status.isFile()) return { size: 0, problem: `is not a regular file; ${expected}` };
      if (status.size > mostBytes) return { size: 0, problem: tooLarge };
      return await readWhole(handle, status.size);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { size: 0, problem: accessProblem(error, expected) };
  }
}

async function readWhole(handle: FileHandle, size: number): Promise<FileText> {
  // The extra byte detects files that grow meanwhile, and those whose size the system does not know.
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) return { size: length, ...decodeText(bytes.subarray(0, length)) };
    length += bytesRead;
  }
  return { size: 0, problem: 'changed while it was read, or is not an ordinary file; try again with a copy of it' };
}

const tooLargeYaml = `is larger than 8 MB (${grouped(mostYamlBytes)} bytes), the most that one YAML file may have; split it into several files of a folder, or write JSON`;
const tooLargeDocument = `makes the document larger than 256 MB (${grouped(mostDocumentBytes)} bytes), the most that a catalog may have; split the catalog`;

function formatOf(name: string): CatalogFile['format'] | undefined {
  return formats[extname(name).toLowerCase()];
}

/** Why a file or folder cannot be read, as a whole message. */
export function accessProblem(error: unknown, expected: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
      return `does not exist, or is a link to nothing; ${expected}`;
    case 'EACCES':
    case 'EPERM':
      return `may not be read: permission denied; ${expected}`;
    case 'ELOOP':
      return `is a link that leads back to itself; ${expected}`;
    default:
      return `cannot be read (${code}); ${expected}`;
  }
}
