import { itemAt } from './item-at.ts';

/** Ascending lists merged into one, without duplicates; two by two. */
export function unionOf(lists: readonly Int32Array[]): Int32Array {
  const [first = new Int32Array(), second] = lists;
  if (second === undefined) return first;
  if (lists.length > 2) {
    const half = lists.length >> 1;
    return unionOf([unionOf(lists.slice(0, half)), unionOf(lists.slice(half))]);
  }
  const union = new Int32Array(first.length + second.length);
  let [size, inFirst, inSecond] = [0, 0, 0];
  while (inFirst < first.length || inSecond < second.length) {
    const [a = Infinity, b = Infinity] = [first[inFirst], second[inSecond]];
    union[size++] = Math.min(a, b);
    if (a <= b) inFirst++;
    if (b <= a) inSecond++;
  }
  return union.subarray(0, size);
}

/** Visits the indexes at which two ascending lists have the same number; takes time in proportion to the shorter one. */
export function eachShared(a: Int32Array, b: Int32Array, visit: (inA: number, inB: number) => void): void {
  const isShorter = a.length <= b.length;
  const [shorter, longer] = isShorter ? [a, b] : [b, a];
  let inLonger = 0;
  for (let inShorter = 0; inShorter < shorter.length; inShorter++) {
    const number = itemAt(shorter, inShorter);
    inLonger = lowerBound(longer, number, inLonger);
    if (inLonger === longer.length) return;
    if (longer[inLonger] !== number) continue;
    if (isShorter) visit(inShorter, inLonger);
    else visit(inLonger, inShorter);
  }
}

/**
 * The first index, from the given one on, whose number is not below `least`; the length where there is none. Exponential
 * search: doubles the step until it has passed the number, then halves the interval (Bentley and Yao, An Almost Optimal
 * Algorithm for Unbounded Searching, 1976).
 */
export function lowerBound(ascending: Int32Array, least: number, from: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < ascending.length && itemAt(ascending, high) < least) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, ascending.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(ascending, middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
