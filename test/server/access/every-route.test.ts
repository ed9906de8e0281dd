import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { rights } from '../../../src/access/caller.ts';
import { readConfig } from '../../../src/config/config.ts';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import { requestAccess } from '../../../src/server/access/request-access.ts';
import { createLogger } from '../../../src/server/logger.ts';
import type { ServedFiles } from '../../../src/server/pages/findings-route.ts';
import { Imports } from '../../../src/server/imports/imports.ts';
import type { Route } from '../../../src/server/http/exchange.ts';
import { siteRoutes, type SiteParts } from '../../../src/server/site-routes.ts';
import { CatalogFeed } from '../../../src/store/catalog-feed.ts';
import { ServedCatalog } from '../../../src/store/served-catalog.ts';
import { builtDocs, builtExplorer } from '../built-pages.ts';
import { send, shippedStore, start } from '../running-server.ts';
import { realCallers, type RealCallers } from './real-callers.ts';

/** What everybody may ask: the probes of a platform, and the sign-in. */
const open = ['GET /health', 'GET /ready', 'GET /sign-in', 'POST /sign-in', 'POST /sign-out'];

/** What needs the right to import. All other routes need the right to read. */
const writing: readonly string[] = ['PUT /catalog'];

/** Every method of every route, e.g. "GET /plan"; of a family of paths, one that nothing is served at. */
async function everyRoute(
  { authenticator }: RealCallers,
  settings: Pick<SiteParts, 'schema' | 'servedFiles' | 'explorerFolder' | 'docsFolder'>,
): Promise<readonly string[]> {
  const store = await shippedStore();
  const served = new ServedCatalog(store);
  const logger = await createLogger({ logLevel: 'silent' }, { write: () => undefined });
  const { routes, families = new Map<string, Route>() } = siteRoutes({
    config: readConfig({}),
    served,
    changes: new CatalogFeed(served),
    imports: new Imports({ ...imports, store, served, logger }),
    scheduler: new Scheduler(),
    logger,
    access: requestAccess(authenticator),
    authenticator,
    isPrepared: () => true,
    logProblem: () => undefined,
    ...settings,
  });
  const all = [...routes, ...[...families].map(([beginning, route]) => [`${beginning}x`, route] as const)];
  return all.flatMap(([path, { methods }]) =>
    methods.filter((method) => method !== 'OPTIONS').map((method) => `${method} ${path}`),
  );
}

const files: ServedFiles = {
  locations: [],
  isWatched: false,
  state: 'SERVED',
  problem: null,
  checkedAt: '2026-11-30T12:00:00.000Z',
  findings: [],
  omitted: { errors: 0, warnings: 0 },
};

/** No request of this test gets as far as importing. */
const imports = {
  importer: { import: () => Promise.reject(new Error('nothing is to be imported')) },
  audit: { append: () => Promise.resolve() },
};

const headers = (token: string | undefined) => (token === undefined ? {} : { Authorization: `Bearer ${token}` });

test.each(['tokens', 'jwt'] as const)(
  'every route answers only those who have the right to it, by %s',
  async (kind) => {
    const callers = await realCallers[kind]();
    const settings = {
      schema,
      servedFiles: () => files,
      explorerFolder: await builtExplorer(),
      docsFolder: await builtDocs(),
    };
    const names = await everyRoute(callers, settings);
    expect(names).toEqual(expect.arrayContaining([...open, ...writing, 'POST /graphql', 'GET /plan', 'GET /graph.x']));
    const { url } = await start({ authenticator: callers.authenticator, imports, ...settings });

    const statusOf = async (name: string, token: string | undefined) => {
      const [method = '', path = ''] = name.split(' ');
      return (await send(`${url}${path}`, { method, headers: headers(token) })).status;
    };
    const wrong = Object.entries({ nobody: undefined, ...callers.wrong });
    for (const name of names) {
      const isOpen = open.includes(name) || open.includes(name.replace('HEAD', 'GET'));
      for (const [who, token] of wrong) {
        const status = await statusOf(name, token);
        expect(`${name} for ${who}: ${isOpen ? status !== 401 : status === 401}`).toBe(`${name} for ${who}: true`);
      }
      for (const right of rights) {
        const status = await statusOf(name, callers.valid[right]);
        const mayNot = writing.includes(name) && right === 'read';
        const isRight = mayNot ? status === 403 : ![401, 403].includes(status);
        expect(`${name} with the right to ${right}: ${isRight}`).toBe(`${name} with the right to ${right}: true`);
      }
    }
    expect(await statusOf('GET /served-nowhere', undefined)).toBe(401);
  },
);
