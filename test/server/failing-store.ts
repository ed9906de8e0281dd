import type { GraphStore } from '../../src/store/graph-store.ts';

/** A store whose every call fails with an error. */
export function failingStore(error: Error): GraphStore {
  const fail = () => Promise.reject(error);
  return {
    kind: 'MEMORY',
    prepare: fail,
    current: fail,
    replace: fail,
    close: () => Promise.resolve(),
  };
}
