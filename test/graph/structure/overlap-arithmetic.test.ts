import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { listAt } from '../../../src/collections/lists.ts';
import {
  overlapNumbers,
  roundScore,
  traitsOf,
  type OverlapNumbers,
} from '../../../src/graph/structure/overlap-arithmetic.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { BruteForce, pairsOf } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const fields = ['score', 'sharedWeight', 'totalWeight'] as const;

/** Exact to within the rounding, and rounded: no digit beyond the sixth. */
function expectRounded(numbers: OverlapNumbers, exact: OverlapNumbers, pair: string): void {
  for (const field of fields) {
    expect(Math.abs(numbers[field] - exact[field]), `${field} of ${pair}`).toBeLessThanOrEqual(5.000001e-7);
    expect(Number(numbers[field].toFixed(6)), `${field} of ${pair} has 6 decimals`).toBe(numbers[field]);
  }
}

function compare(catalog: Catalog) {
  const { structure } = graphOfCatalog(catalog);
  const traits = traitsOf(structure);
  const place = (id: string) => structure.roles.findIndex(({ slug }) => `role:${slug}` === id);
  return { traits, numbers: (a: string, b: string) => overlapNumbers(traits, place(a), place(b)) };
}

test('any two roles compare as the weights of what they share over the weights of what they have', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const plain = new BruteForce(catalog);
      const { numbers } = compare(catalog);
      for (const [a, b] of pairsOf(plain.roles.map(({ id }) => id))) {
        expectRounded(numbers(a, b), plain.overlap(a, b), `${a} and ${b}`);
        expect(numbers(b, a), `${b} and ${a} as ${a} and ${b}`).toEqual(numbers(a, b));
        expect(numbers(a, b).score).toBeGreaterThanOrEqual(0);
        expect(numbers(a, b).score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('traits weigh ln(1 + N / n); the holders of each are the roles that have it', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const plain = new BruteForce(catalog);
      const { traits } = compare(catalog);
      const names = [...plain.responsibilities, ...orderedGroups(plain)].map(({ id }) => id);
      expect(traits.weights).toHaveLength(names.length);
      for (const [trait, name] of names.entries()) {
        const holders = Array.from(listAt(traits.holders, trait), (role) => itemAt(plain.roles, role).id);
        expect(holders, name).toEqual(plain.roles.map(({ id }) => id).filter((id) => plain.traitsOf(id).has(name)));
        if (holders.length > 0) expect(traits.weights[trait], name).toBeCloseTo(plain.weight(name), 12);
        expect(trait >= traits.firstOwner, `${name} is an owner`).toBe(/^(?:pillar|organization-type):/.test(name));
      }
    }),
  );
});

/** Categories, pillars, organization types: the order in which traits are numbered. */
function orderedGroups({ groups }: BruteForce) {
  return (['CATEGORY', 'PILLAR', 'ORGANIZATION_TYPE'] as const).flatMap((kind) =>
    groups.filter((group) => group.kind === kind),
  );
}

test('overlaps are as calculated by hand for N = 4, a duty of 2, a category of 3, its pillar of 3', () => {
  const catalog = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: [
      { slug: 'plan', name: 'Plan' },
      { slug: 'test', name: 'Test' },
    ],
    roles: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, title: slug })),
    appearances: [line(1, 'a', 'p/c', ['plan', 'test']), line(2, 'b', 'p/c', ['plan']), line(3, 'c', 'p/c')],
  });
  const { numbers } = compare(catalog);
  const [plan, testing, group] = [Math.log(1 + 4 / 2), Math.log(1 + 4 / 1), Math.log(1 + 4 / 3)];
  expect(numbers('role:a', 'role:b')).toEqual({
    score: roundScore((plan + 2 * group) / (plan + testing + 2 * group)),
    sharedWeight: roundScore(plan + 2 * group),
    totalWeight: roundScore(plan + testing + 2 * group),
  });
  expect(numbers('role:a', 'role:d')).toMatchObject({ score: 0, sharedWeight: 0 });
  expect(numbers('role:d', 'role:a').totalWeight).toBe(roundScore(plan + testing + 2 * group));
});

test('two roles without a trait score 0, two with the same traits 1', () => {
  const catalog = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: ['x', 'y', 'z'].map((slug) => ({ slug, name: slug })),
    roles: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, title: slug })),
    appearances: [line(1, 'a', 'p/c', ['x', 'y', 'z']), line(2, 'b', 'p/c', ['z', 'x']), line(3, 'b', 'p/c', ['y'])],
  });
  const { numbers } = compare(catalog);
  expect(numbers('role:c', 'role:d')).toEqual({ score: 0, sharedWeight: 0, totalWeight: 0 });
  expect(numbers('role:a', 'role:b').score).toBe(1);
});

test('a score is rounded to the nearest of 6 decimals', () => {
  expect([0.1234564, 0.1234566, 1 / 3, 2 / 3, 1, 0].map(roundScore)).toEqual([
    0.123456, 0.123457, 0.333333, 0.666667, 1, 0,
  ]);
});
