import { LRUCache } from 'lru-cache';

/**
 * How many documents are kept; clients that send their queries as constants have few. What is kept for strangers must stay
 * small: a document of 1,000 tokens takes up to half a megabyte, its errors included.
 */
export const mostDocuments = 100;

/** The longest document that is kept, in characters. */
export const longestDocument = 10_000;

/** What the documents asked for last were made into; for Yoga, whose own cache keeps documents of any length. */
export function documentCache<T extends object>(): LRUCache<string, T> {
  return new LRUCache({
    max: mostDocuments,
    maxEntrySize: longestDocument,
    // One that is empty has a size, too.
    sizeCalculation: (_, document) => Math.max(1, document.length),
  });
}
