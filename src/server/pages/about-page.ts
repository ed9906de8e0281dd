import type { Logger } from 'pino';
import type { Features } from '../../config/config.ts';
import type { CatalogGraph, CatalogPart } from '../../graph/catalog-graph.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { Route } from '../http/exchange.ts';
import { catalogPageRoute } from './catalog-page.ts';
import { exampleQueries, type ExampleQuery } from './example-queries.ts';
import { htmlPage, htmlText, iconSvg } from './html.ts';
import { plainPage } from './plain-page.ts';

const { style, headers } = plainPage;

/** What pages link to. */
export interface OfferedPages extends Features {
  readonly examples: boolean;
  /** What is wrong with the files from which the catalog was imported. */
  readonly findings: boolean;
  /** The page on which browsers sign in. */
  readonly signIn: boolean;
}

/** Whether there is an explorer at `/`, or why this page is there in its place. */
export type ExplorerState = 'SERVED' | 'NOT_BUILT' | 'TURNED_OFF';

/** What the server serves: the catalog in numbers, questions to try in GraphiQL, and links to everything that is offered. */
export function aboutRoute(
  served: ServedCatalog,
  features: OfferedPages,
  explorer: ExplorerState,
  logger: Logger,
): Route {
  return catalogPageRoute(served, logger, {
    headers,
    show: (graph, stored) => catalogPart(graph, stored, features),
    failureHeading: '<h2>The catalog cannot be read now</h2>',
    page: (catalog) => page(catalog, features, explorer),
  });
}

function catalogPart(graph: CatalogGraph, stored: StoredCatalog, { graphiql }: Features): string {
  const { structure, appearanceCount } = graph;
  const counts = [
    ['roles', graph.roles.length],
    ['responsibilities', graph.responsibilities.length],
    ['pillars', graph.pillars.length],
    ['categories', graph.categories.length],
    ['organization types', graph.organizationTypes.length],
    ['appearances in sources', appearanceCount],
  ] as const;
  const imported = stored.importedAt.toISOString().slice(0, 10);
  return `
    <h2>The catalog: ${htmlText(structure.name)} ${htmlText(structure.version)}</h2>
    <ul class="counts">${counts.map(([what, count]) => `<li><b>${count.toLocaleString('en')}</b>${what}</li>`).join('')}</ul>
    ${partList(graph.parts)}
    <p>Imported on ${imported}, revision ${structure.revision.slice(0, 12)}.</p>
    ${graphiql ? questions(graph) : ''}`;
}

/** How many sources of each merged catalog the page lists. */
const mostSources = 20;

/** The catalogs that were merged, with their sources; nothing for a catalog of its own. */
function partList(parts: readonly CatalogPart[]): string {
  if (parts.length === 1) return '';
  const items = parts.map(({ name, version, sources }) => {
    const named = sources.slice(0, mostSources).map(({ title }) => title);
    const more = sources.length > mostSources ? [`${(sources.length - mostSources).toLocaleString('en')} more`] : [];
    return `<li>${htmlText(`${name} ${version}: ${[...named, ...more].join(', ') || 'no sources'}`)}</li>`;
  });
  return `<p>Merged from:</p><ul class="links">${items.join('')}</ul>`;
}

function questions(graph: CatalogGraph): string {
  return `<h2>Questions to try</h2>
    <ul class="questions">${exampleQueries(graph).map(questionLink).join('')}</ul>`;
}

function questionLink({ question, query }: ExampleQuery): string {
  return `<li><a href="graphql?query=${encodeURIComponent(query)}">${htmlText(question)}</a></li>`;
}

const explorerLink =
  '<li><a href="./">Explorer</a>: search the roles, see where each stands, and what they share.</li>';

/** What to do for the explorer, where this page is in its place. */
const notices: Readonly<Record<ExplorerState, string>> = {
  SERVED: '',
  NOT_BUILT:
    '<p class="notice">The explorer, which belongs here, is not built. Run <code>npm run build:explorer</code> in the folder of ' +
    'Rolegraph, and start the server again. <code>npm ci</code> builds it, too, unless <code>--ignore-scripts</code> is set.</p>',
  TURNED_OFF:
    '<p class="notice">The explorer draws from the data of pictures, which <code>ROLEGRAPH_FILES=off</code> turns off.</p>',
};

const graphiqlLink =
  '<li><a href="graphql">GraphiQL</a>: send queries from the browser, next to the documentation. Programs use the same address.</li>';

const docsLink =
  '<li><a href="docs/">Documentation</a>: questions and answers, your own catalog, running a server.</li>';

const schemaLink =
  '<li><a href="docs/schema">The schema</a>: every type and field described; as a file, <a href="schema.graphql">schema.graphql</a>.</li>';

const filesLink =
  '<li><a href="graph">Files for other tools</a>: the graph, or a part of it, for Gephi, Excel, networkx, d3 and others.</li>';

const picturesLink =
  '<li><a href="picture">Pictures</a>: the catalog as a board, matrices and drawings, to look at and to show in any page.</li>';

const examplesLink =
  '<li><a href="examples/">Examples of drawings</a>: pages with d3, Cytoscape.js, sigma and Observable, to copy.</li>';

const page = (
  catalog: string,
  { graphiql, introspection, files, examples }: OfferedPages,
  explorer: ExplorerState,
): string =>
  htmlPage({
    title: 'About this server · Rolegraph',
    head: `<style>${style}</style>`,
    body: `<body>
    <main>
      <header>${iconSvg}<div><h1>Rolegraph</h1><p>Who does what, where, and what roles share.</p></div></header>
      ${notices[explorer]}
      ${catalog}
      <h2>Next steps</h2>
      <ul class="links">
        ${explorer === 'SERVED' ? explorerLink : ''}
        ${docsLink}
        ${graphiql ? graphiqlLink : ''}
        ${files ? picturesLink : ''}
        ${files ? filesLink : ''}
        ${examples ? examplesLink : ''}
        ${introspection ? schemaLink : ''}
        <li><a href="health">Health</a>: is the process alive? <a href="ready">Ready</a>: can it answer?</li>
      </ul>
    </main>
  </body>`,
  });
