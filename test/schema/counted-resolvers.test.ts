import { buildSchema, graphql, GraphQLError, type ExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repeatInSteps } from '../../src/scheduling/steps.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { countResolvers } from '../../schema/execution/counted-resolvers.ts';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const schema = buildSchema(`
  type Query { numbers: [Int!]!, later: [Int!], trees: [Tree]!, strict: [Leaf!], leaves(count: Int!): [Leaf] strictItems(count: Int!): [Strict!]!, broken(count: Int!): [Broken], away(count: Int!): [Broken] }
  type Strict { fails: String!, later: String!, twigs: [Leaf!]! }
  type Broken { sync: Int, async: Int }
  type Tree { leaves: [String!]! }
  type Leaf { name: String!, twigs: [Leaf] }
`);
countResolvers(schema);

const named = (name: string) => ({ name, twigs: [{ name: `${name}a` }, { name: `${name}b` }] });
const rootValue = {
  numbers: [1, 2, 3, 4],
  later: () => Promise.resolve([1, 2, 3, 4]),
  trees: [{ leaves: ['a', 'b', 'c'] }, { leaves: ['d', 'e', 'f'] }, { leaves: ['g'] }],
  strict: [named('a'), { name: null }, named('c')],
  strictItems: ({ count }: { readonly count: number }) =>
    Array.from({ length: count }, (_, index) => ({
      fails: () => Promise.reject(new Error('Broken.')),
      later: () => Promise.resolve('later'),
      twigs: () => Promise.resolve(Array.from({ length: 30 }, () => named(String(index)))),
    })),
  broken: ({ count }: { readonly count: number }) =>
    Array.from({ length: count }, () => ({
      sync: () => {
        throw new Error('Broken.');
      },
      async: () => Promise.reject(new Error('Broken.')),
    })),
  away: ({ count }: { readonly count: number }) => {
    const error = new Error('Away.');
    return Array.from({ length: count }, () => ({ async: () => Promise.reject(error) }));
  },
  leaves: ({ count }: { readonly count: number }) => Array.from({ length: count }, (_, index) => named(String(index))),
};

function asked(source: string, work = new Scheduler().createTask()): Promise<ExecutionResult> {
  return graphql({ schema, source, rootValue, contextValue: { rolegraph: { work } } });
}

/** As a client gets it. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what a query costs', () => {
  test('a query costs 1 for each field and each list item of its answer', async () => {
    const work = new Scheduler().createTask();
    await asked('{ later trees { leaves } leaves(count: 3) { twigs { name } } }', work);
    const fields = 3 + 3 + (3 + 6);
    const items = 4 + (3 + 7) + (3 + 6);
    expect(work.cost).toBe(fields + items);
  });

  test('a query that costs as much as the limit is answered, in each request again', async () => {
    for (let request = 0; request < 3; request++) {
      const { errors } = await asked('{ trees { leaves } }', new Scheduler().createTask(14));
      expect(errors).toBeUndefined();
    }
  });

  test.each(['{ trees { leaves } }', '{ later trees { leaves } }', '{ __schema { types { name } } }'])(
    'a query stops when it costs more than the limit, wherever its items come from: %s',
    async (query) => {
      const work = new Scheduler().createTask(13);
      const { errors } = await asked(query, work);
      expect(work.stopReason?.message).toContain('cost more than 13, the limit');
      expect(work.stopReason).toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
      expect(errors?.at(-1)?.message).toBe(work.stopReason?.message);
    },
  );

  test('a query may cost 3,000,000 unless the limit is another', () => {
    const work = new Scheduler().createTask();
    work.count(3_000_000);
    expect(() => {
      work.count(1);
    }).toThrow('more than 3,000,000, the limit');
  });

  test('the steps of an analysis cost 50 each', () => {
    const work = new Scheduler({ sliceLength: Infinity }).createTask();
    void work.run(repeatInSteps(3_000, () => undefined, 1_000));
    expect(work.cost).toBe(150);
  });

  test('requests to other schemas, which share introspection, are answered as before', async () => {
    const { data } = await graphql({ schema, source: '{ __type(name: "Leaf") { fields { name } } }' });
    expect(data).toMatchObject({ __type: { fields: [{ name: 'name' }, { name: 'twigs' }] } });
  });
});

describe('the errors of an answer', () => {
  test.each(['{ broken(count: 101) { sync } }', '{ broken(count: 101) { async } }'])(
    'a query stops at its 101st error: %s',
    async (query) => {
      const work = new Scheduler({ sliceLength: Infinity }).createTask();
      await asked(query, work);
      expect(work.stopReason).toMatchObject({ extensions: { code: 'TOO_MANY_ERRORS' } });
      expect(work.errors).toHaveLength(100);
      expect(work.errors[99]).toMatchObject({ message: 'Broken.', path: ['broken', 99, expect.any(String)] });
    },
  );

  test('a query stops with the error itself if more than 100 have it as their cause', async () => {
    const work = new Scheduler({ sliceLength: Infinity }).createTask();
    await asked('{ away(count: 101) { async } }', work);
    expect(work.errors).toEqual([]);
    expect(work.stopReason).toMatchObject({ message: 'Away.', path: ['away', 0, 'async'] });
  });

  test.each([
    '{ broken(count: 5000) { sync } }',
    '{ broken(count: 5000) { async } }',
    '{ away(count: 5000) { async } }',
  ])('thousands of fields that fail together have few errors of their own: %s', async (query) => {
    const { errors } = await asked(query, new Scheduler({ sliceLength: Infinity }).createTask());
    expect(new Set(errors).size).toBeLessThan(110);
  });

  test('a query with 100 errors is answered', async () => {
    const work = new Scheduler({ sliceLength: Infinity }).createTask();
    const { errors } = await asked('{ broken(count: 100) { sync } }', work);
    expect(work.stopReason).toBeUndefined();
    expect(errors).toHaveLength(100);
  });
});

/** How many turns the event loop has had until a promise is settled. */
async function turnsUntil(settled: Promise<unknown>): Promise<number> {
  let turns = 0;
  let immediate = setImmediate(function next() {
    turns++;
    immediate = setImmediate(next);
  });
  await settled;
  clearImmediate(immediate);
  return turns;
}

describe('errors of items that nobody has waited for yet', () => {
  let unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  beforeEach(() => {
    unhandled = [];
    process.on('unhandledRejection', note);
  });
  afterEach(() => {
    process.off('unhandledRejection', note);
  });

  test.each([
    ['fail', '{ strictItems(count: 2000) { fails } }', 1_000_000],
    ['belong to a query that is stopped', '{ strictItems(count: 2000) { later twigs { name } } }', 3_000],
  ])('are handled if they %s', async (_, query, limit) => {
    const work = new Scheduler({ sliceLength: 0 }).createTask(limit);
    void asked(query, work);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    work.stop(new Error('Enough.'));
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  });
});

describe('slices', () => {
  test('a query that fits into one slice takes no turn of the event loop', async () => {
    const query = '{ leaves(count: 900) { twigs { name } } }';
    expect(await turnsUntil(asked(query, new Scheduler({ sliceLength: Infinity }).createTask()))).toBe(0);
  });

  test.each([900, 1_500])('the event loop turns between the items of a list of %i', async (count) => {
    const answer = asked(
      `{ leaves(count: ${count}) { twigs { name } } }`,
      new Scheduler({ sliceLength: 0 }).createTask(),
    );
    expect(await turnsUntil(answer)).toBeGreaterThan(count / 2);
  });

  test('queries that wait continue in turn', async () => {
    const scheduler = new Scheduler({ sliceLength: 0 });
    const ended: string[] = [];
    const long = asked('{ leaves(count: 300) { name } }', scheduler.createTask()).then(() => ended.push('long'));
    const short = asked('{ leaves(count: 10) { name } }', scheduler.createTask()).then(() => ended.push('short'));
    await Promise.all([long, short]);
    expect(ended).toEqual(['short', 'long']);
  });

  test.each([
    '{ leaves(count: 20) { name twigs { name twigs { name } } } }',
    '{ leaves(count: 1001) { name twigs { name } } }',
    '{ strict { name twigs { name } } numbers }',
    '{ trees { leaves } leaves(count: 5) { name } later }',
  ])('slices change nothing in the answer to %s', async (query) => {
    const [atOnce, inSlices] = await Promise.all(
      [Infinity, 0].map(async (slice) =>
        asJson(await asked(query, new Scheduler({ sliceLength: slice }).createTask())),
      ),
    );
    expect(inSlices).toEqual(atOnce);
  });

  test('a query that is stopped does nothing more, and its fields fail with the reason', async () => {
    const work = new Scheduler({ sliceLength: 0 }).createTask();
    let isAnswered = false;
    void asked('{ leaves(count: 50) { name } }', work).then(() => (isAnswered = true));
    work.stop(new GraphQLError('Enough.'));
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    const { errors } = await asked('{ later leaves(count: 1) { name } }', work);
    expect(errors?.map(({ message }) => message)).toEqual(['Enough.', 'Enough.']);
  });
});

describe.each(engines)('in $name', (engine) => {
  test('an answer made in many slices is the same as one made at once', async () => {
    const query = `{
      pillars { name overlaps { groups { name } exclusiveRoleCount } categories { name roles(first: 3) { nodes { title } } } }
      role(by: { title: "SRE" }) {
        summary
        appearances { titles note responsibilities { name topics { name } } }
        overlaps(first: 5) { totalCount edges { overlap { score sharedResponsibilities { name } } node { title summary } } }
      }
      nodes(ids: ["role:devops-engineer", "nobody", "pillar:security"]) { id ... on Role { pillars { name } } }
      search(query: "backup") { edges { label node { id } } }
      graph(select: { maxNodes: 1200 }) { nodes { nodeId degree } edges { id weight } }
      catalog { sources { title } }
    }`;
    const answers = await Promise.all(
      [Infinity, 0].map(async (slice) => {
        const { ask, close } = await askingOf(await shippedCatalog(), engine, new Scheduler({ sliceLength: slice }));
        const { data, errors } = await ask(query);
        await close();
        return { data, errors };
      }),
    );
    expect(answers[0]?.errors).toEqual([]);
    expect(JSON.stringify(answers[0]).length).toBeGreaterThan(10_000);
    expect(answers[1]).toEqual(answers[0]);
  });
});
