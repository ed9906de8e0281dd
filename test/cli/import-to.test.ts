import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { handbook, sequenceNow, startImporting } from '../server/imports/importing-server.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const token = { ROLEGRAPH_TOKEN: 'importer-token' };

async function fileOf(catalog: unknown): Promise<string> {
  const file = join(await temporaryFolder(), 'catalog.json');
  await writeFile(file, JSON.stringify(catalog));
  return file;
}

async function importTo(
  url: string,
  version: number,
  words: readonly string[] = [],
  env: Record<string, string> = token,
) {
  return cliInProcess(['import', await fileOf(handbook(version)), '--to', url, ...words], { env });
}

describe('an import that a server refuses', () => {
  test.each([
    ['without a token', {}, 'wants to know who imports (401)'],
    ['with a token that has expired', { ROLEGRAPH_TOKEN: 'expired-token' }, 'does not accept the token (401)'],
    ['with a token that only reads', { ROLEGRAPH_TOKEN: 'reader-token' }, 'The token may not import'],
  ])('ends with 1 %s, and does not show the token', async (_, env, said) => {
    const server = await startImporting();
    const { code, stdout, stderr } = await importTo(server.url, 2, [], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\b(?:expired|reader)-token\b/);
    expect(await sequenceNow(server)).toBe(1);
  });

  test('names the findings of a catalog with errors before anything is sent', async () => {
    const server = await startImporting();
    const file = await fileOf({ ...handbook(2), roles: [{ slug: 'x' }] });
    const { code, stderr } = await cliInProcess(['import', file, '--to', server.url], { env: token });
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was imported');
    expect(server.audit).toEqual([]);
  });
});

/** A server that answers the question for its catalog, and anything to a PUT. */
async function standIn(put: RequestListener, catalog: Partial<Record<string, unknown>> | null = {}): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (request.method === 'PUT') {
        put(request, response);
        return;
      }
      const current = {
        sequence: 4,
        revision: 'r',
        name: 'n',
        version: '1',
        importedBy: null,
        importedAt: 'then',
        ...catalog,
      };
      response.end(
        JSON.stringify(
          catalog === null
            ? { errors: [{ message: 'None', extensions: { code: 'MISSING' } }] }
            : { data: { catalog: current } },
        ),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const unchanged = {
  ...{ status: 'UNCHANGED', sequence: 4, revision: 'r', previous: { sequence: 4, revision: 'r' } },
  ...{ changes: null, diff: [], findings: [], omitted: { errors: 0, warnings: 0 } },
};

test.each([
  [404, 'has no way to import over HTTP (404)'],
  [405, 'older version'],
  [413, 'larger than'],
  [428, 'If-Match'],
  [503, 'Try again later'],
  [500, 'it answered 500'],
  [302, 'redirects'],
])('an answer of %i is explained, with what the server says, and ends with 1', async (status, said) => {
  const url = await standIn((_, response) => {
    response
      .writeHead(status, { Location: 'https://elsewhere.example' })
      .end(JSON.stringify({ error: 'Because\u001b[2J.' }));
  });
  const { code, stdout, stderr } = await importTo(url, 2);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(said);
  expect(stderr).not.toContain('\u001b');
});

test('reads events that arrive in pieces, and ones that it does not know', async () => {
  const url = await standIn((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    const events =
      ': comment\n\nevent: progress\ndata: {"step":"READING","written":null,"total":null}\n\nevent: later\ndata: {}\n\n' +
      `event: result\ndata: ${JSON.stringify({ httpStatus: 200, ...unchanged })}\n\n`;
    for (const byte of events) response.write(byte);
    response.end();
  });
  expect(await importTo(url, 2)).toMatchObject({ code: 0, stderr: '' });
});

test('a conflict at the end of a stream says who was faster', async () => {
  const url = await standIn((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const data = {
      httpStatus: 412,
      error: 'x',
      sequence: 5,
      importedBy: 'lee',
      importedAt: '2026-12-01T09:30:00.000Z',
    };
    response.end(`event: error\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const { code, stderr } = await importTo(url, 2);
  expect(code).toBe(1);
  expect(stderr).toContain('sequence 4, but');
  expect(stderr).toContain('sequence 5 now, imported by "lee" at 2026-12-01T09:30:00.000Z');
});

test('a connection that is lost during the import says that it may have been imported', async () => {
  const url = await standIn((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('event: progress\ndata: {"step":"WRITING"}\n\n', () => response.destroy());
  });
  const { code, stderr } = await importTo(url, 2);
  expect(code).toBe(1);
  expect(stderr).toContain('may have been imported, or not. Run the same command again');
});

test('an answer without an end is not read for ever', async () => {
  const url = await standIn((_, response) => {
    response.writeHead(500, { 'Content-Type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(1024 * 1024)));
      response.once('drain', more);
    };
    more();
  });
  const { code, stderr } = await importTo(url, 2);
  expect(code).toBe(1);
  expect(stderr).toContain('was lost: its answer has more than 16 MB');
});

test('sends the catalog as compressed JSON with the sequence that was seen, 0 where there is none', async () => {
  for (const [catalog, tag] of [
    [{}, '"4"'],
    [null, '"0"'],
  ] as const) {
    let sent: Record<string, unknown> = {};
    const url = await standIn((request, response) => {
      sent = { ...request.headers, url: request.url };
      response.end(JSON.stringify(unchanged));
    }, catalog);
    expect((await importTo(`${url}/graphql`, 2)).code).toBe(0);
    expect(sent).toMatchObject({
      ...{ url: '/catalog', 'if-match': tag, authorization: 'Bearer importer-token' },
      ...{ 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
  }
});

test('a server that cannot be reached is named with the reason', async () => {
  const { code, stderr } = await importTo('http://127.0.0.1:9', 2);
  expect(code).toBe(1);
  expect(stderr).toContain('http://127.0.0.1:9 cannot be reached');
});

test('something else than Rolegraph is recognized', async () => {
  const url = await standIn((_, response) => response.end('hello'), { sequence: 'many' });
  const { code, stderr } = await importTo(url, 2);
  expect(code).toBe(1);
  expect(stderr).toContain('does not answer as Rolegraph does');
});

test.each([
  [['--to', 'http://roles.example.com'], 'https://'],
  [['--to', 'roles.example.com'], 'Give the address of a server'],
  [['--to', 'https://kim:secret-word@roles.example.com'], 'user name or password'],
  [['--to', 'https://roles.example.com/?token=secret-word'], '--to is'],
  [['--token-file', 'token.txt'], '--token-file needs a server'],
  [['--allow-http'], '--allow-http needs a server'],
  [['--to', 'https://roles.example.com', '--token-file', '/nonexistent'], '--token-file is "/nonexistent"'],
])('a command line with %j is wrong, and is told why before files are read', async (words, said) => {
  const { code, stderr } = await cliInProcess(['import', '/nonexistent.json', ...words]);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});

test('a token that cannot be sent is not shown', async () => {
  const { code, stderr } = await importTo('https://roles.example.com', 2, [], { ROLEGRAPH_TOKEN: 'secret word\nX: y' });
  expect(code).toBe(2);
  expect(stderr).toContain('ROLEGRAPH_TOKEN holds characters');
  expect(stderr).not.toContain('secret');
});

test('the token in a file is sent, and takes precedence', async () => {
  const server = await startImporting();
  const file = join(await temporaryFolder(), 'token.txt');
  await writeFile(file, 'importer-token\n');
  expect(await importTo(server.url, 2, ['--token-file', file], { ROLEGRAPH_TOKEN: 'reader-token' })).toMatchObject({
    code: 0,
  });
});
