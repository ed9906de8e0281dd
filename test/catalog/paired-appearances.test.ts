import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/catalog/canonical-catalog.ts';
import type { CatalogAppearance } from '../../src/catalog/catalog.ts';
import { contentOf, pairedAppearances } from '../../src/catalog/paired-appearances.ts';

function fact(role: string, row: number, duty: string, note?: string): CatalogAppearance {
  return {
    role,
    category: 'pillar:backup/tasks',
    titles: [role],
    responsibilities: [{ responsibility: duty, involvement: ['ACCOUNTABLE'] }],
    source: { source: 'raci', row },
    ...(note !== undefined && { note }),
  };
}

function pairsOf(before: readonly CatalogAppearance[], after: readonly CatalogAppearance[]) {
  const pairs = pairedAppearances(before, after);
  return after.map((entry) => {
    const old = pairs.get(entry);
    return old === undefined ? undefined : before.indexOf(old);
  });
}

describe('appearances of two catalogs', () => {
  test('are paired by what they say if a row was removed before them', () => {
    const before = [fact('dba', 2, 'restore'), fact('dba', 3, 'verify'), fact('dba', 4, 'report')];
    expect(pairsOf(before, [fact('dba', 2, 'verify'), fact('dba', 3, 'report')])).toEqual([1, 2]);
  });

  test('are paired by their duty if they have changed and moved', () => {
    const before = [fact('dba', 2, 'restore'), fact('dba', 3, 'verify'), fact('dba', 4, 'report')];
    const after = [fact('dba', 2, 'verify', 'By hand.'), fact('dba', 3, 'report', 'Monthly.')];
    expect(pairsOf(before, after)).toEqual([1, 2]);
  });

  test('are paired by their place if what they do was replaced', () => {
    const before = [fact('dba', 2, 'restore'), fact('dba', 3, 'verify')];
    expect(pairsOf(before, [fact('dba', 2, 'restore'), fact('dba', 3, 'test')])).toEqual([0, 1]);
  });

  test('are never paired across roles, nor with two others', () => {
    const before = [fact('dba', 2, 'restore'), fact('sre', 2, 'restore')];
    expect(pairsOf(before, [fact('sre', 5, 'restore'), fact('sre', 6, 'restore')])).toEqual([1, undefined]);
  });

  const facts = fc.uniqueArray(
    fc.record({
      role: fc.constantFrom('a', 'b'),
      row: fc.integer({ min: 1, max: 9 }),
      duty: fc.constantFrom('x', 'y', 'z'),
    }),
    { selector: ({ role, row }) => `${role} ${row}` },
  );
  const sorted = (given: readonly { role: string; row: number; duty: string }[]) =>
    given.toSorted((one, other) => one.row - other.row).map(({ role, row, duty }) => fact(role, row, duty));

  test('are paired one to one, and equal ones are always with each other', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const [before, after] = [sorted(one), sorted(other)];
        const pairs = pairedAppearances(before, after);
        expect(new Set(pairs.values()).size).toBe(pairs.size);
        const texts = new Set(before.map((entry) => canonicalJson(entry)));
        for (const entry of after) {
          const old = pairs.get(entry);
          if (old !== undefined) expect(old.role).toBe(entry.role);
          if (texts.has(canonicalJson(entry))) expect(old).toEqual(entry);
        }
      }),
    );
  });

  test('say that nothing but places changed if only rows were inserted or removed that are about others', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 5 }), (given, shift) => {
        const before = sorted(given);
        const after = sorted(given.map((each) => ({ ...each, row: each.row + shift })));
        const pairs = pairedAppearances(before, after);
        expect(pairs.size).toBe(after.length);
        // By content, if not in the order of rows: equal ones at one place stay there.
        for (const [now, old] of pairs) expect(contentOf(old)).toBe(contentOf(now));
      }),
    );
  });
});
