import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreOf, type Traits } from '../../../src/graph/structure/overlap-arithmetic.ts';
import { StrongestOthers } from '../../../src/graph/structure/strongest-others.ts';

const roles = 12;
const most = 3;

/** Each pair of roles once, in any order, with what they share; few values, so that many scores are equal. */
const offeredPairs = fc
  .shuffledSubarray(
    Array.from({ length: roles * roles }, (_, key) => ({ role: Math.floor(key / roles), other: key % roles })).filter(
      ({ role, other }) => role < other,
    ),
  )
  .chain((pairs) =>
    fc.tuple(...pairs.map((pair) => fc.integer({ min: 0, max: 6 }).map((n) => ({ ...pair, shared: n })))),
  );

const roleWeights = fc.array(fc.integer({ min: 6, max: 9 }), { minLength: roles, maxLength: roles });

function scored(weights: readonly number[]) {
  const none = { offsets: new Int32Array(roles + 1), values: new Int32Array() };
  const traits: Traits = {
    ofRole: none,
    holders: none,
    weights: new Float64Array(),
    roleWeights: Float64Array.from(weights),
    firstOwner: 0,
  };
  return (role: number, other: number, shared: number) => scoreOf(traits, role, other, shared);
}

test('keeps the strongest of whatever is offered in any order, of equals the lower', () => {
  fc.assert(
    fc.property(offeredPairs, roleWeights, (pairs, weights) => {
      const score = scored(weights);
      const strongest = new StrongestOthers(Float64Array.from(weights), most);
      const offered = Array.from({ length: roles }, () => new Array<{ other: number; score: number }>());
      for (const { role, other, shared } of pairs) {
        const made = score(role, other, shared);
        offered[role]?.push({ other, score: made });
        offered[other]?.push({ other: role, score: made });
        // What may not be kept is left out, as importing does: this must lose nothing.
        if (!strongest.mayAccept(role, other, shared)) continue;
        strongest.offer(role, other, made);
        strongest.offer(other, role, made);
      }
      const kept = Array.from({ length: roles }, () => new Array<number>());
      strongest.forEach((role, other) => kept[role]?.push(other));
      expect(kept).toEqual(
        offered.map((others) =>
          others
            .sort((a, b) => b.score - a.score || a.other - b.other)
            .slice(0, most)
            .map(({ other }) => other),
        ),
      );
    }),
  );
});

test('reports what cannot be among the strongest any more before it is compared', () => {
  const strongest = new StrongestOthers(new Float64Array(4).fill(10), 1);
  expect(strongest.mayAccept(0, 1, 0)).toBe(true);
  strongest.offer(0, 1, 0.5);
  strongest.offer(1, 0, 0.5);
  // 6 of 20 is 6/14 of what either has, below 0.5.
  expect(strongest.mayAccept(0, 1, 6)).toBe(false);
  expect(strongest.mayAccept(0, 1, 7)).toBe(true);
  // Role 2 has none yet.
  expect(strongest.mayAccept(0, 2, 0)).toBe(true);
});
