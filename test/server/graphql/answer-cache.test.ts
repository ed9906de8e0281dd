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
const place = (key: string, generation = 'g1') => ({ generation, key });
const made = (body: string, isCacheable = true) => vi.fn(() => Promise.resolve(answerOf(body, isCacheable)));
const never = () => Promise.reject(new Error('made where it need not be'));

test('what was made for all is made once', async () => {
  const answers = new AnswerCache(100_000);
  const first = await answers.answer(place('a'), made('x'));
  expect(await answers.answer(place('a'), never)).toBe(first);
  expect((await answers.answer(place('b'), made('y'))).body).toBe('y');
});

test('what is not for all is made for each, and so is what fails', async () => {
  const answers = new AnswerCache(100_000);
  const make = made('x', false);
  for (let n = 0; n < 3; n += 1) await answers.answer(place('a'), make);
  expect(make).toHaveBeenCalledTimes(3);
  await expect(answers.answer(place('b'), never)).rejects.toThrow('made where');
  expect((await answers.answer(place('b'), made('y'))).body).toBe('y');
  expect(answers.count).toBe(1);
});

describe('bytes', () => {
  test('kept answers stay within their bytes, and those asked for last are kept', async () => {
    const limit = 100_000;
    const answers = new AnswerCache(limit);
    for (let n = 0; n < 10_000; n += 1) {
      await answers.answer(place(`k${n}`), made('x'.repeat(n % 3_000)));
      await answers.answer(place('k0'), never);
      expect(answers.bytes).toBeLessThanOrEqual(limit);
    }
    expect(answers.count).toBeGreaterThan(10);
    expect(answers.count).toBeLessThan(100);
    expect((await answers.answer(place('k9999'), never)).body).toHaveLength(9_999 % 3_000);
  });

  test('a single answer may take a sixteenth of the bytes at most', async () => {
    const answers = new AnswerCache(160_000);
    await answers.answer(place('fits'), made('x'.repeat(10_000 - 512)));
    await answers.answer(place('not'), made('x'.repeat(10_000 - 511)));
    expect(answers.count).toBe(1);
    await answers.answer(place('fits'), never);
  });
});

test('the bytes of headers count, too', async () => {
  const answers = new AnswerCache(100_000);
  await answers.answer(place('a'), () => Promise.resolve({ ...answerOf('x'), headers: { vary: 'y'.repeat(6_000) } }));
  expect(answers.count).toBe(0);
});

describe('another generation', () => {
  test('another generation drops all answers of the one before', async () => {
    const answers = new AnswerCache(100_000);
    await answers.answer(place('a'), made('x'));
    await answers.answer(place('b', 'g2'), made('y'));
    expect(answers.count).toBe(1);
    await answers.answer(place('b', 'g2'), never);
  });

  test('another generation does not get what was begun before it', async () => {
    const answers = new AnswerCache(100_000);
    const { promise, resolve } = Promise.withResolvers<GraphqlAnswer>();
    const old = answers.answer(place('a'), () => promise);
    await answers.answer(place('b', 'g2'), made('y'));
    resolve(answerOf('x'));
    expect((await old).body).toBe('x');
    expect(answers.count).toBe(1);
  });
});

describe('several who ask the same at once', () => {
  test('several who ask the same at once wait for the first, and its answer is kept', async () => {
    const answers = new AnswerCache(100_000);
    const { promise, resolve } = Promise.withResolvers<GraphqlAnswer>();
    const make = vi.fn(() => promise);
    const asked = Array.from({ length: 10 }, () => answers.answer(place('a'), make));
    resolve(answerOf('x'));
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    expect(make).toHaveBeenCalledTimes(1);
    await answers.answer(place('a'), never);
  });

  test('several who ask the same at once share an answer that is too large to be kept', async () => {
    const answers = new AnswerCache(1_000);
    const make = made('x'.repeat(2_000));
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(place('a'), make)));
    expect([make.mock.calls.length, answers.count]).toEqual([1, 0]);
  });

  test('several who ask the same at once share an answer with errors, which is not kept', async () => {
    const answers = new AnswerCache(100_000);
    const make = vi.fn(() => Promise.resolve(answerOf('too long', false, true)));
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(place('a'), make)));
    expect([make.mock.calls.length, answers.count]).toEqual([1, 0]);
  });

  test('several who ask the same at once get an answer each if that of the first is not for all, or fails', async () => {
    const answers = new AnswerCache(100_000);
    const make = made('x', false);
    await Promise.all(Array.from({ length: 10 }, () => answers.answer(place('a'), make)));
    expect(make).toHaveBeenCalledTimes(10);

    const first = answers.answer(place('b'), never);
    const second = answers.answer(place('b'), made('y'));
    await expect(first).rejects.toThrow('made where');
    expect((await second).body).toBe('y');
  });
});
