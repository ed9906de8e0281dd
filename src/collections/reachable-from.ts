/**
 * An item and all that can be reached from it, those that fewer steps lead to first.
 *
 * @param nextOf what one step leads to from an item; it may lead back.
 */
export function reachableFrom<T>(start: T, nextOf: (item: T) => Iterable<T>): ReadonlySet<T> {
  const reached = new Set([start]);
  // A Set yields what is added to it while it is walked.
  for (const item of reached) for (const next of nextOf(item)) reached.add(next);
  return reached;
}
