import { expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import { post, send, start, type Reply, type Started } from './running-server.ts';

/**
 * The twelve checks of graphql-cop (github.com/dolevf/graphql-cop), with its queries. Each is whether a server is what
 * graphql-cop calls vulnerable. A check that cannot read the answer finds nothing, as there.
 */
const checks: readonly { readonly name: string; readonly finds: (server: Started) => Promise<boolean> }[] = [
  {
    name: 'field suggestions',
    finds: async (server) => has(await ask(server, 'query cop { __schema { directive } }'), /Did you mean/),
  },
  {
    name: 'introspection',
    finds: async (server) =>
      has(await ask(server, 'query cop { __schema { types { name fields { name } } } }'), /"types":\[\{/),
  },
  {
    name: 'IDE',
    finds: async (server) => {
      const reply = await send(`${server.url}/graphql`, { headers: { Accept: 'text/html' } });
      return has(reply, /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/);
    },
  },
  { name: 'GET queries', finds: async (server) => has(await get(server, 'query cop {__typename}'), answered) },
  {
    name: 'alias overloading',
    finds: async (server) => {
      const aliases = Array.from({ length: 101 }, (_, n) => `alias${n}:__typename \n`).join('');
      return has(await ask(server, `query cop { ${aliases} }`), /"alias100":"/);
    },
  },
  {
    name: 'batches',
    finds: async (server) => {
      const batch = Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }));
      const reply: unknown = JSON.parse((await post(server, batch, plain)).text);
      return Array.isArray(reply) && reply.length >= 10;
    },
  },
  { name: 'tracing', finds: async (server) => has(await ask(server, 'query cop { __typename }'), /"tracing"/i) },
  {
    name: 'directive overloading',
    finds: async (server) => {
      const reply = await ask(server, `query cop { __typename ${'@aa'.repeat(10)} }`);
      return (reply.text.match(/"message":/g) ?? []).length === 10;
    },
  },
  {
    name: 'circular introspection',
    finds: async (server) => {
      const types = `${'fields { type { '.repeat(4)}name${' } }'.repeat(4)}`;
      return has(await ask(server, `query cop { __schema { types { ${types} } } }`), /"types":\[\{/);
    },
  },
  { name: 'GET mutations', finds: async (server) => has(await get(server, 'mutation cop {__typename}'), answered) },
  {
    name: 'form posts',
    finds: async ({ url }) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams({ query: 'query cop { __typename }' }).toString();
      return has(await send(`${url}/graphql`, { method: 'POST', headers, body }), answered);
    },
  },
  { name: 'unhandled errors', finds: async (server) => has(await ask(server, 'qwerty cop { abc }'), /"exception"/) },
];

const answered = /"__typename":"/;
const plain = { Accept: 'application/json' };

function ask(server: Started, query: string): Promise<Reply> {
  return post(server, { query, operationName: 'cop' }, plain);
}

function get({ url }: Started, query: string): Promise<Reply> {
  return send(`${url}/graphql?query=${encodeURIComponent(query)}`);
}

function has({ text }: Reply, found: RegExp): boolean {
  return found.test(text);
}

async function foundBy(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const server = await start({ schema, env });
  await server.prepared;
  const found: string[] = [];
  for (const { name, finds } of checks) if (await finds(server)) found.push(name);
  return found;
}

test('with ROLEGRAPH_HARDENED=1, the server passes all twelve checks of graphql-cop', async () => {
  expect(checks).toHaveLength(12);
  expect(await foundBy({ ROLEGRAPH_HARDENED: '1' })).toEqual([]);
});

test('as it ships, the checks find what the server offers on purpose, as docs/operations.md lists', async () => {
  const offered = ['field suggestions', 'introspection', 'IDE', 'GET queries'];
  expect(await foundBy({})).toEqual(offered);
});
