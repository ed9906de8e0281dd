import { spawn } from 'node:child_process';

/**
 * Has a shell command run when this process is gone, however it went, or earlier when the function returned is called:
 * for what cannot see by itself that nobody needs it any more.
 */
export function afterOurDeath(command: string): () => void {
  // Of a session of its own, so that Ctrl-C does not end it before us.
  const waiting = spawn('sh', ['-c', `cat >/dev/null; ${command}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  waiting.on('error', () => undefined);
  waiting.unref();
  return () => waiting.stdin.end();
}
