import { expect, test } from 'vitest';
import { wordsToSearch } from '../../bench/words-to-search.ts';

const roles = [
  { id: '1', title: 'Senior Cloud Engineer' },
  { id: '2', title: 'Cloud Engineer' },
  { id: '3', title: 'Cloud Engineer for Labs' },
  { id: '4', title: 'Senior Data Engineer' },
];

test('words are those that titles have together, those first that as many have as wanted', () => {
  const found = wordsToSearch(roles, 3);
  expect(found[0]).toEqual({ words: ['cloud', 'engineer'], ids: ['1', '2', '3'] });
  expect(found).toContainEqual({ words: ['engineer', 'senior'], ids: ['1', '4'] });
  expect(found).toContainEqual({ words: ['cloud', 'engineer', 'senior'], ids: ['1'] });
});

test('short words, and parts of words, are left out', () => {
  const words = wordsToSearch([{ id: '1', title: 'Head of R&D-Labs Testing Units' }], 1).flatMap(
    (found) => found.words,
  );
  expect(new Set(words)).toEqual(new Set(['head', 'testing', 'units']));
});
