import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { start } from '../../server/running-server.ts';
import { buildExplorer } from '../../support/explorer/built-explorer.ts';
import { openPage } from '../browser.ts';
import { accessibilityProblems, unreadableTexts } from '../legibility.ts';

const widths = [360, 768, 1_440];
const schemes = ['light', 'dark'] as const;

let explorerFolder: string;

/** Builds the explorer for the tests of a file. */
export function withBuiltExplorer(): void {
  beforeAll(async () => {
    explorerFolder = await mkdtemp(join(tmpdir(), 'rolegraph-explorer-'));
    await buildExplorer(explorerFolder);
  });
  afterAll(() => rm(explorerFolder, { recursive: true, force: true }));
}

/**
 * Serves the explorer with the shipped catalog, or with another one, and returns its address.
 *
 * @param env settings of the server.
 */
export async function serve(store?: GraphStore, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await start({ schema, explorerFolder, env, ...(store !== undefined && { store }) })).url;
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

/**
 * Expects that a view can be read and used at every width, light and dark, loads nothing from elsewhere, and complains of nothing.
 *
 * @param address relative to that of the explorer.
 */
export async function expectUsable(address: string): Promise<void> {
  const { page, complaints, origins } = await openPage();
  const url = await serve();
  for (const width of widths) {
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await open(page, `${url}/${address}`);
      const what = `${address} at ${width}, ${colorScheme}`;
      expect(await unreadableTexts(page), what).toEqual([]);
      expect(await accessibilityProblems(page), what).toEqual([]);
    }
  }
  expect([...origins]).toEqual([url]);
  // A browser says itself that an answer had the status 400.
  expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
}
