import type { GraphQLResolveInfo } from 'graphql';
import type { Task } from '../../src/scheduling/task.ts';

/** A list of at most this many items is returned as it is: the fields of so few items are fast, or wait by themselves. */
const fewItems = 10;

/** The number of items between two readings of the clock. */
const itemsPerReading = 8;

/**
 * A list that yields items immediately while the current slice lasts, and the others as promises for later slices. When the
 * task has stopped, it ends.
 *
 * It is not iterated asynchronously, which would need less memory for long lists: GraphQL.js awaits each item of an
 * AsyncIterable, and until it has the last one, nobody handles what the earlier ones reject. Node.js ends the process then.
 */
export function cooperativeList<T>(
  items: readonly T[],
  task: Task,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): Iterable<T | Promise<T>> {
  return items.length <= fewItems ? items : itemsInSlices(items, task, depthOf(path));
}

/** The depth of a path in the answer, counted from 0. */
export function depthOf({ prev }: GraphQLResolveInfo['path']): number {
  let depth = 0;
  for (let each = prev; each !== undefined; each = each.prev) depth++;
  return depth;
}

function* itemsInSlices<T>(items: readonly T[], task: Task, depth: number): Generator<T | Promise<T>> {
  let waits = false;
  for (const [index, item] of items.entries()) {
    if (task.stopReason !== undefined) return;
    // Reading the clock takes time, so it is not read for every item; fields that take long read it themselves.
    if (waits || index % itemsPerReading === 0) waits = task.isSliceOver();
    yield waits ? task.yieldSlice(item, depth) : item;
  }
}
