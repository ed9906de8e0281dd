import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketKeys, matchingKey } from '../../src/text/matching-key.ts';

describe('a matching key', () => {
  test.each([
    ['Database  administrator', 'databaseadministrator'],
    ['Engineer (L3)', 'engineerl3'],
    ['Engineer [L4]', 'engineerl4'],
    ['R&D', 'randd'],
    ['C++ / C#', 'c++c#'],
    ['Élan', 'elan'],
    ['E\u0301lan', 'elan'],
    ['ÖÄÜ', 'oau'],
    ['Ørsted', 'orsted'],
    ['Łódź', 'lodz'],
    ['Đỗ', 'do'],
    ['Þóra Æsa Œuvre', 'thoraaesaoeuvre'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul ılık', 'istanbulilik'],
    ['ﬁrst Ｆｕｌｌ', 'firstfull'],
    ['—', ''],
  ])('of %j is %j', (text, key) => {
    expect(matchingKey(text)).toBe(key);
  });

  test.each([
    ['й', 'и'],
    ['ё', 'е'],
    ['が', 'か'],
    ['ά', 'α'],
  ])('keeps apart %j and %j, because marks distinguish letters of other scripts', (one, other) => {
    expect(matchingKey(one)).not.toBe(matchingKey(other));
  });

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(matchingKey(matchingKey(text))).toBe(matchingKey(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same however the accents of a text are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(matchingKey(text.normalize('NFD'))).toBe(matchingKey(text.normalize('NFC')));
      }),
    );
  });
});

describe('the keys of the parts of a text', () => {
  test.each([
    ['Chief Information Security Officer (CISO)', 'chiefinformationsecurityofficer', ['ciso']],
    ['Quality Assurance (QA) Engineer [Senior]', 'qualityassuranceengineer', ['qa', 'senior']],
    ['Lead (of (many) teams)', 'lead', ['ofmanyteams']],
    ['(all)', '', ['all']],
    ['Nothing (…)', 'nothing', []],
    ['Mixed ( [ ) up ]', 'mixedup', []],
    ['（ＤＢＡ） Ops', 'ops', ['dba']],
  ])('of %j are %j outside and %j inside of brackets', (text, outside, inside) => {
    expect(bracketKeys(text)).toEqual({ outside, inside });
  });

  test.each(['Engineer', 'a) b', 'a (b', ']['])('do not exist for %j, which has no pair of brackets', (text) => {
    expect(bracketKeys(text)).toBeUndefined();
  });

  test('make the whole key where nothing is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '(', ')', '[', ']', 'b', ' '), { maxLength: 12 }), (characters) => {
        const text = characters.join('');
        const { outside, inside } = bracketKeys(text) ?? { outside: matchingKey(text), inside: [] };
        const letters = (key: string) => [key.replaceAll('b', '').length, key.replaceAll('a', '').length];
        expect(letters(outside + inside.join(''))).toEqual(letters(matchingKey(text)));
      }),
      { numRuns: 2_000 },
    );
  });
});
