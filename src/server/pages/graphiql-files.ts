import type { Route } from '../http/exchange.ts';
import { fileRoute } from './file-route.ts';
import { pageFile } from './page-file.ts';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** Nine megabytes, imported when one of the files is first requested. */
const bundle = () => import('@graphql-yoga/render-graphiql/graphiql');

/**
 * Adds the history panel. @graphql-yoga/render-graphiql replaces the panels that GraphiQL has by itself, of which history is
 * one, by its explorer of fields, and does not export them; this puts history next to the explorer. If another version of
 * the package names things differently, GraphiQL runs as the package has it, and a test fails.
 */
export function withHistory(bundled: string): string {
  const panel = /([\w$]+)=\{title:"History",/.exec(bundled)?.[1];
  return panel === undefined
    ? bundled
    : bundled.replace(
        /plugins:\[([\w$]+)\],schemaDescription:/,
        (_, explorer) => `plugins:[${panel},${String(explorer)}],schemaDescription:`,
      );
}

/**
 * The files of GraphiQL, by the path at which they are served. @graphql-yoga/render-graphiql puts them all into one page;
 * as files, browsers cache them, and the page's policy need not allow inline scripts. Workers are named by the labels that
 * the editor requests them by.
 */
export const graphiqlFileRoutes: readonly (readonly [string, Route])[] = [
  ['/graphiql/graphiql.js', fileRoute(script, async () => withHistory((await bundle()).js))],
  ['/graphiql/graphiql.css', fileRoute(style, async () => `${(await bundle()).css}\n${pageFile('graphiql/page.css')}`)],
  ['/graphiql/editorWorkerService.js', fileRoute(script, async () => (await bundle()).editorWorkerService)],
  ['/graphiql/json.js', fileRoute(script, async () => (await bundle()).jsonWorker)],
  ['/graphiql/graphql.js', fileRoute(script, async () => (await bundle()).graphqlWorker)],
  ...['settings.js', 'start.js', 'tabs.js', 'address.js', 'people.js', 'compact-json.js'].map(
    (name) => [`/graphiql/${name}`, fileRoute(script, () => pageFile(`graphiql/${name}`))] as const,
  ),
];
