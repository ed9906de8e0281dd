import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { elementCount, setCount, timesCovered, type Cover } from './cover.ts';

/** After how many visits of sets the work yields. */
const visitsPerStep = 1_024;

/**
 * Chooses the set that adds most elements, the first of such, as long as one adds any and no more than so many are chosen.
 * Returns them as they were chosen. Gains only decrease, so each set is kept by the gain that it had when it was last
 * visited, and moved where that is out of date.
 */
export function* greedyChoice(cover: Cover, mostSets = Infinity): Steps<readonly number[]> {
  const gainOf = Int32Array.from({ length: setCount(cover) }, (_, set) => listLength(cover.elementsOf, set));
  const byGain: number[][] = [];
  gainOf.forEach((gain, set) => {
    while (byGain.length <= gain) byGain.push([]);
    byGain[gain]?.push(set);
  });
  const isCovered = new Uint8Array(elementCount(cover));
  const chosen: number[] = [];
  let visits = 0;
  for (let gain = byGain.length - 1; gain > 0; gain--) {
    for (const set of itemAt(byGain, gain).sort((a, b) => a - b)) {
      if (chosen.length >= mostSets) return chosen;
      if (++visits % visitsPerStep === 0) yield;
      const current = itemAt(gainOf, set);
      if (current < gain) {
        byGain[current]?.push(set);
        continue;
      }
      chosen.push(set);
      for (const element of listAt(cover.elementsOf, set)) {
        if (isCovered[element] === 1) continue;
        isCovered[element] = 1;
        for (const other of listAt(cover.setsOf, element)) gainOf[other] = itemAt(gainOf, other) - 1;
      }
    }
  }
  return chosen;
}

/** A choice without the sets that cover nothing alone: the last chosen are tried first. */
export function withoutRedundant(cover: Cover, sets: readonly number[]): readonly number[] {
  const times = timesCovered(cover, sets);
  const kept: number[] = [];
  for (const set of sets.toReversed()) {
    const elements = listAt(cover.elementsOf, set);
    if (elements.every((element) => itemAt(times, element) > 1)) {
      for (const element of elements) times[element] = itemAt(times, element) - 1;
    } else kept.push(set);
  }
  return kept.reverse();
}
