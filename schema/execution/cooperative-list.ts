import { Kind, type GraphQLResolveInfo } from 'graphql';
import type { Task } from '../../src/scheduling/task.ts';

/** A list of at most this many items is returned as it is: the fields of so few items are fast, or wait by themselves. */
const fewItems = 10;

/** The number of items between two readings of the clock. */
const itemsPerReading = 8;

/** The extension of an object type all of whose leaf fields return values, never promises. */
export const readyLeaves = { hasReadyLeaves: true } as const;

/** The list of a field, and where it is in the answer. */
export type ListInfo = Pick<GraphQLResolveInfo, 'path' | 'fieldNodes'>;

/**
 * A list that yields items while the current slice lasts, and the others in later slices. When the task has stopped, it ends.
 *
 * It is iterated asynchronously only if nothing in its items can be rejected later. GraphQL.js awaits each item of an
 * AsyncIterable, and until it has the last one, nobody handles what the earlier ones reject; Node.js would end the process then.
 * Any other list is iterated synchronously, with a promise for each item that has to wait. These take half as much time again, and
 * some 500 bytes each.
 *
 * @param hasReadyLeaves whether the items' type has the extension `readyLeaves`.
 */
export function cooperativeList<T>(
  items: readonly T[],
  task: Task,
  info: ListInfo,
  hasReadyLeaves: boolean,
): Iterable<T | Promise<T>> | AsyncIterable<T> {
  if (items.length <= fewItems) return items;
  const depth = depthOf(info.path);
  return hasReadyLeaves && selectsLeavesOnly(info)
    ? new SlicedItems(items, task, depth)
    : itemsInSlices(items, task, depth);
}

/** The depth of a path in the answer, counted from 0. */
export function depthOf({ prev }: GraphQLResolveInfo['path']): number {
  let depth = 0;
  for (let each = prev; each !== undefined; each = each.prev) depth++;
  return depth;
}

/** Whether no field of the items has a selection of its own. What is in fragments is not looked at. */
function selectsLeavesOnly({ fieldNodes }: ListInfo): boolean {
  return fieldNodes.every(({ selectionSet }) =>
    selectionSet?.selections.every((node) => node.kind === Kind.FIELD && node.selectionSet === undefined),
  );
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

/** The iterator is written by hand because an async generator takes twice as long for each item. */
class SlicedItems<T> implements AsyncIterable<T>, AsyncIterator<T> {
  readonly #items: readonly T[];
  readonly #task: Task;
  readonly #depth: number;
  #index = 0;

  constructor(items: readonly T[], task: Task, depth: number) {
    this.#items = items;
    this.#task = task;
    this.#depth = depth;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const waits = this.#index % itemsPerReading === 0 && this.#task.isSliceOver();
    return waits
      ? this.#task.yieldSlice(undefined, this.#depth).then(() => this.#nextResult())
      : Promise.resolve(this.#nextResult());
  }

  #nextResult(): IteratorResult<T, undefined> {
    const item = this.#task.stopReason === undefined ? this.#items[this.#index++] : undefined;
    return item === undefined ? { done: true, value: undefined } : { done: false, value: item };
  }
}
