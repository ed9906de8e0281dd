import GithubSlugger from 'github-slugger';
import type { Token } from 'markdown-it';
import { htmlText } from '../../src/server/pages/html.ts';
import { plainText } from './plain-text.ts';
import { htmlToken, markdownWith, type Links } from './markdown.ts';

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

/** Markdown as GitHub shows it: tables, links that are not marked, anchors of headings. */
export function rendered(markdown: string, links: Links): Rendered {
  const renderer = markdownWith(links);
  const slugger = new GithubSlugger();
  const groups = groupedByHeading(renderer.tokensOf(markdown)).map((tokens) => {
    const heading = headingOf(tokens);
    const html = renderer.htmlOf(tokens);
    const body = heading === undefined ? html : html.slice(html.indexOf(`</h${heading.level}>`));
    return { html, heading, section: { heading, text: plainText(body) } };
  });
  const html = groups.map((group) => group.html).join('');
  const written = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  return {
    html,
    headings: groups.flatMap(({ heading }) => heading ?? []),
    sections: groups.map(({ section }) => section),
    anchors: new Set(written),
  };

  /** The heading at the beginning, which gets its anchor, and a link to it. */
  function headingOf([open, inline]: readonly Token[]): Heading | undefined {
    if (open?.type !== 'heading_open' || inline === undefined) return undefined;
    const level = Number(open.tag.slice(1));
    const text = plainText(renderer.htmlOf([inline]));
    const id = slugger.slug(text);
    open.attrSet('id', id);
    const link = `<a class="anchor" href="#${id}" aria-label="${htmlText(`Link to “${text}”`)}">#</a>`;
    if (level > 1) inline.children = [...(inline.children ?? []), htmlToken(` ${link}`)];
    return { level, id, text };
  }
}

/** The tokens of a document in groups, each of which begins with a heading, but the first if something is before it. */
function groupedByHeading(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (last === undefined || (token.type === 'heading_open' && token.level === 0)) groups.push([token]);
    else last.push(token);
  }
  return groups;
}
