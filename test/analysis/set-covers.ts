import fc from 'fast-check';
import { listsOf } from '../../src/collections/lists.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { coverOf, type Cover } from '../../src/analysis/set-cover/cover.ts';

/** An instance as lists of elements; each element is in one of them at least. */
export interface PlainCover {
  readonly cover: Cover;
  readonly sets: readonly (readonly number[])[];
  readonly elements: number;
}

/** Small instances, every element of which is in a set. */
export const smallCovers: fc.Arbitrary<PlainCover> = fc
  .record({
    elements: fc.integer({ min: 0, max: 9 }),
    drawn: fc.array(fc.uniqueArray(fc.nat({ max: 8 }), { maxLength: 4 }), { maxLength: 10 }),
  })
  .map(({ elements, drawn }) => {
    const sets = drawn.map((set) => set.filter((element) => element < elements).sort((a, b) => a - b));
    const missing = Array.from({ length: elements }, (_, element) => element).filter(
      (element) => !sets.some((set) => set.includes(element)),
    );
    return plainCover(missing.length === 0 ? sets : [...sets, missing], elements);
  });

export function plainCover(sets: readonly (readonly number[])[], elements: number): PlainCover {
  return { sets, elements, cover: runToCompletion(coverOf(listsOf(sets), elements)) };
}

/** Every choice of sets. */
export function choicesOf({ sets }: PlainCover): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** sets.length }, (_, bits) => [...sets.keys()].filter((set) => bits & (1 << set)));
}

export function covered({ sets }: PlainCover, choice: readonly number[]): number {
  return new Set(choice.flatMap((set) => sets[set] ?? [])).size;
}

const sumOf = (choice: readonly number[]) => choice.reduce((sum, set) => sum + set, 0);

/** Tried one by one: of no more than so many sets those that cover most, then the fewest, then the least sum of ranks. */
export function bestChoice(plain: PlainCover, most = Infinity): readonly number[] {
  const [best = []] = choicesOf(plain)
    .filter((choice) => choice.length <= most)
    .sort((a, b) => covered(plain, b) - covered(plain, a) || a.length - b.length || sumOf(a) - sumOf(b));
  return best;
}

/** What a choice is judged by: how many sets, how many elements, the sum of ranks. */
export function merits(plain: PlainCover, choice: readonly number[]): readonly number[] {
  return [choice.length, covered(plain, choice), sumOf(choice)];
}

/**
 * Covers of the triples of a Steiner system by its points: small, and hard for branch and bound. Points are vectors over
 * three numbers; three make a triple where they add up to nothing (Fulkerson, Nemhauser and Trotter, 1974).
 */
export function steinerCover(dimension: number): PlainCover {
  const triples = steinerTriples(dimension);
  const points = Array.from({ length: 3 ** dimension }, (_, point) =>
    [...triples.keys()].filter((triple) => triples[triple]?.includes(point)),
  );
  return plainCover(points, triples.length);
}

function steinerTriples(dimension: number): readonly (readonly [number, number, number])[] {
  const points = 3 ** dimension;
  const third = (a: number, b: number) => {
    let [point, unit] = [0, 1];
    for (let digit = 0; digit < dimension; digit++, unit *= 3) {
      point += ((6 - (Math.floor(a / unit) % 3) - (Math.floor(b / unit) % 3)) % 3) * unit;
    }
    return point;
  };
  const triples: (readonly [number, number, number])[] = [];
  for (let a = 0; a < points; a++) {
    for (let b = a + 1; b < points; b++) if (third(a, b) > b) triples.push([a, b, third(a, b)]);
  }
  return triples;
}
