import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';

/** A file or folder that is open; one call for each call of the system. */
export interface OpenFile {
  /** Writes behind what was written before. */
  writeFile(data: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a folder of generations asks of the file system. It is a port so that tests can let every single call fail. */
export interface FolderFiles {
  mkdir(path: string): Promise<unknown>;
  readdir(path: string): Promise<string[]>;
  readFile(path: string): Promise<Buffer>;
  /** The first bytes of a file: fewer if it is shorter. */
  readStart(path: string, bytes: number): Promise<Buffer>;
  /** @param flags "r", or "wx" to make a file that must not exist yet. */
  open(path: string, flags: 'r' | 'wx'): Promise<OpenFile>;
  link(existing: string, path: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The file system of this machine. */
export const systemFiles: FolderFiles = {
  mkdir,
  readdir,
  readFile,
  readStart: async (path, bytes) => Buffer.concat(await createReadStream(path, { end: bytes - 1 }).toArray()),
  open,
  link,
  unlink,
};
