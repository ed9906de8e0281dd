import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openPage } from './browser.ts';
import { servingProcess } from './serving-process.ts';

/** The picture in the README, made anew where the docs are brought up to date. */
const picture = fileURLToPath(new URL('../../docs/graphiql.png', import.meta.url));

/** Runs the query that is shown; whether its answer comes within some seconds and holds a part. */
async function isAnswered(page: Page, part: string): Promise<boolean> {
  await page.getByRole('button', { name: /execute query/i }).click();
  const shown = page.locator('.result-window').getByText(part).first().waitFor({ timeout: 4_000 });
  return shown.then(
    () => true,
    () => false,
  );
}

describe.skipIf(!hasBrowser())('in a browser', () => {
  test('GraphiQL opens on its tabs, answers a query, and asks no other machine for anything', async () => {
    const url = await servingProcess();
    const { page, origins, complaints } = await openPage();

    await page.goto(`${url}/graphql`);
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['RoleRelations', 'WhatPillarsShare', 'GraphToDraw']);
    // The documentation is open, so the schema has come.
    await page.getByText('All Schema Types').waitFor();

    for (const [name, part] of [
      ['RoleRelations', '"role:devops-engineer"'],
      ['WhatPillarsShare', '"sharedRoleCount"'],
      ['GraphToDraw', '"nodes"'],
    ] as const) {
      await page.locator('.graphiql-tab-button', { hasText: name }).click();
      await page.locator('.graphiql-query-editor').getByText(name).waitFor();
      // GraphiQL knows a tab's operation a moment after it shows it, and refuses clicks that are faster than people's.
      await expect
        .poll(async () => isAnswered(page, part), { timeout: 20_000, message: `${name} is answered` })
        .toBe(true);
      expect(await page.locator('.result-window').innerText()).not.toContain('"errors"');
      if (name === 'RoleRelations' && process.env['UPDATE_DOCS'] === '1') await page.screenshot({ path: picture });
    }

    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test('the first page leads to a question that is answered', async () => {
    const url = await servingProcess();
    const { page, origins, complaints } = await openPage();

    await page.goto(url);
    await page.getByRole('link', { name: /share\?/ }).click();
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['WhatPillarsShare', 'RoleRelations', 'GraphToDraw']);
    await expect.poll(async () => isAnswered(page, '"sharedRoleCount"'), { timeout: 20_000 }).toBe(true);

    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test('a query of somebody’s own in the address opens beside the tabs', async () => {
    const url = await servingProcess();
    const { page } = await openPage();

    await page.goto(`${url}/graphql?query=${encodeURIComponent('query Mine { catalog { name } }')}`);
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Mine', 'RoleRelations', 'WhatPillarsShare', 'GraphToDraw']);
  });
});
