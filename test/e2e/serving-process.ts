import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Set all, so that no test depends on what the one who runs it has set. */
const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', CORS_ORIGINS: '', NEO4J_URI: '' };

const folder = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `rolegraph serve` as people do, on a free port and with nothing imported; ends it when the test is over. */
export async function servingProcess(): Promise<string> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve'], {
    cwd: folder,
    env: { ...process.env, ...settings, ROLEGRAPH_DATA: await temporaryFolder() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  for await (const line of createInterface(child.stdout)) {
    said += `${line}\n`;
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`The server ended without saying where it can be reached:\n${said}`);
}
