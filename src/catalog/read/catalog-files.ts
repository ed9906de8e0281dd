import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { compareText } from '../../text/compare-text.ts';
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
  const refused = (message: string): CatalogFile[] => [
    { name: location, format: 'yaml', problem: { severity: 'error', message } },
  ];
  try {
    const status = await stat(location);
    if (status.isDirectory()) {
      const files = await folderFiles(location);
      if (files.some(({ problem }) => problem?.severity !== 'warning')) return files;
      return [...files, ...refused('the folder has no YAML files (*.yaml, *.yml); add some, or give the file itself')];
    }
    if (!status.isFile()) return refused(`is not a regular file; ${accepted}`);
    const format = formatOf(location);
    if (format === undefined) return refused(`the name ends in none of .yaml, .yml, .json; ${accepted}`);
    return [{ name: location, format }];
  } catch (error) {
    return refused(accessProblem(error, accepted));
  }
}

async function folderFiles(folder: string): Promise<CatalogFile[]> {
  const root = await realpath(folder);
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  names.sort(compareText);
  const files: CatalogFile[] = [];
  for (const name of names) {
    const file = await folderFile(root, folder, name);
    if (file !== undefined) files.push(file);
    if (files.length <= mostFiles) continue;
    const message = `the folder has more than ${grouped(mostFiles)} files, the most that are read; put several together`;
    return [{ name: folder, format: 'yaml', problem: { severity: 'error', message } }];
  }
  return files;
}

async function folderFile(root: string, folder: string, name: string): Promise<CatalogFile | undefined> {
  const path = join(folder, name);
  const format = formatOf(name);
  const refused = (severity: 'error' | 'warning', message: string): CatalogFile => ({
    name: path,
    format: 'yaml',
    problem: { severity, message },
  });
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const target = await realpath(path);
      if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)) {
        return refused(
          'error',
          'is a link that leaves the folder; expected links to files of the folder only: copy the file here',
        );
      }
    }
    const status = await stat(path);
    if (status.isDirectory() && format === undefined) {
      return refused(
        'warning',
        'is a sub-folder, and not read; a catalog lies in one folder: move its YAML files there if it is part of it',
      );
    }
    if (!status.isFile())
      return refused('error', 'is not a regular file; expected nothing else in a folder of a catalog: remove it');
  } catch (error) {
    return refused('error', accessProblem(error, 'expected a regular file that can be read'));
  }
  if (format === 'json' && !/\.(schema|generated)\.json$/.test(name)) {
    return refused('warning', 'is not read; of a folder only YAML files are: give it alone, or write it as YAML');
  }
  return format === 'yaml' ? { name: path, format } : undefined;
}

/** The content of a file, or why it cannot be read. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: string };

/**
 * Reads a file, if it is within the size limits.
 *
 * @param bytesLeft how many more bytes the document may have.
 */
export async function readCatalogFile(file: CatalogFile, bytesLeft: number): Promise<FileBytes> {
  const limit = file.format === 'yaml' ? Math.min(mostYamlBytes, bytesLeft) : bytesLeft;
  const tooLarge = { problem: limit === mostYamlBytes ? tooLargeYaml() : tooLargeDocument() };
  try {
    // Without O_NONBLOCK, opening a FIFO that has replaced the file meanwhile would wait for a writer.
    const handle = await open(file.name, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await handle.stat();
      if (!status.isFile()) return { problem: `is not a regular file; ${accepted}` };
      return status.size > limit ? tooLarge : await readWhole(handle, status.size);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: accessProblem(error, accepted) };
  }
}

async function readWhole(handle: FileHandle, size: number): Promise<FileBytes> {
  // The extra byte detects files that grow meanwhile, and those whose size the system does not know.
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) return { bytes: bytes.subarray(0, length) };
    length += bytesRead;
  }
  return { problem: 'changed while it was read, or is not an ordinary file; try again with a copy of it' };
}

function tooLargeYaml(): string {
  return `is larger than 8 MB (${grouped(mostYamlBytes)} bytes), the most that one YAML file may have; split it into several files of a folder, or write JSON`;
}

function tooLargeDocument(): string {
  return `makes the document larger than 256 MB (${grouped(mostDocumentBytes)} bytes), the most that a catalog may have; split the catalog`;
}

function formatOf(name: string): CatalogFile['format'] | undefined {
  return formats[extname(name).toLowerCase()];
}

function accessProblem(error: unknown, expected: string): string {
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
