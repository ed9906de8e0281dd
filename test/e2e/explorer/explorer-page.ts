import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { start } from '../../server/running-server.ts';
import { openPage, phoneWidth, tabletWidth, widths } from '../browser.ts';
import { smallTargets } from '../small-targets.ts';
import { accessibilityProblems, colorProblems, unreadableTexts } from '../legibility.ts';

/**
 * Serves the explorer with the shipped catalog, or with another one, and returns its address.
 *
 * @param env settings of the server.
 */
export async function serve(store?: GraphStore, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await start({ schema, explorerFolder: inject('explorerFolder'), env, ...(store !== undefined && { store }) }))
    .url;
}

export function storeOf(catalog: Catalog): Promise<GraphStore> {
  return openMemoryStore({
    folder: '/nonexistent/rolegraph',
    shippedCatalog: () => Promise.resolve(graphOfCatalog(catalog)),
  });
}

/** Waits until nothing is waited for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
}

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

export function title(page: Page): Promise<string | null> {
  return page.locator('h1').textContent();
}

interface UsableOptions {
  readonly store?: GraphStore;
  readonly prepare?: (page: Page) => Promise<void>;
}

/**
 * Expects that a view can be read and used at every width, light and dark, and by fingers, loads nothing from elsewhere, and complains
 * of nothing. It is loaded for each width, as a device of this width does, and then only its colors change.
 *
 * @param address relative to that of the explorer.
 * @param options.store of the catalog; the shipped one where it is not given.
 * @param options.prepare called with each page before anything is opened.
 */
export async function expectUsable(address: string, { store, prepare }: UsableOptions = {}): Promise<void> {
  const url = await serve(store);
  const phone = await openPage({ hasTouch: true });
  const desk = await openPage();
  for (const { page } of [phone, desk]) await prepare?.(page);
  for (const width of widths) {
    const { page } = width === phoneWidth ? phone : desk;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, `${url}/${address}`);
    const what = `${address} at ${width}`;
    expect(await unreadableTexts(page), what).toEqual([]);
    // What a tablet shows, a phone or a desk shows, too; only where it stands differs.
    if (width === tabletWidth) continue;
    expect(await accessibilityProblems(page), what).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colorProblems(page), `${what}, dark`).toEqual([]);
  }
  expect(await smallTargets(phone.page), `${address} by fingers`).toEqual([]);
  for (const { complaints, origins } of [phone, desk]) {
    expect([...origins]).toEqual([url]);
    // A browser says itself that an answer had the status 400.
    expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
  }
}
