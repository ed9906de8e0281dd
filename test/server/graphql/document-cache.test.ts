import { expect, test } from 'vitest';
import { documentCache, longestDocument, mostDocuments } from '../../../src/server/graphql/document-cache.ts';

test('caches the most recently used documents', () => {
  const cache = documentCache<object>();
  const made = Array.from({ length: mostDocuments + 1 }, (_, n) => ({ n }));
  for (const value of made.slice(0, -1)) cache.set(`{ a${value.n} }`, value);
  expect(cache.get('{ a0 }')).toBe(made[0]);
  cache.set(`{ a${mostDocuments} }`, { n: mostDocuments });
  expect(cache.get('{ a1 }')).toBeUndefined();
  for (const { n } of made.filter(({ n }) => n !== 1)) expect(cache.get(`{ a${n} }`)).toEqual({ n });
});

test('does not cache a document beyond the longest length', () => {
  const cache = documentCache<object>();
  const [longest, longer] = ['#'.padEnd(longestDocument), '#'.padEnd(longestDocument + 1)];
  for (const document of [longest, longer]) cache.set(document, {});
  expect([cache.get(longest), cache.get(longer)]).toEqual([{}, undefined]);
});

test('caches at most 100 documents, however many it gets, and empty ones like any other', () => {
  const cache = documentCache<object>();
  for (let n = 0; n < 10_000; n++) cache.set(`{ a${n} }`, {});
  cache.set('', {});
  expect([cache.size, cache.get('')]).toEqual([mostDocuments, {}]);
});
