import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from '../../site/build/broken-links.ts';
import { documentPage } from '../../site/build/document-page.ts';
import { makeSite } from '../../site/build/site.ts';
import { packageFolder } from '../../src/config/package-folder.ts';

const project = packageFolder();
const site = makeSite(project);
const files = { script: 'assets/main.js', style: 'assets/main.css' };
const htmlByAddress = new Map(site.pages.map((page) => [page.address, site.htmlOf(page, files)]));

function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
}

describe('the documentation', () => {
  test('has no link to a page, a heading or a file that does not exist', () => {
    expect(brokenLinks(site.documents, (path) => existsSync(join(project, path)))).toEqual([]);
  });

  test('has no address in any of its pages, the navigation included, that leads to nothing', () => {
    const base = 'http://server/docs/';
    const served = new Set([...site.files, ...site.indexes.keys(), ...Object.values(files)]);
    const ids = new Map([...htmlByAddress].map(([address, html]) => [address, idsOf(html)]));
    const broken = [...htmlByAddress].flatMap(([address, html]) =>
      [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, written = '']) => {
        const { href, hash } = new URL(written.replaceAll('&amp;', '&'), base + address);
        if (!href.startsWith(base)) return [];
        const path = href.slice(base.length).split('#')[0] ?? '';
        const isThere =
          hash === ''
            ? htmlByAddress.has(path) || served.has(path)
            : ids.get(path)?.has(decodeURIComponent(hash.slice(1)));
        return isThere === true ? [] : [`${address}: ${written}`];
      }),
    );
    expect(broken).toEqual([]);
    expect(htmlByAddress.size).toBeGreaterThan(100);
  });

  test('has no script, style or handler in its pages, which their policy forbids', () => {
    for (const [address, html] of htmlByAddress) {
      expect(html, address).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle="|\son\w+="/);
    }
  });

  test('has each id once on a page', () => {
    for (const [address, html] of htmlByAddress) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(
        ids.filter((id, index) => ids.indexOf(id) < index),
        address,
      ).toEqual([]);
    }
  });
});

describe('a link that leads nowhere', () => {
  const pages = new Map([
    ['docs/a.md', { name: 'a', title: 'A' }],
    ['docs/b.md', { name: 'b', title: 'B' }],
  ]);
  const documents = (markdown: string) => [
    documentPage({ name: 'a', path: 'docs/a.md', title: 'A', markdown }, pages),
    documentPage({ name: 'b', path: 'docs/b.md', title: 'B', markdown: '# B\n\n## One part' }, pages),
  ];

  test.each([
    ['[x](b.md#another)', 'docs/a.md: b.md#another leads to no heading of the page b'],
    ['[x](#none)', 'docs/a.md: #none leads to no heading of the page a'],
    ['[x](c.md)', 'docs/a.md: c.md is no file of the project'],
    ['![x](images/none.png)', 'docs/a.md: images/none.png is no file'],
  ])('is reported: %s', (markdown, problem) => {
    expect(brokenLinks(documents(`# A\n\n${markdown}`), () => false)).toEqual([problem]);
  });

  test('is not reported if it leads somewhere', () => {
    const markdown = '# A\n\n[x](b.md#one-part) [y](#a) [z](b.md) [elsewhere](https://example.org/#x)';
    expect(brokenLinks(documents(markdown), () => false)).toEqual([]);
  });
});
