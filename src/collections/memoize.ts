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
