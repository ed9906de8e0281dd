import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importCatalog } from '../../../src/import/import-catalog.ts';
import { recordingObserver } from '../../import/recording-observer.ts';
import { exampleFile, serviceOperations } from '../../support/catalogs/example-catalog.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { shippedStore } from '../../server/running-server.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { accessibilityProblems } from '../legibility.ts';
import { open, serve, settled, title } from './explorer-page.ts';

/** What tells the two catalogs apart in the titles of views, and at the foot of the page. */
const before = { roles: '138 roles', catalog: 'reference catalog' };
const after = { roles: '12 roles', catalog: 'Service operations' };

describe.skipIf(!hasBrowser())('after an import', () => {
  test('the page moves to the new catalog when a view asks, and never shows parts of both', async () => {
    const { page, complaints } = await openPage();
    const { url, importNewer } = await servedFolder();
    await watch(page);
    await open(page, url);
    await importNewer();
    // Asks something new, while everything else on the page is of the catalog of before.
    await page.getByRole('link', { name: 'In all pillars' }).click();
    await expect.poll(() => foot(page)).toContain(after.catalog);
    await page.getByRole('link', { name: 'Catalog', exact: true }).click();
    await expect.poll(() => title(page)).toContain(after.roles);
    // The board of before is not kept.
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await expect.poll(() => title(page)).toContain(after.roles);
    await expectNoMixture(page);
    expect(complaints).toEqual([]);
  });

  test.each(['**/picture/board.json*', '**/graphql'])(
    'a late answer of the catalog of before, to %s, is not shown next to the new one',
    async (late) => {
      const { page } = await openPage();
      const { url, importNewer } = await servedFolder();
      await watch(page);
      const held = await holdFirst(page, late);
      const early = late.includes('graphql') ? '**/picture/board.json*' : '**/graphql';
      const waiting = await holdRequests(page, early);
      await page.goto(url);
      await held.answered;
      await importNewer();
      // The new catalog answers first, then the one of before.
      waiting.release();
      if (early.includes('graphql')) await expect.poll(() => foot(page)).toContain(after.catalog);
      else await expect.poll(() => title(page)).toContain(after.roles);
      held.release();
      await settled(page);
      await expect.poll(() => title(page)).toContain(after.roles);
      await expect.poll(() => foot(page)).toContain(after.catalog);
      await expectNoMixture(page);
    },
  );

  test('a page on which nobody asks offers the new catalog, and shows it when it is wanted', async () => {
    const { page } = await openPage();
    const { url, importNewer } = await servedFolder();
    await watch(page);
    await open(page, url);
    await importNewer();
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    const look = page.getByRole('button', { name: 'Look' });
    await look.waitFor();
    expect(await title(page)).toContain(before.roles);
    await look.click();
    await expect.poll(() => title(page)).toContain(after.roles);
    expect(await look.count()).toBe(0);
    await expectNoMixture(page);
  });
});

describe.skipIf(!hasBrowser())('a page that hears of imports', () => {
  test('offers the new catalog with what it changed, and connects again when the connection is lost', async () => {
    const { page } = await openPage();
    const url = await serve();
    const told = { sequence: 1, revision: 'another', importedBy: 'ci', added: 3, changed: 12, removed: 1 };
    const questions: unknown[] = [];
    await page.route('**/graphql?*', async (route) => {
      const variables = new URL(route.request().url()).searchParams.get('variables') ?? '';
      questions.push(JSON.parse(variables));
      const event = `event: next\ndata: ${JSON.stringify({ data: { catalogChanged: told } })}\n\n`;
      // The first connection is lost before anything is told.
      const body = questions.length === 1 ? ':\n\n' : event;
      await route.fulfill({ contentType: 'text/event-stream', body });
    });
    await open(page, url);
    const notice = page.locator('.notice');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('A new catalog: 3 added, 12 changed, 1 removed, imported by ci.');
    expect(questions.slice(0, 2)).toEqual([{ after: 0 }, { after: 0 }]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

/** A server of the embedded graph, and an import into its folder by another store, as another process does it. */
async function servedFolder() {
  const folder = join(await temporaryFolder(), 'data');
  const url = await serve(await shippedStore(folder));
  const importNewer = async () => {
    const location = exampleFile(serviceOperations);
    const { kind } = await importCatalog(
      [{ location }],
      () => shippedStore(folder),
      { dryRun: false },
      recordingObserver(),
    );
    expect(kind).toBe('IMPORTED');
    // The server answers from the catalog of before until it has opened the new one.
    await expect.poll(() => servedName(url)).toContain(after.catalog);
  };
  return { url, importNewer };
}

async function servedName(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ catalog { name } }')}`);
  return response.text();
}

/** Notes after each change of the page what its title and its foot say. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(`
    window.seen = [];
    new MutationObserver(() => {
      const textOf = (selector) => document.querySelector(selector)?.textContent ?? '';
      window.seen.push([textOf('h1'), textOf('.page-foot p')]);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  `);
}

const notes = z.array(z.tuple([z.string(), z.string()]));

async function expectNoMixture(page: Page): Promise<void> {
  const all = notes.parse(await page.evaluate('window.seen'));
  const mixed = all.filter(
    ([heading, catalog]) =>
      (heading.includes(before.roles) && catalog.includes(after.catalog)) ||
      (heading.includes(after.roles) && catalog.includes(before.catalog)),
  );
  expect(mixed).toEqual([]);
  expect(all.length).toBeGreaterThan(2);
}

function foot(page: Page): Promise<string | null> {
  return page.locator('.page-foot').textContent();
}

/** Lets the server answer the first request to some addresses at once, and holds the answer back. */
async function holdFirst(page: Page, addresses: string) {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  const { promise: answered, resolve: isAnswered } = Promise.withResolvers<undefined>();
  await page.route(
    addresses,
    async (route) => {
      const response = await route.fetch();
      isAnswered(undefined);
      await released;
      await fulfilled(route, () => route.fulfill({ response }));
    },
    { times: 1 },
  );
  return {
    answered,
    release: () => {
      release(undefined);
    },
  };
}

/** Holds requests to some addresses back, so that the server answers them later. */
async function holdRequests(page: Page, addresses: string) {
  const { promise: released, resolve } = Promise.withResolvers<undefined>();
  await page.route(addresses, async (route) => {
    await released;
    await fulfilled(route, () => route.continue());
  });
  return {
    release: () => {
      resolve(undefined);
    },
  };
}

/** The page may have given up the request meanwhile. */
async function fulfilled(route: Route, act: () => Promise<void>): Promise<void> {
  await act().catch(() => route.request().failure());
}
