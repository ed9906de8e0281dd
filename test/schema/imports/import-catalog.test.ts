import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import {
  handbook,
  importerHeaders,
  jsonOf,
  sequenceNow,
  startImporting,
  type ImportingServer,
} from '../../server/imports/importing-server.ts';
import { onlyError, post, send } from '../../server/running-server.ts';
import { engines } from '../../support/engines/engines.ts';

const mutation = `mutation ($input: ImportCatalogInput!, $dryRun: Boolean) {
  importCatalog(input: $input, dryRun: $dryRun) {
    status sequence revision diff
    catalog { version sequence importedBy revision }
    changes { added changed removed }
    findings { severity line path message }
    omittedErrors omittedWarnings
  }
}`;

function sent(
  server: ImportingServer,
  input: { readonly catalog: string; readonly expectedSequence?: number },
  more: { readonly dryRun?: boolean; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const { headers = importerHeaders, ...variables } = more;
  return post(server, { query: mutation, variables: { input, ...variables } }, headers);
}

const second = JSON.stringify(handbook(2));

describe.each(engines)('importCatalog on $name', (engine) => {
  const started = () => startImporting({ engine });

  test('imports JSON, and answers from the new catalog at once', async () => {
    const server = await started();
    const reply = await sent(server, { catalog: second, expectedSequence: 1 });
    expect(jsonOf(reply)).toMatchObject({
      data: {
        importCatalog: {
          status: 'IMPORTED',
          sequence: 2,
          catalog: { version: '2', sequence: 2, importedBy: 'importer' },
          changes: { added: 0, changed: 1, removed: 0 },
          findings: [],
          omittedErrors: 0,
          omittedWarnings: 0,
        },
      },
    });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(await sequenceNow(server)).toBe(2);
  });

  test('imports YAML', async () => {
    const server = await started();
    const reply = await sent(server, { catalog: stringify(handbook(2)), expectedSequence: 1 });
    expect(jsonOf(reply)).toMatchObject({ data: { importCatalog: { status: 'IMPORTED', sequence: 2 } } });
  });

  test('says of a conflict who was faster, and fails no server', async () => {
    const server = await started();
    const error = onlyError(await sent(server, { catalog: second, expectedSequence: 0 }));
    expect(error.extensions).toMatchObject({ code: 'CONFLICT', sequence: 1, importedBy: 'somebody' });
    expect(error.extensions['importedAt']).toEqual(expect.any(String));
    expect(server.log().filter(({ level }) => level === 50)).toEqual([]);
  });

  test('compares in a dry run without a sequence, and has no new catalog then', async () => {
    const server = await started();
    expect(jsonOf(await sent(server, { catalog: second }, { dryRun: true }))).toMatchObject({
      data: { importCatalog: { status: 'NOT_WRITTEN', sequence: 1, catalog: null, diff: ['~ version: "1" → "2"'] } },
    });
    expect(await sequenceNow(server)).toBe(1);
  });
});

describe('importCatalog', () => {
  test('needs the sequence of the catalog that is replaced', async () => {
    const server = await startImporting();
    const error = onlyError(await sent(server, { catalog: second }));
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.expectedSequence' });
    expect(error.message).toContain('which is 1 now');
    expect(server.audit).toMatchObject([{ via: 'GRAPHQL', outcome: 'PRECONDITION_REQUIRED' }]);
  });

  test('returns what is wrong with a catalog', async () => {
    const server = await startImporting();
    const reply = await sent(server, { catalog: 'name: 5\n', expectedSequence: 1 });
    expect(jsonOf(reply)).toMatchObject({ data: { importCatalog: { status: 'INVALID', sequence: 1, catalog: null } } });
    expect(reply.text).toContain('"severity":"ERROR","line":1,"path":"name"');
    expect(reply.text).not.toContain('upload-');
  });

  test.each([
    ['somebody who may only read', { Authorization: 'Bearer reader-token' }],
    ['a browser that has signed in', { Cookie: 'rolegraph_token=importer-token' }],
  ])('is forbidden to %s', async (_, headers) => {
    const server = await startImporting();
    const error = onlyError(await sent(server, { catalog: second, expectedSequence: 1 }, { headers }));
    expect(error.extensions['code']).toBe('FORBIDDEN');
    expect(await sequenceNow(server)).toBe(1);
    expect(server.audit).toMatchObject([{ via: 'GRAPHQL', phase: 'ended', outcome: 'FORBIDDEN' }]);
  });

  test('is forbidden to everybody without authentication', async () => {
    const server = await startImporting({ auth: 'none' });
    const error = onlyError(await sent(server, { catalog: second, expectedSequence: 1 }));
    expect(error.extensions['code']).toBe('FORBIDDEN');
    expect(error.message).toContain('AUTH');
    expect(await sequenceNow(server)).toBe(1);
  });

  test('is refused by GET', async () => {
    const server = await startImporting();
    const query = `mutation { importCatalog(input: { catalog: "{}", expectedSequence: 1 }) { status } }`;
    const reply = await send(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers: importerHeaders });
    expect(reply.status).toBe(405);
  });

  test('is done each time that it is sent: answers are neither kept nor shared', async () => {
    const server = await startImporting();
    const replies = await Promise.all([1, 2, 3].map(() => sent(server, { catalog: second, expectedSequence: 1 })));
    const imported = replies.filter(({ text }) => text.includes('"IMPORTED"'));
    expect(imported).toHaveLength(1);
    expect(onlyError(await sent(server, { catalog: second, expectedSequence: 1 })).extensions['code']).toBe('CONFLICT');
    expect(await sequenceNow(server)).toBe(2);
  });

  test('says of a text that is too large which way takes larger ones', async () => {
    const server = await startImporting();
    const reply = await sent(server, { catalog: ' '.repeat(300_000), expectedSequence: 1 });
    expect(reply.status).toBe(413);
    expect(reply.text).toContain('/catalog by PUT');
  });

  test('does several imports of one request one after the other, each answered from its own catalog', async () => {
    const server = await startImporting();
    const query = `mutation ($one: String!, $two: String!) {
      one: importCatalog(input: { catalog: $one, expectedSequence: 1 }) { catalog { version sequence } }
      two: importCatalog(input: { catalog: $two, expectedSequence: 2 }) { catalog { version sequence } }
    }`;
    const variables = { one: second, two: JSON.stringify(handbook(3)) };
    expect(jsonOf(await post(server, { query, variables }, importerHeaders))).toEqual({
      data: {
        one: { catalog: { version: '2', sequence: 2 } },
        two: { catalog: { version: '3', sequence: 3 } },
      },
    });
  });
});
