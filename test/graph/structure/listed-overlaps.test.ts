import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { overlapNumbers, traitsOf } from '../../../src/graph/structure/overlap-arithmetic.ts';
import { BruteForce, pairsOf } from '../../support/catalogs/brute-force.ts';
import { catalogWith, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

/** The listed pairs as text, by first, then second role. */
function listedPairs(catalog: Catalog): string[] {
  const { roles, overlaps } = graphOfCatalog(catalog).structure;
  const id = (place: number) => `role:${itemAt(roles, place).slug}`;
  return Array.from(overlaps.first, (role, pair) => `${id(role)} ${id(itemAt(overlaps.second, pair))}`);
}

test('exactly the pairs that share a responsibility or a category are listed', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const plain = new BruteForce(catalog);
      const candidates = pairsOf(plain.roles.map(({ id }) => id)).filter(([a, b]) => plain.areCandidates(a, b));
      expect(listedPairs(catalog)).toEqual(candidates.map(([a, b]) => `${a} ${b}`));
    }),
  );
});

test('a listed pair has the numbers that any pair is compared by', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { structure } = graphOfCatalog(catalog);
      const { first, second, score, sharedWeight, totalWeight } = structure.overlaps;
      const traits = traitsOf(structure);
      for (const [pair, role] of first.entries()) {
        expect({
          score: score[pair],
          sharedWeight: sharedWeight[pair],
          totalWeight: totalWeight[pair],
        }).toEqual(overlapNumbers(traits, role, itemAt(second, pair)));
      }
    }),
  );
});

/**
 * A catalog of many roles: all of them under one heading, the first thousand with one duty if that is asked for, and
 * each under one of many small headings and with two of many duties, some far more frequent than others.
 */
function largeCatalog(count: number, { dutyOfThousand }: { readonly dutyOfThousand: boolean }): Catalog {
  const slug = (prefix: string, index: number) => `${prefix}${String(index).padStart(4, '0')}`;
  const frequent = (index: number, many: number) => Math.floor((((index * 7_919) % 997) ** 2 / 997 ** 2) * many);
  const roles = Array.from({ length: count }, (_, index) => ({
    slug: slug('r', index),
    title: `Role ${(index * 389) % count}`,
  }));
  return catalogWith({
    pillars: [{ slug: 'p', name: 'Pillar' }],
    categories: [
      { slug: 'all', name: 'All', pillar: 'p' },
      ...Array.from({ length: 60 }, (_, index) => ({ slug: slug('c', index), name: slug('c', index), pillar: 'p' })),
    ],
    responsibilities: [
      { slug: 'common', name: 'Common' },
      ...Array.from({ length: 300 }, (_, index) => ({ slug: slug('d', index), name: slug('d', index) })),
    ],
    roles,
    appearances: roles.flatMap((role, index) => [
      {
        role: role.slug,
        category: 'p/all',
        titles: [role.title],
        responsibilities: dutyOfThousand && index < 1_000 ? ['common'] : [],
        source: { source: 's', line: 2 * index + 1 },
      },
      ...(index % 10 === 0
        ? []
        : [
            {
              role: role.slug,
              category: `p/${slug('c', frequent(index, 60))}`,
              titles: [role.title],
              responsibilities: [slug('d', frequent(index + 31, 300)), slug('d', (index * 17) % 300)].filter(
                (duty, at, duties) => duties.indexOf(duty) === at,
              ),
              source: { source: 's', line: 2 * index + 2 },
            },
          ]),
    ]),
  });
}

/** Every pair that is among the 16 strongest candidates of either role, in the order of places. */
function strongestPairs(plain: BruteForce): string[] {
  const places = new Map(plain.roles.map(({ id }, place) => [id, place]));
  const place = (id: string) => places.get(id) ?? -1;
  const candidates = new Map(plain.roles.map(({ id }) => [id, new Array<{ other: string; score: number }>()]));
  for (const [a, b] of pairsOf(plain.roles.map(({ id }) => id))) {
    if (!plain.areCandidates(a, b, 1_000)) continue;
    const score = Math.round(plain.overlap(a, b).score * 1e6) / 1e6;
    candidates.get(a)?.push({ other: b, score });
    candidates.get(b)?.push({ other: a, score });
  }
  const listed = new Map<string, readonly [string, string]>();
  for (const [role, others] of candidates) {
    others.sort((a, b) => b.score - a.score || place(a.other) - place(b.other));
    for (const { other } of others.slice(0, 16)) {
      const pair = place(role) < place(other) ? ([role, other] as const) : ([other, role] as const);
      listed.set(pair.join(' '), pair);
    }
  }
  return [...listed.values()]
    .sort(([a, b], [c, d]) => place(a) - place(c) || place(b) - place(d))
    .map((pair) => pair.join(' '));
}

describe('of a large catalog', () => {
  test('every candidate pair of 1,000 roles is listed', () => {
    const { overlaps } = graphOfCatalog(largeCatalog(1_000, { dutyOfThousand: false })).structure;
    // All share the heading "All", which with 1,000 roles is no more than may nominate.
    expect(overlaps.first).toHaveLength((1_000 * 999) / 2);
  });

  test('the 16 strongest pairs of each of 1,001 roles are listed, and a heading of more than 1,000 nominates nobody', () => {
    const catalog = largeCatalog(1_001, { dutyOfThousand: false });
    const plain = new BruteForce(catalog);
    expect(plain.holders('category:p/all')).toBe(1_001);
    const expected = strongestPairs(plain);
    expect(listedPairs(catalog)).toEqual(expected);
    // Every tenth role has nothing but that heading: nobody is listed with it.
    const loners = plain.roles.map(({ id }) => id).filter((id) => plain.traitsOf(id).size === 2);
    expect(loners).toHaveLength(101);
    for (const loner of loners) expect(expected.some((pair) => pair.split(' ').includes(loner))).toBe(false);
  });

  test('a duty of exactly 1,000 roles nominates, and what nominates nobody counts in the score all the same', () => {
    const catalog = largeCatalog(1_001, { dutyOfThousand: true });
    const plain = new BruteForce(catalog);
    expect(plain.holders('responsibility:common')).toBe(1_000);
    const expected = strongestPairs(plain);
    expect(listedPairs(catalog)).toEqual(expected);
    const loners = plain.roles.map(({ id }) => id).filter((id) => plain.traitsOf(id).size === 3);
    expect(expected.some((pair) => pair.split(' ').every((id) => loners.includes(id)))).toBe(true);
  });
});
