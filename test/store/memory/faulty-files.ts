import { systemFiles, type FolderFiles, type OpenFile } from '../../../src/store/memory/folder-files.ts';

/**
 * What happens at one call of the file system:
 * - FAILS: it does nothing and fails.
 * - FAILS_HALF_DONE: it fails after it did its work; a write, after the first half of it.
 * - KILLED_BEFORE and KILLED_AFTER: the process is killed. Nothing that it would do later happens, so the call never ends.
 */
export const faults = ['FAILS', 'FAILS_HALF_DONE', 'KILLED_BEFORE', 'KILLED_AFTER'] as const;
export type Fault = (typeof faults)[number];

/** The file system, with a fault at one of the calls that are made of it. */
export class FaultyFiles implements FolderFiles {
  /** The names of all calls so far, e.g. "link". */
  readonly calls: string[] = [];
  /** Resolves when the process is killed. */
  readonly killed: Promise<void>;
  readonly #at: number;
  readonly #fault: Fault;
  readonly #code: string;
  readonly #open = new Set<OpenFile>();
  #kill: () => void = () => undefined;

  /**
   * @param at the number of calls before the one with the fault.
   * @param code of the error of a call that fails, e.g. "EIO".
   */
  constructor(at: number, fault: Fault, code: string) {
    this.#at = at;
    this.#fault = fault;
    this.#code = code;
    this.killed = new Promise((resolve) => (this.#kill = resolve));
  }

  mkdir(path: string) {
    return this.#call('mkdir', () => systemFiles.mkdir(path));
  }

  readdir(path: string) {
    return this.#call('readdir', () => systemFiles.readdir(path));
  }

  readFile(path: string) {
    return this.#call('readFile', () => systemFiles.readFile(path));
  }

  readStart(path: string, bytes: number) {
    return this.#call('readStart', () => systemFiles.readStart(path, bytes));
  }

  link(existing: string, path: string) {
    return this.#call('link', () => systemFiles.link(existing, path));
  }

  unlink(path: string) {
    return this.#call('unlink', () => systemFiles.unlink(path));
  }

  open(path: string, flags: 'r' | 'wx'): Promise<OpenFile> {
    const of = flags === 'r' ? 'folder' : 'file';
    return this.#call(`open ${of}`, async () => {
      const file = await systemFiles.open(path, flags);
      this.#open.add(file);
      return {
        writeFile: (data) =>
          this.#call(
            'write',
            () => file.writeFile(data),
            () => file.writeFile(data.subarray(0, data.length / 2)),
          ),
        sync: () => this.#call(`sync ${of}`, () => file.sync()),
        close: () =>
          this.#call(`close ${of}`, async () => {
            await file.close();
            this.#open.delete(file);
          }),
      };
    });
  }

  /** Closes what a killed process left open. */
  async closeAll(): Promise<void> {
    for (const file of this.#open) await file.close();
    this.#open.clear();
  }

  async #call<T>(name: string, work: () => Promise<T>, half: () => Promise<unknown> = work): Promise<T> {
    const isFaulty = this.calls.push(name) === this.#at + 1;
    if (!isFaulty) return work();
    if (this.#fault === 'FAILS_HALF_DONE') await half();
    if (this.#fault === 'KILLED_AFTER') await work();
    if (this.#fault === 'FAILS' || this.#fault === 'FAILS_HALF_DONE')
      throw Object.assign(new Error(`${this.#code}: injected, ${name}`), { code: this.#code });
    this.#kill();
    return new Promise(() => undefined);
  }
}
