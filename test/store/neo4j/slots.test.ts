import { expect, test } from 'vitest';
import { Slots } from '../../../src/store/neo4j/driver/slots.ts';

/** Starts work that notes its name and never ends, and returns what frees its slot. */
function starting(slots: Slots, started: string[], name: string): AbortController {
  const controller = new AbortController();
  void slots.start(() => {
    started.push(name);
    return new Promise<never>(() => undefined);
  }, controller.signal);
  return controller;
}

test('starts at most as much work as there are slots, and the rest in order', () => {
  const started: string[] = [];
  const slots = new Slots(2);
  const [first, second] = ['a', 'b', 'c', 'd'].map((name) => starting(slots, started, name));
  expect(started).toEqual(['a', 'b']);
  second?.abort();
  expect(started).toEqual(['a', 'b', 'c']);
  first?.abort();
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});

test('never starts work that was given up while it waited', () => {
  const started: string[] = [];
  const slots = new Slots(1);
  const [first, second] = ['a', 'b', 'c'].map((name) => starting(slots, started, name));
  second?.abort();
  first?.abort();
  expect(started).toEqual(['a', 'c']);
});

test('returns the result of the work', async () => {
  const { signal } = new AbortController();
  const slots = new Slots(1);
  expect(await slots.start(() => Promise.resolve('result'), signal)).toBe('result');
  const other = new AbortController();
  const failing = new Slots(1).start(() => Promise.reject(new Error('failed')), other.signal);
  await expect(failing).rejects.toThrow('failed');
});
