/** Every way to split so many things among at most so many people who are not told apart, each once. */
export function* everySplit(size: number, people: number): Generator<readonly number[]> {
  const split: number[] = [];
  function* from(place: number, used: number): Generator<readonly number[]> {
    if (place === size) {
      yield [...split];
      return;
    }
    for (let person = 0; person <= Math.min(used, people - 1); person++) {
      split[place] = person;
      yield* from(place + 1, Math.max(used, person + 1));
    }
  }
  yield* from(0, 0);
}

/** The pairs of places that one person has. */
export function pairsTogether(split: ArrayLike<number>): (readonly [number, number])[] {
  const places = Array.from(split, (_, place) => place);
  return places
    .flatMap((one) => places.slice(one + 1).map((other) => [one, other] as const))
    .filter(([a, b]) => split[a] === split[b]);
}
