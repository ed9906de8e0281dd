import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageFolder } from '../../src/config/package-folder.ts';

/** The headings of a page in Markdown, as text without marks. Blocks of code have none. */
export function headingsOf(markdown: string): readonly string[] {
  return Array.from(markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm), ([, text = '']) =>
    text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, ''),
  );
}

/** The part of an address after `#` that leads to a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The links of a page that lead to another page, file or folder of the project, or to a heading of its own. */
export function linksOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target).filter(
    (target) => !/^<?[a-z]+:/.test(target),
  );
}

/**
 * What is wrong with a link of a page: undefined if it leads to something that is there.
 *
 * @param page from the root of the project, e.g. "docs/faq.md".
 * @param link as the page has it, e.g. "overlap.md#traits".
 */
export function problemOfLink(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? join(packageFolder(), page) : join(packageFolder(), dirname(page), path);
  if (!existsSync(file)) return `${page} links to ${relative(packageFolder(), file)}, which is not there`;
  if (anchor === undefined || statSync(file).isDirectory()) return undefined;
  const anchors = headingsOf(readFileSync(file, 'utf8')).map(anchorOf);
  return anchors.includes(anchor) ? undefined : `${page} links to ${link}, and no heading there has this anchor`;
}
