import { LRUCache } from 'lru-cache';

/**
 * A function that computes the answer for each key once: for what is derived from something that never changes, and for few
 * distinct keys, since no answer is ever dropped.
 */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}

/** How many answers a function of `memoizeRecent` keeps. */
const recentAnswers = 100;

/** Longest text whose answer is kept, in characters: texts of clients may be long. */
const longestKey = 300;

/**
 * A function that remembers its answers for the texts that it was called with last: for what clients send, which few forms of
 * cover nearly all of, and anybody may vary.
 */
export function memoizeRecent<V extends object | string | boolean>(compute: (text: string) => V): (text: string) => V {
  const answers = new LRUCache<string, V>({ max: recentAnswers });
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (text.length <= longestKey) answers.set(text, answer);
    return answer;
  };
}

/** A function that computes its answer once, when it is first called. */
export function once<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: compute() }).value;
}

/** The same for promises: callers share one promise. If it is rejected, the next call computes again. */
export function onceFulfilled<T>(compute: () => Promise<T>): () => Promise<T> {
  let computed: Promise<T> | undefined;
  return () => {
    computed ??= compute().catch((error: unknown) => {
      computed = undefined;
      throw error;
    });
    return computed;
  };
}
