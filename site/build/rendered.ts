import GithubSlugger from 'github-slugger';
import { Marked, type Token, type Tokens } from 'marked';
import { htmlText } from '../../src/server/pages/html.ts';
import { codeBlock } from './code.ts';
import { plainText } from './plain-text.ts';

export interface Heading {
  /** 1 is the title of the page. */
  readonly level: number;
  /** The anchor, as GitHub makes it. */
  readonly id: string;
  readonly text: string;
}

/** What stands below one heading, up to the next. */
export interface Section {
  readonly heading: Heading | undefined;
  /** Without markup. */
  readonly text: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  /** The ids that the page has, to which links may lead. */
  readonly anchors: ReadonlySet<string>;
}

/** How a link is written that a Markdown file has. */
export interface Links {
  /** @param html what is shown of the link. */
  readonly link: (href: string, html: string) => string;
  /** The address of a picture. */
  readonly image: (href: string) => string;
  /** What a piece of code in a text leads to; undefined if it is only code. */
  readonly code?: (text: string) => string | undefined;
}

/** Markdown as GitHub shows it: tables, links that are not marked, anchors of headings. */
export function rendered(markdown: string, links: Links): Rendered {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const marked = markedWith(links, (token, html) => {
    const text = plainText(html);
    const heading = { level: token.depth, id: slugger.slug(text), text };
    headings.push(heading);
    return heading;
  });
  const groups = groupedByHeading(marked.lexer(markdown)).map((tokens) => {
    const count = headings.length;
    const html = marked.parser([...tokens]);
    const heading = headings[count];
    const body = heading === undefined ? html : html.slice(html.indexOf(`</h${heading.level}>`));
    return { html, section: { heading, text: plainText(body) } };
  });
  const html = groups.map((group) => group.html).join('');
  const written = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  return { html, headings, sections: groups.map(({ section }) => section), anchors: new Set(written) };
}

/** The tokens of a document in groups, each of which begins with a heading, but the first if something is before it. */
function groupedByHeading(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (last === undefined || token.type === 'heading') groups.push([token]);
    else last.push(token);
  }
  return groups;
}

function markedWith(links: Links, addHeading: (token: Tokens.Heading, html: string) => Heading): Marked {
  return new Marked({
    gfm: true,
    renderer: {
      heading(token) {
        const html = this.parser.parseInline(token.tokens);
        const { level, id, text } = addHeading(token, html);
        const link = `<a class="anchor" href="#${id}" aria-label="${htmlText(`Link to “${text}”`)}">#</a>`;
        return `<h${level} id="${id}">${html}${level === 1 ? '' : ` ${link}`}</h${level}>\n`;
      },
      code: ({ text, lang = '' }) => codeBlock(text, lang),
      codespan({ text }) {
        // Long names of settings may be broken at their parts, for narrow windows.
        const code = `<code>${htmlText(text).replaceAll(/(?<=\w)_(?=\w)/g, '_<wbr>')}</code>`;
        const href = links.code?.(text);
        return href === undefined ? code : `<a href="${htmlText(href)}">${code}</a>`;
      },
      link(token) {
        return links.link(token.href, this.parser.parseInline(token.tokens));
      },
      image({ href, text }) {
        return `<img src="${htmlText(links.image(href))}" alt="${htmlText(text)}" loading="lazy">`;
      },
      table(token) {
        const row = (cells: readonly Tokens.TableCell[]) =>
          `<tr>${cells.map((cell) => this.tablecell(cell)).join('')}</tr>`;
        const body = token.rows.map(row).join('\n');
        return `<div class="scrolls" tabindex="0" role="group" aria-label="Table"><table><thead>${row(token.header)}</thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
}
