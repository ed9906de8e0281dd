import { expect, test } from 'vitest';
import { documentCache, longestDocument, mostDocuments } from '../../../src/server/graphql/document-cache.ts';

test('keeps the documents that were asked for last', () => {
  const cache = documentCache<object>();
  const made = Array.from({ length: mostDocuments + 1 }, (_, n) => ({ n }));
  for (const value of made.slice(0, -1)) cache.set(`{ a${value.n} }`, value);
  expect(cache.get('{ a0 }')).toBe(made[0]);
  cache.set(`{ a${mostDocuments} }`, { n: mostDocuments });
  expect(cache.get('{ a1 }')).toBeUndefined();
  for (const { n } of made.filter(({ n }) => n !== 1)) expect(cache.get(`{ a${n} }`)).toEqual({ n });
});

test('keeps no document that is longer than most are', () => {
  const cache = documentCache<object>();
  const [longest, longer] = ['#'.padEnd(longestDocument), '#'.padEnd(longestDocument + 1)];
  for (const document of [longest, longer]) cache.set(document, {});
  expect([cache.get(longest), cache.get(longer)]).toEqual([{}, undefined]);
});

test('keeps as few documents after 10,000 as after a hundred, empty ones like any other', () => {
  const cache = documentCache<object>();
  for (let n = 0; n < 10_000; n += 1) cache.set(`{ a${n} }`, {});
  cache.set('', {});
  expect([cache.size, cache.get('')]).toEqual([mostDocuments, {}]);
});
