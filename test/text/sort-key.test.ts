import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText } from '../../src/text/compare-text.ts';
import { bySortKey, sortKey } from '../../src/text/sort-key.ts';

describe('a sort key', () => {
  test.each([
    ['Auditor', 'auditor'],
    ['Élan', 'elan'],
    ['E\u0301lan', 'elan'],
    ['Öffner', 'offner'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Østby', 'ostby'],
    ['Łódź', 'lodz'],
    ['Đỗ', 'do'],
    ['Ægir', 'aegir'],
    ['Ёлка', 'елка'],
    ['Ｆｕｌｌ', 'full'],
    ['ﬁrst', 'first'],
    ['C++ & C#', 'c++ & c#'],
  ])('the sort key of %j is %j', (text, key) => {
    expect(sortKey(text)).toBe(key);
  });

  test('the sort key is the same however the accents of a text are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sortKey(text.normalize('NFD'))).toBe(sortKey(text.normalize('NFC')));
      }),
    );
  });
});

test('texts are compared by code units, not by a language', () => {
  expect(['b', 'ä', 'z', 'a', 'B', '10', '9'].sort(compareText)).toEqual(['10', '9', 'B', 'a', 'b', 'z', 'ä']);
});

test('equal sort keys are told apart by id', () => {
  const nodes = [
    { sortKey: 'b', id: '1' },
    { sortKey: 'a', id: '3' },
    { sortKey: 'a', id: '2' },
  ];
  expect(nodes.sort(bySortKey).map(({ id }) => id)).toEqual(['2', '3', '1']);
});

test('comparing is a total order: what comes before never comes after', () => {
  const nodes = fc.record({ sortKey: fc.string(), id: fc.string() });
  fc.assert(
    fc.property(nodes, nodes, nodes, (a, b, c) => {
      expect(Math.sign(bySortKey(a, b)) + Math.sign(bySortKey(b, a))).toBe(0);
      if (bySortKey(a, b) <= 0 && bySortKey(b, c) <= 0) expect(bySortKey(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
