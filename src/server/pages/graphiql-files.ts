import type { Route } from '../http/exchange.ts';
import { CompressedFile } from './compressed-file.ts';
import { graphiqlStart } from './graphiql-start.ts';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/**
 * The files of GraphiQL, by the path at which they are served. They are those of @graphql-yoga/render-graphiql, which
 * puts them all into one page; as files, browsers keep them, and the page's policy need allow no inline script. Workers
 * are named by the labels that the editor asks for.
 */
const paths = [
  '/graphiql/graphiql.js',
  '/graphiql/graphiql.css',
  '/graphiql/editorWorkerService.js',
  '/graphiql/json.js',
  '/graphiql/graphql.js',
  '/graphiql/start.js',
] as const;

/**
 * GraphiQL leaves its tabs with an offset from the moment when its fonts come, and hides that until a tab has the focus:
 * pressing on a tab moves it away from under the pointer, and the click is lost.
 */
const steadyTabs = '.graphiql-tab { transform: none !important; }';

type Files = Readonly<Record<(typeof paths)[number], CompressedFile>>;

/** Nine megabytes, imported when the first of them is asked for. */
async function importFiles(): Promise<Files> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql');
  return {
    '/graphiql/graphiql.js': new CompressedFile(script, js),
    '/graphiql/graphiql.css': new CompressedFile(style, `${css}\n${steadyTabs}\n`),
    '/graphiql/editorWorkerService.js': new CompressedFile(script, editorWorkerService),
    '/graphiql/json.js': new CompressedFile(script, jsonWorker),
    '/graphiql/graphql.js': new CompressedFile(script, graphqlWorker),
    '/graphiql/start.js': new CompressedFile(script, graphiqlStart),
  };
}

export function graphiqlFileRoutes(): readonly (readonly [string, Route])[] {
  let files: Promise<Files> | undefined;
  return paths.map((path) => [
    path,
    {
      methods: ['GET', 'HEAD'],
      answer: async (exchange) => {
        files ??= importFiles();
        await (await files)[path].send(exchange);
      },
    },
  ]);
}
