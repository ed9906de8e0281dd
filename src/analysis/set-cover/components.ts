import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { partOf, setCount, type Cover, type PartOfCover } from './cover.ts';
import type { ReducedCover } from './reduced-cover.ts';

/** After how many sets the work yields. */
const setsPerStep = 256;

/**
 * The connected components of what reductions leave of an instance: each can be solved by itself. Small ones come first, so
 * that one that is too large for a search takes nothing from them.
 */
export function* componentsOf(
  cover: Cover,
  { sets, elements }: Omit<ReducedCover, 'forced'>,
): Steps<readonly PartOfCover[]> {
  const isOpenSet = sets.slice();
  const isOpenElement = elements.slice();
  const parts: PartOfCover[] = [];
  let visits = 0;
  for (let start = 0; start < elements.length; start++) {
    if (isOpenElement[start] !== 1) continue;
    isOpenElement[start] = 0;
    const ourElements = [start];
    const ourSets: number[] = [];
    // Elements are appended while the list is walked.
    for (const element of ourElements) {
      for (const set of listAt(cover.setsOf, element)) {
        if (isOpenSet[set] !== 1) continue;
        isOpenSet[set] = 0;
        ourSets.push(set);
        for (const other of listAt(cover.elementsOf, set)) {
          if (isOpenElement[other] !== 1) continue;
          isOpenElement[other] = 0;
          ourElements.push(other);
        }
        if (++visits % setsPerStep === 0) yield;
      }
    }
    parts.push(yield* partOf(cover, Int32Array.from(ourSets).sort(), Int32Array.from(ourElements).sort()));
    yield;
  }
  return parts.sort((a, b) => setCount(a.cover) - setCount(b.cover) || itemAt(a.sets, 0) - itemAt(b.sets, 0));
}
