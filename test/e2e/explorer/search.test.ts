import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems } from '../legibility.ts';
import { open, serve, settled, title } from './explorer-page.ts';

describe.skipIf(!hasBrowser())('the search of the explorer', () => {
  test('finds by keyboard alone, shows what matched, and shows a topic as a filter of the board', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, url);
    await page.keyboard.press('/');
    await page.keyboard.type('sre');
    await page.getByRole('option', { name: /Site Reliability Engineer/ }).waitFor();
    await settled(page);
    expect(await page.getByRole('option').first().textContent()).toMatch(/^Site Reliability Engineer.*matches “SRE”/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/role/site-reliability-engineer`);
    await settled(page);
    expect(await title(page)).toContain('Site Reliability Engineer');
    await page.keyboard.press('/');
    await page.keyboard.type('backup');
    await page.getByRole('option').filter({ hasText: 'Topic' }).first().click();
    await page.waitForURL(`${url}/?performsAll=topic:backup`);
    await settled(page);
    expect(await title(page)).toMatch(/^\d+ of \d+ roles/);
    expect(await page.getByRole('combobox').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('opens the best result of what was typed, however fast Enter follows', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    for (const [text, slug] of [
      ['sre', 'site-reliability-engineer'],
      ['ciso', 'security-and-compliance-manager'],
      ['data owner', 'data-owner'],
    ] as const) {
      await page.keyboard.press('/');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${url}/role/${slug}`);
    }
  });

  test('lets nobody choose from the results of an earlier text', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.keyboard.press('/');
    await page.keyboard.type('data');
    await page.getByRole('option').first().waitFor();
    await settled(page);
    const answer = await heldBack(page);
    await page.keyboard.type(' owner');
    await page.getByText('Searching …').waitFor();
    await page.getByRole('option').last().click();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${url}/`);
    await answer();
    await page.waitForURL(`${url}/role/data-owner`);
  });

  test('says that nothing is found, and Escape empties the field', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzzqq');
    await page.getByText('Nothing is found for “zzzzqq”').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox').inputValue()).toBe('');
  });
});

/** Holds the answers of searches back until the function that is returned is called. */
async function heldBack(page: Page): Promise<() => Promise<void>> {
  const released = Promise.withResolvers<undefined>();
  await page.route('**/graphql', async (route) => {
    await released.promise;
    await route.continue();
  });
  return async () => {
    released.resolve(undefined);
    await page.unrouteAll({ behavior: 'wait' });
  };
}
