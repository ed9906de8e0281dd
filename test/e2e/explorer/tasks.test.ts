import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { packageFolder } from '../../../src/config/package-folder.ts';
import { hasBrowser, openPage } from '../browser.ts';
import { open, serve, settled, title } from './explorer-page.ts';

/*
 * The five questions that people have first, each answered by clicking. What the page says is compared with what GraphQL says of the
 * same catalog.
 */

const mostClicks = 3;

/** The pictures in docs/explorer.md are made where the docs are brought up to date: UPDATE_DOCS=1. */
const makesPictures = process.env['UPDATE_DOCS'] === '1';
const pictures = join(packageFolder(), 'docs', 'images', 'explorer');

interface TourView {
  readonly name: string;
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly prepare?: (page: Page) => Promise<void>;
}

const team = [
  { name: 'Ann Berg', roles: ['role:operations-manager', 'role:team-lead'] },
  { name: 'Ben Ito', roles: ['role:systems-administrator', 'role:backup-administrator'] },
  { name: 'Carla Diaz', roles: ['role:site-reliability-engineer', 'role:cloud-engineer'] },
  { name: 'Dev Patel', roles: ['role:security-engineer'] },
  { name: 'Eva Novak', roles: ['role:compliance-officer', 'role:data-owner'] },
];

async function scrollTo(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
}

const phone = { width: 390, height: 844 };

const tour: readonly TourView[] = [
  {
    name: 'board',
    address: '',
    height: 560,
    prepare: (page) => page.locator('[data-node="role:operations-manager"]').first().hover(),
  },
  {
    name: 'search',
    address: '',
    height: 390,
    prepare: async (page) => {
      await page.getByRole('combobox').fill('who does backups');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'board-phone', address: '?minGroups=2', ...phone, colorScheme: 'dark' },
  {
    name: 'role',
    address: 'role/devops-engineer',
    height: 600,
    prepare: (page) => page.getByRole('button', { name: 'Words of 000, line 37' }).click(),
  },
  { name: 'overlap', address: 'overlap?in=pillar:security&in=pillar:reliability' },
  { name: 'upset', address: 'overlap', height: 640, prepare: (page) => scrollTo(page, '.card:has(.upset)') },
  {
    name: 'side-by-side',
    address: 'overlap?of=role:devops-engineer&of=role:site-reliability-engineer',
    colorScheme: 'dark',
  },
  { name: 'plan', address: 'plan?cover=pillar:security&max=8', height: 600 },
  {
    name: 'swap',
    address: 'plan?cover=pillar:security&max=8',
    height: 520,
    prepare: async (page) => {
      await page.locator('#seat-4 .folds summary').last().click();
      await scrollTo(page, '#seat-4');
    },
  },
  { name: 'plan-phone', address: 'plan?cover=pillar:security', ...phone },
  { name: 'team', address: 'team?of=pillar:reliability', height: 720 },
  { name: 'leaves', address: 'team?show=leaves&of=pillar:reliability&leave=2', height: 720 },
  {
    name: 'hats-phone',
    address: 'team?show=hats&of=pillar:reliability',
    ...phone,
    colorScheme: 'dark',
    prepare: (page) => page.getByText('has it already').first().waitFor(),
  },
  { name: 'paths', address: 'paths?from=role:compliance-officer&to=role:backup-administrator', height: 720 },
  { name: 'catalog', address: 'catalog', height: 680 },
];

/** Somebody at the start of the explorer, whose clicks are counted. Typing is no click. */
interface Visitor {
  readonly page: Page;
  readonly url: string;
  readonly click: (target: Locator) => Promise<void>;
}

async function visitor(): Promise<Visitor> {
  const url = await serve();
  const { page } = await openPage();
  await open(page, `${url}/`);
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks++;
    expect(clicks, `clicks; the last one on ${String(target)}`).toBeLessThanOrEqual(mostClicks);
    await target.click();
    await settled(page);
  };
  return { page, url, click };
}

/** A view, in the head of the page. */
function tab(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
}

/** The data of an answer to a query. */
async function asked<Data>(url: string, query: string, data: z.ZodType<Data>): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return z.object({ data }).parse(await response.json()).data;
}

const labelled = z.object({ label: z.string() });
const roleNodes = z.object({ totalCount: z.number(), nodes: z.array(labelled) });

function labelsOf({ nodes }: z.infer<typeof roleNodes>): readonly string[] {
  return nodes.map(({ label }) => label);
}

/** What links lead to roles with these names, each once, in the order of their names. */
async function rolesIn(list: Locator): Promise<readonly string[]> {
  const names = await list.locator('a[href*="role/"]').evaluateAll((links) =>
    // The first text of a chip is its label; the cells behind it have a text, too.
    links.map((link) => (link.querySelector('span') ?? link).textContent.trim()),
  );
  return [...new Set(names)].toSorted();
}

describe.skipIf(!hasBrowser())('from the start, at most three clicks lead', () => {
  test('to who is in all pillars', async () => {
    const { page, url, click } = await visitor();
    await click(page.getByRole('link', { name: 'In all pillars' }));
    const { pillars } = await asked(url, '{ pillars { id } }', z.object({ pillars: z.array(z.unknown()) }));
    const { roles } = await asked(
      url,
      `{ roles(filter: { pillarCount: { min: ${pillars.length} } }, first: 100) { totalCount nodes { label } } }`,
      z.object({ roles: roleNodes }),
    );
    await expect.poll(() => title(page)).toMatch(new RegExp(`^${roles.totalCount} of \\d+ roles`));
    await expect.poll(() => rolesIn(page.locator('.columns'))).toEqual(labelsOf(roles).toSorted());
  });

  test('to who is in these two pillars only', async () => {
    const { page, url, click } = await visitor();
    await click(tab(page, 'Overlap'));
    await click(page.getByRole('link', { name: /^Reliability and Performance Efficiency share/ }).first());
    await click(page.getByRole('link', { name: /^Exactly these two/ }));
    const { overlap } = await asked(
      url,
      '{ overlap(of: ["Reliability", "Performance Efficiency"]) { roles(exclusive: true, first: 100) { totalCount nodes { label } } } }',
      z.object({ overlap: z.object({ roles: roleNodes }) }),
    );
    await expect.poll(() => rolesIn(page.locator('.listed'))).toEqual(labelsOf(overlap.roles).toSorted());
  });

  test('to who alone does something, and what', async () => {
    const { page, url, click } = await visitor();
    await click(tab(page, 'Plan'));
    const alone = page.locator('.alone');
    await alone.getByRole('listitem').first().waitFor();
    const first = await alone.getByRole('listitem').first().textContent();
    await click(alone.getByRole('button', { name: /^Show \d+ more$/ }));
    const duties = z.object({ edges: z.array(labelled) });
    const { singlePoints } = await asked(
      url,
      `{ singlePoints(first: 100) { totalCount nodes { roles { label } items { responsibilities(first: 1) { edges { label } } } } } }`,
      z.object({
        singlePoints: z.object({
          totalCount: z.number(),
          nodes: z.array(z.object({ roles: z.array(labelled), items: z.object({ responsibilities: duties }) })),
        }),
      }),
    );
    expect(await alone.locator('p').first().textContent()).toMatch(new RegExp(`^${singlePoints.totalCount} roles do`));
    const labels = singlePoints.nodes.flatMap(({ roles }) => roles.map(({ label }) => label));
    await expect.poll(() => rolesIn(alone)).toEqual(labels.toSorted());
    expect(first).toContain(singlePoints.nodes[0]?.items.responsibilities.edges[0]?.label);
  });

  test('to who should be invited to a review', async () => {
    const { page, url, click } = await visitor();
    await click(tab(page, 'Plan'));
    await click(page.getByRole('link', { name: 'Security', exact: true }));
    const { invitePlan } = await asked(
      url,
      '{ invitePlan(input: { cover: ["Security"] }) { invites(first: 100) { totalCount nodes { label } } } }',
      z.object({ invitePlan: z.object({ invites: roleNodes }) }),
    );
    const seats = page.locator('.invites h3 a');
    await expect.poll(() => seats.allTextContents()).toEqual(labelsOf(invitePlan.invites));
  });

  test('to why two roles overlap, with the lines that say so', async () => {
    const { page, url, click } = await visitor();
    await page.getByRole('combobox').fill('devops');
    await click(page.getByRole('option', { name: /^DevOps Engineer/ }));
    await click(
      page.getByRole('link', { name: 'Why these two overlap: DevOps Engineer and Site Reliability Engineer' }),
    );
    const { roleOverlap } = await asked(
      url,
      `{ roleOverlap(of: [{ title: "DevOps Engineer" }, { title: "Site Reliability Engineer" }]) {
        sharedResponsibilities { name }
        roles { label appearances { responsibilities { name } source { line } } }
      } }`,
      z.object({
        roleOverlap: z.object({
          sharedResponsibilities: z.array(z.object({ name: z.string() })),
          roles: z.array(
            z.object({
              label: z.string(),
              appearances: z.array(
                z.object({
                  responsibilities: z.array(z.object({ name: z.string() })),
                  source: z.object({ line: z.number() }),
                }),
              ),
            }),
          ),
        }),
      }),
    );
    const shared = roleOverlap.sharedResponsibilities.map(({ name }) => name);
    expect(shared.length).toBeGreaterThan(0);
    const reasons = page.locator('.why').first();
    await expect
      .poll(async () => (await reasons.locator('h4').allTextContents()).toSorted())
      .toEqual(shared.toSorted());
    for (const name of shared) {
      const reason = await reasons.getByRole('listitem').filter({ hasText: name }).textContent();
      for (const { label, appearances } of roleOverlap.roles) {
        expect(reason).toContain(label);
        for (const { responsibilities, source } of appearances)
          if (responsibilities.some((each) => each.name === name)) expect(reason).toContain(`line ${source.line}`);
      }
    }
  });

  test.each(makesPictures ? tour : [])('takes the picture $name of the tour', async (view) => {
    const { page, complaints } = await openPage();
    if (view.address.startsWith('team'))
      await page.addInitScript(`localStorage.setItem('rolegraph-team', ${JSON.stringify(JSON.stringify(team))})`);
    const { name, address, width = 1280, height = 800, colorScheme = 'light', prepare } = view;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await open(page, `${await serve()}/${address}`);
    await prepare?.(page);
    await settled(page);
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
    expect(complaints).toEqual([]);
  });
});
