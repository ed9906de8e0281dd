/**
 * The item at an index that must exist.
 *
 * @throws RangeError where it does not: a bug, never a fault of the input.
 */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${items.length}`);
  return item;
}
