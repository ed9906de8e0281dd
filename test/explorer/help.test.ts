import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpPages } from '../../explorer/state/help.ts';
import { makeSite } from '../../site/build/site.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { problemOfLink } from '../support/document-links.ts';

/** The file that the server makes a page of: /docs/overlap#traits is docs/overlap.md#traits. */
function fileOf(page: string): string {
  return page.replace(/^docs\//, '').replace(/(?=#|$)/, '.md');
}

test.each(Object.entries(helpPages))('the help about %s is in the documentation', (_, page) => {
  expect(problemOfLink('docs/index.md', fileOf(page))).toBeUndefined();
});

test('some part of the explorer leads to each page of help', () => {
  const folder = join(packageFolder(), 'explorer/views');
  const code = globSync('**/*.tsx', { cwd: folder }).map((path) => readFileSync(join(folder, path), 'utf8'));
  const used = new Set(
    code.flatMap((text) => Array.from(text.matchAll(/<HelpLink about="(\w+)"/g), ([, topic]) => topic)),
  );
  expect([...used].sort()).toEqual(Object.keys(helpPages).sort());
});

test('the foot of each page leads to pages of the documentation that are there', () => {
  const foot = readFileSync(join(packageFolder(), 'explorer/views/page-foot.tsx'), 'utf8');
  const pages = Array.from(foot.matchAll(/'docs\/(\w*)'/g), ([, name = '']) => name);
  expect(pages.length).toBeGreaterThan(0);
  expect(makeSite(packageFolder()).pages.map(({ address }) => address)).toEqual(expect.arrayContaining(pages));
});
