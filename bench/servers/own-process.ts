import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** The processes that are running. None outlives this one, however it ends. */
const running = new Set<ChildProcess>();

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface ProcessPlan {
  /** Arguments of Node.js. */
  readonly words: readonly string[];
  /** The whole environment but PATH and HOME, so that settings of the machine do not affect the benchmark. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its output goes. */
  readonly log: string;
}

/** A Node.js process that was started here. */
export class OwnProcess {
  readonly #child: ChildProcess;
  readonly #log: string;
  readonly ended: Promise<number | null>;

  constructor({ words, env, log }: ProcessPlan) {
    const output = openSync(log, 'w');
    const { PATH = '', HOME = '' } = process.env;
    this.#child = spawn(process.execPath, words, { env: { PATH, HOME, ...env }, stdio: ['ignore', output, output] });
    closeSync(output);
    this.#log = log;
    running.add(this.#child);
    this.ended = once(this.#child, 'exit').then(() => {
      running.delete(this.#child);
      return this.#child.exitCode;
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`A process could not be started; see ${this.#log}.`);
    return this.#child.pid;
  }

  get runs(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(): Promise<void> {
    if (!this.runs) return;
    this.#child.kill('SIGTERM');
    const killed = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    await this.ended;
    clearTimeout(killed);
  }

  /** @throws Error where it did not end with 0. */
  async done(): Promise<void> {
    const code = await this.ended;
    if (code !== 0) throw new Error(`A process ended with ${code ?? 'a signal'}; its output is in ${this.#log}.`);
  }
}
