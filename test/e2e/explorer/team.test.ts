import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openPage } from '../browser.ts';
import { expectUsable, open, serve, settled, title } from './explorer-page.ts';

const team = [
  { name: 'Ann Berg', roles: ['role:operations-manager', 'role:team-lead'] },
  { name: 'Ben Ito', roles: ['role:systems-administrator', 'role:backup-administrator'], until: '2099-03-31' },
  { name: 'Carla Diaz', roles: ['role:site-reliability-engineer'], share: 0.6, unknown: ['Chaos guy'] },
  { name: 'Dev Patel', roles: ['role:network-engineer', 'role:role-that-is-gone'], isAbsent: true },
];

/** A team that the browser has kept. */
async function withTeam(page: Page): Promise<void> {
  await page.addInitScript(
    `if (localStorage.getItem('rolegraph-team') === null)
      localStorage.setItem('rolegraph-team', ${JSON.stringify(JSON.stringify(team))})`,
  );
}

function paste(page: Page, text: string): Promise<void> {
  return page.getByRole('textbox', { name: 'Paste people and roles here' }).fill(text);
}

describe.skipIf(!hasBrowser())('the team in a browser', () => {
  test.each([
    ['the people of a team', 'team?show=people'],
    ['what it covers', 'team?of=pillar:security'],
    [
      'roles that are spread',
      'team?show=hats&of=category:reliability/backup-and-disaster-recovery&apart=role:operations-manager&from=topic:backup',
    ],
  ])('%s can be read and used at every width, light and dark', async (_, address) => {
    await expectUsable(address, { prepare: withTeam });
  });

  test('a team is pasted, and no name in it reaches the server', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await open(page, `${url}/team`);
    expect(await title(page)).toBe('Who is in your team?');
    await paste(page, 'Ann Berg\tOperations Manager; Team Lead\nBen Ito\tSysadmin\t50%\nBen Ito\tBackup guy');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByText('2 people were read, with 3 roles. 1 title is not in the catalog').waitFor();
    // The question what is meant has the focus: on a phone, it is far above the button.
    await expect.poll(() => page.locator('#unknown:focus').count()).toBe(1);
    await page.getByRole('button', { name: '“Backup guy” means Backup Administrator' }).click();
    await page.getByRole('link', { name: 'See what they cover' }).click();
    await settled(page);
    expect(await title(page)).toMatch(/^2 people do \d+ of \d+ duties$/);
    await page.getByRole('searchbox', { name: 'Who of ours does …' }).fill('verify backups');
    expect(await page.locator('.duty-list').textContent()).toContain('Ben Ito');
    await page.getByRole('link', { name: 'If Ben Ito leaves' }).click();
    await page.waitForURL(/show=leaves&leave=2/);
    await settled(page);
    expect(await title(page)).toMatch(/^If Ben Ito leaves, nobody does \d+ duties any more$/);
    await page.goBack();
    await settled(page);
    expect(await title(page)).toMatch(/^2 people do/);
    await open(page, `${url}/?team=true`);
    expect(await page.locator('.ours-note').textContent()).toMatch(/^Our team has 4 of these \d+ roles/);
    await page.locator('.chip', { hasText: 'Ben Ito' }).first().click();
    await page.getByText('Ben Ito has this role.').waitFor();
    expect(sent.filter((text) => text.includes('Person 2')).length).toBeGreaterThan(0);
    expect(sent.filter((text) => /ann|berg|ben ito/i.test(text))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('of many titles that the catalog does not have, each keeps what may be meant', async () => {
    const { page } = await openPage();
    await open(page, `${await serve()}/team`);
    await paste(page, Array.from({ length: 60 }, (_, index) => `P${index}: Backup guy ${index}`).join('\n'));
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    const meanings = page.getByRole('button', { name: /^“Backup guy \d+” means Backup Administrator$/ });
    await expect.poll(() => meanings.count()).toBe(60);
    await page.getByRole('button', { name: 'Leave out “Backup guy 30”' }).click();
    await expect.poll(() => meanings.count()).toBe(59);
  });

  test('a file is dropped or chosen, saved as CSV, and all people are removed and brought back', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, `${url}/team`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'team.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[{"name":"Zoë","roles":["SRE"],"share":0.5},{"name":"Łukasz","roles":["CISO"]}]'),
    });
    await page.locator('.paste').getByText('2 people were read').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(
      /^\ufeffName,Roles,Share,Until\r\nZoë,Site Reliability Engineer,0.5,\r\nŁukasz,.+,1,\r\n$/,
    );
    await page.getByRole('button', { name: 'Remove all' }).click();
    expect(await title(page)).toBe('Who is in your team?');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await title(page)).toBe('Our team: 2 people with 2 different roles');
  });

  test('whoever works by keyboard stays where they are when somebody gets another name or is removed', async () => {
    const { page } = await openPage();
    await withTeam(page);
    await open(page, `${await serve()}/team?show=people`);
    const focused = () =>
      page.evaluate('document.activeElement.closest("details")?.innerText ?? document.activeElement.id');
    const carla = page.locator('.member', { hasText: 'Carla Diaz' });
    await carla.locator('summary').click();
    await carla.getByRole('textbox', { name: 'Name' }).fill('Carla Dias');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toMatch(/^Carla Dias/);
    await page.getByRole('button', { name: 'Remove Carla Dias' }).press('Enter');
    await expect.poll(focused).toBe('people');
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(focused).toBe('people');
    expect(await title(page)).toMatch(/^Our team: 4 people/);
  });

  test('what another window has changed since is not undone', async () => {
    const { page } = await openPage();
    const address = `${await serve()}/team?show=people`;
    await withTeam(page);
    await open(page, address);
    const other = await page.context().newPage();
    await open(other, address);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await other.getByRole('textbox', { name: 'Name', exact: true }).fill('Eve');
    await other.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => title(page)).toBe('Our team: 1 person with 0 different roles');
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  test('a link carries the team only if asked, and replaces another one only when somebody says so', async () => {
    const url = await serve();
    const { page } = await openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await withTeam(page);
    await open(page, `${url}/team?show=people`);
    await page.getByRole('button', { name: 'Copy a link with our team' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(link).toMatch(/\/team#team=[\w-]+$/);

    const { page: elsewhere } = await openPage();
    await open(elsewhere, link);
    await elsewhere.getByText('The team of the link is here: 4 people.').waitFor();
    await settled(elsewhere);
    expect(elsewhere.url()).toBe(`${url}/team`);
    await elsewhere.getByRole('link', { name: 'People' }).click();
    await elsewhere.getByText('Carla Diaz', { exact: true }).waitFor();
    await elsewhere.getByRole('button', { name: 'Remove all' }).click();
    await elsewhere.getByRole('textbox', { name: 'Name', exact: true }).fill('Eve');
    await elsewhere.getByRole('button', { name: 'Add', exact: true }).click();
    await elsewhere.goto('about:blank');
    await open(elsewhere, link);
    await elsewhere.getByText('This link brings a team of 4 people. Replace yours of 1?').waitFor();
    await elsewhere.getByRole('button', { name: 'Keep ours' }).click();
    await open(elsewhere, `${url}/team?show=people`);
    expect(await title(elsewhere)).toBe('Our team: 1 person with 0 different roles');
  });
});
