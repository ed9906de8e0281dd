/**
 * The item at a place that must exist.
 *
 * @throws RangeError where it does not: a fault of ours, never of the input.
 */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${items.length}`);
  return item;
}
