import { LRUCache } from 'lru-cache';
import { mayContainPeople } from './people.ts';

/**
 * Most documents in a cache. Clients that send their queries as constants have few, and what anyone can fill must stay
 * small: a document of 1,000 tokens takes up to half a megabyte, including its errors.
 */
export const mostDocuments = 100;

/** Longest document that is cached, in characters. */
export const longestDocument = 10_000;

/** What documents are parsed or validated to, by their text. */
export interface DocumentCache<T> {
  get(document: string): T | undefined;
  set(document: string, made: T): unknown;
  /** The number of documents. */
  readonly size: number;
}

/**
 * A cache for what documents are parsed or validated to. Yoga's own cache would store documents of any length, and documents
 * with people in them.
 */
export function documentCache<T extends object>(): DocumentCache<T> {
  const cached = new LRUCache<string, T>({
    max: mostDocuments,
    maxEntrySize: longestDocument,
    // The cache requires a size of at least 1.
    sizeCalculation: (_, document) => Math.max(1, document.length),
  });
  return {
    get: (document) => cached.get(document),
    set: (document, made) => mayContainPeople(document) || cached.set(document, made),
    get size() {
      return cached.size;
    },
  };
}
