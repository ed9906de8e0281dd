import { describe, expect, test } from 'vitest';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, settled, storeOf, title } from './explorer-page.ts';

const distant = 'paths?from=role:chaos-engineering-specialist&to=role:finance-analyst';

describe.skipIf(!hasBrowser())('paths in a browser', () => {
  test('can be read and used at every width, light and dark', async () => {
    await expectUsable(distant);
  });

  test('begin at the page of a role, and end at what is found by keyboard alone', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/role/devops-engineer`);
    await page.getByRole('link', { name: 'Path to …' }).click();
    await page.waitForURL(`${url}/paths?from=role:devops-engineer`);
    const to = page.getByRole('combobox', { name: 'To', exact: true });
    await to.focus();
    await page.keyboard.type('sre');
    await page.getByRole('option', { name: /Site Reliability Engineer/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/paths?from=role:devops-engineer&to=role:site-reliability-engineer`);
    await settled(page);
    expect(await title(page)).toBe('DevOps Engineer and Site Reliability Engineer are two steps apart');
    expect(await to.inputValue()).toBe('Site Reliability Engineer');
    await page.getByRole('link', { name: 'Swap the two ends' }).click();
    await settled(page);
    expect(await to.inputValue()).toBe('DevOps Engineer');
    expect(complaints).toEqual([]);
  });

  test('have steps with lines that open, and a picture that lights with them', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/${distant}`);
    expect(await page.locator('.ways > li').count()).toBe(3);
    expect(await page.locator('.ways > li').first().locator('.steps > li').count()).toBe(4);
    await page.getByRole('button', { name: 'Words of 001, line 108' }).first().click();
    expect(await page.locator('.words-of-line').first().innerText()).toContain('Puts systems under stress');
    await page.locator('svg.scene text').first().waitFor();
    await page.locator('.steps [data-node="pillar:cost-optimization"]').first().hover();
    expect(await page.locator('svg.scene [data-lit]').count()).toBeGreaterThan(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('lead to other paths that there are, and to all of them', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/${distant}&maxLength=2`);
    expect(await title(page)).toBe(
      'Chaos Engineering Specialist and Finance Analyst are not connected within two steps',
    );
    await page.getByRole('link', { name: 'Through what roles do, in 6 steps' }).click();
    await page.waitForURL(`${url}/${distant}&maxLength=6`);
    await settled(page);
    expect(await title(page)).toContain('six steps apart');
    await page.getByRole('link', { name: 'At most 4 steps' }).click();
    await settled(page);
    expect(await title(page)).toContain('four steps apart');
    await page.goBack();
    await settled(page);
    expect(await title(page)).toContain('six steps apart');
  });

  test('take names in the address, and suggest what is meant by unknown ones', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/paths?from=SRE&to=role:devop-enginer`);
    expect(await title(page)).toBe('What connects Site Reliability Engineer with …?');
    await page.getByRole('link', { name: 'DevOps Engineer' }).click();
    await page.waitForURL(`${url}/paths?from=SRE&to=role:devops-engineer`);
    await settled(page);
    expect(await title(page)).toContain('two steps apart');
    await open(page, `${url}/paths?from=SRE&to=role:site-reliability-engineer`);
    expect(await page.locator('.note').innerText()).toContain('Both ends are Site Reliability Engineer.');
  });

  test('say what is nearest to each end where nothing connects them', async () => {
    const url = await serve(await storeOf(handbookCatalog));
    const { page } = await openPage();
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, `${url}/paths?from=role:sre&to=responsibility:sell`);
    expect(await page.locator('.note').innerText()).toMatch(
      /Nothing in the catalog connects them.*Nearest to Site Reliability Engineer\s+Access.*Nearest to Sell\s+Seller/s,
    );
    expect(await unreadableTexts(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
