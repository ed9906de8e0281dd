import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { sendRaw } from '../raw-request.ts';
import { send } from '../running-server.ts';
import { handbook, importerAt, importerHeaders, jsonOf, sequenceNow, startImporting } from './importing-server.ts';

const first = { 'If-Match': '"1"' };

describe('PUT /catalog', () => {
  test.each([
    ['JSON by gzip', gzipSync(JSON.stringify(handbook(2))), { 'Content-Encoding': 'gzip' }],
    ['JSON by br', brotliCompressSync(JSON.stringify(handbook(2))), { 'Content-Encoding': 'br' }],
    ['YAML', stringify(handbook(2)), { 'Content-Type': 'text/yaml; charset=utf-8' }],
  ])('imports %s', async (_, body, headers) => {
    const server = await startImporting();
    const reply = await server.put(body, { headers: { ...first, ...headers } });
    expect(jsonOf(reply)).toMatchObject({ status: 'IMPORTED', sequence: 2 });
  });

  test('asks for the sequence, and says which one it is now', async () => {
    const server = await startImporting();
    const reply = await server.put(handbook(2));
    expect(reply.status).toBe(428);
    expect(jsonOf(reply)).toMatchObject({ code: 'PRECONDITION_REQUIRED', sequence: 1 });
    expect(reply.text).toContain('If-Match: \\"1\\"');
  });

  test.each(['W/"1"', '"1", "2"', '1', '"one"', '"01"', ''])('refuses the If-Match %j', async (tag) => {
    const server = await startImporting();
    expect(await server.put(handbook(2), { headers: { 'If-Match': tag } })).toMatchObject({ status: 400 });
    expect(await sequenceNow(server)).toBe(1);
  });

  test.each([
    ['a type that is no catalog', { 'Content-Type': 'text/csv' }, 'rolegraph convert'],
    ['another charset', { 'Content-Type': 'text/yaml; charset=latin1' }, 'UTF-8'],
    ['an unknown encoding', { 'Content-Encoding': 'zstd' }, 'gzip or br'],
  ])('refuses %s', async (_, headers, expected) => {
    const server = await startImporting();
    const reply = await server.put(handbook(2), { headers: { ...first, ...headers } });
    expect(reply.status).toBe(415);
    expect(reply.text).toContain(expected);
  });

  test('says of JSON that is no catalog which command makes one', async () => {
    const server = await startImporting();
    const reply = await server.put({ apiVersion: 'backstage.io/v1alpha1' }, { headers: first });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('rolegraph convert');
  });

  test.each([
    ['declared', { body: 'x'.repeat(200_000) }],
    ['sent in parts without a length', { body: ['x'.repeat(60_000), 'x'.repeat(60_000)] }],
    ['decompressed from gzip', { body: gzipSync(Buffer.alloc(50_000_000)) }, 'gzip'],
    ['decompressed from br', { body: brotliCompressSync(Buffer.alloc(50_000_000)) }, 'br'],
  ])('refuses a catalog that is larger than the limit, %s, and leaves no file', async (_, sent, encoding?: string) => {
    const server = await startImporting({ importBytes: 100_000 });
    const headers = { ...first, ...(encoding !== undefined && { 'Content-Encoding': encoding }) };
    const reply = await server.put('', {
      ...sent,
      headers: { ...headers, ...importerHeaders, 'Content-Type': 'application/json' },
    });
    expect(reply.status).toBe(413);
    expect(reply.text).toContain('100,000 bytes');
    expect(await readdir(server.folder)).toEqual([]);
  });

  test('refuses what cannot be decompressed', async () => {
    const server = await startImporting();
    for (const body of [Buffer.from('plain'), gzipSync('whole').subarray(0, 15)]) {
      const reply = await server.put(body, { headers: { ...first, 'Content-Encoding': 'gzip' } });
      expect(reply.status).toBe(400);
    }
    expect(await readdir(server.folder)).toEqual([]);
  });

  test('is off for everybody without authentication', async () => {
    const server = await startImporting({ auth: 'none' });
    const reply = await server.put(handbook(2), { headers: first });
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('AUTH');
    expect(await sequenceNow(server)).toBe(1);
    expect(server.audit).toMatchObject([{ phase: 'ended', outcome: 'FORBIDDEN', caller: null, via: 'PUT' }]);
  });

  test.each([
    ['nobody', { Authorization: '' }, 401],
    ['somebody with an expired token', { Authorization: 'Bearer expired-token' }, 401],
    ['somebody who may only read', { Authorization: 'Bearer reader-token' }, 403],
    ['a browser that has signed in', { Cookie: 'rolegraph_token=importer-token' }, 403],
    ['a page of another site', { Origin: 'https://elsewhere.example' }, 403],
  ])('refuses %s', async (_, headers, status) => {
    const server = await startImporting();
    expect(await server.put(handbook(2), { headers: { ...first, ...headers } })).toMatchObject({ status });
    expect(await sequenceNow(server)).toBe(1);
    expect(server.audit.map(({ outcome }) => outcome)).toEqual(status === 403 ? ['FORBIDDEN'] : []);
  });

  test('asks for the body only after everything else is checked', async () => {
    const server = await startImporting();
    const head = (tag: string) =>
      `PUT /catalog HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer importer-token\r\nContent-Type: application/json\r\nIf-Match: "${tag}"\r\n` +
      'Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n';
    expect((await sendRaw(server, [head('9')])).statuses).toEqual([412]);
    expect((await sendRaw(server, [head('1'), '{}'])).statuses).toEqual([100, 422]);
  });

  test('does one import at a time, and refuses others at once', async () => {
    const server = await startImporting();
    const slow = httpRequest(`${server.url}/catalog`, {
      method: 'PUT',
      agent: false,
      headers: { ...importerHeaders, ...first, 'Content-Type': 'application/json' },
    });
    slow.write('{');
    await eventually(() => {
      expect(server.audit).toHaveLength(1);
    });
    const reply = await server.put(handbook(2), { headers: first });
    expect(reply).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(jsonOf(reply)).toMatchObject({ code: 'IMPORT_RUNNING' });
    const answered = once(slow, 'response');
    slow.end('}');
    await answered;
    expect(await server.put(handbook(2), { headers: first })).toMatchObject({ status: 200 });
  });

  test('gives up an import whose client disconnects while it sends, and leaves no file', async () => {
    const server = await startImporting();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      'PUT /catalog HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer importer-token\r\nContent-Type: application/json\r\nIf-Match: "1"\r\n' +
        'Content-Length: 500\r\n\r\n{"name":',
    );
    await eventually(() => {
      expect(server.audit).toHaveLength(1);
    });
    socket.destroy();
    await eventually(() => {
      expect(server.audit).toMatchObject([{ phase: 'begun' }, { phase: 'ended', outcome: 'GIVEN_UP' }]);
    });
    await eventually(async () => {
      expect(await readdir(server.folder)).toEqual([]);
    });
  });

  test.each([
    ['with its headers', 'Connection: close\r\n\r\n1\r\n{\r\nnot a chunk\r\n', []],
    ['later', 'Connection: close\r\nExpect: 100-continue\r\n\r\n', ['1\r\n{\r\nnot a chunk\r\n']],
  ])('gives up an import whose body is not valid HTTP, which is sent %s', async (_, rest, parts) => {
    const server = await startImporting();
    const head =
      'PUT /catalog HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer importer-token\r\nContent-Type: application/json\r\nIf-Match: "1"\r\n' +
      'Transfer-Encoding: chunked\r\n';
    expect((await sendRaw(server, [head + rest, ...parts])).statuses.at(-1)).toBe(400);
    await eventually(() => {
      expect(server.audit).toMatchObject([{ phase: 'begun' }, { phase: 'ended', outcome: 'GIVEN_UP' }]);
    });
    expect(await server.put(handbook(2), { headers: first })).toMatchObject({ status: 200 });
    expect(await readdir(server.folder)).toEqual([]);
  });

  test('finishes an import that writes when its client disconnects', async () => {
    const writes = Promise.withResolvers<undefined>();
    const goesOn = Promise.withResolvers<undefined>();
    const server = await startImporting({
      importer: (place) => ({
        import: (upload, onStage, signal) =>
          importerAt({
            ...place,
            open: async (shipped) => {
              const store = await place.open(shipped);
              const replace = store.replace.bind(store);
              store.replace = async (...given) => {
                writes.resolve(undefined);
                await goesOn.promise;
                return replace(...given);
              };
              return store;
            },
          }).import(upload, onStage, signal),
      }),
    });
    const leaving = httpRequest(`${server.url}/catalog`, {
      method: 'PUT',
      agent: false,
      headers: { ...importerHeaders, ...first, 'Content-Type': 'application/json' },
    });
    leaving.on('error', () => undefined);
    leaving.end(JSON.stringify(handbook(2)));
    await writes.promise;
    leaving.destroy();
    await eventually(() => {
      expect(server.log().at(-1)).toMatchObject({ path: '/catalog', aborted: true });
    });
    goesOn.resolve(undefined);
    await eventually(() => {
      expect(server.audit.at(-1)).toMatchObject({ phase: 'ended', outcome: 'IMPORTED', sequenceAfter: 2 });
    });
    expect(await sequenceNow(server)).toBe(2);
  });

  test('imports nothing if the audit log cannot be written', async () => {
    const server = await startImporting({ auditOutput: { append: () => Promise.reject(new Error('full')) } });
    const reply = await server.put(handbook(2), { headers: first });
    expect(reply.status).toBe(503);
    expect(jsonOf(reply)).toMatchObject({ code: 'AUDIT_LOG_UNAVAILABLE' });
    expect(await sequenceNow(server)).toBe(1);
  });

  test('has two lines in the audit log for an import, and one for a refused one', async () => {
    const server = await startImporting();
    await server.put(handbook(2), { headers: { ...first, 'X-Request-Id': 'one' } });
    await server.put(handbook(3), { headers: { ...first, 'X-Request-Id': 'two' } });
    await server.put(handbook(3), { headers: { 'X-Request-Id': 'three' } });
    const common = { event: 'import', caller: 'importer', client: '127.0.0.1', via: 'PUT', dryRun: false };
    expect(server.audit).toMatchObject([
      { ...common, requestId: 'one', phase: 'begun', outcome: null, sequenceBefore: 1, sequenceAfter: null },
      {
        ...common,
        requestId: 'one',
        phase: 'ended',
        outcome: 'IMPORTED',
        sequenceBefore: 1,
        sequenceAfter: 2,
        changed: 1,
      },
      { ...common, requestId: 'two', phase: 'ended', outcome: 'CONFLICT' },
      { ...common, requestId: 'three', phase: 'ended', outcome: 'PRECONDITION_REQUIRED' },
    ]);
  });

  test('leaves the other methods as they are', async () => {
    const server = await startImporting();
    const reply = await send(`${server.url}/catalog`, { method: 'DELETE', headers: importerHeaders });
    expect(reply).toMatchObject({ status: 405, headers: { allow: 'PUT, OPTIONS' } });
  });
});
