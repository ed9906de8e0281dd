import MarkdownIt, { type Token } from 'markdown-it';
import { memoize } from '../../src/collections/memoize.ts';
import { htmlText } from '../../src/server/pages/html.ts';
import { codeBlock } from './code.ts';

/** How a link is written that a Markdown file has. */
export interface Links {
  /** @param html what is shown of the link. */
  readonly link: (href: string, html: string) => string;
  /** The address of a picture. */
  readonly image: (href: string) => string;
  /** What a piece of code in a text leads to; undefined if it is only code. */
  readonly code?: (text: string) => string | undefined;
}

/** Turns Markdown into tokens, and tokens into HTML. */
export interface MarkdownRenderer {
  readonly tokensOf: (markdown: string) => readonly Token[];
  readonly htmlOf: (tokens: readonly Token[]) => string;
}

/** One for the links of each page. */
export const markdownWith = memoize((links: Links): MarkdownRenderer => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // Only what begins with https:// or http://, or every "catalog.md" would be a site in Moldova.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const htmlOf = (tokens: readonly Token[]) => markdown.renderer.render([...tokens], markdown.options, {});
  const { rules } = markdown.renderer;
  const codeRule = (tokens: readonly Token[], at: number) => {
    const { content = '', info = '' } = tokens[at] ?? {};
    return codeBlock(content.replace(/\n$/, ''), info.trim());
  };
  rules['fence'] = codeRule;
  rules['code_block'] = codeRule;
  rules['code_inline'] = (tokens, at) => {
    const { content = '' } = tokens[at] ?? {};
    // Long names of settings may be broken at their parts, for narrow windows.
    const code = `<code>${htmlText(content).replaceAll(/(?<=\w)_(?=\w)/g, '_<wbr>')}</code>`;
    const href = links.code?.(content);
    return href === undefined ? code : `<a href="${htmlText(href)}">${code}</a>`;
  };
  rules['image'] = (tokens, at, options, env, renderer) => {
    const image = tokens[at];
    const alt = renderer.renderInlineAsText(image?.children ?? [], options, env);
    const address = links.image(String(image?.attrGet('src') ?? ''));
    return `<img src="${htmlText(address)}" alt="${htmlText(alt)}" loading="lazy">`;
  };
  rules['table_open'] = () => '<div class="scrolls" tabindex="0" role="group" aria-label="Table"><table>';
  rules['table_close'] = () => '</table></div>\n';
  return {
    htmlOf,
    tokensOf: (text) => {
      const tokens = markdown.parse(text, {});
      for (const token of tokens) {
        alignByAttribute(token);
        if (token.children !== null) token.children = withLinks(token.children);
      }
      return tokens;
    },
  };

  /** The tokens of a line in which each link is one token, written by `links`. */
  function withLinks(tokens: readonly Token[]): Token[] {
    const open = tokens.findIndex(({ type }) => type === 'link_open');
    const close = tokens.findIndex(({ type }, index) => index > open && type === 'link_close');
    if (open === -1 || close === -1) return [...tokens];
    const inner = markdown.renderer.renderInline(tokens.slice(open + 1, close), markdown.options, {});
    const link = htmlToken(links.link(String(tokens[open]?.attrGet('href') ?? ''), inner));
    return [...tokens.slice(0, open), link, ...withLinks(tokens.slice(close + 1))];
  }
});

const withHtml = new MarkdownIt({ html: true });

/** A piece of HTML within a line. markdown-it does not export the class of tokens, so one is parsed. */
export function htmlToken(html: string): Token {
  const [line] = withHtml.parseInline('<b>', {});
  const token = line?.children?.[0];
  if (token === undefined) throw new Error('markdown-it makes no token of HTML');
  token.content = html;
  return token;
}

/** Cells are aligned by style attributes, which the policy of pages forbids. */
function alignByAttribute(token: Token): void {
  const style = token.attrGet('style');
  if (style === null) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrSet('align', String(style).replace('text-align:', ''));
}
