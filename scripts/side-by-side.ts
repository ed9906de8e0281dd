import { spawn } from 'node:child_process';

/**
 * Runs npm scripts side by side and prints the output of each when it ends, so that it stays readable. Fails if one of
 * them fails: `node scripts/side-by-side.ts check:types check:lint`.
 */
async function run(script: string): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
  const isGood = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`${script}: ${isGood ? 'passed' : 'FAILED'} in ${seconds} s\n${output}`);
  return isGood;
}

const results = await Promise.all(process.argv.slice(2).map(run));
if (results.includes(false)) process.exitCode = 1;
