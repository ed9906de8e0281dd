import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../config/package-folder.ts';
import { getRoute, send, type Route } from '../http/exchange.ts';
import { htmlPage, htmlText, htmlType, iconSvg } from './html.ts';
import { pageRedirect } from './page-redirect.ts';
import { plainPage } from './plain-page.ts';

/** What the pages load, besides answers of this server, is up to them: they are examples of pages elsewhere. */
const exampleHeaders = {
  'Content-Type': htmlType,
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Cache-Control': 'no-cache',
};

/**
 * The pages of the folder `examples` below /examples/, so that they can be tried without another web server. For development:
 * they load libraries from a public CDN. They are read for each request, so that a change of a file shows when the page is
 * loaded again.
 */
export function exampleRoutes(): readonly (readonly [string, Route])[] {
  const folder = join(packageFolder(), 'examples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const pages = names.map((name) => {
    const route = getRoute(async (exchange) => {
      send(exchange, { status: 200, headers: exampleHeaders, body: await readFile(join(folder, name), 'utf8') });
    });
    return [`/examples/${name}`, route] as const;
  });
  const list = getRoute(async (exchange) => {
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const items = names.map((name, index) => `<li><a href="${htmlText(name)}">${titleOf(texts[index] ?? '')}</a></li>`);
    send(exchange, { status: 200, headers: plainPage.headers, body: listPage(items) });
  });
  return [['/examples', pageRedirect('examples/')], ['/examples/', list], ...pages];
}

/** As HTML. */
function titleOf(page: string): string {
  return /<title>(.*)<\/title>/.exec(page)?.[1] ?? '';
}

function listPage(items: readonly string[]): string {
  return htmlPage({
    title: 'Examples of drawings',
    head: `<style>${plainPage.style}</style>`,
    body: `<body>
    <main>
      <header>${iconSvg}<div><h1>Examples of drawings</h1><p>Pages in the folder <i>examples</i>, to copy and to change.</p></div></header>
      <p>They load libraries from cdn.jsdelivr.net. What stands after the ? of their addresses is what they draw, e.g.
        <a href="d3.html?view=pillars">d3.html?view=pillars</a>.</p>
      <ul class="links">${items.join('')}</ul>
      <p><a href="../graph">Formats and selections</a> · <a href="../docs/visualization">Documentation</a></p>
    </main>
  </body>`,
  });
}
