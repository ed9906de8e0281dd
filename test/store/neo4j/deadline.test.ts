import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from '../../../src/store/neo4j/driver/deadline.ts';

const late = () => new Error('late');

/** Keeps this process from hearing anything. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('an answer in time is given', async () => {
  expect(await within(setTimeout(20, 'answer'), 400, late)).toBe('answer');
});

test('a failure in time is given', async () => {
  await expect(within(Promise.reject(new Error('refused')), 400, late)).rejects.toThrow('refused');
});

test('no answer in time is a failure, soon after', async () => {
  const startedAt = performance.now();
  await expect(within(new Promise(() => undefined), 300, late)).rejects.toThrow('late');
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(300);
});

test('an answer that came while this process was busy is in time', async () => {
  const answer = within(setTimeout(50, 'answer'), 400, late);
  block(1_000);
  expect(await answer).toBe('answer');
});
