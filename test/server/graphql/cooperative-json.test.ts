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

test.each([0, 1, 249, 250, 251, 332, 333, 334, 5_000])(
  'writes the same as JSON.stringify for a list of %i in lists',
  async (length) => {
    const list = Array.from({ length }, (_, index) => ({ index, text: `"${index}"\u2028`, none: null }));
    const value = { one: [list, { two: list, three: [] }], four: [[]], 'a "name"': 'text' };
    const pieces = await cooperativeJson(value, new Scheduler({ sliceLength: 0 }).createTask());
    expect(Buffer.concat(pieces).toString()).toBe(JSON.stringify(value));
  },
);

test('large parts are written in pieces, however deep in small ones they are', async () => {
  const large = { list: Array.from({ length: 30_000 }, (_, index) => ({ index })) };
  const value = { a: [[large]], b: Array.from({ length: 100 }, () => ({ c: 'small' })) };
  const scheduler = new Scheduler({ sliceLength: 0 });
  const task = scheduler.createTask();
  expect(Buffer.concat(await cooperativeJson(value, task)).toString()).toBe(JSON.stringify(value));
  // A list of 30,000 objects with one number each has 60,000 values.
  expect(task.slicesUsed).toBeGreaterThan(60);
});

test('the event loop continues while JSON is made', async () => {
  const value = { list: Array.from({ length: 10_000 }, (_, index) => ({ index })) };
  let turns = 0;
  let immediate = setImmediate(function next() {
    turns++;
    immediate = setImmediate(next);
  });
  await cooperativeJson(value, new Scheduler({ sliceLength: 0 }).createTask());
  clearImmediate(immediate);
  expect(turns).toBeGreaterThan(15);
});

test('a list in which large and small items alternate is written as JSON.stringify does', async () => {
  const large = Array.from({ length: 1_200 }, (_, index) => index);
  const value = [large, 1, 2, large, large, 'three', large];
  const pieces = await cooperativeJson(value, new Scheduler({ sliceLength: 0 }).createTask());
  expect(Buffer.concat(pieces).toString()).toBe(JSON.stringify(value));
});
