import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { pictureKinds } from '../../src/exchange/pictures/picture-kinds.ts';
import { start } from '../server/running-server.ts';
import { hasBrowser, openPage } from './browser.ts';

/** A wiki: a page on an origin of its own. */
async function servePage(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const isBound = (bound: typeof address): bound is AddressInfo => typeof bound === 'object' && bound !== null;
  return isBound(address) ? `http://127.0.0.1:${address.port}` : '';
}

/** The width of each image of a page as it is drawn in the file; 0 if it is not shown. */
function imageWidths(page: Page): Promise<readonly number[]> {
  return page.evaluate(`Promise.all([...document.images].map(async (image) => {
    image.loading = 'eager';
    await image.decode().catch(() => undefined);
    return image.naturalWidth;
  }))`);
}

describe.skipIf(!hasBrowser())('in a browser', () => {
  test('a page of another origin shows pictures in an <img>, whether or not CORS is on for it', async () => {
    const [off, on] = [await start(), await start({ corsOrigins: ['https://elsewhere.example'] })];
    const { page, complaints } = await openPage();
    const images = [off, on].flatMap(({ url }) => [
      `<img alt="" src="${url}/picture/board.svg?width=700">`,
      `<img alt="" src="${url}/picture/upset.png?width=400&scale=2">`,
    ]);
    await page.goto(await servePage(images.join('')));
    expect(await imageWidths(page)).toEqual([700, 800, 700, 800]);
    expect(complaints).toEqual([]);
  });

  test('an <img crossorigin> shows them only if the server lists the origin of the page', async () => {
    const off = await start();
    const { page } = await openPage();
    const wiki = await servePage('<img alt="">');
    const on = await start({ corsOrigins: [wiki] });
    await page.goto(wiki);
    const widthOf = async (url: string) => {
      await page.setContent(`<img alt="" crossorigin src="${url}/picture/board.svg?width=700">`);
      return imageWidths(page);
    };
    expect(await widthOf(off.url)).toEqual([0]);
    expect(await widthOf(on.url)).toEqual([700]);
  });

  test('a picture that is opened by itself has its font and its titles, and its policy forbids nothing that it needs', async () => {
    const { url } = await start();
    const { page, origins, complaints } = await openPage();
    await page.goto(`${url}/picture/board.svg?theme=auto`);
    expect(
      await page.evaluate('document.fonts.ready.then((fonts) => [...fonts].map(({ status }) => status))'),
    ).toContain('loaded');
    expect(await page.locator('svg > title').textContent()).toContain('138 roles');
    expect(await page.locator('g > title').count()).toBeGreaterThan(138);
    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test('auto follows the setting of whoever looks at the page', async () => {
    const { url } = await start();
    const { page } = await openPage();
    const wiki = await servePage(
      `<meta name="color-scheme" content="light dark"><img alt="" src="${url}/picture/heatmap.svg?width=400&theme=auto">`,
    );
    const paper = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      await page.goto(wiki);
      await imageWidths(page);
      const shot = await page.locator('img').screenshot();
      return shot.toString('base64');
    };
    const [light, dark] = [await paper('light'), await paper('dark')];
    expect(light).not.toBe(dark);
  });

  test('the page at /picture shows all pictures at 360 pixels and at 1,200, light and dark, and does not scroll sideways', async () => {
    const { url } = await start();
    const { page, complaints } = await openPage();
    for (const [width, colorScheme] of [
      [360, 'dark'],
      [1_200, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${url}/picture`);
      expect(await imageWidths(page)).toEqual(pictureKinds.map(() => width));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(complaints).toEqual([]);
  });

  test('the table of a picture is read as a table, with headings', async () => {
    const { url } = await start();
    const { page, complaints } = await openPage();
    await page.goto(`${url}/picture/heatmap.html`);
    const table = page.getByRole('table');
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(1);
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1);
    await page.getByRole('link', { name: 'The picture' }).click();
    expect(await page.locator('svg > title').textContent()).toContain('share most');
    expect(complaints).toEqual([]);
  });

  test('the example of an embedded picture shows its pictures', async () => {
    const { url } = await start();
    const { page, complaints } = await openPage();
    const example = await readFile(join(packageFolder(), 'examples/embedded-picture.html'), 'utf8');
    await page.goto(await servePage(example.replaceAll('http://127.0.0.1:4000', url)));
    expect(await imageWidths(page)).toEqual([960, 960]);
    expect(complaints).toEqual([]);
  });
});
