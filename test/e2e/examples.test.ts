import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { hasPython, preparedPython } from '../../scripts/prepared-python.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hasBrowser, openPage, type Watched } from './browser.ts';
import { cdn, cdnFile, installedFile, installedVersion, serveCdn } from './cdn.ts';
import { servingProcess } from './serving-process.ts';

const run = promisify(execFile);
const folder = join(packageFolder(), 'examples');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** The pictures in docs/visualization.md are made where the docs are brought up to date: UPDATE_DOCS=1. */
const makesPictures = process.env['UPDATE_DOCS'] === '1';
const pictures = join(packageFolder(), 'docs', 'pictures');

async function takePicture(page: Page, name: string): Promise<void> {
  if (makesPictures) await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

/** A server whose pages and answers are those of `rolegraph serve --dev`. */
function developmentServer() {
  return servingProcess(undefined, undefined, ['--dev']);
}

async function openExample(): Promise<Watched> {
  const watched = await openPage();
  await watched.page.setViewportSize({ width: 900, height: 600 });
  await serveCdn(watched.page);
  return watched;
}

/** What a page complained of, but that this machine draws without a graphics card. */
function realComplaints({ complaints }: Watched): readonly string[] {
  return complaints.filter((text) => !text.includes('GPU stall due to ReadPixels'));
}

const counted = z.union([
  z.object({ nodes: z.array(z.unknown()), links: z.array(z.unknown()) }),
  z.object({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }),
  z.object({ elements: z.object({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }) }),
]);

/** The text that a drawing has about its size, of the answer that it drew. */
function sizeIn(json: unknown): string {
  const graph = counted.parse(json);
  const { nodes, ...others } = 'elements' in graph ? graph.elements : graph;
  const edges = 'links' in others ? others.links : others.edges;
  return `${nodes.length} nodes, ${edges.length} edges`;
}

async function isDrawn(page: Page): Promise<void> {
  await page.locator('body[data-drawn]').waitFor();
}

test('the examples load the libraries that are installed, and know them by their hashes', async () => {
  for (const name of pages) {
    const text = readFileSync(join(folder, name), 'utf8');
    const scripts = [...text.matchAll(/<script\s+src="([^"]+)"\s+integrity="([^"]+)"\s+crossorigin\s*>/g)];
    // Those that are modules import others, which have no hashes.
    const imports = [...text.matchAll(/ from '(https:[^']+)'/g)];
    expect(text.split(cdn).length - 1, name).toBe(scripts.length + imports.length);
    for (const [, address = '', integrity] of [...scripts, ...imports]) {
      const file = cdnFile(address);
      expect(`${cdn}${file.name}@${await installedVersion(file.name)}/${file.path}`).toBe(address);
      if (integrity === undefined) continue;
      expect(`sha384-${hash('sha384', await installedFile(file), 'base64')}`, address).toBe(integrity);
    }
  }
});

describe.skipIf(!hasBrowser())('in a browser', () => {
  test('each drawing has what the server gave, and says how much that is, what is missing, and what is wrong', async () => {
    const { url } = await developmentServer();
    const watched = await openExample();
    const { page, origins } = watched;
    for (const name of ['d3', 'cytoscape', 'sigma']) {
      const answered = page.waitForResponse((response) => response.url().startsWith(`${url}/graph.`));
      await page.goto(`${url}/examples/${name}.html`);
      const size = sizeIn(await (await answered).json());
      await isDrawn(page);
      expect(await page.locator('h1').innerText(), name).toContain(`: ${size}`);
      expect(await page.locator('#note').innerText()).toBe('');
      expect(await page.locator('#legend span').count()).toBeGreaterThan(1);
      if (name === 'd3') {
        const labels = await page.locator('svg text').allTextContents();
        expect(`${labels.length} nodes, ${await page.locator('svg line').count()} edges`).toBe(size);
        expect(labels).toContain('Site Reliability Engineer');
      }
      await takePicture(page, name);

      await page.goto(`${url}/examples/${name}.html?maxNodes=10`);
      await isDrawn(page);
      expect(await page.locator('h1').innerText(), name).toContain(': 10 nodes');
      expect(await page.locator('#note').innerText(), name).toContain('not the whole selection');
      expect(realComplaints(watched), name).toEqual([]);
    }
    expect([...origins].sort()).toEqual([url, new URL(cdn).origin].sort());

    for (const name of ['d3', 'cytoscape', 'sigma']) {
      await page.goto(`${url}/examples/${name}.html?depth=many`);
      await expect.poll(() => page.locator('#note').innerText(), { message: name }).toContain('depth is "many"');
    }
  });

  test('the cells of the notebook follow what is chosen', async () => {
    const { url } = await developmentServer();
    const watched = await openExample();
    const { page } = watched;
    await page.setViewportSize({ width: 940, height: 670 });
    await page.goto(`${url}/examples/observable.html`);
    await isDrawn(page);
    // Six pillars with each other, without themselves.
    expect(await page.locator('#matrix g[aria-label="text"] text').count()).toBe(30);
    const closest = () => page.locator('#bars g[aria-label="y-axis tick label"] text').allTextContents();
    expect(await closest()).toContain('Site Reliability Engineer');
    await takePicture(page, 'observable');

    await page.locator('#select select').selectOption({ label: 'Compliance Officer' });
    await expect.poll(closest).toContain('Compliance Specialist');
    expect(await page.locator('#note').innerText()).toBe('');
    expect(realComplaints(watched)).toEqual([]);
  });

  test('a page of an intranet has a drawing of the catalog as it is', async () => {
    const { url } = await developmentServer();
    const watched = await openExample();
    const { page } = watched;
    await page.setViewportSize({ width: 900, height: 780 });
    await page.goto(`${url}/examples/intranet.html`);
    const drawing = page.frameLocator('iframe');
    await drawing.locator('body[data-drawn]').waitFor();
    expect(await drawing.locator('h1').innerText()).toContain('Security');
    expect(realComplaints(watched)).toEqual([]);
    await takePicture(page, 'intranet');
  });

  test('a page of another port of this machine draws, too, when it names the server', async () => {
    const { url } = await developmentServer();
    const text = (await readFile(join(folder, 'd3.html'), 'utf8')).replace('location.origin', `'${url}'`);
    const other = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(text));
    onTestFinished(() => void other.close());
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { page } = await openExample();
    await page.goto(`http://127.0.0.1:${portOf(other.address())}/`);
    await isDrawn(page);
    expect(await page.locator('h1').innerText()).toContain('DevOps Engineer');
  });
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

test.skipIf(!hasPython())('the Python script finds groups and draws them', async () => {
  const python = await preparedPython(join(folder, 'requirements.txt'));
  const { url } = await servingProcess();
  const cwd = await temporaryFolder();
  const env = { ROLEGRAPH: url, MPLCONFIGDIR: cwd };
  const { stdout, stderr } = await run(python, [join(folder, 'networkx_roles.py')], { cwd, env });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Overlaps of roles: 138 roles, \d+ overlaps\n/);
  expect(stdout).toContain('  DevOps Engineer: ');
  expect((await stat(join(cwd, 'roles.png'))).size).toBeGreaterThan(20_000);
  if (makesPictures) await copyFile(join(cwd, 'roles.png'), join(pictures, 'networkx.png'));
});

const pageOfRoles = z.object({
  data: z.object({
    roles: z.object({
      nodes: z.array(z.object({ title: z.string(), pillars: z.array(z.object({ name: z.string() })) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

test('the address of the Power Query is answered, page by page', async () => {
  const { url } = await servingProcess();
  const text = await readFile(join(folder, 'power-query.pq'), 'utf8');
  const query = /GraphQL = "((?:[^"]|"")*)"/.exec(text)?.[1]?.replaceAll('""', '"') ?? '';
  expect(text).toContain('RelativePath = "graphql"');
  const pageAfter = async (after: string | null) => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify({ after }) });
    const answer = await fetch(`${url}/graphql?${parameters}`, { headers: { Accept: 'application/json' } });
    expect(answer.status).toBe(200);
    return pageOfRoles.parse(await answer.json()).data.roles;
  };
  const first = await pageAfter(null);
  const second = await pageAfter(first.pageInfo.endCursor);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const titles = [...first.nodes, ...second.nodes].map(({ title }) => title);
  expect(new Set(titles).size).toBe(138);
});

test('the formulas for Google Sheets are answered with tables', async () => {
  const { url } = await servingProcess();
  const script = await readFile(join(folder, 'google-sheets.gs'), 'utf8');
  const addresses = [...script.matchAll(/=IMPORTDATA\("https:\/\/rolegraph\.example\.com([^"]+)"\)/g)];
  expect(addresses.length).toBe(2);
  for (const [, address = ''] of addresses) {
    const rows: unknown = parse(await (await fetch(url + address)).text(), { columns: true });
    expect(z.array(z.record(z.string(), z.string())).parse(rows).length, address).toBeGreaterThan(50);
  }

  const queries = [...script.matchAll(/=ROLEGRAPH\("(.+)"\)/g)];
  expect(queries.length).toBe(2);
  const tables = await Promise.all(queries.map(([, query = '']) => tableOf(script, url, query)));
  expect(tables[0]?.slice(0, 2)).toEqual([
    ['name', 'roleCount'],
    ['Operational Excellence', expect.any(Number)],
  ]);
  expect(tables[1]?.[0]).toEqual(['title', 'pillarCount', 'pillars']);
  expect(tables[1]).toHaveLength(101);
});

const table = z.array(z.array(z.unknown()));

/** What the function of the script returns. It wants answers at once, so they are fetched between two calls. */
async function tableOf(script: string, url: string, query: string) {
  let asked = '';
  const call = (text: string): unknown =>
    runInNewContext(`${script}\nROLEGRAPH(${JSON.stringify(query)})`, {
      UrlFetchApp: {
        fetch: (address: string) => {
          asked = address;
          return { getContentText: () => text };
        },
      },
    });
  call('{"data":{"list":[]}}');
  const address = asked.replace('https://rolegraph.example.com', url);
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  // What comes from another context has other prototypes.
  return table.parse(JSON.parse(JSON.stringify(call(await answer.text()))));
}

test.runIf(makesPictures)('pictures of Graphviz and Mermaid', async () => {
  const { url } = await servingProcess();
  const selection = 'roots=role:data-steward&view=duties&depth=2';
  const textOf = async (ending: string) => (await fetch(`${url}/graph.${ending}?${selection}`)).text();
  const file = join(await temporaryFolder(), 'graph.dot');
  await writeFile(file, await textOf('dot'));
  const shapes = ['-Nshape=box', '-Nstyle=rounded', '-Nfontname=Helvetica'];
  const options = ['-Grankdir=LR', ...shapes, '-Gdpi=80', '-Tpng', '-o', join(pictures, 'graphviz.png')];
  await run('dot', [...options, file]);

  const { page } = await openPage();
  await page.setViewportSize({ width: 900, height: 500 });
  await page.setContent('<pre></pre>');
  await page.addScriptTag({ path: join(packageFolder(), 'node_modules/mermaid/dist/mermaid.min.js') });
  await page.evaluate(`
    document.querySelector('pre').textContent = ${JSON.stringify(await textOf('mmd'))};
    mermaid.run({ querySelector: 'pre' });
  `);
  await page.locator('svg .node').first().waitFor();
  await page
    .locator('svg')
    .first()
    .screenshot({ path: join(pictures, 'mermaid.png') });
});
