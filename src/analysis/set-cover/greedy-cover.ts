import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { elementCount, setCount, type Cover } from './cover.ts';

/** After how many sets looked at a rest is taken. */
const setsPerStep = 1_024;

/** Sets that were chosen one after the other, each with the number of elements that it added. */
export interface GreedyChoice {
  readonly sets: readonly number[];
  readonly gains: readonly number[];
  readonly coveredCount: number;
  /** No so many sets cover more elements (Nemhauser, Wolsey and Fisher, 1978). */
  readonly upperBound: number;
}

/**
 * Chooses the set that adds most elements, the first of such, as long as one adds any and no more than so many are chosen.
 * Gains only become less, so sets are kept by the gain that they had when they were last looked at.
 */
export function* greedyChoice(cover: Cover, most = Infinity): Steps<GreedyChoice> {
  const gainOf = Int32Array.from({ length: setCount(cover) }, (_, set) => listLength(cover.elementsOf, set));
  const byGain: number[][] = [];
  gainOf.forEach((gain, set) => {
    while (byGain.length <= gain) byGain.push([]);
    byGain[gain]?.push(set);
  });
  const isCovered = new Uint8Array(elementCount(cover));
  const sets: number[] = [];
  const gains: number[] = [];
  let coveredCount = 0;
  let upperBound = most === Infinity ? isCovered.length : boundBy(gainOf, most, 0, isCovered.length);
  let looks = 0;
  for (let gain = byGain.length - 1; gain > 0; gain--) {
    for (const set of itemAt(byGain, gain).sort((a, b) => a - b)) {
      if (sets.length >= most) break;
      if (++looks % setsPerStep === 0) yield;
      const current = itemAt(gainOf, set);
      if (current < gain) {
        byGain[current]?.push(set);
        continue;
      }
      sets.push(set);
      gains.push(gain);
      coveredCount += gain;
      for (const element of listAt(cover.elementsOf, set)) {
        if (isCovered[element] === 1) continue;
        isCovered[element] = 1;
        for (const other of listAt(cover.setsOf, element)) gainOf[other] = itemAt(gainOf, other) - 1;
      }
      if (most === Infinity) continue;
      upperBound = boundBy(gainOf, most, coveredCount, upperBound);
      yield;
    }
  }
  return { sets, gains, coveredCount, upperBound };
}

/** What so many sets cover together is no more than what is covered and the most that so many can add each by itself. */
function boundBy(gainOf: Int32Array, most: number, coveredCount: number, known: number): number {
  const counts: number[] = [];
  for (const gain of gainOf) counts[gain] = (counts[gain] ?? 0) + 1;
  let bound = coveredCount;
  let left = most;
  for (let gain = counts.length - 1; gain > 0 && left > 0; gain--) {
    const taken = Math.min(left, counts[gain] ?? 0);
    bound += taken * gain;
    left -= taken;
  }
  return Math.min(known, bound);
}

/** A cover without the sets that it does not need: the last chosen are tried first. */
export function withoutRedundant(cover: Cover, sets: readonly number[]): readonly number[] {
  const times = new Int32Array(elementCount(cover));
  for (const set of sets)
    for (const element of listAt(cover.elementsOf, set)) times[element] = itemAt(times, element) + 1;
  const kept: number[] = [];
  for (const set of sets.toReversed()) {
    const elements = listAt(cover.elementsOf, set);
    if (elements.every((element) => itemAt(times, element) > 1)) {
      for (const element of elements) times[element] = itemAt(times, element) - 1;
    } else kept.push(set);
  }
  return kept.reverse();
}
