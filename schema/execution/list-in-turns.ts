import type { GraphQLResolveInfo } from 'graphql';
import type { Share } from '../../src/scheduling/turns.ts';

/** Up to how many items a list is given as it is: the fields of so few take no time but for those that wait themselves. */
const fewItems = 10;

/** After how many items it is looked whether the slice lasts. */
const itemsPerLook = 8;

/** Up to how many items a list has them wait each for itself; a longer one, which would have too many wait, waits whole. */
const mostWaiting = 1_000;

/** A list that gives its items as long as the share's slice lasts, and the others in later turns. */
export function listInTurns<T>(
  items: readonly T[],
  share: Share,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): Iterable<T | Promise<T>> | AsyncIterable<T> {
  if (items.length <= fewItems) return items;
  return items.length <= mostWaiting ? eachInTurns(items, share, path) : oneByOne(items, share, path);
}

/** How deep in the answer something stands. */
export function depthOf({ prev }: GraphQLResolveInfo['path']): number {
  let depth = 0;
  for (let each = prev; each !== undefined; each = each.prev) depth++;
  return depth;
}

function* eachInTurns<T>(
  items: readonly T[],
  share: Share,
  path: GraphQLResolveInfo['path'],
): Generator<T | Promise<T>> {
  let waits = false;
  let place = 0;
  for (const item of items) {
    // Reading the clock takes some of the time of an item; fields that take long read it themselves.
    if (waits || place % itemsPerLook === 0) waits = share.isUsedUp();
    place++;
    yield waits ? share.later(item, depthOf(path)) : item;
  }
}

function oneByOne<T>(items: readonly T[], share: Share, path: GraphQLResolveInfo['path']): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]: () => {
      const places = items[Symbol.iterator]();
      return {
        next: () => {
          const place = places.next();
          const waits = place.done !== true && share.isUsedUp();
          return waits ? share.later(place, depthOf(path)) : Promise.resolve(place);
        },
      };
    },
  };
}
