import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { withHistory } from '../../src/server/pages/graphiql-files.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { failingStore } from './failing-store.ts';
import { send, start } from './running-server.ts';
import { containing } from './expected.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const unavailable = () => failingStore(new StoreError('UNAVAILABLE', 'The folder cannot be read.'));

describe('probes', () => {
  test('a server that answers is alive and ready', async () => {
    const { url, prepared } = await start();
    await prepared;
    expect(await send(`${url}/health`)).toMatchObject({ status: 200, text: '{"status":"alive"}' });
    expect(await send(`${url}/ready`)).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    expect(await send(`${url}/ready`, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  test('a server whose store fails is alive, not ready, and says why', async () => {
    const { url } = await start({ store: unavailable() });
    expect(await send(`${url}/health`)).toMatchObject({ status: 200 });
    expect(await send(`${url}/ready`)).toMatchObject({
      status: 503,
      text: '{"status":"unavailable","reason":"The folder cannot be read."}',
    });
  });

  test('details of an unexpected failure are only in the log', async () => {
    const server = await start({ store: failingStore(new Error('secret path')) });
    const { status, text } = await send(`${server.url}/ready`);
    expect([status, text.includes('secret')]).toEqual([503, false]);
    expect(JSON.stringify(server.log())).toContain('secret path');
  });
});

describe('the first page', () => {
  test('the first page shows the catalog, and links to everything else and to questions', async () => {
    const { url } = await start();
    const { status, text } = await send(`${url}/`);
    expect(status).toBe(200);
    expect(text).toMatch(/<b>138<\/b>roles/);
    expect(text.match(/href="graphql\?query=/g)).toHaveLength(6);
    for (const link of ['graphql', 'health', 'ready', 'schema.graphql']) expect(text).toContain(`href="${link}"`);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('a server for development has the examples of drawings, and other servers do not', async () => {
    const development = await start({ allowsLocalOrigins: true });
    expect((await send(`${development.url}/`)).text).toContain('href="examples/"');
    const list = await send(`${development.url}/examples/`);
    const names = [...list.text.matchAll(/<li><a href="([^"]+\.html)">[^<]+<\/a><\/li>/g)].map(([, name]) => name);
    expect(names).toEqual([
      'cytoscape.html',
      'd3.html',
      'embedded-picture.html',
      'intranet.html',
      'observable.html',
      'sigma.html',
    ]);
    for (const name of names) {
      expect(await send(`${development.url}/examples/${name}`)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "frame-ancestors 'self'" },
      });
    }
    expect(await send(`${development.url}/examples`)).toMatchObject({
      status: 308,
      headers: { location: 'examples/' },
    });

    const other = await start();
    expect((await send(`${other.url}/`)).text).not.toContain('examples/');
    expect(await send(`${other.url}/examples/d3.html`)).toMatchObject({ status: 404 });
  });

  test('the first page shows names as they are written, not as HTML', async () => {
    const name = '<img src=x onerror=alert(1)> & "co"';
    const graph = graphOfCatalog({ ...handbookCatalog, name });
    const folder = await temporaryFolder();
    const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(graph) });
    const { url } = await start({ store });
    const { text } = await send(`${url}/`);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;');
    expect(text).not.toContain('<img');
  });

  test('the first page shows which catalogs were merged, with their sources', async () => {
    const [first] = handbookCatalog.sources;
    const parts = [
      { name: 'Ours <b>', version: '7', sources: [] },
      { name: 'Theirs', version: '1', sources: [first?.slug ?? ''] },
    ];
    const store = await openMemoryStore({
      folder: await temporaryFolder(),
      shippedCatalog: () => Promise.resolve(graphOfCatalog({ ...handbookCatalog, parts })),
    });
    const { url } = await start({ store });
    const { text } = await send(`${url}/`);
    expect(text).toContain('<li>Ours &lt;b&gt; 7: no sources</li>');
    expect(text).toContain(`<li>Theirs 1: ${first?.title ?? ''}</li>`);
    expect((await send(`${(await start()).url}/`)).text).not.toContain('Merged from');
  });

  test('the first page says so if no catalog can be read', async () => {
    const { url } = await start({ store: unavailable() });
    const { status, text } = await send(`${url}/`);
    expect([status, text.includes('The folder cannot be read.')]).toEqual([503, true]);
  });
});

describe('GraphiQL', () => {
  test.each(['/graphql', '/graphql?query={title}'])('GraphiQL opens for browsers at %s', async (path) => {
    const { url } = await start();
    const { status, headers, text } = await send(`${url}${path}`, { headers: browser });
    expect([status, headers['content-type'], headers.vary]).toEqual([200, 'text/html; charset=utf-8', 'Accept']);
    for (const name of ['RoleRelations', 'WhatGroupsShare', 'InvitePlan', 'Paths'])
      expect(text).toContain(`query ${name}`);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('GraphiQL opens without a catalog', async () => {
    const { url } = await start({ store: unavailable() });
    expect((await send(`${url}/graphql`, { headers: browser })).text).toContain('query Roles');
  });

  test('GraphiQL has the history panel next to the explorer of fields', async () => {
    const { js } = await import('@graphql-yoga/render-graphiql/graphiql');
    expect(withHistory(js)).toMatch(/plugins:\[[\w$]+,[\w$]+\],schemaDescription:/);
    expect(withHistory('another bundle')).toBe('another bundle');
  });

  test('every script of GraphiQL is served', async () => {
    const { url } = await start();
    const page = await send(`${url}/graphql`, { headers: browser });
    const scripts = [...page.text.matchAll(/src="(graphiql[^"]*)"/g)].map(([, path]) => path ?? '');
    const imports = (await send(`${url}/graphiql/start.js`)).text.matchAll(/from '\.\/([^']*)'/g);
    for (const path of [...scripts, ...[...imports].map(([, name]) => `graphiql/${name ?? ''}`)]) {
      const { status, headers } = await send(`${url}/${path}`, { method: 'HEAD' });
      expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/javascript; charset=utf-8']);
    }
    expect(scripts.length).toBe(3);
  });

  test('the files of GraphiQL are compressed, and not sent again to a client that has them', async () => {
    const { url } = await start();
    const address = `${url}/graphiql/graphiql.js`;
    const whole = await send(address);
    for (const encoding of ['br', 'gzip']) {
      const packed = await send(address, {
        method: 'HEAD',
        headers: { 'Accept-Encoding': `deflate, ${encoding};q=0.5` },
      });
      expect([packed.status, packed.headers['content-encoding']]).toEqual([200, encoding]);
      expect(Number(packed.headers['content-length'])).toBeLessThan(whole.text.length / 3);
      const again = { 'Accept-Encoding': encoding, 'If-None-Match': packed.headers.etag };
      expect(await send(address, { headers: again })).toMatchObject({ status: 304, text: '' });
    }
    expect(
      (await send(address, { method: 'HEAD', headers: { 'Accept-Encoding': 'br;q=0' } })).headers,
    ).not.toHaveProperty('content-encoding');
  });
});

describe('every answer', () => {
  test.each([
    '/',
    '/graphql',
    '/graphql?query={title}',
    '/health',
    '/ready',
    '/schema.graphql',
    '/nothing',
    '/graphiql/start.js',
  ])('%s has a content type and the common security headers', async (path) => {
    const { url } = await start();
    const { headers } = await send(`${url}${path}`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['content-type']).toBeDefined();
  });

  test.each([
    ['/', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"],
    [
      '/graphql',
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; ",
    ],
  ])('%s is a page with a Content-Security-Policy', async (path, policy) => {
    const { url } = await start();
    const { headers } = await send(`${url}${path}`, { headers: browser });
    expect(headers['content-security-policy']).toContain(policy);
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*|script-src [^;]*unsafe/);
  });

  test('the answer to an unknown path lists the available paths', async () => {
    const { url } = await start();
    expect(await send(`${url}/graphql/deeper`)).toMatchObject({
      status: 404,
      text: containing('/graphql'),
    });
  });
});

test('the schema is served as text', async () => {
  const { url } = await start({ schema });
  const { status, text } = await send(`${url}/schema.graphql`);
  expect([status, text.includes('type Role implements Node')]).toEqual([200, true]);
});
