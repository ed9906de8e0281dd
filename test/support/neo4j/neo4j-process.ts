import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterOurDeath } from '../processes/after-our-death.ts';
import { installedNeo4j, wantedVersion } from './neo4j-installation.ts';

export interface Neo4jServerOptions {
  /** A free one, where not given. */
  readonly port?: number | undefined;
  /** Where its data is; where not given, a temporary folder. */
  readonly home?: string | undefined;
  /** The password of the user neo4j; without it, there is no authentication. */
  readonly password?: string | undefined;
  /** Where not given, what NEO4J_VERSION says. */
  readonly version?: string | undefined;
}

/** A real Neo4j, as a process that a test can stop, kill or freeze. It ends with the process that started it. */
export interface Neo4jServer {
  readonly uri: string;
  readonly home: string;
  readonly port: number;
  /** Of the process that runs now, or ran last. */
  readonly pid: number;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** It keeps its connections, and answers nothing. */
  freeze(): void;
  resume(): void;
  /** Starts it again, at the same home and port; ends it in order first, where it runs. */
  restart(): Promise<Neo4jServer>;
  /** Ends it at once, and removes its home, where that is a temporary folder. */
  remove(): Promise<void>;
}

/** Starts a server of one's own, from Maven's jars, on loopback; the caller ends it. Tests rather use ownNeo4jServer. */
export async function startNeo4jServer(options: Neo4jServerOptions = {}): Promise<Neo4jServer> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'rolegraph-neo4j-')));
  const launched: Launch = {
    version: options.version ?? wantedVersion(),
    home,
    port: options.port ?? 0,
    password: options.password,
  };
  const removeHome = () =>
    options.home === undefined ? rm(home, { recursive: true, force: true, maxRetries: 3 }) : Promise.resolve();
  try {
    return new ServerProcess(launched, await launch(launched), removeHome);
  } catch (error) {
    await removeHome();
    throw error;
  }
}

interface Launch {
  readonly version: string;
  readonly home: string;
  readonly port: number;
  readonly password: string | undefined;
}

interface Launched {
  readonly child: ChildProcessWithoutNullStreams;
  readonly pid: number;
  readonly port: number;
}

class ServerProcess implements Neo4jServer {
  readonly uri: string;
  readonly home: string;
  readonly port: number;
  readonly #launch: Launch;
  readonly #removeHome: () => Promise<void>;
  #launched: Launched;
  #wakeUp: (() => void) | undefined;

  constructor(how: Launch, launched: Launched, removeHome: () => Promise<void>) {
    this.uri = `bolt://127.0.0.1:${launched.port}`;
    this.home = how.home;
    this.port = launched.port;
    this.#launch = { ...how, port: launched.port };
    this.#launched = launched;
    this.#removeHome = removeHome;
  }

  get pid(): number {
    return this.#launched.pid;
  }

  async stop(): Promise<void> {
    if (!this.#runs()) return;
    this.resume();
    const inOrder = await endedBy(this.#launched.child, 'SIGTERM', 30_000);
    if (inOrder) return;
    await this.kill();
    throw new Error(`The Neo4j server of process ${this.pid} did not end within 30 s of SIGTERM, and was killed.`);
  }

  async kill(): Promise<void> {
    if (this.#runs()) await endedBy(this.#launched.child, 'SIGKILL');
    this.#woken();
  }

  freeze(): void {
    this.#signal('SIGSTOP');
    // A frozen process would not see us go, and stay for ever.
    this.#wakeUp ??= afterOurDeath(`kill -CONT ${this.pid}`);
  }

  resume(): void {
    this.#signal('SIGCONT');
    this.#woken();
  }

  async restart(): Promise<Neo4jServer> {
    await this.stop();
    this.#launched = await launch(this.#launch);
    return this;
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.#removeHome();
  }

  #runs(): boolean {
    return runs(this.#launched.child);
  }

  #signal(signal: NodeJS.Signals): void {
    if (!this.#launched.child.kill(signal)) throw new Error(`The Neo4j server at ${this.uri} does not run.`);
  }

  #woken(): void {
    this.#wakeUp?.();
    this.#wakeUp = undefined;
  }
}

const runs = (child: ChildProcessWithoutNullStreams) => child.exitCode === null && child.signalCode === null;

async function launch({ version, home, port, password }: Launch): Promise<Launched> {
  const { java, javaArguments } = await installedNeo4j(version);
  const words = [home, String(port), ...(password === undefined ? [] : [password])];
  // Its standard input stays open as long as we are there, which is how it knows. A session of its own, so that Ctrl-C
  // reaches us alone, and the server is there until the last test that uses it is over.
  const child = spawn(java, [...javaArguments, ...words], { stdio: 'pipe', detached: true });
  let said = '';
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (part: unknown) => {
      said = (said + String(part)).slice(-4000);
      const listening = /^ready bolt:\/\/127\.0\.0\.1:(\d+)$/m.exec(said)?.[1];
      if (listening !== undefined) resolve(Number(listening));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    // "close" and not "exit": what it said last is heard by then.
    child.once('close', () => {
      reject(new Error(`Neo4j ${version} ended before it was ready, at port ${port} and home ${home}:\n${said}`));
    });
  });
  const late = new AbortController();
  const tooLate = wait(120_000, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`Neo4j ${version} was not ready within 120 s, at port ${port} and home ${home}:\n${said}`);
  });
  try {
    const listening = await Promise.race([ready, tooLate]);
    const { pid } = child;
    if (pid === undefined) throw new Error(`Neo4j ${version} has no process.`);
    return { child, pid, port: listening };
  } catch (error) {
    if (child.pid !== undefined) await endedBy(child, 'SIGKILL');
    throw error;
  } finally {
    late.abort();
    tooLate.catch(() => undefined);
  }
}

/** Whether a process has ended of a signal, in time where that counts. */
async function endedBy(
  child: ChildProcessWithoutNullStreams,
  signal: NodeJS.Signals,
  within?: number,
): Promise<boolean> {
  if (!runs(child)) return true;
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(() => true);
  child.kill(signal);
  if (within === undefined) return ended;
  const timer = setTimeout(() => {
    over.abort();
  }, within);
  return ended
    .catch(() => false)
    .finally(() => {
      clearTimeout(timer);
    });
}
