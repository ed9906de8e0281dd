import { describe, expect, test, vi } from 'vitest';
import { AnswerCache, type GraphqlAnswer } from '../../../src/server/graphql/answers/answer-cache.ts';

const answerOf = (body: string, isCacheable = true, isShareable = isCacheable): GraphqlAnswer => ({
  status: 200,
  headers: {},
  body,
  bodyEncoding: 'latin1',
  operation: undefined,
  isCacheable,
  isShareable,
});
const keyFor = (key: string, generation = 'g1') => ({ generation, key });
const made = (body: string, isCacheable = true) => vi.fn(() => Promise.resolve(answerOf(body, isCacheable)));
const never = () => Promise.reject(new Error('made although it is cached'));

test('a cacheable answer is made once', async () => {
  const answers = new AnswerCache(100_000);
  const first = await answers.answer(keyFor('a'), made('x'));
  expect(await answers.answer(keyFor('a'), never)).toBe(first);
  expect((await answers.answer(keyFor('b'), made('y'))).body).toBe('y');
});

test('an answer that is not cacheable is made for each request, and so is one that fails', async () => {
  const answers = new AnswerCache(100_000);
  const make = made('x', false);
  for (let n = 0; n < 3; n++) await answers.answer(keyFor('a'), make);
  expect(make).toHaveBeenCalledTimes(3);
  await expect(answers.answer(keyFor('b'), never)).rejects.toThrow('made although');
  expect((await answers.answer(keyFor('b'), made('y'))).body).toBe('y');
  expect(answers.count).toBe(1);
});

describe('bytes', () => {
  test('cached answers stay within the byte limit, and the most recently used ones remain', async () => {
    const limit = 100_000;
    const answers = new AnswerCache(limit);
    for (let n = 0; n < 10_000; n++) {
      await answers.answer(keyFor(`k${n}`), made('x'.repeat(n % 3_000)));
      await answers.answer(keyFor('k0'), never);
      expect(answers.bytes).toBeLessThanOrEqual(limit);
    }
    expect(answers.count).toBeGreaterThan(10);
    expect(answers.count).toBeLessThan(100);
    expect((await answers.answer(keyFor('k9999'), never)).body).toHaveLength(9_999 % 3_000);
  });

  test('a single answer takes at most a sixteenth of the byte limit', async () => {
    const answers = new AnswerCache(160_000);
    await answers.answer(keyFor('fits'), made('x'.repeat(10_000 - 512)));
    await answers.answer(keyFor('not'), made('x'.repeat(10_000 - 511)));
    expect(answers.count).toBe(1);
    await answers.answer(keyFor('fits'), never);
  });
});

test('the bytes of headers count toward the limit', async () => {
  const answers = new AnswerCache(100_000);
  await answers.answer(keyFor('a'), () => Promise.resolve({ ...answerOf('x'), headers: { vary: 'y'.repeat(6_000) } }));
  expect(answers.count).toBe(0);
});

describe('another generation', () => {
  test('another generation drops all answers of the one before', async () => {
    const answers = new AnswerCache(100_000);
    await answers.answer(keyFor('a'), made('x'));
    await answers.answer(keyFor('b', 'g2'), made('y'));
    expect(answers.count).toBe(1);
    await answers.answer(keyFor('b', 'g2'), never);
  });

  test('an answer begun before another generation is not cached for it', async () => {
    const answers = new AnswerCache(100_000);
    const { promise, resolve } = Promise.withResolvers<GraphqlAnswer>();
    const old = answers.answer(keyFor('a'), () => promise);
    await answers.answer(keyFor('b', 'g2'), made('y'));
    resolve(answerOf('x'));
    expect((await old).body).toBe('x');
    expect(answers.count).toBe(1);
  });
});

describe('equal requests at the same time', () => {
  test('equal requests at the same time wait for the first, and its answer is cached', async () => {
    const answers = new AnswerCache(100_000);
    const { promise, resolve } = Promise.withResolvers<GraphqlAnswer>();
    const make = vi.fn(() => promise);
    const asked = Array.from({ length: 10 }, () => answers.answer(keyFor('a'), make));
    resolve(answerOf('x'));
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    expect(make).toHaveBeenCalledTimes(1);
    await answers.answer(keyFor('a'), never);
  });

  test('equal requests at the same time share an answer that is too large to be cached', async () => {
    const answers = new AnswerCache(1_000);
    const make = made('x'.repeat(2_000));
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(keyFor('a'), make)));
    expect([make.mock.calls.length, answers.count]).toEqual([1, 0]);
  });

  test('equal requests at the same time share an answer with errors, which is not cached', async () => {
    const answers = new AnswerCache(100_000);
    const make = vi.fn(() => Promise.resolve(answerOf('too long', false, true)));
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(keyFor('a'), make)));
    expect([make.mock.calls.length, answers.count]).toEqual([1, 0]);
  });

  test('equal requests at the same time get an answer each if the first answer is not shareable, or fails', async () => {
    const answers = new AnswerCache(100_000);
    const make = made('x', false);
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(keyFor('a'), make)));
    expect(make).toHaveBeenCalledTimes(10);

    const first = answers.answer(keyFor('b'), never);
    const second = answers.answer(keyFor('b'), made('y'));
    await expect(first).rejects.toThrow('made although');
    expect((await second).body).toBe('y');
  });
});
