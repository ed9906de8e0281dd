import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, settled, title } from './explorer-page.ts';

function listed(page: Page) {
  return page.locator('.listed');
}

describe.skipIf(!hasBrowser())('the overlap view in a browser', () => {
  test.each([
    ['what pillars share', 'overlap'],
    ['two roles side by side', 'overlap?of=role:devops-engineer&of=role:site-reliability-engineer'],
  ])('%s can be read and used at every width, light and dark', async (_, address) => {
    await expectUsable(address);
  });

  test('topics, groups side by side and lines of a role can be read and used on a phone, where a list comes into sight', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await page.setViewportSize({ width: 360, height: 800 });
    for (const address of [
      'overlap?kind=topic',
      'overlap?of=organization-type:msp&of=organization-type:vendor&of=pillar:security',
      'overlap?in=pillar:security&role=role:devops-engineer&picture=matrix',
    ]) {
      await open(page, `${url}/${address}`);
      expect(await unreadableTexts(page), address).toEqual([]);
      expect(await accessibilityProblems(page), address).toEqual([]);
    }
    // A click brings what it lists into sight.
    await page.locator('.upset a[data-column="7"]').first().click();
    await page.waitForURL(/exactly=true&picture=upset$/);
    await settled(page);
    await expect.poll(() => listed(page).evaluate((list) => list.getBoundingClientRect().top)).toBeLessThan(800);
    expect(await listed(page).locator('h2').getAttribute('aria-live')).toBe('polite');
    // Of many combinations, the first ones are shown, and the others when they are wanted.
    await open(page, `${url}/overlap?kind=category`);
    const columns = page.locator('.upset a[data-row="0"]');
    const first = await columns.count();
    await page.getByRole('button', { name: /^Show \d+ more combinations$/ }).click();
    expect(await columns.count()).toBeGreaterThan(first);
    expect(complaints).toEqual([]);
  });

  test('two clicks lead from the start to who is in Security and Reliability only', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.getByRole('link', { name: 'Overlap' }).click();
    const cell = page.getByRole('link', { name: /^Security and Reliability share \d+ roles$/ }).first();
    await cell.click();
    await settled(page);
    expect(await title(page)).toMatch(
      /^Security and Reliability share twelve roles; one of them stands in these two only/,
    );
    expect(await listed(page).textContent()).toMatch(/In these two only: 1Data Owner/);
    const address = page.url();
    expect(address).toBe(`${url}/overlap?in=pillar:security&in=pillar:reliability`);
    await listed(page).getByRole('link', { name: 'Exactly these two: 1' }).click();
    await settled(page);
    expect(await title(page)).toMatch(/in no other pillar: Data Owner$/);
    expect(await listed(page).getByRole('listitem').count()).toBeGreaterThan(0);
    await page.goBack();
    await settled(page);
    expect(page.url()).toBe(address);
    const elsewhere = await openPage();
    await open(elsewhere.page, address);
    expect(await title(elsewhere.page)).toBe(await title(page));
  });

  test('arrow keys move between cells, Enter chooses, pointing does not, and a cell of the matrix has its lines', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/overlap`);
    const heading = await listed(page).locator('h2').textContent();
    const first = page.locator('.heatmap .cell').first();
    await first.hover();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(300);
    expect(await listed(page).locator('h2').textContent()).toBe(heading);
    expect(page.url()).toBe(`${url}/overlap`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/in=pillar:security$/);
    await settled(page);
    expect(await listed(page).locator('h2').textContent()).toMatch(/^Security: \d+$/);
    // What the title says is what is listed, and not what two other pillars share.
    expect(await page.locator('.lead').textContent()).toBe('Choose a number or a column to see the names.');
    const column = page.locator('.upset a[data-column="6"]').first();
    await column.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/exactly=true&picture=upset$/);
    await settled(page);
    expect(await listed(page).locator('h2').textContent()).toMatch(/ only: \d+$/);
    await page.getByRole('link', { name: 'DevOps Engineer, Security: 1 line' }).click();
    await settled(page);
    expect(await title(page)).toBe('DevOps Engineer in Security: 1 line');
    expect(await listed(page).textContent()).toMatch(/line 60/);
  });

  test('two roles are chosen by keyboard, and the lines say why they overlap', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/overlap`);
    await page.getByRole('link', { name: 'Two to six of your choice' }).click();
    for (const [typed, found, id] of [
      ['devops', 'DevOps Engineer', 'role:devops-engineer'],
      ['sre', 'Site Reliability Engineer', 'role:site-reliability-engineer'],
    ] as const) {
      await page.getByRole('combobox', { name: /^Add a role/ }).fill(typed);
      await page.getByRole('option', { name: found }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(id));
    }
    await page.waitForURL(/of=role:devops-engineer&of=role:site-reliability-engineer/);
    await settled(page);
    expect(await title(page)).toBe('DevOps Engineer and Site Reliability Engineer share three duties');
    expect(await page.locator('.why').first().textContent()).toMatch(
      /Automate operations.*DevOps Engineer.*line 18.*Site Reliability Engineer.*line 99/,
    );
    await page.getByText('How this is computed').click();
    expect(await page.locator('.arithmetic').textContent()).toContain('23.407 / 155.373 = 0.151');
    expect(complaints).toEqual([]);
  });
});
