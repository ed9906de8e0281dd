import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { manyPillarsCatalog } from '../../support/catalogs/many-pillars-catalog.ts';
import { picturedCatalog } from '../../support/catalogs/pictured-catalogs.ts';
import { hasBrowser, openPage, widths } from '../browser.ts';
import { accessibilityProblems, loadedBytes, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, settled, storeOf, title } from './explorer-page.ts';

/** The most that the first view may take, compressed: page, files and data. */
const mostBytes = 160_000;

describe.skipIf(!hasBrowser())('the explorer in a browser', () => {
  test.each([
    ['the board', ''],
    ['a filtered board', '?inAll=pillar:security&performsAll=topic:backup&minGroups=2'],
    [
      'a board without roles',
      '?inAll=pillar:security&performsAll=topic:backup&universal=true&inAll=organization-type:vendor',
    ],
    ['a role that there is not', 'role/astronaut'],
    ['an address with a mistake', '?inAll=Securty'],
  ])('%s can be read and used at every width, light and dark', async (_, address) => {
    await expectUsable(address);
  });

  test('the first view takes at most 160 kB', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    const bytes = await loadedBytes(page);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });

  test('pointing at a role, or focusing it, lights it everywhere on the board', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    const chips = page.locator('[data-node="role:devops-engineer"]');
    expect(await chips.count()).toBeGreaterThanOrEqual(6);
    await chips.first().hover();
    expect(await page.locator('[data-lit]').count()).toBe(await chips.count());
    expect(await page.locator('.pointed').textContent()).toMatch(
      /^DevOps Engineer stands in all 6: Operational Excellence, /,
    );
    await page.mouse.move(0, 0);
    expect(await page.locator('[data-lit]').count()).toBe(0);
    await chips.first().focus();
    expect(await page.locator('[data-lit]').count()).toBe(await chips.count());
  });

  test('a filter is part of the address, Back undoes it, and the address shows the same elsewhere', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    const all = await title(page);
    await page.getByRole('link', { name: 'In all pillars' }).click();
    await page.waitForURL(`${url}/?universal=true`);
    await settled(page);
    const universal = await title(page);
    expect(universal).toMatch(/^2 of \d+ roles/);
    await page.locator('summary', { hasText: 'Pillar' }).click();
    await page.locator('.menu[open]').getByRole('link', { name: 'Security' }).click();
    await page.waitForURL(`${url}/?inAll=pillar:security&universal=true`);
    await settled(page);
    const elsewhere = await openPage();
    await open(elsewhere.page, page.url());
    expect(await title(elsewhere.page)).toBe(await title(page));
    await page.goBack();
    await page.goBack();
    await settled(page);
    expect(await title(page)).toBe(all);
    await page.goForward();
    await settled(page);
    expect(await title(page)).toBe(universal);
  });

  test('a key says what the cells are, and from Security there is a link to who stands in it only', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/?inAll=pillar:security`);
    expect(await page.locator('.board-key').textContent()).toMatch(
      /Each small cell is a pillar:Operational Excellence/,
    );
    await page.getByRole('link', { name: 'Only in Security' }).click();
    await page.waitForURL(`${url}/overlap?in=pillar:security&exactly=true`);
    await settled(page);
    expect(await title(page)).toMatch(/ roles stand in Security and in no other pillar$/);
  });

  test('a role has its lines, its closest roles, and its neighbourhood as a picture whose roles are links', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/role/devops-engineer`);
    expect(await page.locator('.lines > li').count()).toBeGreaterThan(6);
    await page.locator('svg.scene text').first().waitFor();
    const other = page.locator('svg.scene').getByRole('link', { name: /^Site Reliability Engineer/ });
    await other.hover();
    expect(await page.locator('svg.scene [data-lit]').count()).toBe(1);
    await page.mouse.move(0, 0);
    await other.focus();
    expect(await page.locator('svg.scene [data-lit]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/role/site-reliability-engineer`);
    await page
      .locator('svg.scene')
      .getByRole('link', { name: /^DevOps Engineer/ })
      .click();
    await page.waitForURL(`${url}/role/devops-engineer`);
    expect(complaints).toEqual([]);
  });

  test('says what failed, with the id of the request, and tries again', async () => {
    const url = await serve();
    const { page } = await openPage();
    await page.route('**/picture/board.json*', (route) =>
      route.fulfill({ status: 503, headers: { 'X-Request-Id': 'abc-1' }, body: 'The database is away.\n' }),
    );
    await open(page, url);
    const note = page.getByRole('alert');
    expect(await note.textContent()).toMatch(/The server could not answer\.The database is away\.Request abc-1/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute('**/picture/board.json*');
    await note.getByRole('button').click();
    await page.locator('.chip').first().waitFor();
  });

  test('offers a newer catalog, and shows nothing of it before', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.route('**/graphql', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/"revision":"\w+"/, '"revision":"newer"'),
      });
    });
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    const look = page.getByRole('button', { name: 'Look' });
    await look.waitFor();
    await page.unroute('**/graphql');
    await look.click();
    await look.waitFor({ state: 'detached' });
    await settled(page);
    expect(await title(page)).toMatch(/^\d+ roles/);
  });

  test('the board of a catalog without pillars can be read and used', async () => {
    await expectUsable('', { store: await storeOf(await picturedCatalog('WITHOUT_PILLARS')) });
  });

  test.each([
    ['of 30 pillars', manyPillarsCatalog],
    ['of long titles', () => picturedCatalog('LONG_TITLES')],
  ])('the board of a catalog %s can be read', async (_, catalog) => {
    const url = await serve(await storeOf(await catalog()));
    const { page } = await openPage();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, url);
      expect(await unreadableTexts(page), `at ${width}`).toEqual([]);
    }
  });

  test('the boxes of columns next to each other begin at one height', async () => {
    const url = await serve(await storeOf(await manyPillarsCatalog()));
    const { page } = await openPage();
    await open(page, url);
    const tops = await page.evaluate<readonly (readonly [number, number])[]>(
      `[...document.querySelectorAll('.column')].map((column) => [column, column.querySelector('.box')])
        .filter(([, box]) => box !== null)
        .map(([column, box]) => [column.getBoundingClientRect().top, box.getBoundingClientRect().top])`,
    );
    expect(tops.length).toBeGreaterThan(20);
    const ofRow = Map.groupBy(tops, ([column]) => Math.round(column));
    for (const row of ofRow.values()) expect(new Set(row.map(([, box]) => Math.round(box))).size).toBe(1);
  });

  test('a catalog of 5,000 roles has counts, and boxes that open', async () => {
    const url = await serve(await storeOf(generatedCatalog({ roles: 5_000, seed: 1 })));
    const { page, complaints } = await openPage();
    await open(page, url);
    expect(await page.locator('.chip').count()).toBeLessThan(5_000);
    expect(await unreadableTexts(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^and [\d,]+ more in/ })
      .first()
      .click();
    await page.waitForURL(/inAll=category:/);
    await settled(page);
    expect(await page.locator('.chip').count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
  });
});
