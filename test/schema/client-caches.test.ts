import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { parse } from 'graphql';
import { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } from 'relay-runtime';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../support/engines/asking.ts';
import { relayRequest } from '../support/engines/relay-request.ts';

/*
 * Clients with a normalized cache keep each object that has an `id` once, whatever query it came with: Apollo and urql by its
 * type and id, Relay by its id alone. What depends on the query, as the degree of a node in a drawing does, must not be
 * part of such an object, or one answer overwrites another.
 */

const role = 'role:devops-engineer';

const drawing = (nodeKinds: string) => `query Drawing {
  graph(select: { roots: ["${role}"], depth: 1, nodeKinds: ${nodeKinds}, minOverlap: 0.2 }) {
    __typename
    truncated
    nodes { __typename nodeId kind label degree node { __typename id } }
    edges { __typename id kind source target weight }
  }
}`;

const large = drawing('[ROLE, PILLAR, CATEGORY, RESPONSIBILITY]');
const small = drawing('[ROLE, PILLAR]');
const details = `query Details {
  role(by: { id: "${role}" }) {
    __typename id title pillars { __typename id name } overlaps(first: 2) { __typename nodes { __typename id title } }
  }
}`;

/** A client as applications use it: with its cache, and without settings for types of ours. */
interface CachingClient {
  /** Sends a query to the server; its answer goes to the cache. */
  ask(query: string): Promise<void>;
  /** What the cache alone answers. */
  cached(query: string): Promise<unknown>;
}

const request = z.object({ query: z.string() });

describe('the cache of a client', () => {
  const ask = askingShipped();

  async function server(query: string): Promise<Record<string, unknown>> {
    const { data, errors } = await ask(query);
    expect(errors).toEqual([]);
    return z.looseObject({}).parse(data);
  }

  /** The server over HTTP as clients see it, without a network. */
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const { query } = request.parse(JSON.parse(z.string().parse(init?.body)));
    return Response.json({ data: await server(query) });
  };
  const settings = { uri: 'http://rolegraph.example/graphql', fetch };

  function relay(): CachingClient {
    const environment = new Environment({
      network: Network.create(async ({ text }) => ({ data: await server(text ?? '') })),
      store: new Store(new RecordSource()),
    });
    return {
      ask: async (query) => {
        await fetchQuery(environment, relayRequest(query), {}).toPromise();
      },
      cached: (query) => {
        const { data, isMissingData } = environment.lookup(createOperationDescriptor(relayRequest(query), {}).fragment);
        return Promise.resolve(isMissingData ? 'incomplete' : data);
      },
    };
  }

  function apollo(): CachingClient {
    const client = new ApolloClient({ link: new HttpLink(settings), cache: new InMemoryCache() });
    return {
      ask: async (query) => {
        await client.query({ query: parse(query), fetchPolicy: 'network-only' });
      },
      cached: (query) => Promise.resolve(client.readQuery({ query: parse(query) })),
    };
  }

  function urql(): CachingClient {
    const client = new Client({
      url: settings.uri,
      fetch,
      preferGetMethod: false,
      // Its logger warns of every type without a key.
      exchanges: [cacheExchange({ logger: () => undefined }), fetchExchange],
    });
    return {
      ask: async (query) => {
        await client.query(query, {}, { requestPolicy: 'network-only' }).toPromise();
      },
      cached: async (query) =>
        (await client.query<unknown>(query, {}, { requestPolicy: 'cache-only' }).toPromise()).data,
    };
  }

  test.each([
    ['Relay', relay],
    ['Apollo', apollo],
    ['urql', urql],
  ])('the cache of %s keeps two drawings and a role without one overwriting another', async (_, open) => {
    const client = open();
    const queries = [large, small, details];
    for (const query of queries) await client.ask(query);
    for (const query of queries) expect(await client.cached(query)).toEqual(await server(query));
  });

  test('the two drawings give the same node different degrees', async () => {
    const degree = async (query: string) =>
      z
        .object({ graph: z.object({ nodes: z.array(z.object({ nodeId: z.string(), degree: z.number() })) }) })
        .parse(await server(query))
        .graph.nodes.find(({ nodeId }) => nodeId === role)?.degree;
    expect(await degree(large)).toBeGreaterThan((await degree(small)) ?? Infinity);
  });
});
