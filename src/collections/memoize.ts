/**
 * A function that computes each answer once and keeps it: for what is derived from something that never changes and is
 * asked for by few distinct keys.
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

/** A function that computes its answer when it is first called, and keeps it. */
export function once<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: compute() }).value;
}

/** The same of what takes time: callers share one promise, and a computation that fails is tried again at the next call. */
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
