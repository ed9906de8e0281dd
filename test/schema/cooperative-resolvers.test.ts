import { buildSchema, graphql, GraphQLError, type ExecutionResult } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { makeResolversCooperative } from '../../schema/execution/cooperative-resolvers.ts';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const schema = buildSchema(`
  type Query { numbers: [Int!]!, later: [Int!], trees: [Tree]!, strict: [Leaf!], leaves(count: Int!): [Leaf] }
  type Tree { leaves: [String!]! }
  type Leaf { name: String!, twigs: [Leaf] }
`);
makeResolversCooperative(schema);

const named = (name: string) => ({ name, twigs: [{ name: `${name}a` }, { name: `${name}b` }] });
const rootValue = {
  numbers: [1, 2, 3, 4],
  later: () => Promise.resolve([1, 2, 3, 4]),
  trees: [{ leaves: ['a', 'b', 'c'] }, { leaves: ['d', 'e', 'f'] }, { leaves: ['g'] }],
  strict: [named('a'), { name: null }, named('c')],
  leaves: ({ count }: { readonly count: number }) => Array.from({ length: count }, (_, index) => named(String(index))),
};

function asked(source: string, work = new Scheduler().createTask(10)): Promise<ExecutionResult> {
  return graphql({ schema, source, rootValue, contextValue: { rolegraph: { work } } });
}

/** As a client gets it. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the lists of an answer', () => {
  test('may have as many items together as the limit says, in each request anew', async () => {
    for (let request = 0; request < 3; request++) {
      const { errors } = await asked('{ trees { leaves } }');
      expect(errors).toBeUndefined();
    }
  });

  test('are counted', async () => {
    const work = new Scheduler().createTask();
    await asked('{ later trees { leaves } leaves(count: 3) { twigs { name } } }', work);
    expect(work.items).toBe(4 + (3 + 7) + (3 + 6));
  });

  test('are an error beyond it, wherever their items come from', async () => {
    const { data, errors } = await asked('{ numbers trees { leaves } }');
    expect(errors?.[0]?.message).toContain('more than 10 items together');
    expect(errors?.[0]?.extensions).toEqual({ code: 'ANSWER_TOO_LARGE' });
    expect(data).toMatchObject({ trees: [{ leaves: ['a', 'b', 'c'] }, null, null] });

    const loaded = await asked('{ later trees { leaves } }');
    expect(loaded.errors?.[0]).toMatchObject({ path: ['later'], extensions: { code: 'ANSWER_TOO_LARGE' } });
    expect(loaded.data).toMatchObject({ later: null, trees: [{}, {}, {}] });
  });

  test('are at most 1,000,000 unless the limit is another', () => {
    const work = new Scheduler().createTask();
    work.countItems(1_000_000);
    expect(() => {
      work.countItems(1);
    }).toThrow('more than 1,000,000 items');
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

describe('slices', () => {
  test('a query that fits into one slice takes no turn of the event loop', async () => {
    const query = '{ leaves(count: 900) { twigs { name } } }';
    expect(await turnsUntil(asked(query, new Scheduler(Infinity).createTask()))).toBe(0);
  });

  test.each([900, 1_500])('the event loop turns between the items of a list of %i', async (count) => {
    const answer = asked(`{ leaves(count: ${count}) { twigs { name } } }`, new Scheduler(0).createTask());
    expect(await turnsUntil(answer)).toBeGreaterThan(count / 2);
  });

  test('queries that wait continue in turn', async () => {
    const scheduler = new Scheduler(0);
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
      [Infinity, 0].map(async (slice) => asJson(await asked(query, new Scheduler(slice).createTask()))),
    );
    expect(inSlices).toEqual(atOnce);
  });

  test('a query that is cancelled does nothing more, and its fields fail with the reason', async () => {
    const work = new Scheduler(0).createTask();
    let isAnswered = false;
    void asked('{ leaves(count: 50) { name } }', work).then(() => (isAnswered = true));
    work.cancel(new GraphQLError('Enough.'));
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
        const { ask, close } = await askingOf(await shippedCatalog(), engine, new Scheduler(slice));
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
