import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errorCode } from './file-failure.ts';

/** After this many milliseconds without a write, an import has ended: even a large one takes only seconds. */
const abandonedAfter = 3_600_000;

const name =
  /^(?:import-(?<host>.+)-(?<pid>[0-9]+)-[0-9a-f-]{36}\.tmp|upload-(?<host>.+)-(?<pid>[0-9]+)-[0-9a-f-]{36}\.(?:json|yaml))$/;

/** A unique name that identifies the writing process. */
export function temporaryName(): string {
  return `import-${thisHost()}-${process.pid}-${randomUUID()}.tmp`;
}

/** A unique name for a catalog that a client sends, which identifies the process that receives it. */
export function uploadName(format: 'json' | 'yaml'): string {
  return `upload-${thisHost()}-${process.pid}-${randomUUID()}.${format}`;
}

export function isTemporaryName(file: string): boolean {
  return name.test(file);
}

/**
 * Whether an import was killed and left this file: its process is gone or nobody has written to it for an hour. The latter
 * applies if the folder is shared with another machine or container, or the process id has been given to another process.
 * In a container that is started again, this process often has the id of the killed one: what is older than it was left.
 */
export async function isAbandoned(path: string, file: string): Promise<boolean> {
  const { host, pid } = name.exec(file)?.groups ?? {};
  if (host === thisHost() && !isRunning(Number(pid))) return true;
  const { mtimeMs } = await stat(path);
  const startedAt = Date.now() - 1_000 * process.uptime();
  if (host === thisHost() && Number(pid) === process.pid && mtimeMs < startedAt) return true;
  return Date.now() - mtimeMs > abandonedAfter;
}

function thisHost(): string {
  return hostname().replaceAll(/[^A-Za-z0-9.-]/g, '_');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, for another user.
    return errorCode(error) === 'EPERM';
  }
}
