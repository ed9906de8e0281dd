import type { Logger } from 'pino';
import { addressOf } from '../../exchange/address.ts';
import type { FileFormat } from '../../exchange/file-format.ts';
import { fileFormats } from '../../exchange/file-formats.ts';
import { defaultSelection, maxDepth } from '../../graph/selection/graph-selection.ts';
import { views, type View } from '../../graph/selection/views.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/node.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { Route } from '../http/exchange.ts';
import { catalogPageRoute } from './catalog-page.ts';
import { htmlPage, htmlText, iconSvg } from './html.ts';
import { pageRedirect } from './page-redirect.ts';
import { plainPage } from './plain-page.ts';

const { style, headers } = plainPage;

/** The page at /graph: the formats with the tools that read them, the views, and how to select a part. */
export function graphPageRoutes(served: ServedCatalog, logger: Logger): readonly (readonly [string, Route])[] {
  return [
    ['/graph', catalogPageRoute(served, logger, { headers, show: exampleOf, page })],
    ['/graph/', pageRedirect('../graph')],
  ];
}

/** A selection with a role of the catalog: one that overlaps with many, so that there is something to see. */
function exampleOf(graph: CatalogGraph): string {
  const role = graph.roles.reduce<Role | undefined>(
    (most, each) => (most === undefined || each.pillarCount > most.pillarCount ? each : most),
    undefined,
  );
  if (role === undefined) return '';
  const addresses = [
    addressOf({ ending: 'd3.json' }, { roots: [role.id] }),
    addressOf({ ending: 'd3.json' }, { roots: [role.id], depth: 2, edgeKinds: ['OVERLAPS_WITH'], minOverlap: 0.2 }),
    addressOf({ ending: 'd3.json' }, { roots: [role.id] }, { name: 'duties' }),
  ].map(relative);
  return `<p>For example, what is next to ${htmlText(role.label)}, its overlaps in two steps, and its duties:</p>
      <ul class="links">${addresses.map((address) => `<li>${link(address, address)}</li>`).join('')}</ul>`;
}

/** As the page links to it: a proxy may serve everything under a path of its own. */
function relative(address: string): string {
  return address.slice(1);
}

function link(address: string, text: string): string {
  return `<a href="${htmlText(address)}">${htmlText(text)}</a>`;
}

function formatItem(format: FileFormat): string {
  const own = Object.entries(format.parameters).map(
    ([name, values]) => `${name}=${values.map((value) => String(value)).join('|')}`,
  );
  const { most } = format;
  const limits = [
    ...(most?.nodes === undefined ? [] : [`${most.nodes.toLocaleString('en-US')} nodes`]),
    ...(most?.edges === undefined ? [] : [`${most.edges.toLocaleString('en-US')} edges`]),
  ];
  const details = [
    ...(own.length === 0 ? [] : [`Parameters: ${own.join(', ')}.`]),
    ...(limits.length === 0 ? [] : [`At most ${limits.join(' and ')}.`]),
  ];
  return `<li>${link(relative(addressOf(format, {})), `graph.${format.ending}`)}: ${htmlText(format.name)}, for ${htmlText(format.readers)}. ${htmlText(details.join(' '))}</li>`;
}

function viewItem(view: View): string {
  const address = relative(addressOf({ ending: 'd3.json' }, {}, view));
  return `<li>${link(address, `view=${view.name}`)}: ${htmlText(view.title)}. ${htmlText(view.use)}</li>`;
}

const selection = `
      <ul class="links">
        <li><b>roots</b>: ids, titles or names, separated by commas. Repeat the parameter for names that have commas. Without roots: the whole catalog.</li>
        <li><b>depth</b>: how many edges from the roots, 0 to ${maxDepth}; ${defaultSelection.depth} by default.</li>
        <li><b>nodeKinds</b>, <b>edgeKinds</b>: only these kinds, as in the GraphQL query <i>graph</i>.</li>
        <li><b>minOverlap</b>: the least weight of overlaps, 0 to 1; ${defaultSelection.minOverlap} by default.</li>
        <li><b>maxNodes</b>: the most nodes; no limit by default. A file that is not complete says so.</li>
      </ul>
      <p>Parameters can also be parts of the path, for tools that look at the end of an address:
        <i>graph/view=roles/graph.gexf</i>.</p>`;

const page = (example: string): string =>
  htmlPage({
    title: 'Files of the graph',
    head: `<style>${style}</style>`,
    body: `<body>
    <main>
      <header>${iconSvg}<div><h1>Files of the graph</h1><p>The whole catalog, or a part of it, for other tools.</p></div></header>
      <h2>Formats</h2>
      <ul class="links">${fileFormats.map(formatItem).join('')}</ul>
      <h2>Views</h2>
      <ul class="links">${views.map(viewItem).join('')}</ul>
      <h2>Select a part</h2>${selection}
      ${example}
      <p><a href="picture">Pictures of the catalog</a> · <a href="docs/visualization">Documentation</a> · <a href="./">Back to the first page</a></p>
    </main>
  </body>`,
  });
