import { htmlPage, htmlText, iconSvg } from '../../src/server/pages/html.ts';
import { relativeTo, serverAddressFrom } from './link.ts';
import { schemaPage, type Audience } from './navigation.ts';
import type { Heading } from './rendered.ts';
import type { PageLink, SitePage } from './site-page.ts';

/** What pages have in common. */
export interface Frame {
  readonly audiences: readonly Audience[];
  /** The titles of the pages of the navigation, by name. */
  readonly titles: ReadonlyMap<string, string>;
  /** Addresses below /docs/ of what pages load. */
  readonly files: { readonly script: string; readonly style: string; readonly indexes: readonly string[] };
}

/** A whole page, with the navigation around it. No script and no style is in the page itself, so its policy can forbid both. */
export function wholePage(page: SitePage, { audiences, titles, files }: Frame): string {
  const to = (address: string) => htmlText(relativeTo(page.address, address));
  const explorer = htmlText(serverAddressFrom(page.address, ''));
  // Those of the part of the site that the page is in come first.
  const isNear = (index: string) => index.startsWith(`${schemaPage}/`) === (page.place === schemaPage);
  const indexes = [...files.indexes.filter(isNear), ...files.indexes.filter((index) => !isNear(index))]
    .map((index) => relativeTo(page.address, index))
    .join(' ');
  return htmlPage({
    title: htmlText(page.address === '' ? `${page.title} · Rolegraph` : `${page.title} · Rolegraph documentation`),
    head: `<meta name="color-scheme" content="light dark">
    ${page.description === '' ? '' : `<meta name="description" content="${htmlText(page.description)}">`}
    <link rel="stylesheet" href="${to(files.style)}">
    <script type="module" src="${to(files.script)}"></script>`,
    body: `<body>
    <a class="skip" href="#site-content">Skip to the content</a>
    <header class="page-head">
      <a class="brand" href="${to('')}">${iconSvg}<span>Rolegraph <b>documentation</b></span></a>
      <search hidden data-indexes="${htmlText(indexes)}" data-base="${to('')}">
        <label class="unseen" for="site-search">Search the documentation</label>
        <input id="site-search" type="search" placeholder="Search the documentation" autocomplete="off" spellcheck="false" aria-controls="site-results">
        <div id="site-results" class="results" hidden><p role="status"></p><ul></ul></div>
      </search>
      <a class="explorer" href="${explorer}">Explorer</a>
    </header>
    <div class="layout">
      <details class="pages" open><summary>All pages</summary><nav aria-label="Pages">${audiences
        .map(
          ({ title, pages }) =>
            `<h2>${htmlText(title)}</h2><ul>${pages.map((name) => navigationItem(name)).join('')}</ul>`,
        )
        .join('')}</nav></details>
      ${contents(page.headings)}
      <main id="site-content" tabindex="-1">
        <article>${page.html}</article>
        ${neighbours(page)}
      </main>
    </div>
  </body>`,
  });

  function navigationItem(name: string): string {
    const current = name === page.address ? ' aria-current="page"' : name === page.place ? ' aria-current="true"' : '';
    return `<li><a href="${to(name)}"${current}>${htmlText(titles.get(name) ?? name)}</a></li>`;
  }

  function neighbours({ previous, next }: SitePage): string {
    const link = (at: PageLink | undefined, relation: 'prev' | 'next', label: string) =>
      at === undefined
        ? ''
        : `<a rel="${relation}" href="${to(at.address)}"><span>${label}</span> ${htmlText(at.title)}</a>`;
    if (previous === undefined && next === undefined) return '';
    return `<nav class="neighbours" aria-label="Previous and next page">${link(previous, 'prev', 'Previous')}${link(next, 'next', 'Next')}</nav>`;
  }
}

/** The table of contents of a page: its headings of the second and third level; nothing if there is only one. */
function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  if (shown.length < 2) return '';
  const items = shown.map(
    ({ level, id, text }) => `<li class="level-${level}"><a href="#${htmlText(id)}">${htmlText(text)}</a></li>`,
  );
  return `<details class="contents" open><summary>On this page</summary><nav aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></nav></details>`;
}
