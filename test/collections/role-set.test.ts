import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoleSet } from '../../src/collections/role-set.ts';

/** Two sets of one capacity, at and around the bounds of 32 bits. */
const twoSets = fc.constantFrom(0, 1, 31, 32, 33, 63, 64, 65, 100).chain((capacity) => {
  const places =
    capacity === 0 ? fc.constant<number[]>([]) : fc.array(fc.nat({ max: capacity - 1 }), { maxLength: 80 });
  return fc.record({ capacity: fc.constant(capacity), a: places, b: places });
});

describe('a set of roles is what a Set of their places is', () => {
  const operations = ['union', 'intersection', 'difference'] as const;

  test.each(operations)('a set of roles agrees with a Set of their positions: %s', (operation) => {
    fc.assert(
      fc.property(twoSets, ({ capacity, a, b }) => {
        const combined = new RoleSet(capacity, a)[operation](new RoleSet(capacity, b));
        const expected = new Set(a)[operation](new Set(b));
        expect([...combined]).toEqual([...expected].sort((one, other) => one - other));
        expect(combined.size).toBe(expected.size);
      }),
    );
  });

  test('a set of roles knows the size of an intersection and of a union with none, one or two others', () => {
    fc.assert(
      fc.property(twoSets, ({ capacity, a, b }) => {
        const [set, other, third] = [a, b, a.slice(1)].map((places) => new RoleSet(capacity, places));
        if (set === undefined || other === undefined || third === undefined) return;
        expect(set.intersectionSize([])).toBe(set.size);
        expect(set.intersectionSize([other])).toBe(set.intersection(other).size);
        expect(set.unionSize([])).toBe(set.size);
        expect(set.unionSize([other, third])).toBe(set.union(other).union(third).size);
        expect(set.intersectionSize([other, third])).toBe(set.intersection(other).intersection(third).size);
      }),
    );
  });

  test('a set of roles lists its members', () => {
    fc.assert(
      fc.property(twoSets, ({ capacity, a }) => {
        const set = new RoleSet(capacity, a);
        for (let role = -1; role <= capacity + 40; role++) expect(set.has(role)).toBe(a.includes(role));
      }),
    );
  });

  test('combining sets of roles leaves both as they were', () => {
    const [a, b] = [new RoleSet(40, [1, 35]), new RoleSet(40, [2, 35])];
    for (const operation of operations) a[operation](b);
    expect([[...a], [...b]]).toEqual([
      [1, 35],
      [2, 35],
    ]);
  });
});

test.each([0, 1, 31, 32, 33, 64, 100])('all of %i roles are that many, no more', (capacity) => {
  const all = RoleSet.all(capacity);
  expect([...all]).toEqual(Array.from({ length: capacity }, (_, role) => role));
  expect(all.size).toBe(capacity);
  expect(all.difference(new RoleSet(capacity)).size).toBe(capacity);
});

test.each([-1, 40, 41])('role %i is none of 40', (role) => {
  expect(() => new RoleSet(40, [role])).toThrow(RangeError);
});
