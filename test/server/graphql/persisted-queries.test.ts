import { createHash } from 'node:crypto';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { onlyError, post, send, start, type Started } from '../running-server.ts';

/*
 * Clients that save bytes send the hash of a query first, and the query itself only if the server does not know the hash.
 * This server knows none. Its answer has to be the one by which clients recognize that.
 */

const hash = (query: string) => createHash('sha256').update(query).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash: hash('{ title }') } };

test.each([
  ['application/json', 200],
  ['application/graphql-response+json', 400],
])('a hash without a query is answered with PersistedQueryNotSupported as %s', async (Accept, status) => {
  const server = await start();
  const address = `${server.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
  for (const reply of [
    await post(server, { extensions, variables: {} }, { Accept }),
    await post(server, { query: null, extensions }, { Accept }),
    await post(server, { query: '', extensions }, { Accept }),
    await send(address, { headers: { Accept } }),
  ]) {
    expect([reply.status, onlyError(reply)]).toEqual([
      status,
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ]);
  }
});

test('a query that is sent with its hash is answered', async () => {
  const reply = await post(await start(), { query: '{ title }', extensions });
  expect(reply.text).toBe('{"data":{"title":"a title"}}');
});

/** The requests of a client, as "method: with a query or without". */
function recordingFetch(): { readonly sent: string[]; readonly fetch: typeof globalThis.fetch } {
  const sent: string[] = [];
  return {
    sent,
    fetch: (input, init) => {
      const text = (input instanceof Request ? input.url : input.toString()) + JSON.stringify(init?.body);
      sent.push(`${init?.method ?? 'GET'}: ${text.includes('title') ? 'query' : 'hash'}`);
      return fetch(input, init);
    },
  };
}

type Ask = (server: Started, fetch: typeof globalThis.fetch, query: string) => Promise<unknown>;

const apollo =
  (useGETForHashedQueries: boolean): Ask =>
  async ({ url }, fetch, query) => {
    const hashing = new PersistedQueryLink({ sha256: hash, useGETForHashedQueries });
    const link = hashing.concat(new HttpLink({ uri: `${url}/graphql`, fetch }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const ask = () => client.query({ query: parse(query), fetchPolicy: 'no-cache' });
    await ask();
    return (await ask()).data;
  };

const urql =
  (preferGetForPersistedQueries: boolean): Ask =>
  async ({ url }, fetch, query): Promise<unknown> => {
    const hashing = persistedExchange({
      generateHash: (text) => Promise.resolve(hash(text)),
      preferGetForPersistedQueries,
    });
    const client = new Client({
      url: `${url}/graphql`,
      fetch,
      exchanges: [hashing, fetchExchange],
      preferGetMethod: false,
    });
    const ask = () => client.query<unknown>(query, {}).toPromise();
    await ask();
    return (await ask()).data;
  };

test.each<[string, Ask, readonly string[]]>([
  ['Apollo Client', apollo(false), ['POST: hash', 'POST: query', 'POST: query']],
  ['Apollo Client with GET', apollo(true), ['GET: hash', 'POST: query', 'POST: query']],
  ['urql', urql(false), ['POST: hash', 'POST: query', 'POST: query']],
  ['urql with GET', urql(true), ['GET: hash', 'GET: query', 'POST: query']],
])('%s sends the query after the hash, and then no more hashes', async (_, ask, expected) => {
  const { sent, fetch } = recordingFetch();
  expect(await ask(await start(), fetch, 'query Title { title }')).toEqual({ title: 'a title' });
  expect(sent).toEqual(expected);
});
