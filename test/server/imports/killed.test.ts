import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { handbook, importerHeaders } from './importing-server.ts';

const program = fileURLToPath(new URL('importing-process.ts', import.meta.url));

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startProcess(folder: string): Promise<Started> {
  const child = spawn(process.execPath, [program], {
    env: { ROLEGRAPH_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let url = '';
  for await (const part of child.stdout) {
    url += String(part);
    if (url.endsWith('\n')) break;
  }
  return { url: url.trim(), child };
}

/** Begins to send a catalog. */
function sending(url: string) {
  const request = httpRequest(`${url}/catalog`, {
    method: 'PUT',
    agent: false,
    headers: { ...importerHeaders, 'Content-Type': 'application/json', 'If-Match': '*', Accept: 'text/event-stream' },
  });
  request.on('error', () => undefined);
  return request;
}

async function versionAt(url: string): Promise<unknown> {
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...importerHeaders, 'Content-Type': 'application/json' },
    body: '{"query":"{ catalog { name version } roles(first: 100) { totalCount } }"}',
  });
  return reply.json();
}

async function kill({ child }: Started): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

test('a server that is killed while it receives a catalog leaves no file after its next start', async () => {
  const folder = await temporaryFolder();
  const first = await startProcess(folder);
  const before = await versionAt(first.url);
  const request = sending(first.url);
  request.write('{"name":');
  await eventually(async () => {
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^upload-/)]);
  });
  await kill(first);
  expect(await readdir(folder)).toHaveLength(1);
  const second = await startProcess(folder);
  await eventually(async () => {
    expect(await readdir(folder)).toEqual([]);
  });
  expect(await versionAt(second.url)).toEqual(before);
});

test.each(['READING', 'COMPARING', 'WRITING'])(
  'a server that is killed during %s has the old catalog or the new one, whole',
  async (step) => {
    const folder = await temporaryFolder();
    const first = await startProcess(folder);
    const before = await versionAt(first.url);
    const request = sending(first.url);
    const answered = new Promise<undefined>((resolve) => {
      request.on('response', (response) => {
        response.on('error', () => undefined);
        response.on('data', (part: Buffer) => {
          if (part.toString().includes(`"step":"${step}"`)) resolve(undefined);
        });
      });
    });
    request.end(JSON.stringify(handbook(2)));
    await answered;
    await kill(first);
    const second = await startProcess(folder);
    const after = {
      data: { catalog: { name: handbook(2).name, version: '2' }, roles: { totalCount: handbook(2).roles.length } },
    };
    expect([before, after]).toContainEqual(await versionAt(second.url));
    await eventually(async () => {
      expect((await readdir(folder)).filter((name) => /^(?:upload|import)-/.test(name))).toEqual([]);
    });
  },
);
