import { buildSchema, parse, type ExecutionResult } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import { countResolvers } from '../../../schema/execution/counted-resolvers.ts';
import { defaultCostLimit } from '../../../src/scheduling/task.ts';
import { executeLimited } from '../../../src/server/graphql/execution/limited-execution.ts';
import { FakeEventLoop } from '../../scheduling/fake-event-loop.ts';
import { onlyError, post, send, start } from '../running-server.ts';

const page = '{ roles(first: 2) { nodes { title } } }';
/** The page, its list, and two items with a title. */
const pageCost = { actual: 1 + 1 + 2 * 2, limit: defaultCostLimit };

/** Overlaps of overlaps, as deep and as wide as a query can ask for. */
const widest = `{ roles(first: 100) { nodes { ${'overlaps(first: 100) { nodes { '.repeat(4)}title${' } }'.repeat(4)} } } }`;

function parsed(text: string): unknown {
  return JSON.parse(text);
}

describe('what a query costs', () => {
  test('the answer includes the cost of the query if the body of the request asks for it', async () => {
    const server = await start({ schema });
    const { text } = await post(server, { query: page, extensions: { cost: true } });
    expect(parsed(text)).toMatchObject({ data: { roles: { nodes: [{}, {}] } }, extensions: { cost: pageCost } });
  });

  test('the answer includes the cost of the query if the address of the request asks for it', async () => {
    const server = await start({ schema });
    const parameters = new URLSearchParams({ query: page, extensions: '{"cost":true}' });
    const { text } = await send(`${server.url}/graphql?${parameters.toString()}`);
    expect(parsed(text)).toMatchObject({ extensions: { cost: pageCost } });
  });

  test.each([
    ['the request does not mention it', {}],
    ['other extensions are given', { extensions: { persistedQuery: {} } }],
    ['the request declines it', { extensions: { cost: false } }],
  ])('the answer does not include the cost of the query if %s', async (_, more) => {
    const { text } = await post(await start({ schema }), { query: page, ...more });
    expect(parsed(text)).not.toHaveProperty('extensions');
  });

  test('an answer with errors includes the cost of the query, too', async () => {
    const query = '{ roles(first: 0) { totalCount } catalog { sources { title } } }';
    const { text } = await post(await start({ schema }), { query, extensions: { cost: true } });
    expect(parsed(text)).toMatchObject({ errors: [{}], extensions: { cost: { limit: defaultCostLimit } } });
  });
});

describe('a query that costs too much', () => {
  test('is stopped, with advice on how to make it cheaper', async () => {
    const server = await start({ schema, env: { ROLEGRAPH_MAX_COST: '20000' } });
    const reply = await post(server, { query: widest });
    const { message, extensions } = onlyError(reply);
    expect(reply.status).toBe(400);
    expect(parsed(reply.text)).not.toHaveProperty('data');
    expect(message).toMatch(/^The query was stopped at roles.nodes.overlaps.nodes.* because it cost more than 20,000,/);
    expect(message).toContain('first, maxNodes');
    expect(extensions).toEqual({ code: 'QUERY_TOO_COSTLY', help: '/docs/getting-started#limits' });
  });

  test('stops a query that costs more than the limit, but not one that costs exactly as much', async () => {
    const execute = (cost: number) => executed('{ quick }', 1_000, new Scheduler().createTask(cost));
    expect((await execute(1)).data).toEqual({ quick: 'a' });
    const refused = await execute(0);
    expect(refused).not.toHaveProperty('data');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
    expect(refused.extensions).toEqual({ cost: { actual: 1, limit: 0 } });
  });
});

let resolved = 0;
const slowSchema = buildSchema('type Query { quick: String, never: String, items: [Item] } type Item { name: String }');
countResolvers(slowSchema);
const rootValue = {
  quick: 'a',
  never: () => new Promise(() => undefined),
  items: Array.from({ length: 900 }, () => ({ name: () => `item ${++resolved}` })),
};

async function executed(source: string, time: number, work = new Scheduler().createTask()): Promise<ExecutionResult> {
  const contextValue = { rolegraph: { work } };
  const args = { schema: slowSchema, document: parse(source), rootValue, contextValue };
  return executeLimited(args, { work }, true, time);
}

describe('a query that takes too long', () => {
  test('the error for a query that takes too long names the time limit', async () => {
    const { data, errors, extensions } = await executed('{ quick never }', 1);
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toContain('longer than 0.001 seconds, the most that one query may take');
    expect(errors?.[0]?.extensions).toEqual({ code: 'TIMEOUT', http: { status: 503 } });
    expect(extensions).toEqual({ cost: { actual: 2, limit: defaultCostLimit } });
  });

  test('all work on a query stops when it has taken too long', async () => {
    resolved = 0;
    const loop = new FakeEventLoop();
    const answer = executed(
      '{ never items { name } }',
      1,
      new Scheduler({ sliceLength: 0, eventLoop: loop }).createTask(),
    );
    for (let turn = 0; turn < 10; turn++) await loop.turn();
    const { errors } = await answer;
    const then = resolved;
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TIMEOUT' });
    expect(then).toBeLessThan(900);
    for (let turn = 0; turn < 50; turn++) await loop.turn();
    expect(resolved).toBe(then);
    expect(loop.hasNextTurn).toBe(false);
  });

  test('a query that waits within its time limit is answered', async () => {
    resolved = 0;
    const { data, errors } = await executed(
      '{ items { name } }',
      60_000,
      new Scheduler({ sliceLength: 0 }).createTask(),
    );
    expect([resolved, errors]).toEqual([900, undefined]);
    expect(data).toHaveProperty('items.899.name', 'item 900');
  });
});
