import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { packageFolder } from '../../config/package-folder.ts';
import { getRoute, send, type Route } from '../http/exchange.ts';
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
  const html = readFileSync(index, 'utf8').replace(
    '<meta name="rolegraph-offers" content=""',
    `<meta name="rolegraph-offers" content="${offersOf(offered).join(' ')}"`,
  );
  const startPage = html.replace('</head>', `${boardPreload}</head>`);
  const page = getRoute((exchange) => {
    const body = exchange.request.url === '/' ? startPage : atDepth(html, exchange.record.path);
    send(exchange, { status: 200, headers, body });
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

/** What the explorer may link to. */
function offersOf({ graphiql, introspection, examples, findings }: OfferedPages): readonly string[] {
  const offers = { graphiql, schema: introspection, examples, findings };
  return Object.entries(offers).flatMap(([name, isOffered]) => (isOffered ? [name] : []));
}
