import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  handbook,
  importerHeaders,
  jsonOf,
  sequenceNow,
  startImporting,
} from '../../server/imports/importing-server.ts';
import { send } from '../../server/running-server.ts';
import { engines } from '../../support/engines/engines.ts';

const first = { 'If-Match': '"1"' };

describe.each(engines)('PUT /catalog on $name', (engine) => {
  const started = () => startImporting({ engine });

  test('imports a catalog, and the next query is answered from it', async () => {
    const server = await started();
    const reply = await server.put(handbook(2), { headers: first });
    expect(jsonOf(reply)).toMatchObject({
      status: 'IMPORTED',
      sequence: 2,
      previous: { sequence: 1 },
      changes: { added: 0, changed: 1, removed: 0 },
      findings: [],
      omitted: { errors: 0, warnings: 0 },
    });
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"2"', 'cache-control': 'no-store' } });
    expect(await sequenceNow(server)).toBe(2);
    expect(await readdir(server.folder)).toEqual([]);
  });

  test('says who imported a catalog', async () => {
    const server = await started();
    await server.put(handbook(2), { headers: first });
    expect(jsonOf(await server.put(handbook(3), { headers: first }))).toMatchObject({
      code: 'CONFLICT',
      sequence: 2,
      importedBy: 'importer',
    });
  });

  test('imports nothing that is current already', async () => {
    const server = await started();
    const reply = await server.put(handbook(1), { headers: first });
    expect(jsonOf(reply)).toMatchObject({ status: 'UNCHANGED', sequence: 1, diff: [] });
    expect(await sequenceNow(server)).toBe(1);
  });

  test('only compares in a dry run, for which nobody has to know the sequence', async () => {
    const server = await started();
    const reply = await send(`${server.url}/catalog?dryRun=true`, {
      method: 'PUT',
      headers: { ...importerHeaders, 'Content-Type': 'application/json' },
      body: JSON.stringify(handbook(2)),
    });
    expect(jsonOf(reply)).toMatchObject({
      status: 'NOT_WRITTEN',
      sequence: 1,
      diff: ['~ version: "1" → "2"'],
    });
    expect(await sequenceNow(server)).toBe(1);
  });

  test('refuses a catalog with errors, and says where they are without naming files of the server', async () => {
    const server = await started();
    const reply = await server.put({ ...handbook(2), name: 5 }, { headers: first });
    expect(reply.status).toBe(422);
    expect(jsonOf(reply)).toMatchObject({ status: 'INVALID', sequence: 1 });
    expect(reply.text).toContain('"path":"name"');
    expect(reply.text).not.toContain('upload-');
    expect(await sequenceNow(server)).toBe(1);
  });

  test('refuses to replace what the client has not seen, before it reads the body', async () => {
    const server = await started();
    const reply = await server.put('not even JSON', { headers: { 'If-Match': '"7"' } });
    expect(reply.status).toBe(412);
    expect(jsonOf(reply)).toMatchObject({ code: 'CONFLICT', sequence: 1, importedBy: 'somebody' });
    expect(reply.headers.etag).toBe('"1"');
  });

  test('replaces whichever catalog is current if the client says so', async () => {
    const server = await started();
    const reply = await server.put(handbook(2), { headers: { 'If-Match': '*' } });
    expect(jsonOf(reply)).toMatchObject({ status: 'IMPORTED', sequence: 2 });
  });

  test('sends the progress as events to a client that asks for them', async () => {
    const server = await started();
    const { text, headers } = await server.put(handbook(2), { headers: { ...first, Accept: 'text/event-stream' } });
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const steps = [...text.matchAll(/"step":"(\w+)"/g)].map(([, step]) => step);
    expect([...new Set(steps)]).toEqual(['READING', 'COMPARING', 'WRITING']);
    expect(text).toMatch(/event: result\ndata: \{"httpStatus":200,"status":"IMPORTED","sequence":2/);
  });
});
