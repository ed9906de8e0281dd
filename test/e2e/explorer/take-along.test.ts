import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { open, serve, storeOf } from './explorer-page.ts';

describe.skipIf(!hasBrowser())('what is seen is taken along', () => {
  test('as a table, a workbook, CSV, pictures, a link and a query, each said in words', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await open(page, `${url}/?universal=true`);

    await button(page, 'Copy the table').click();
    await expect.poll(() => said(page)).toBe('Copied: 2 rows. Paste them into a sheet or a mail.');
    const copied = await clipboard(page);
    expect(copied['text/plain']).toMatch(
      /^Role\tPillars\t.*\nDevOps Engineer\tOperational Excellence; Security; .*\t6\t/,
    );
    expect(copied['text/html']).toMatch(/<td>Operations Manager<\/td>/);

    const workbook = await saved(page, 'Excel');
    expect(workbook.name).toBe('2 of 138 roles, where they stand and what they share.xlsx');
    const sheets = await readExcelFile(workbook.content);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Roles', 'About']);
    expect(sheets[1]?.data).toContainEqual(['Address', `${url}/?universal=true`]);

    const csv = await saved(page, 'CSV');
    expect(csv.content.toString()).toMatch(/^\ufeffRole,Pillars,[^\r]*\r\nDevOps Engineer,/);
    expect(await said(page)).toBe(`Saved: ${csv.name}, 2 rows.`);
    expect((await saved(page, 'SVG')).content.toString()).toMatch(/^<svg .*DevOps Engineer/s);
    const png = await saved(page, 'PNG');
    expect(png.name).toBe('2 of 138 roles, where they stand and what they share.png');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');

    await button(page, 'Copy the link').click();
    await expect.poll(() => said(page)).toBe('Copied: the link to what you see.');
    expect((await clipboard(page))['text/plain']).toBe(`${url}/?universal=true`);

    await page.locator('.query-panel summary').click();
    await button(page, 'Copy the query').click();
    await expect.poll(() => said(page)).toBe('Copied: the query.');
    expect((await clipboard(page))['text/plain']).toBe(await page.locator('.query-panel pre').first().textContent());
    expect(complaints).toEqual([]);
    await button(page, 'Open in GraphiQL').click();
    await page.waitForURL(/graphql\?query=query%20Board/);
  });

  test('as a workbook of all roles where the board only counts some', async () => {
    const url = await serve(await storeOf(generatedCatalog({ roles: 2_000, seed: 1 })));
    const { page, complaints } = await openPage();
    // So large that fflate would compress it in a worker, which the policy of the page forbids.
    await open(page, url);
    const { content } = await saved(page, 'Excel');
    expect((await readExcelFile(content))[0]?.data.length).toBe(2_001);
    expect(complaints).toEqual([]);
  });

  test('by hand where the page must not copy, and an error says why', async () => {
    const url = await serve();
    const { page } = await openPage();
    // As over http from another machine.
    await page.addInitScript(`Object.defineProperty(window, 'isSecureContext', { value: false })`);
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, `${url}/?universal=true`);
    await button(page, 'Copy the table').click();
    const text = page.getByRole('textbox', { name: 'Text to copy' });
    await text.waitFor();
    expect(await said(page)).toContain('Press Ctrl+C');
    // The page selects the text after it is there.
    await expect
      .poll(() => page.evaluate('document.getSelection().toString()'))
      .toMatch(/^Role\tPillars[^]*Operations Manager\t/);
    await page.locator('.query-panel summary').click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await unreadableTexts(page)).toEqual([]);

    await page.route('**/picture/board.png*', (route) =>
      route.fulfill({
        status: 503,
        headers: { 'X-Request-Id': 'abc-1' },
        body: 'The server makes one PNG at a time.\n',
      }),
    );
    await button(page, 'PNG').click();
    await expect
      .poll(() => said(page))
      .toMatch(/^That did not work\. The server makes one PNG at a time\. Request abc-1/);
  });

  test('the query can be copied where the server has no GraphiQL', async () => {
    const url = await serve(undefined, { GRAPHIQL: 'off' });
    const { page } = await openPage();
    await open(page, url);
    expect(await button(page, 'Open in GraphiQL').count()).toBe(0);
    await page.locator('.query-panel summary').click();
    expect(await page.locator('.query-panel pre').first().textContent()).toMatch(/^query Board/);
  });

  test('on paper, without what is clicked, and with the catalog, the day and the address', async () => {
    const url = await serve();
    const { page } = await openPage();
    // Columns are folded on a phone, and not on its paper.
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, url);
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const read = () => page.locator('body').innerText();
    // The foot of the page waits for an answer of its own.
    await expect.poll(read).toMatch(/reference catalog 1\.0\.0 · revision [0-9a-f]{8}\s+Printed on .* from http/);
    const text = await read();
    expect(text).toContain('Chaos Engineering Specialist');
    expect(text).not.toContain('Take it along');
    expect(text).not.toContain('Overlap');
    // Ink of the light palette, whatever the screen has.
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(28, 27, 32)');
    expect(await unreadableTexts(page)).toEqual([]);
  });
});

function button(page: Page, name: string) {
  const card = page.locator('.take-along');
  return card.getByRole('button', { name, exact: true }).or(card.getByRole('link', { name, exact: true }));
}

function said(page: Page): Promise<string | null> {
  return page.locator('.take-along-said').textContent();
}

async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  await expect.poll(() => said(page)).toContain(download.suggestedFilename());
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

const texts = z.record(z.string(), z.string());

/** What was copied, by media type. */
async function clipboard(page: Page): Promise<Readonly<Record<string, string>>> {
  return texts.parse(
    await page.evaluate(`(async () => {
      const [item] = await navigator.clipboard.read();
      const entries = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
      return Object.fromEntries(await Promise.all(entries));
    })()`),
  );
}
