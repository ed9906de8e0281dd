import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import { start } from '../server/running-server.ts';
import { hasBrowser, openPage, phoneWidth, widths } from './browser.ts';
import { accessibilityProblems, colorProblems, unreadableTexts } from './legibility.ts';

async function serve(): Promise<string> {
  return (await start({ schema, docsFolder: inject('docsFolder') })).url;
}

/** Whether the focus is in the field of the search. */
function isInField(page: Page): Promise<boolean> {
  return page.locator('#site-search').evaluate((field) => field === field.ownerDocument.activeElement);
}

describe.skipIf(!hasBrowser())('the documentation in a browser', () => {
  test.each(['', 'overlap', 'schema/Role'])('can be read at every width, light and dark: /docs/%s', async (address) => {
    const url = await serve();
    const { page, origins, complaints } = await openPage();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${url}/docs/${address}`, { waitUntil: 'networkidle' });
      expect(await unreadableTexts(page), `at ${width}`).toEqual([]);
      expect(await accessibilityProblems(page), `at ${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await colorProblems(page), `at ${width}, dark`).toEqual([]);
    }
    expect([[...origins], complaints]).toEqual([[url], []]);
  });

  test('is searched by the keyboard alone', async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${await serve()}/docs/schema/Role`);
    await page.locator('search').waitFor();
    await page.keyboard.press('/');
    expect(await isInField(page)).toBe(true);
    await page.keyboard.type('jaccard');
    const results = page.locator('#site-results a');
    await results.first().waitFor();
    expect(await page.locator('#site-results [role=status]').textContent()).toMatch(/found|best/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await results.first().evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect([await isInField(page), await page.locator('#site-results').isVisible()]).toEqual([true, false]);
    await page.keyboard.type(' index');
    await page.locator('mark').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#/);
    expect(complaints).toEqual([]);
  });

  test('has all pages, and the contents of a page, without JavaScript', async () => {
    const { page } = await openPage();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${await serve()}/docs/overlap`);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('link', { name: 'Operations' }).click();
    await page.waitForURL(/\/docs\/operations$/);
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Upgrade' }).click();
    await page.waitForURL(/#upgrade$/);
    await page.setViewportSize({ width: phoneWidth, height: 800 });
    await pages.getByRole('link', { name: 'Performance' }).click();
    await page.waitForURL(/\/docs\/performance$/);
    expect(await page.locator('search').isVisible()).toBe(false);
  });
});
