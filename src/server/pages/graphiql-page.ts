import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import { send, type Route } from '../http/exchange.ts';
import { exampleQueries, type ExampleQuery } from './example-queries.ts';
import { htmlJson, htmlPage, htmlType, iconSvg, policyHeaders } from './html.ts';

/** The editor creates style elements while it runs, so styles cannot be restricted to files; scripts are. */
const headers = {
  'Content-Type': htmlType,
  Vary: 'Accept',
  ...policyHeaders({
    'script-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': 'data:',
    'font-src': 'data:',
  }),
};

/** GraphiQL with a tab for each example query. Nothing of it comes from another machine. */
export function graphiqlPage(served: ServedCatalog): Route['answer'] {
  return async (exchange) => {
    const tabs = exampleQueries(await currentGraph(served)).map(({ name, query }) => ({ name, query }));
    send(exchange, { status: 200, headers, body: page(tabs) });
  };
}

/** Without a catalog the page still opens, and its queries say what is wrong. */
async function currentGraph(served: ServedCatalog): Promise<CatalogGraph | undefined> {
  try {
    return await (await served.current()).graph();
  } catch {
    return undefined;
  }
}

function page(tabs: readonly Pick<ExampleQuery, 'name' | 'query'>[]): string {
  const options = {
    title: 'Rolegraph',
    logo: iconSvg,
    tabs,
    visiblePlugin: 'Documentation Explorer',
    shouldPersistHeaders: false,
  };
  return htmlPage({
    title: 'GraphiQL · Rolegraph',
    head: '<link rel="stylesheet" href="graphiql/graphiql.css">',
    body: `<body class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript. Queries can also be sent to this address, see <a href="./">what is served</a>.</noscript>
    <div id="sign-in" role="alert" hidden>
      The server does not know who you are. <button type="button">Sign in</button> or, to write as well as read, give a token in the
      tab Headers: <code>{ "Authorization": "Bearer …" }</code>
    </div>
    <div id="root"></div>
    <script type="application/json" id="options">${htmlJson(options)}</script>
    <script src="graphiql/settings.js"></script>
    <script src="graphiql/graphiql.js"></script>
    <script type="module" src="graphiql/start.js"></script>
  </body>`,
  });
}
