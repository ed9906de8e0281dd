import { describe, expect, test } from 'vitest';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { occupationsCatalog } from '../../support/catalogs/occupations-catalog.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, settled, storeOf, title } from './explorer-page.ts';

describe.skipIf(!hasBrowser())('the page of a role in a browser', () => {
  test('can be read and used at every width, light and dark', async () => {
    await expectUsable('role/devops-engineer');
  });

  test('marks what the close role that is pointed at does, too, and leads to why the two overlap, in three clicks', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, url);
    // As a whole: a click is lost if the list changes under it, as it does while somebody types.
    await page.getByRole('combobox').fill('devops');
    await page.getByRole('option', { name: /^DevOps Engineer/ }).click();
    await page.waitForURL(`${url}/role/devops-engineer`);
    await settled(page);
    const close = page.locator('.close-roles > li').first();
    await close.hover();
    const bothDo = await close.locator('p').first().innerText();
    const marked = await page.locator('.duties .both').allInnerTexts();
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((duty) => !bothDo.includes(duty))).toEqual([]);
    await page.mouse.move(0, 0);
    expect(await page.locator('.both').count()).toBe(0);
    await page
      .getByRole('link', { name: 'Why these two overlap: DevOps Engineer and Site Reliability Engineer' })
      .click();
    await page.waitForURL(`${url}/overlap?of=role:devops-engineer&of=role:site-reliability-engineer`);
    expect(complaints).toEqual([]);
  });

  test('shows the arithmetic of an overlap, files and reasons on demand, and they can be read', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/role/devops-engineer`);
    for (const summary of await page.locator('.sum-of-pair > summary, .files > summary').all()) await summary.click();
    await page.locator('.related summary').first().click();
    await page.locator('.place-of-line').first().click();
    await settled(page);
    expect(await page.locator('.sum-of-pair tfoot').first().textContent()).toMatch(/^Together\d+\.\d\d$/);
    const turtle = await page.getByRole('link', { name: 'RDF as Turtle' }).getAttribute('href');
    expect((await page.request.get(turtle ?? '')).status()).toBe(200);
    for (const [width, colorScheme] of [[360, 'light'] as const, [1_440, 'dark'] as const]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await settled(page);
      // The picture of the neighbourhood is drawn again a moment after its width has changed.
      await expect.poll(() => unreadableTexts(page)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test('tells duties apart from what a role is consulted on or informed about, and opens the words of a line', async () => {
    const url = await serve(await storeOf(handbookCatalog));
    const { page } = await openPage();
    await open(page, `${url}/role/sre`);
    const line = page.locator('.lines > li').nth(1);
    expect(await line.innerText()).toMatch(/Verify backups\s+Consulted on\s+Ärger lösen \(also informed\)/);
    await open(page, `${url}/role/seller`);
    expect(await page.locator('.role-head').innerText()).toContain(
      'It stands in Vendor and in Managed Service Provider. It has 1 duty, which nobody else does. It is informed about 1 duty.',
    );
    await open(page, `${url}/role/oberarzt`);
    expect(await page.locator('.lines').innerText()).toContain('The line states no duty.');
    await page.getByRole('button', { name: 'Words of wiki, row 8' }).click();
    expect(await page.locator('.words-of-line blockquote').innerText()).toBe('Die Ärztin hilft.');
    expect(await page.getByRole('link', { name: 'Open the source' }).getAttribute('href')).toMatch(/^https:\/\/wiki/);
  });

  test('has a cell for each of many pillars', async () => {
    const url = await serve(await storeOf(occupationsCatalog()));
    const { page } = await openPage();
    await open(page, `${url}/role/occupation-1`);
    expect(await page.locator('.role-head .signature rect').count()).toBe(37);
    await page.setViewportSize({ width: 360, height: 800 });
    await settled(page);
    await expect.poll(() => unreadableTexts(page)).toEqual([]);
  });

  test('says that its picture cannot be drawn, and asks again for what every view needs', async () => {
    const { page } = await openPage();
    const url = await serve();
    let refused = 0;
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query Frame') === true && refused++ === 0
        ? route.abort()
        : route.continue(),
    );
    await page.route('**/assets/neighbourhood-drawing-*.js', (route) => route.abort());
    await open(page, `${url}/role/data-owner`);
    await page.getByText('The picture could not be drawn.').waitFor();
    await page.getByText('It stands in Security and in Reliability.').waitFor();
    await page.unroute('**/assets/neighbourhood-drawing-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('figure svg').waitFor();
  });

  test('leads to the roles that are probably meant where there is none', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/role/devop-enginer`);
    expect(await title(page)).toContain('devop-enginer');
    await page.getByRole('link', { name: 'DevOps Engineer' }).click();
    await page.waitForURL(`${url}/role/devops-engineer`);
  });
});
