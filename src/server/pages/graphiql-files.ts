import type { Route } from '../http/exchange.ts';
import { fileRoute } from './file-route.ts';
import { pageFile } from './page-file.ts';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/**
 * When its fonts are loaded, GraphiQL displaces its tabs, and hides that until a tab has the focus: pressing on a tab then
 * moves it away from under the pointer, and the click is lost.
 */
const steadyTabs = '.graphiql-tab { transform: none !important; }';

/** Nine megabytes, imported when one of the files is first requested. */
const bundle = () => import('@graphql-yoga/render-graphiql/graphiql');

/**
 * The files of GraphiQL, by the path at which they are served. @graphql-yoga/render-graphiql puts them all into one page;
 * as files, browsers cache them, and the page's policy need not allow inline scripts. Workers are named by the labels that
 * the editor requests them by.
 */
export const graphiqlFileRoutes: readonly (readonly [string, Route])[] = [
  ['/graphiql/graphiql.js', fileRoute(script, async () => (await bundle()).js)],
  ['/graphiql/graphiql.css', fileRoute(style, async () => `${(await bundle()).css}\n${steadyTabs}\n`)],
  ['/graphiql/editorWorkerService.js', fileRoute(script, async () => (await bundle()).editorWorkerService)],
  ['/graphiql/json.js', fileRoute(script, async () => (await bundle()).jsonWorker)],
  ['/graphiql/graphql.js', fileRoute(script, async () => (await bundle()).graphqlWorker)],
  ['/graphiql/start.js', fileRoute(script, () => pageFile('graphiql-start.js'))],
];
