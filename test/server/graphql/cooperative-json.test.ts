import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/scheduling/scheduler.ts';
import { cooperativeJson } from '../../../src/server/graphql/execution/cooperative-json.ts';

test('writes the same as JSON.stringify', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (value) => {
      const pieces = await cooperativeJson(value, new Scheduler({ sliceLength: Infinity }).createTask());
      expect(Buffer.concat(pieces).toString()).toBe(JSON.stringify(value));
    }),
  );
});

test.each([0, 1, 511, 512, 513, 5_000])(
  'writes the same as JSON.stringify for a list of %i in lists',
  async (length) => {
    const list = Array.from({ length }, (_, index) => ({ index, text: `"${index}"\u2028`, none: null }));
    const value = { one: [list, { two: list, three: [] }], four: [[]], 'a "name"': 'text' };
    const pieces = await cooperativeJson(value, new Scheduler({ sliceLength: 0 }).createTask());
    expect(Buffer.concat(pieces).toString()).toBe(JSON.stringify(value));
  },
);

test('the event loop continues while JSON is made', async () => {
  const value = { list: Array.from({ length: 10_000 }, (_, index) => ({ index })) };
  let turns = 0;
  let immediate = setImmediate(function next() {
    turns++;
    immediate = setImmediate(next);
  });
  await cooperativeJson(value, new Scheduler({ sliceLength: 0 }).createTask());
  clearImmediate(immediate);
  expect(turns).toBeGreaterThan(500);
});
