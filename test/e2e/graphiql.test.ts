import { fileURLToPath } from 'node:url';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Env } from '../support/processes/cli-process.ts';
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
const tabNames = ['RoleRelations', 'WhatPillarsShare', 'GraphToDraw', 'InvitePlan', 'SinglePoints', 'Paths'];

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
      ['RoleRelations', '"role:devops-engineer"'],
      ['WhatPillarsShare', '"sharedRoleCount"'],
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

  test('the first page leads to a question that is answered', async () => {
    const { url } = await servingProcess();
    const { page, origins, complaints } = await openPage();

    await page.goto(url);
    await page.getByRole('link', { name: /share\?/ }).click();
    const tabs = page.locator('.graphiql-tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual([
      'WhatPillarsShare',
      ...tabNames.filter((name) => name !== 'WhatPillarsShare'),
    ]);
    await answered(page, 'WhatPillarsShare', '"sharedRoleCount"');

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
});
