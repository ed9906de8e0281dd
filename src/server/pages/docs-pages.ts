import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { packageFolder } from '../../config/package-folder.ts';
import { getRoute, send, textAnswer, type Answer, type Route } from '../http/exchange.ts';
import { fileRoute, keptForever, type FileRouteOptions } from './file-route.ts';
import { htmlPage, htmlText, htmlType, iconSvg, policyHeaders } from './html.ts';
import { pageRedirect } from './page-redirect.ts';
import { plainPage } from './plain-page.ts';

/** Where `npm run build:docs` writes the documentation. */
export const docsFolder = join(packageFolder(), 'site/dist');

/** Everything comes from this server, and no script or style is in a page itself. */
const pagePolicy = policyHeaders({
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
});

/** A picture that is opened by itself: its style and its font are in it. */
const pictureOptions = { policy: policyHeaders({ 'style-src': "'unsafe-inline'", 'font-src': 'data:' }) };

const kinds: Readonly<Record<string, { readonly type: string; readonly options?: FileRouteOptions }>> = {
  '.html': { type: htmlType, options: { policy: pagePolicy } },
  '.js': { type: 'text/javascript; charset=utf-8', options: keptForever },
  '.css': { type: 'text/css; charset=utf-8', options: keptForever },
  '.json': { type: 'application/json; charset=utf-8' },
  '.svg': { type: 'image/svg+xml; charset=utf-8', options: pictureOptions },
  '.png': { type: 'image/png' },
  '.yaml': { type: 'text/plain; charset=utf-8' },
  '.csv': { type: 'text/plain; charset=utf-8' },
  '.txt': { type: 'text/plain; charset=utf-8' },
  '.md': { type: 'text/plain; charset=utf-8' },
};

/** The addresses of what is about the schema. */
const ofSchema = /^\/docs\/schema(?:[/.]|$)/;

/** What is served of the documentation. */
export interface DocsRoutes {
  /** The list of pages, by its two addresses. */
  readonly routes: readonly (readonly [string, Route])[];
  /** All that is below /docs/. */
  readonly families: readonly (readonly [string, Route])[];
}

/**
 * The documentation, as it was built from docs/ and from the schema. Where it was not built, the pages say what to run.
 *
 * @param folder where it was built.
 * @param offersSchema whether the pages about the schema are served.
 */
export function docsRoutes(folder: string, offersSchema: boolean): DocsRoutes {
  const files = existsSync(join(folder, 'index.html')) ? filesOf(folder, offersSchema) : undefined;
  const missing = getRoute((exchange) => {
    const { path } = exchange.record;
    const meant = path.replace(/(?:\.md|\.html|\/)$/, '');
    if (files === undefined) send(exchange, notFound(notBuilt));
    else if (!offersSchema && ofSchema.test(path)) send(exchange, textAnswer(404, schemaTurnedOff));
    else if (meant !== path && files.has(meant)) {
      const location = `${path.endsWith('/') ? '../' : ''}${meant.slice(meant.lastIndexOf('/') + 1)}`;
      send(exchange, textAnswer(308, `The page is at ${meant}.`, { Location: location }));
    } else send(exchange, notFound(noSuchPage(path)));
  });
  const below: Route = {
    methods: missing.methods,
    answer: (exchange) => (files?.get(exchange.record.path) ?? missing).answer(exchange),
  };
  return { routes: [['/docs', files === undefined ? missing : pageRedirect('docs/')]], families: [['/docs/', below]] };
}

/** A route for each file, by its path. Files are read when they are first requested. */
function filesOf(folder: string, offersSchema: boolean): ReadonlyMap<string, Route> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return new Map(
    names.flatMap((name) => {
      const kind = kinds[extname(name)];
      if (kind === undefined)
        throw new Error(`the documentation has the file ${name}, whose type the server does not know`);
      const address = `/docs/${name.replaceAll(sep, '/').replace(/(?:^index)?\.html$/, '')}`;
      if (!offersSchema && ofSchema.test(address)) return [];
      return [[address, fileRoute(kind.type, () => readFile(join(folder, name)), kind.options)] as const];
    }),
  );
}

const schemaTurnedOff =
  'This server does not show its schema, because INTROSPECTION is off. The pages about it are in every other server of Rolegraph, ' +
  'and `rolegraph print-schema` prints it.';

const notBuilt = page(
  'Documentation',
  '<p class="notice">The documentation, which belongs here, is not built. Run <code>npm run build:docs</code> in the folder of ' +
    'Rolegraph, and start the server again. Until then, read the files in its folder <code>docs</code>.</p>',
);

function notFound(body: string): Answer {
  return { status: 404, headers: plainPage.headers, body };
}

function noSuchPage(path: string): string {
  const list = '../'.repeat(path.split('/').length - 3) || './';
  return page(
    'There is no such page',
    `<p>There is no page ${htmlText(path)}.</p><p><a href="${list}">All pages of the documentation</a></p>`,
  );
}

function page(title: string, body: string): string {
  return htmlPage({
    title: `${title} · Rolegraph`,
    head: `<style>${plainPage.style}</style>`,
    body: `<body><main><header>${iconSvg}<div><h1>${title}</h1></div></header>${body}</main></body>`,
  });
}
