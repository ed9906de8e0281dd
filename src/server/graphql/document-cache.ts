/**
 * How many documents are kept; clients that send their queries as constants have few. What is kept for strangers must stay
 * small: a document of 1,000 tokens takes up to half a megabyte, its errors included.
 */
export const mostDocuments = 100;

/** The longest document that is kept, in characters. */
export const longestDocument = 10_000;

interface Cache<T> {
  get(document: string): T | undefined;
  set(document: string, value: T): void;
}

/** What the documents asked for last were made into; for Yoga, whose own cache keeps documents of any length. */
export function documentCache<T extends object>(): Cache<T> {
  // The least recently used is the first.
  const values = new Map<string, T>();
  return {
    get(document) {
      const value = values.get(document);
      if (value !== undefined) {
        values.delete(document);
        values.set(document, value);
      }
      return value;
    },
    set(document, value) {
      if (document.length > longestDocument) return;
      values.set(document, value);
      const [oldest] = values.keys();
      if (values.size > mostDocuments && oldest !== undefined) values.delete(oldest);
    },
  };
}
