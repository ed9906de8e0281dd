import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schema } from '../../../schema/schema.ts';
import { onlyError, post, send, start } from '../running-server.ts';

const query = '{ who: role(by: { title: "Dev Ops Enginer" }) { id } }';
const suggestions = [{ path: ['who'], argument: 'by.title', suggestions: ['role:devops-engineer'] }];
/** The part of an answer that is checked: suggestions that follow the nearest may change with the search. */
const nearest = (text: string) =>
  text.replace(/"suggestions":\["role:devops-engineer"[^\]]*\]/, '"suggestions":["role:devops-engineer"]');
const answer = `{"data":{"who":null},"extensions":{"suggestions":${JSON.stringify(suggestions)}}}`;

describe('an answer with suggestions for a name that nothing has', () => {
  test('has them next to the data, and is cached whole', async () => {
    const server = await start({ schema });
    const first = await post(server, { query });
    expect([first.status, nearest(first.text)]).toEqual([200, answer]);
    expect((await post(server, { query })).text).toBe(first.text);
  });

  test('has an entity tag, and is not sent again to who has it', async () => {
    const server = await start({ schema });
    const address = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
    const { headers, text } = await send(address);
    expect(nearest(text)).toBe(answer);
    const again = await send(address, { headers: { 'If-None-Match': headers.etag ?? '' } });
    expect(again.status).toBe(304);
  });

  test('has them next to the cost', async () => {
    const reply = await post(await start({ schema }), { query, extensions: { cost: true } });
    expect(JSON.parse(nearest(reply.text))).toMatchObject({ extensions: { cost: { limit: 3_000_000 }, suggestions } });
  });

  test('has them next to large data, whose JSON is made in advance', async () => {
    const large =
      'graph(select: { minOverlap: 0, maxNodes: 10000 }) { nodes { nodeId node { id } } edges { id source target } }';
    const reply = await post(await start({ schema }), { query: query.replace('{ who', `{ ${large} who`) });
    expect(JSON.parse(nearest(reply.text))).toMatchObject({ data: { who: null }, extensions: { suggestions } });
  });

  test('has them in a stream of events', async () => {
    const server = await start({ schema });
    const reply = await send(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    expect(nearest(reply.text)).toContain(answer);
  });
});

test('the error about an unknown name has suggestions in its extensions', async () => {
  const reply = await post(await start({ schema }), {
    query: '{ overlap(of: ["Security", "Reliabilty"]) { jaccard } }',
  });
  const { message, extensions } = onlyError(reply);
  expect(message).toBe(
    'of has "Reliabilty", which nothing here has as its id, title or name; it takes the id or name of a pillar, category ' +
      'or organization type, e.g. "pillar:security" or "Security". Did you mean pillar:reliability?',
  );
  expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'of' });
  expect(extensions['suggestions']).toContain('pillar:reliability');
});

test('an unknown name in each of thousands of nodes stops the query after 100 errors', async () => {
  const ids = Array.from({ length: 3_000 }, () => 'role:devops-engineer');
  const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Role { appearances(in: "Reliabilty") { id } } } }';
  const reply = await post(await start({ schema }), { query: many, variables: { ids } });
  const { errors } = z
    .object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })) })
    .parse(JSON.parse(reply.text));
  expect(errors).toHaveLength(101);
  expect(errors.at(-1)?.extensions.code).toBe('TOO_MANY_ERRORS');
});
