import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { InvertedIndex, type SoughtWord, type TextMatch } from '../../../src/graph/search/inverted-index.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';

/** Few letters, so that words begin each other and are typos of each other. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
/** Those of a title, and of a summary: how their words are counted depends on their number. */
const wordsOfText = fc.oneof(fc.array(words, { maxLength: 8 }), fc.array(words, { minLength: 33, maxLength: 60 }));
const texts = fc.array(fc.record({ words: wordsOfText, boost: fc.constantFrom(0.5, 1.5, 2) }), {
  maxLength: 30,
});
const sought = fc.uniqueArray(
  fc
    .record({ word: words, beginningOf: fc.constantFrom('ANY_WORD', 'NO_WORD'), edits: fc.nat({ max: 2 }) })
    .map((word) => ({ ...word, editsIfKnown: word.edits, editsIfOtherInitial: word.edits })),
  {
    selector: ({ word }) => word,
    minLength: 1,
    maxLength: 4,
  },
);
const noEdits = { edits: 0, editsIfKnown: 0, editsIfOtherInitial: 0 };
const everything = (count: number) => [{ first: 0, end: count }];

interface Text {
  readonly words: readonly string[];
  readonly boost: number;
}

function indexOf(given: readonly Text[]): InvertedIndex {
  return runToCompletion(
    InvertedIndex.of({
      count: given.length,
      wordsAt: (text) => given[text]?.words ?? [],
      boostAt: (text) => given[text]?.boost ?? 1,
      stemOf: (word) => word,
    }),
  );
}

/** The same by MiniSearch, whose ranking this is. */
function byMiniSearch(given: readonly Text[], query: readonly SoughtWord[], combine: 'AND' | 'OR'): TextMatch[] {
  const library = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    searchOptions: { boostDocument: (id: number) => given[id]?.boost ?? 1 },
  });
  library.addAll(given.map((text, id) => ({ id, text: text.words.join(' ') })));
  const found = library.search(query.map(({ word }) => word).join(' '), {
    combineWith: combine,
    prefix: (_word, at) => query[at]?.beginningOf === 'ANY_WORD',
    fuzzy: (_word, at) => query[at]?.edits ?? 0,
  });
  return found.map(({ id, score }) => ({ text: Number(id), score })).sort((a, b) => a.text - b.text);
}

test.each(['AND', 'OR'] as const)('finds and ranks as MiniSearch does, which looks at every text: %s', (combine) => {
  fc.assert(
    fc.property(texts, sought, (given, query) => {
      const matches = runToCompletion(indexOf(given).search(query, combine, everything(given.length)));
      const expected = byMiniSearch(given, query, combine);
      expect(matches.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
      for (const [at, { score }] of matches.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? 0, 9);
    }),
    { numRuns: 1_000 },
  );
});

test('finds in some ranges what of the whole index is in them', () => {
  const cuts = fc.array(fc.nat({ max: 30 }), { maxLength: 6 });
  fc.assert(
    fc.property(texts, sought, cuts, fc.constantFrom('AND', 'OR'), (given, query, places, combine) => {
      const index = indexOf(given);
      const sorted = places.filter((place) => place <= given.length).sort((a, b) => a - b);
      const ranges = sorted.flatMap((first, at) => (at % 2 === 0 ? [{ first, end: sorted[at + 1] ?? first }] : []));
      const isIn = ({ text }: TextMatch) => ranges.some(({ first, end }) => first <= text && text < end);
      expect(runToCompletion(index.search(query, combine, ranges))).toEqual(
        runToCompletion(index.search(query, combine, everything(given.length))).filter(isIn),
      );
    }),
    { numRuns: 500 },
  );
});

describe('long lists', () => {
  const text = (at: number): Text => ({
    words: ['common', ...(at % 3 === 0 ? ['third'] : []), ...(at % 1_000 === 0 ? ['rare'] : [])],
    boost: 1,
  });
  const index = indexOf(Array.from({ length: 10_000 }, (_, at) => text(at)));
  const search = (asked: string, combine: 'AND' | 'OR', range = { first: 0, end: 10_000 }) =>
    runToCompletion(
      index.search(
        asked.split(' ').map((word) => ({ word, beginningOf: 'NO_WORD', ...noEdits })),
        combine,
        [range],
      ),
    ).map((match) => match.text);

  test('intersects long lists', () => {
    expect(search('common third rare', 'AND')).toEqual([0, 3_000, 6_000, 9_000]);
    expect(search('rare common', 'AND', { first: 1, end: 9_000 })).toEqual([
      1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000,
    ]);
    expect(search('common unknown', 'AND')).toEqual([]);
  });

  test('unites long lists', () => {
    expect(search('third rare', 'OR')).toEqual(
      Array.from({ length: 10_000 }, (_, at) => at).filter((at) => at % 3 === 0 || at % 1_000 === 0),
    );
  });
});

test('an index of nothing finds nothing', () => {
  const search = indexOf([]).search(
    [{ word: 'a', beginningOf: 'ANY_WORD', ...noEdits, edits: 1 }],
    'OR',
    everything(0),
  );
  expect(runToCompletion(search)).toEqual([]);
});

test('a word that only matches beginnings of texts finds none inside of them', () => {
  const given = [['back', 'up'], ['up', 'back'], ['backup'], ['a', 'backup'], ['ba']].map((each) => ({
    words: each,
    boost: 1,
  }));
  const found = indexOf(given).search([{ word: 'ba', beginningOf: 'FIRST_WORD', ...noEdits }], 'OR', everything(5));
  expect(runToCompletion(found).map(({ text }) => text)).toEqual([0, 2, 4]);
});

test('reads at most one long text between two yields', () => {
  const long = Array.from({ length: 2_000 }, (_, index) => `word${index}`);
  let [read, most] = [0, 0];
  const steps = InvertedIndex.of({
    count: 100,
    wordsAt: () => {
      read++;
      return long;
    },
    boostAt: () => 1,
    stemOf: (word) => word,
  });
  while (steps.next().done !== true) {
    most = Math.max(most, read);
    read = 0;
  }
  expect(most).toBe(1);
});
