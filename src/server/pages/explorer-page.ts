import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { packageFolder } from '../../config/package-folder.ts';
import { tokenCookieOf } from '../access/token-cookie.ts';
import { getRoute, send, type Exchange, type Route } from '../http/exchange.ts';
import { fileRoute, keptForever } from './file-route.ts';
import type { OfferedPages } from './about-page.ts';
import { htmlType, policyHeaders } from './html.ts';

/** Where `npm run build:explorer` writes the explorer. */
export const explorerFolder = join(packageFolder(), 'explorer/dist');

/** Everything comes from this server, and no script or style is in the page itself. */
const headers = {
  'Content-Type': htmlType,
  ...policyHeaders({
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self' data:",
  }),
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** The addresses of views, but those of roles. */
const viewPaths = ['/', '/overlap', '/plan', '/team', '/paths', '/catalog'];

/** In the page at /: the browser asks for the data of its board while it still loads the script that draws it. */
const boardPreload = '<link rel="preload" as="fetch" crossorigin href="./picture/board.json">';

/** What is served of the explorer. */
export interface ExplorerRoutes {
  /** Its page at the addresses of its views, and its files. */
  readonly routes: readonly (readonly [string, Route])[];
  /** Its page at the addresses of roles. */
  readonly families: readonly (readonly [string, Route])[];
}

/**
 * The explorer: one page at all addresses of its views, which the script in it reads, and the files that Vite has built.
 *
 * @param folder where it was built.
 * @returns undefined if it was not built.
 */
export function explorerRoutes(folder: string, offered: OfferedPages): ExplorerRoutes | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const built = readFileSync(index, 'utf8');
  const pagesFor = (offers: readonly string[]) => {
    const html = built.replace(
      '<meta name="rolegraph-offers" content=""',
      `<meta name="rolegraph-offers" content="${offers.join(' ')}"`,
    );
    return { html, startPage: html.replace('</head>', `${boardPreload}</head>`) };
  };
  const pages = pagesFor(offersOf(offered));
  const signedInPages = pagesFor([...offersOf(offered), 'signed-in']);
  const page = getRoute((exchange) => {
    const { html, startPage } = offered.signIn && isSignedIn(exchange) ? signedInPages : pages;
    const body = exchange.request.url === '/' ? startPage : atDepth(html, exchange.record.path);
    send(exchange, { status: 200, headers: offered.signIn ? { ...headers, Vary: 'Cookie' } : headers, body });
  });
  const files = readdirSync(join(folder, 'assets')).map((name) => {
    const type = mediaTypes[extname(name)];
    if (type === undefined) throw new Error(`the explorer has the file ${name}, whose type the server does not know`);
    return [`/assets/${name}`, fileRoute(type, () => readFile(join(folder, 'assets', name)), keptForever)] as const;
  });
  return { routes: [...viewPaths.map((path) => [path, page] as const), ...files], families: [['/role/', page]] };
}

/** The page with the addresses of its files relative to its own: a proxy may serve everything under a path of its own. */
function atDepth(html: string, path: string): string {
  const depth = path.split('/').length - 2;
  return depth === 0 ? html : html.replaceAll('"./', `"${'../'.repeat(depth)}`);
}

/** Whether the reader can sign out: a proxy that sends the token itself has a sign-in of its own. */
function isSignedIn({ request: { headers } }: Exchange): boolean {
  return headers.authorization === undefined && tokenCookieOf(headers.cookie) !== undefined;
}

/** What the explorer may link to, and whether it can be told of imports, for which browsers send a GET. */
function offersOf({ graphiql, introspection, examples, findings, getQueries }: OfferedPages): readonly string[] {
  const offers = { graphiql, schema: introspection, examples, findings, changes: getQueries };
  return Object.entries(offers).flatMap(([name, isOffered]) => (isOffered ? [name] : []));
}
