import { expect, test } from 'vitest';
import { MemoryBudget } from '../../src/scheduling/memory-budget.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';

const megabyte = 1024 * 1024;

test('a budget gives no more than its limit, and what is given back can be taken again', () => {
  const budget = new MemoryBudget(10);
  expect([budget.take(6), budget.take(5), budget.take(4), budget.take(1)]).toEqual([true, false, true, false]);
  budget.giveBack(6);
  expect(budget.take(6)).toBe(true);
});

test('a query stops if there is no memory for its answer, and the error says what to do', () => {
  const scheduler = new Scheduler({ memory: new MemoryBudget(8 * megabyte) });
  const work = scheduler.createTask();
  expect(() => {
    work.count(100_000);
  }).toThrow('all answers that it makes and sends at a time may take 8 MB. Try again in a second, or ask for less.');
  expect(work.stopReason).toMatchObject({
    extensions: { code: 'OVERLOADED', http: { status: 503, headers: { 'Retry-After': '1' } } },
  });
});

test('queries share the memory, and one that ends gives its part back', () => {
  const scheduler = new Scheduler({ memory: new MemoryBudget(8 * megabyte) });
  const [first, second, third] = [scheduler.createTask(), scheduler.createTask(), scheduler.createTask()];
  first.count(40_000);
  expect(() => {
    second.count(40_000);
  }).toThrow('no memory left');
  first.stop(new Error('The answer has been given.'));
  third.count(40_000);
});

test('a small query is answered however much memory others hold', () => {
  const scheduler = new Scheduler({ memory: new MemoryBudget(8 * megabyte) });
  scheduler.memory.take(8 * megabyte);
  scheduler.createTask().count(4_000);
});
