import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { knownCallers } from '../../server/access/known-callers.ts';
import { start } from '../../server/running-server.ts';
import { hasBrowser, openPage, phoneWidth } from '../browser.ts';
import { accessibilityProblems, colorProblems, unreadableTexts } from '../legibility.ts';
import { settled, title } from './explorer-page.ts';

/** A server that knows its callers by tokens. */
async function served(): Promise<string> {
  const { url } = await start({ schema, explorerFolder: inject('explorerFolder'), authenticator: knownCallers() });
  return url;
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function expectReadable(page: Page, what: string): Promise<void> {
  for (const width of [phoneWidth, 1_440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await unreadableTexts(page), `${what} at ${width}`).toEqual([]);
    expect(await accessibilityProblems(page), `${what} at ${width}`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colorProblems(page), `${what} at ${width}, dark`).toEqual([]);
  }
}

describe.skipIf(!hasBrowser())('on a server that knows its callers', () => {
  test('a browser signs in where it wanted to go, and all that the page loads comes with its cookie', async () => {
    const url = await served();
    const { page } = await openPage();
    const refused: string[] = [];
    await page.goto(`${url}/?pillar=security`);
    await expectReadable(page, 'the sign-in');
    await signIn(page, 'expired-token');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('expired');
    await expectReadable(page, 'a token that is not accepted');
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    await signIn(page, 'reader-token');
    await page.locator('.page-foot').waitFor();
    await settled(page);
    expect(page.url()).toBe(`${url}/?pillar=security`);
    // With the preload of the board, too.
    await page.goto(url);
    await settled(page);
    expect(await title(page)).toContain('138 roles');
    expect(refused.filter((each) => !each.includes('graphql?'))).toEqual([]);
  });

  test('a page whose session ends says so, keeps what it shows, and signs in to the same page', async () => {
    const url = await served();
    const { page } = await openPage();
    await page.goto(`${url}/plan?cover=pillar:security`);
    await signIn(page, 'reader-token');
    await settled(page);
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Catalog', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('You are not signed in any more.');
    expect(await page.getByRole('status').textContent()).toContain('What is shown stays');
    await expectReadable(page, 'the end of a session');
    await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).first().click();
    await signIn(page, 'reader-token');
    await settled(page);
    expect(page.url()).toBe(`${url}/catalog`);
    await expect.poll(() => title(page)).toContain('138 roles');
  });

  test('a reader who has signed in can sign out', async () => {
    const url = await served();
    const { page } = await openPage();
    await page.goto(url);
    await signIn(page, 'reader-token');
    await settled(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();
    await page.goto(url);
    await page.getByLabel('Token').waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});

test.skipIf(!hasBrowser())('a page of a server that asks for no sign-in offers no sign-out', async () => {
  const { url } = await start({ schema, explorerFolder: inject('explorerFolder') });
  const { page } = await openPage();
  await page.goto(url);
  await settled(page);
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
});
