import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { elementCount, partOf, setCount, type Cover, type PartOfCover } from './cover.ts';
import type { ReducedCover } from './reduced-cover.ts';

/** After how many sets the work yields. */
const setsPerStep = 256;

/** The connected components of what reductions leave of an instance: each can be solved by itself. */
export function* componentsOf(cover: Cover, { sets, elements }: Omit<ReducedCover, 'forced'>): Steps<PartOfCover[]> {
  const elementNumbers = new Int32Array(elementCount(cover)).fill(-1);
  const isSeenSet = new Uint8Array(setCount(cover));
  const isSeenElement = new Uint8Array(elementCount(cover));
  const parts: PartOfCover[] = [];
  let visits = 0;
  for (let start = 0; start < elements.length; start++) {
    if (elements[start] !== 1 || isSeenElement[start] === 1) continue;
    isSeenElement[start] = 1;
    const ourElements = [start];
    const ourSets: number[] = [];
    for (let next = 0; next < ourElements.length; next++) {
      for (const set of listAt(cover.setsOf, itemAt(ourElements, next))) {
        if (sets[set] !== 1 || isSeenSet[set] === 1) continue;
        isSeenSet[set] = 1;
        ourSets.push(set);
        for (const element of listAt(cover.elementsOf, set)) {
          if (elements[element] !== 1 || isSeenElement[element] === 1) continue;
          isSeenElement[element] = 1;
          ourElements.push(element);
        }
        if (++visits % setsPerStep === 0) yield;
      }
    }
    parts.push(partOf(cover, Int32Array.from(ourSets).sort(), Int32Array.from(ourElements).sort(), elementNumbers));
    yield;
  }
  return parts;
}
