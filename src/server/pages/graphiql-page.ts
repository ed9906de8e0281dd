import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { Route } from '../http/exchange.ts';
import { send } from '../http/respond.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { exampleNodes, shippedExampleNodes } from './example-nodes.ts';
import { exampleQueries } from './example-queries.ts';
import { htmlJson } from './html.ts';
import { iconAddress, iconSvg } from './page-icon.ts';

/** The editor makes style elements as it runs, so styles cannot be held to files; scripts are. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  Vary: 'Accept',
  ...pageHeaders({
    'script-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': 'data:',
    'font-src': 'data:',
  }),
  'Cache-Control': 'no-cache',
};

/** GraphiQL, open on a tab for each use. Nothing of it comes from another machine. */
export function graphiqlPage(served: ServedCatalog): Route['answer'] {
  return async (exchange) => {
    const tabs = exampleQueries(await currentExampleNodes(served)).map(({ query }) => ({ query }));
    send(exchange, { status: 200, headers, body: page(tabs) });
  };
}

/** Without a catalog the page still opens, and its queries say what is wrong. */
async function currentExampleNodes(served: ServedCatalog) {
  try {
    return exampleNodes(await (await served.current()).graph());
  } catch {
    return shippedExampleNodes;
  }
}

/** Addresses are relative, so that a proxy may serve them under a path of its own. */
const page = (tabs: readonly { readonly query: string }[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>GraphiQL · Rolegraph</title>
    <link rel="icon" href="${iconAddress}">
    <link rel="stylesheet" href="graphiql/graphiql.css">
  </head>
  <body class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript. Queries can also be sent to this address, see <a href="./">what is served</a>.</noscript>
    <div id="root"></div>
    <script type="application/json" id="options">${htmlJson({ title: 'Rolegraph', logo: iconSvg, tabs, ...settings })}</script>
    <script src="graphiql/graphiql.js"></script>
    <script src="graphiql/start.js"></script>
  </body>
</html>
`;

/** Options of GraphiQL: documentation open, the panes for variables and headers closed; headers are not kept. */
const settings = {
  visiblePlugin: 'Documentation Explorer',
  defaultEditorToolsVisibility: false,
  shouldPersistHeaders: false,
};
