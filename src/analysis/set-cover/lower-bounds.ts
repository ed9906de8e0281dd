import { listAt, listLength } from '../../collections/lists.ts';
import { elementCount, setCount, type Cover } from './cover.ts';

/** What is subtracted before a sum of fractions is rounded up. */
const tolerance = 1e-6;

/** No cover has fewer sets: the better one of two bounds. Every element must be in a set. */
export function lowerBoundOf(cover: Cover): number {
  return Math.max(disjointElements(cover), Math.ceil(priceOfElements(cover) - tolerance));
}

/** So many elements of which no set has two, found by taking the rarest first: each needs a set of its own. */
function disjointElements(cover: Cover): number {
  const degreeOf = (element: number) => listLength(cover.setsOf, element);
  const rarestFirst = Int32Array.from({ length: elementCount(cover) }, (_, element) => element).sort(
    (a, b) => degreeOf(a) - degreeOf(b) || a - b,
  );
  const isTaken = new Uint8Array(setCount(cover));
  let count = 0;
  for (const element of rarestFirst) {
    const sets = listAt(cover.setsOf, element);
    if (sets.some((set) => isTaken[set] === 1)) continue;
    for (const set of sets) isTaken[set] = 1;
    count++;
  }
  return count;
}

/**
 * Prices of elements such that no set's elements cost more than 1 together: 1 / the size of the largest set that has it
 * (a solution of the dual linear program; Chvatal, A greedy heuristic for the set-covering problem, 1979).
 */
function priceOfElements(cover: Cover): number {
  let sum = 0;
  for (let element = 0; element < elementCount(cover); element++) {
    let largest = 1;
    for (const set of listAt(cover.setsOf, element)) largest = Math.max(largest, listLength(cover.elementsOf, set));
    sum += 1 / largest;
  }
  return sum;
}
