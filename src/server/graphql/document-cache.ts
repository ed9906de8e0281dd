import { LRUCache } from 'lru-cache';

/**
 * Most documents in a cache. Clients that send their queries as constants have few, and what anyone can fill must stay
 * small: a document of 1,000 tokens takes up to half a megabyte, including its errors.
 */
export const mostDocuments = 100;

/** Longest document that is cached, in characters. */
export const longestDocument = 10_000;

/** A cache for what documents are parsed or validated to. Yoga's own cache would store documents of any length. */
export function documentCache<T extends object>(): LRUCache<string, T> {
  return new LRUCache({
    max: mostDocuments,
    maxEntrySize: longestDocument,
    // The cache requires a size of at least 1.
    sizeCalculation: (_, document) => Math.max(1, document.length),
  });
}
