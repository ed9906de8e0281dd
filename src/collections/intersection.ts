/** The items of the first list that all the others have, too, in its order; none where no list is given. */
export function intersectionOf<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((item) => sets.every((set) => set.has(item)));
}
