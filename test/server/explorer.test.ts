import { describe, expect, test } from 'vitest';
import { builtExplorer } from './built-pages.ts';
import { send, start } from './running-server.ts';

describe('the explorer', () => {
  test('is the page at /, whose files are addressed relative to it', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer() });
    const { status, headers, text } = await send(`${url}/`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('src="./assets/index-ab12.js"');
    const role = await send(`${url}/role/devops-engineer`);
    expect([role.status, role.text.includes('src="../assets/index-ab12.js"')]).toEqual([200, true]);
  });

  test('asks for the data of its first view at once, and for them only', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer() });
    const preload = '<link rel="preload" as="fetch" crossorigin href="./picture/board.json">';
    expect((await send(`${url}/`)).text).toContain(`${preload}</head>`);
    for (const path of ['/?universal=true', '/plan', '/role/devops-engineer']) {
      expect((await send(url + path)).text, path).not.toContain('preload');
    }
  });

  test('runs only scripts and styles that are files of the server, and asks only the server', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer() });
    expect((await send(`${url}/`)).headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; " +
        "style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:",
    );
  });

  test('has files that are compressed, and kept, because their names change with them', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer() });
    const script = await send(`${url}/assets/index-ab12.js`, { headers: { 'Accept-Encoding': 'br' } });
    expect(script).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
    expect((await send(`${url}/assets/index-cd34.css`)).headers['content-type']).toBe('text/css; charset=utf-8');
    const font = await fetch(`${url}/assets/inter-ef56.woff2`);
    expect([font.headers.get('content-type'), [...new Uint8Array(await font.arrayBuffer())]]).toEqual([
      'font/woff2',
      [0, 255, 128],
    ]);
    expect((await send(`${url}/assets/other.js`)).status).toBe(404);
  });

  test('is told what else the server offers', async () => {
    const explorerFolder = await builtExplorer();
    const offers = async (settings: Parameters<typeof start>[0]) => {
      const { url } = await start({ explorerFolder, ...settings });
      return /<meta name="rolegraph-offers" content="([^"]*)"/.exec((await send(`${url}/`)).text)?.[1];
    };
    expect(await offers({})).toBe('graphiql schema changes');
    expect(await offers({ allowsLocalOrigins: true })).toBe('graphiql schema examples changes');
    expect(await offers({ env: { GRAPHIQL: 'off', INTROSPECTION: 'off' } })).toBe('changes');
  });

  test('is linked from the page about the server', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer() });
    const { text } = await send(`${url}/about`);
    expect([text.includes('Explorer</a>'), text.includes('class="notice"')]).toEqual([true, false]);
  });

  test('that is not built is replaced by the page about the server, which says what to run', async () => {
    const { url } = await start();
    for (const path of ['/', '/about']) {
      const { status, text } = await send(`${url}${path}`);
      expect([status, text.includes('npm run build:explorer')]).toEqual([200, true]);
    }
    expect((await send(`${url}/role/devops-engineer`)).status).toBe(404);
  });

  test('is not served where files are turned off, because it draws from the data of pictures', async () => {
    const { url } = await start({ explorerFolder: await builtExplorer(), env: { ROLEGRAPH_FILES: 'off' } });
    const { status, text } = await send(`${url}/`);
    expect([status, text.includes('ROLEGRAPH_FILES=off')]).toEqual([200, true]);
    expect((await send(`${url}/role/devops-engineer`)).status).toBe(404);
  });
});
