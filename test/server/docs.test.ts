import { describe, expect, test } from 'vitest';
import { builtDocs } from './built-pages.ts';
import { send, start } from './running-server.ts';

describe('the documentation', () => {
  test('has a page for each file, and all pages at /docs/', async () => {
    const { url } = await start({ docsFolder: await builtDocs() });
    for (const [path, title] of [
      ['', 'All pages'],
      ['overlap', 'Overlap'],
      ['schema', 'Schema'],
      ['schema/Role', 'Role'],
    ] as const) {
      const { status, headers, text } = await send(`${url}/docs/${path}`);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toBe(`<title>${title}</title>`);
    }
  });

  test('leads from addresses that are nearly right to the page', async () => {
    const { url } = await start({ docsFolder: await builtDocs() });
    for (const [path, page] of [
      ['/docs', '/docs/'],
      ['/docs/overlap.md', '/docs/overlap'],
      ['/docs/overlap.html', '/docs/overlap'],
      ['/docs/overlap/', '/docs/overlap'],
      ['/docs/schema/Role/', '/docs/schema/Role'],
    ] as const) {
      const { status, headers } = await send(url + path);
      expect([status, new URL(headers.location ?? '', url + path).pathname]).toEqual([308, page]);
    }
  });

  test('runs only scripts and styles that are files of the server, and asks only the server', async () => {
    const { url } = await start({ docsFolder: await builtDocs() });
    expect((await send(`${url}/docs/overlap`)).headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; " +
        "style-src 'self'; connect-src 'self'; img-src 'self' data:",
    );
  });

  test('is compressed, and its files with a hash in their name are kept', async () => {
    const { url } = await start({ docsFolder: await builtDocs() });
    const index = await send(`${url}/docs/search.json`, { headers: { 'Accept-Encoding': 'br' } });
    expect([index.headers['content-type'], index.headers['content-encoding'], index.headers['cache-control']]).toEqual([
      'application/json; charset=utf-8',
      'br',
      'no-cache',
    ]);
    const again = { 'Accept-Encoding': 'br', 'If-None-Match': index.headers.etag };
    expect((await send(`${url}/docs/search.json`, { headers: again })).status).toBe(304);
    for (const name of ['main-ab12.js', 'main-cd34.css']) {
      const { headers } = await send(`${url}/docs/assets/${name}`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    expect((await send(`${url}/docs/images/plot.svg`)).headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  });

  test('says of an address that is wrong where all pages are', async () => {
    const { url } = await start({ docsFolder: await builtDocs() });
    for (const [path, list] of [
      ['/docs/overlapp', './'],
      ['/docs/schema/Rolle', '../'],
      ['/docs/..%2foverlap.html', './'],
      ['/docs/<b>', './'],
    ] as const) {
      const { status, text } = await send(url + path);
      expect([path, status, text.includes(`href="${list}"`), text.includes('<b>')]).toEqual([path, 404, true, false]);
    }
    expect((await send(`${url}/docs/overlap`, { method: 'POST' })).status).toBe(405);
  });

  test('has no pages about the schema where introspection is off, and says so', async () => {
    const { url } = await start({ docsFolder: await builtDocs(), env: { ROLEGRAPH_HARDENED: '1' } });
    expect((await send(`${url}/docs/overlap`)).status).toBe(200);
    for (const path of ['schema', 'schema/', 'schema/Role', 'schema/search.json']) {
      const { status, text } = await send(`${url}/docs/${path}`);
      expect([path, status, text.includes('INTROSPECTION')]).toEqual([path, 404, true]);
    }
  });

  test('that is not built says what to run', async () => {
    const { url } = await start();
    for (const path of ['/docs', '/docs/', '/docs/overlap']) {
      const { status, text } = await send(url + path);
      expect([status, text.includes('npm run build:docs')]).toEqual([404, true]);
    }
  });

  test('is linked from the pages of the server', async () => {
    const { url } = await start({ allowsLocalOrigins: true });
    for (const [path, link] of [
      ['/about', 'docs/'],
      ['/graph', 'docs/'],
      ['/picture', 'docs/'],
      ['/examples/', '../docs/'],
    ] as const) {
      expect((await send(url + path)).text, path).toContain(`<a href="${link}`);
    }
  });
});
