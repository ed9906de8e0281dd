/** An item of a list, with what it is recognized by in other versions of the list. */
export interface Known<T> {
  readonly id: string;
  readonly item: T;
}

/** Three versions of a list: that of before, what its source says now, and what a person made of that of before. */
export interface Versions<T> {
  readonly before: readonly Known<T>[];
  readonly now: readonly Known<T>[];
  readonly edited: readonly Known<T>[];
}

export interface ListMerging<T> {
  /** Makes one item of those of now and of the person; `before` is undefined if both added it. */
  readonly merge: (before: T | undefined, now: T, edited: T) => T;
  readonly isEqual: (one: T, other: T) => boolean;
  /** The person changed what the source no longer has: it stays. */
  readonly onEditedButGone: (before: T, edited: T) => void;
  /** The person removed what the source has changed since: it stays away. */
  readonly onRemovedButChanged: (before: T, now: T) => void;
}

/**
 * The list with the changes of both sides. What one side added or removed is added or removed; where both changed an item, the
 * edit is kept. The order is that of now, unless the person changed the order; what the other side added follows what it followed
 * there.
 */
export function mergedList<T>(versions: Versions<T>, merging: ListMerging<T>): readonly Known<T>[] {
  const [before, now, edited] = [versions.before, versions.now, versions.edited].map(
    (list) => new Map(list.map(({ id, item }) => [id, item])),
  );
  if (before === undefined || now === undefined || edited === undefined) return [];
  const merged = new Map<string, T>();
  for (const [id, item] of edited) {
    const [old, given] = [before.get(id), now.get(id)];
    if (given !== undefined) merged.set(id, merging.merge(old, given, item));
    else if (old === undefined) merged.set(id, item);
    else if (!merging.isEqual(old, item)) {
      merging.onEditedButGone(old, item);
      merged.set(id, item);
    }
  }
  for (const [id, item] of now) {
    if (edited.has(id)) continue;
    const old = before.get(id);
    if (old === undefined) merged.set(id, item);
    else if (!merging.isEqual(old, item)) merging.onRemovedButChanged(old, item);
  }
  const isReordered = !isSameOrder([...before.keys()], [...edited.keys()]);
  const [first, second] = isReordered ? [edited, now] : [now, edited];
  return mergedOrder([...first.keys()], [...second.keys()], merged).flatMap((id) => {
    const item = merged.get(id);
    return item === undefined ? [] : { id, item };
  });
}

/** Whether what both lists have is in the same order. */
function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const common = other.filter((id) => inOne.has(id));
  return one.filter((id) => inOther.has(id)).every((id, index) => id === common[index]);
}

/** The order of the first list; what only the second has follows what it follows there. */
function mergedOrder(
  first: readonly string[],
  second: readonly string[],
  kept: ReadonlyMap<string, unknown>,
): string[] {
  const base = new Set(first.filter((id) => kept.has(id)));
  const leading: string[] = [];
  const followers = new Map<string, string[]>();
  let following = leading;
  for (const id of second) {
    if (base.has(id)) {
      following = [];
      followers.set(id, following);
    } else if (kept.has(id)) following.push(id);
  }
  return [...leading, ...[...base].flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}
