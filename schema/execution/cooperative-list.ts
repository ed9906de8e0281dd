import type { GraphQLResolveInfo } from 'graphql';
import type { Task } from '../../src/scheduling/task.ts';

/** Up to this many items, a list is returned as it is: the fields of so few are fast, or wait by themselves. */
const fewItems = 10;

/** How many items there are between two readings of the clock. */
const itemsPerReading = 8;

/** Up to this many items, each may wait by itself. The items of longer lists, of which too many would wait, come one by one. */
const mostWaiting = 1_000;

/** A list that gives its items at once as long as the slice lasts, and the others in later slices. */
export function cooperativeList<T>(
  items: readonly T[],
  task: Task,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): Iterable<T | Promise<T>> | AsyncIterable<T> {
  if (items.length <= fewItems) return items;
  return items.length <= mostWaiting ? itemsWaitingEach(items, task, path) : itemsOneByOne(items, task, path);
}

/** How deep in the answer a path leads, from 0. */
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
    // Reading the clock takes some of the time of an item; fields that take long read it themselves.
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
