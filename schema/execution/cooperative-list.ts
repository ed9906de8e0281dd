import type { GraphQLResolveInfo } from 'graphql';
import type { Task } from '../../src/scheduling/task.ts';

/** A list of at most this many items is returned as it is: the fields of so few items are fast, or wait by themselves. */
const fewItems = 10;

/** The number of items between two readings of the clock. */
const itemsPerReading = 8;

/** In a list of at most this many items, each item waits by itself. Longer lists, with too many waiting items, are iterated asynchronously. */
const mostWaiting = 1_000;

/**
 * A list that yields items immediately while the current slice lasts, and the others in later slices. When the task has
 * stopped, it ends with the reason.
 */
export function cooperativeList<T>(
  items: readonly T[],
  task: Task,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): Iterable<T | Promise<T>> | AsyncIterable<T> {
  if (items.length <= fewItems) return items;
  return items.length <= mostWaiting ? itemsWaitingEach(items, task, path) : itemsOneByOne(items, task, path);
}

/** The depth of a path in the answer, counted from 0. */
export function depthOf({ prev }: GraphQLResolveInfo['path']): number {
  let depth = 0;
  for (let each = prev; each !== undefined; each = each.prev) depth++;
  return depth;
}

function* itemsWaitingEach<T>(
  items: readonly T[],
  task: Task,
  path: GraphQLResolveInfo['path'],
): Generator<T | Promise<T>> {
  let waits = false;
  let index = 0;
  for (const item of items) {
    task.throwIfStopped();
    // Reading the clock takes time, so it is not read for every item; fields that take long read it themselves.
    if (waits || index % itemsPerReading === 0) waits = task.isSliceOver();
    index++;
    yield waits ? task.yieldSlice(item, depthOf(path)) : item;
  }
}

function itemsOneByOne<T>(items: readonly T[], task: Task, path: GraphQLResolveInfo['path']): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = items[Symbol.iterator]();
      return {
        next: () => {
          const next = iterator.next();
          const waits = next.done !== true && task.isSliceOver();
          return waits ? task.yieldSlice(next, depthOf(path)) : Promise.resolve(next);
        },
      };
    },
  };
}
