import type { DocumentPage } from './document-page.ts';

/** A row of the table of pages: a link, and what is on the page. */
const row = /^\| *\[[^\]]*\]\(([^)]+)\) *\| *(.*?) *\|$/gm;

/**
 * What the table of pages in README.md says about each, by the path of its file.
 *
 * @param readme its Markdown.
 */
export function describedPages(readme: string): ReadonlyMap<string, string> {
  return new Map([...readme.matchAll(row)].map(([, path = '', content = '']) => [path, content.replaceAll('`', '')]));
}

/** The first sentence below the title; '' if the page begins otherwise. */
export function firstSentence({ sections }: Pick<DocumentPage, 'sections'>): string {
  const text = sections.find((section) => section.heading?.level === 1)?.text ?? '';
  return /^[^.:]{1,200}[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? '';
}
