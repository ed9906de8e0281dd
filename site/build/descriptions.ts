import { marked, type Token, type Tokens } from 'marked';
import type { DocumentPage } from './document-page.ts';

/**
 * What the table of pages in README.md says about each, by the path of its file.
 *
 * @param readme its Markdown.
 */
export function describedPages(readme: string): ReadonlyMap<string, string> {
  const tables = marked.lexer(readme).filter(isTable);
  const rows = tables.flatMap((table) => table.rows).map(([page, content]) => [page, content] as const);
  return new Map(
    rows.flatMap(([page, content]) => {
      const path = /\]\(([^)]+)\)/.exec(page?.text ?? '')?.[1];
      return path === undefined || content === undefined ? [] : [[path, content.text.replaceAll('`', '')] as const];
    }),
  );
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

/** The first sentence below the title; '' if the page begins otherwise. */
export function firstSentence({ sections }: Pick<DocumentPage, 'sections'>): string {
  const text = sections.find((section) => section.heading?.level === 1)?.text ?? '';
  return /^[^.:]{1,200}[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? '';
}
