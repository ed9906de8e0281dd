import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { Route } from '../http/exchange.ts';
import { storeFailure } from '../probes.ts';
import { send } from '../http/respond.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { exampleNodes } from './example-nodes.ts';
import { exampleQueries } from './example-queries.ts';
import { homeStyle } from './home-style.ts';
import { htmlText } from './html.ts';
import { iconAddress, iconSvg } from './page-icon.ts';

const styleHash = createHash('sha256').update(homeStyle).digest('base64');

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  ...pageHeaders({ 'style-src': `'sha256-${styleHash}'`, 'img-src': 'data:' }),
  'Cache-Control': 'no-cache',
};

/** The first page: what is served, questions to try, where to go on. */
export function homeRoute(served: ServedCatalog, logger: Logger): Route {
  return {
    methods: ['GET', 'HEAD'],
    answer: async (exchange) => {
      let status = 200;
      let catalog: string;
      try {
        catalog = await catalogPart(await served.current());
      } catch (error) {
        logger.error({ err: error, requestId: exchange.record.id }, 'The catalog cannot be shown');
        status = 503;
        catalog = `<h2>The catalog cannot be read now</h2><p>${htmlText(storeFailure(error))}</p>`;
      }
      send(exchange, { status, headers, body: page(catalog) });
    },
  };
}

async function catalogPart(stored: StoredCatalog): Promise<string> {
  const graph = await stored.graph();
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
    <p>Imported on ${imported}, revision ${structure.revision.slice(0, 12)}.</p>
    <h2>Questions to try</h2>
    <ul class="questions">${exampleQueries(exampleNodes(graph)).map(questionLink).join('')}</ul>`;
}

function questionLink({ question, query }: { readonly question: string; readonly query: string }): string {
  return `<li><a href="graphql?query=${encodeURIComponent(query)}">${htmlText(question)}</a></li>`;
}

/** Addresses are relative, so that a proxy may serve them under a path of its own. */
const page = (catalog: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Rolegraph</title>
    <link rel="icon" href="${iconAddress}">
    <style>${homeStyle}</style>
  </head>
  <body>
    <main>
      <header>${iconSvg}<div><h1>Rolegraph</h1><p>Who does what, where, and what roles share.</p></div></header>
      ${catalog}
      <h2>Next steps</h2>
      <ul class="links">
        <li><a href="graphql">GraphiQL</a>: send queries from the browser, next to the documentation. Programs use the same address.</li>
        <li><a href="schema.graphql">Documentation</a>: the schema, every type and field described.</li>
        <li><a href="health">Health</a>: is the process alive? <a href="ready">Ready</a>: can it answer?</li>
      </ul>
    </main>
  </body>
</html>
`;
