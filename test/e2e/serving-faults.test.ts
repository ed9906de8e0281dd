import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { mainFile } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { freePort } from './neo4j-under-load.ts';

/** Sends a process SIGTERM when it begins to load the command line, before almost everything else is loaded. */
const signalWhileLoading = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.endsWith('/run.ts')) process.kill(process.pid, 'SIGTERM');
      return next(specifier, context);
    },
  });`;

test('a server that gets SIGTERM while it is loading ends in order', async () => {
  const preload = `data:text/javascript,${encodeURIComponent(signalWhileLoading)}`;
  const env = { PORT: '0', ROLEGRAPH_DATA: await temporaryFolder() };
  const child = spawn(process.execPath, ['--import', preload, mainFile, 'serve'], { env, stdio: 'ignore' });
  await once(child, 'exit');
  expect([child.exitCode, child.signalCode]).toEqual([0, null]);
});

test.skipIf(!existsSync('/dev/full'))('a server whose log cannot be written goes on and says so', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const full = await open('/dev/full', 'w');
  const env = { PORT: String(port), ROLEGRAPH_DATA: await temporaryFolder() };
  const child = spawn(process.execPath, [mainFile, 'serve'], { env, stdio: ['ignore', full.fd, 'pipe'] });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await full.close();
  });
  let stderr = '';
  child.stderr?.on('data', (part) => (stderr += String(part)));
  await eventually(async () => {
    // Each request has a line in the log.
    expect((await fetch(`${url}/graphql?query={__typename}`)).status).toBe(200);
    const ready = await fetch(`${url}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.text()).toContain('no space left (ENOSPC)');
  });
  child.kill('SIGTERM');
  await ended;
  expect(child.exitCode).toBe(0);
  expect(stderr).toMatch(/^The log cannot be written to standard output: there is no space left \(ENOSPC\).*\n$/);
});
