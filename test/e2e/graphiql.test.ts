import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { cliProcess, type Env } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { environmentOf, sharedNeo4j } from '../support/neo4j/shared-neo4j.ts';
import { hasBrowser, openPage } from './browser.ts';
import { servingProcess } from './serving-process.ts';

/** The picture in the README, made anew where the docs are brought up to date. */
const picture = fileURLToPath(new URL('../../docs/graphiql.png', import.meta.url));

/** Presses the button that runs the query that is shown; whether that was taken, and the query sent. */
async function isSent(page: Page, name: string): Promise<boolean> {
  const isQuery = (request: Request) => request.postData()?.includes(`query ${name}`) === true;
  const sent = page.waitForRequest(isQuery, { timeout: 1_000 }).then(
    () => true,
    () => false,
  );
  await page.getByRole('button', { name: /execute query/i }).click();
  return sent;
}

/** Runs the query that is shown and waits for an answer that holds a part. */
async function answered(page: Page, name: string, part: string): Promise<void> {
  // GraphiQL knows a tab's operation a moment after it shows it, and refuses clicks that are faster than people's.
  await expect.poll(() => isSent(page, name), { message: `${name} is sent` }).toBe(true);
  await page.locator('.result-window').getByText(part).first().waitFor();
}

/** GraphiQL's tabs, in their order. */
const tabNames = ['RoleRelations', 'WhatGroupsShare', 'GraphToDraw', 'InvitePlan', 'SinglePoints', 'Paths'];

const neo4j = sharedNeo4j();

/** The settings of a server, by where its graph is. */
const servers: readonly (readonly [string, Env | undefined])[] = [
  ['in the embedded graph', undefined],
  ...(neo4j === undefined ? [] : [['in Neo4j', environmentOf(neo4j)] as const]),
];

describe.skipIf(!hasBrowser())('in a browser', () => {
  test.each(servers)('GraphiQL opens on its tabs and answers them %s, and asks no other machine', async (_, env) => {
    const { url } = await servingProcess(env);
    const { page, origins, complaints } = await openPage();

    await page.goto(`${url}/graphql`);
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(tabNames);
    // The documentation is open, so the schema has come.
    await page.getByText('All Schema Types').waitFor();

    for (const [name, part] of [
      ['RoleRelations', '"DevOps Engineer"'],
      ['WhatGroupsShare', '"sharedRoleCount"'],
      ['GraphToDraw', '"nodes"'],
      ['InvitePlan', '"optimal"'],
      ['SinglePoints', '"criticality"'],
      ['Paths', '"sentence"'],
    ] as const) {
      await page.locator('.graphiql-tab-button', { hasText: name }).click();
      await page.locator('.graphiql-query-editor').getByText(name, { exact: true }).waitFor();
      await answered(page, name, part);
      expect(await page.locator('.result-window').innerText()).not.toContain('"errors"');
      if (env === undefined && name === 'RoleRelations' && process.env['UPDATE_DOCS'] === '1')
        await page.screenshot({ path: picture });
    }

    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test('the page about the server leads to a question that is answered', async () => {
    const { url } = await servingProcess();
    const { page, origins, complaints } = await openPage();

    await page.goto(`${url}/about`);
    await page.getByRole('link', { name: /share\?/ }).click();
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(tabNames);
    expect(await page.locator('.graphiql-tab-active').innerText()).toBe('WhatGroupsShare');
    await answered(page, 'WhatGroupsShare', '"sharedRoleCount"');

    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test('a query in the address opens as one more tab', async () => {
    const { url } = await servingProcess();
    const { page } = await openPage();

    await page.goto(`${url}/graphql?query=${encodeURIComponent('query Mine { catalog { name } }')}`);
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Mine', ...tabNames]);
  });

  test('later visits have the tabs of the last one, and the address of a tab opens it with its variables', async () => {
    const { url } = await servingProcess();
    const { page, complaints } = await openPage();
    const tabs = page.locator('.graphiql-tab');

    const query = 'query One { pillars { id } } query Two($n: Int) { roles(first: $n) { totalCount } }';
    const asked = new URLSearchParams({ query, variables: '{"n":1}', operationName: 'Two' });
    await page.goto(`${url}/graphql?${asked.toString()}`);
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Two', ...tabNames]);
    await page.locator('.graphiql-editor-tool').getByText('"n"').waitFor();
    await page.locator('.graphiql-query-editor .view-lines').getByText('Two').waitFor();

    // The operation that the address names is the one that the keyboard runs.
    const sent = page.waitForRequest((request) => request.postData()?.includes('query Two') === true);
    await expect
      .poll(async () => {
        await page.locator('.graphiql-query-editor textarea').first().press('Control+Enter');
        return Promise.race([sent.then(() => true), page.waitForTimeout(500).then(() => false)]);
      })
      .toBe(true);
    expect((await sent).postDataJSON()).toMatchObject({ operationName: 'Two', variables: { n: 1 } });
    await page.locator('.result-window').getByText('"totalCount"').waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(Object.fromEntries(asked));

    // What is copied from another tab is a link to it, with nothing of the first one.
    await page.locator('.graphiql-tab-button', { hasText: 'Paths' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('query')).toContain('query Paths');
    expect(new URL(page.url()).searchParams.get('variables')).toBeNull();

    const link = page.url();
    for (let visit = 0; visit < 2; visit++) {
      await expect
        .poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState')))
        .toContain('"activeTabIndex":6');
      await page.goto(visit === 0 ? link : `${url}/graphql`);
      await tabs.first().waitFor();
      expect(await tabs.allInnerTexts()).toEqual(['Two', ...tabNames]);
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe('Paths');
    }
    expect(complaints).toEqual([]);
  });

  test('after an import, tabs that nobody changed are about the new catalog, and others stay', async () => {
    const env = { ROLEGRAPH_DATA: await temporaryFolder() };
    const { url } = await servingProcess(env);
    const { page } = await openPage();
    const tabs = page.locator('.graphiql-tab');
    await page.goto(`${url}/graphql`);
    await tabs.first().waitFor();
    const editor = page.locator('.graphiql-query-editor');
    await editor.getByText('RoleRelations', { exact: true }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# Mine\n');
    const stored = () => page.evaluate(() => localStorage.getItem('graphiql:tabState'));
    await expect.poll(stored).toContain('# Mine');

    const file = join(await temporaryFolder(), 'catalog.json');
    await writeFile(file, JSON.stringify(handbookCatalog));
    expect(await cliProcess(['import', file], env)).toMatchObject({ code: 0 });
    const shown = async () => (await (await fetch(`${url}/about`)).text()).includes(handbookCatalog.name);
    await expect.poll(shown, { timeout: 10_000 }).toBe(true);

    await page.goto(`${url}/graphql`);
    await tabs.first().waitFor();
    await expect.poll(stored).toContain('organization-type:msp');
    const state = await stored();
    expect(state).toContain('# Mine');
    expect(state).toContain('DevOps Engineer');
    expect(state).not.toContain('pillar:performance-efficiency');
    expect(await tabs.allInnerTexts()).toEqual([
      'RoleRelations',
      'WhatGroupsShare',
      'InvitePlan',
      'GraphToDraw',
      'Search',
      'Roles',
    ]);
  });

  test('GraphiQL remembers the queries that were sent in its history', async () => {
    const { url } = await servingProcess();
    const { page, complaints } = await openPage();
    await page.goto(`${url}/graphql`);
    await page.locator('.graphiql-tab').first().waitFor();
    await answered(page, 'RoleRelations', '"DevOps Engineer"');
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history-item').getByText('RoleRelations').waitFor();
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('on a narrow screen the documentation is closed, and query and answer are below each other', async () => {
    const { url } = await servingProcess();
    const { page } = await openPage();
    await page.goto(`${url}/graphql`);
    const documentation = page.getByText('All Schema Types');
    await documentation.waitFor();
    await page.setViewportSize({ width: 899, height: 800 });
    await documentation.waitFor({ state: 'hidden' });

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/graphql`);
    await page.locator('.graphiql-tab').first().waitFor();
    await answered(page, 'RoleRelations', '"DevOps Engineer"');
    expect(await documentation.isVisible()).toBe(false);
    const query = await page.locator('.graphiql-query-editor').boundingBox();
    const answer = await page.locator('.result-window').boundingBox();
    expect(query?.width).toBeGreaterThan(250);
    expect(answer?.width).toBeGreaterThan(250);
    expect(answer?.y).toBeGreaterThan((query?.y ?? 0) + 200);
  });

  test('GraphiQL opens where storage is blocked', async () => {
    const { url } = await servingProcess();
    const { page, complaints } = await openPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('The request was denied.', 'SecurityError');
        },
      });
    });
    const query = 'query Mine { catalog { name } }';
    await page.goto(`${url}/graphql?query=${encodeURIComponent(query)}`);
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Mine', ...tabNames]);
    await answered(page, 'Mine', '"catalog"');
    await page.locator('.graphiql-tab-button', { hasText: 'Paths' }).click();
    await answered(page, 'Paths', '"sentence"');
    expect(complaints).toEqual([]);
  });
});
