import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { linksOf, problemOfLink } from '../support/document-links.ts';

const pages = globSync(['*.md', 'docs/*.md', 'examples/**/*.md'], { cwd: packageFolder() }).map((path) =>
  path.replaceAll('\\', '/'),
);

test('there are pages to look at', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/glossary.md', 'examples/typed-client/README.md']));
});

test.each(pages)('every link in %s leads to something that is there', (page) => {
  const markdown = readFileSync(join(packageFolder(), page), 'utf8');
  expect(linksOf(markdown).flatMap((link) => problemOfLink(page, link) ?? [])).toEqual([]);
});
