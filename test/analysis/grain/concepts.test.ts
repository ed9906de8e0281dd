import { stem } from 'porter2';
import { describe, expect, test } from 'vitest';
import { conceptsOf } from '../../../src/analysis/grain/concepts.ts';
import { synonyms } from '../../../src/text/synonyms.ts';

describe('the concepts of a name', () => {
  test.each([
    ['Advise on ways to reduce cost', 'Suggesting ways of cutting costs'],
    ['Track key performance indicators (KPIs)', 'Follow KPIs: key performance metrics'],
    ['Ensure compliance with laws', 'See that rules are upheld: maintain compliance'],
    ['Ｖerify ＢＡＣＫＵＰＳ', 'Test backups'],
  ])('the concepts of "%s" are those of "%s"', (a, b) => {
    expect(conceptsOf(a)).toEqual(conceptsOf(b));
  });

  test.each(['', 'How to keep up with that', '…'])('a name of empty words (%j) has no concepts', (name) => {
    expect(conceptsOf(name).size).toBe(0);
  });

  test('words of other languages are concepts of their own', () => {
    expect(conceptsOf('Ärger lösen').size).toBe(2);
    expect(conceptsOf('備份 驗證').size).toBe(2);
  });
});

test('no word has synonyms in two groups', () => {
  const groups = synonyms
    .trim()
    .toLowerCase()
    .split('\n')
    .map((group) => group.trim().split(' '));
  const groupsOf = (wanted: string) => groups.filter((group) => group.some((word) => stem(word) === wanted));
  const inTwo = groups.flat().filter((word) => groupsOf(stem(word)).length > 1);
  expect(inTwo).toEqual([]);
});
