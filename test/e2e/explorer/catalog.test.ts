import { describe, expect, inject, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import type { Finding } from '../../../src/catalog/finding.ts';
import type { ServedFiles } from '../../../src/server/pages/findings-route.ts';
import { start } from '../../server/running-server.ts';
import { exampleCatalog, serviceOperations } from '../../support/catalogs/example-catalog.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';
import { expectUsable, open, serve, storeOf, title } from './explorer-page.ts';

describe.skipIf(!hasBrowser())('the page about the catalog', () => {
  test('can be read and used at every width, light and dark', async () => {
    await expectUsable('catalog');
  });

  test('says what needs attention, and each finding leads to its role', async () => {
    const url = await serve();
    const { page, complaints } = await openPage();
    await open(page, `${url}/catalog`);
    expect(await title(page)).toMatch(/^138 roles from 3 documents; \d+ need attention$/);
    // A catalog that names nobody accountable passes no check of who is.
    const checks = page.getByRole('region', { name: 'Who does it, and who answers for it' });
    expect(await checks.locator('.verdict').allTextContents()).toEqual([
      ...Array.from({ length: 3 }, () => 'Not checked'),
      'Fine',
    ]);
    const findings = page.getByRole('region', { name: 'What needs attention' });
    await findings.getByRole('link', { name: 'Training Specialist' }).click();
    await page.waitForURL(`${url}/role/training-specialist`);
    await page.goBack();
    await page.getByRole('link', { name: '32 in several pillars' }).click();
    await page.waitForURL(`${url}/?minGroups=2`);
    await expect.poll(() => title(page)).toMatch(/^32 of 138 roles/);
    expect(complaints).toEqual([]);
  });

  test('lists the duties that need a decision, with their roles and the words of their lines', async () => {
    const url = await serve(await storeOf(await exampleCatalog(serviceOperations)));
    const { page, complaints } = await openPage();
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, `${url}/catalog`);
    expect(await page.locator('.lead').first().textContent()).toContain('duties need a decision.');
    const duty = page.locator('.found-duties > li').filter({ hasText: 'Delete backups after the retention period' });
    expect(await duty.locator('.involved').textContent()).toContain('Head of Operations answers for it');
    await duty.locator('summary').click();
    for (const line of await duty.getByRole('button', { name: /^Words of/ }).all()) await line.click();
    await duty.getByText('The Data Protection Officer answers for the deletion of backups').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await unreadableTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('says what is wrong with the files that the server imports, now and after each save', async () => {
    const error: Finding = {
      severity: 'error',
      file: 'roles/ours.yaml',
      line: 131,
      path: 'appearances[1].titles[0]',
      message: '"Head of Operations" is none of the titles of the role',
    };
    let files: ServedFiles = {
      locations: ['roles'],
      isWatched: true,
      state: 'INVALID',
      problem: null,
      checkedAt: '2026-11-30T12:00:00.000Z',
      findings: Array.from({ length: 12 }, (_, index) => ({ ...error, line: index + 1 })),
      omitted: { errors: 0, warnings: 3 },
    };
    const { url } = await start({ schema, explorerFolder: inject('explorerFolder'), servedFiles: () => files });
    const { page, complaints } = await openPage();
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, `${url}/catalog`);
    const card = page.getByRole('region', { name: '12 errors and 3 warnings in roles' });
    await card.getByText('roles/ours.yaml:10').waitFor();
    expect(await card.getByText(error.message).first().textContent()).toBe(`${error.path}: ${error.message}`);
    await card.getByText('Show 2 more').click();
    await card.getByText('roles/ours.yaml:12').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await unreadableTexts(page)).toEqual([]);
    const none = { findings: [], omitted: { errors: 0, warnings: 0 } };
    files = {
      ...files,
      ...none,
      state: 'FAILED',
      problem: 'Neo4j does not answer.',
      checkedAt: '2026-11-30T12:00:01.000Z',
    };
    await page
      .getByRole('region', { name: 'roles could not be imported' })
      .getByText('Neo4j does not answer.')
      .waitFor();
    files = { ...files, state: 'SERVED', problem: null, checkedAt: '2026-11-30T12:00:02.000Z' };
    await page.getByRole('heading', { name: 'No errors in roles' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('says how to import where there are no roles', async () => {
    const empty = { ...(await exampleCatalog(serviceOperations)), roles: [], appearances: [] };
    const url = await serve(await storeOf(empty));
    const { page } = await openPage();
    for (const path of ['', 'catalog']) {
      await open(page, `${url}/${path}`);
      await expect.poll(() => title(page)).toBe('The catalog has no roles yet');
    }
    expect(await page.locator('main code').first().textContent()).toBe('rolegraph import OUR-CATALOG');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('says that it is offline, and goes on by itself when it is online again', async () => {
    const url = await serve();
    const { page } = await openPage();
    await open(page, url);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'In all pillars' }).click();
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await page.getByRole('status').getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => title(page)).toMatch(/^2 of 138 roles/);
    expect(await page.getByText('You are offline.').count()).toBe(0);
  });
});
