import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { makeSite } from '../../site/build/site.ts';
import type { FoundPart } from '../../site/build/site-page.ts';
import { excerptOf } from '../../site/page/excerpt.ts';
import { foundIn } from '../../site/page/search.ts';
import { searchOptions } from '../../site/search-options.ts';
import { packageFolder } from '../../src/config/package-folder.ts';

const indexes = [...makeSite(packageFolder()).indexes.values()].map((index) =>
  MiniSearch.loadJSON<FoundPart>(index, searchOptions),
);
const found = (text: string) => foundIn(indexes, text);
const firstFive = (text: string) =>
  found(text)
    .slice(0, 5)
    .map(({ id }) => id);

describe('the search of the documentation', () => {
  test.each([
    ['jaccard', 'overlap#union-jaccard-index-overlap-coefficient'],
    ['restore backup', 'operations#backup-and-restore'],
    ['ROLEGRAPH_COST_PER_MINUTE', 'operations#settings'],
    ['rate limit', 'operations#rate-limit'],
    ['RoleFilter', 'schema/RoleFilter'],
    ['rolefilter', 'schema/RoleFilter'],
    ['Role', 'schema/Role'],
    ['hats', 'schema/Hats'],
    ['error codes', 'operations#when-the-store-fails'],
    ['Role.pillarCount', 'schema/Role#pillarCount'],
    ['singel points of failure', 'analysis#coverage-and-single-points-of-failure'],
  ])('finds for “%s” what is meant among the first five', (text, id) => {
    expect(firstFive(text)).toContain(id);
  });

  test('finds words of which only the beginning is typed', () => {
    expect(found('hierarch cypher').length + found('backu').length).toBeGreaterThan(1);
    expect(firstFive('backu')).toContain('operations#backup-and-restore');
  });

  test('finds parts with some of the words if none has all of them', () => {
    expect(firstFive('jaccard xylophone')).toContain('overlap#union-jaccard-index-overlap-coefficient');
  });

  test('finds nothing for what is nowhere', () => {
    expect(found('xylophone')).toEqual([]);
  });
});

describe('an excerpt', () => {
  test('is the text around the first match, with all matches marked', () => {
    const text = `${'before '.repeat(20)}a Backup of backups, ${'after '.repeat(40)}`.trim();
    const pieces = excerptOf(text, ['backup']);
    expect(pieces.filter(({ isMatch }) => isMatch).map((piece) => piece.text)).toEqual(['Backup', 'backups']);
    expect(pieces.map((piece) => piece.text).join('')).toMatch(/^… (?:before )+a Backup of backups, (?:after )+…$/);
  });

  test('is the beginning of the text if only the title matches', () => {
    expect(excerptOf('A short text.', ['title'])).toEqual([{ text: 'A short text.', isMatch: false }]);
  });

  test('marks a word whose stem ends otherwise', () => {
    expect(excerptOf('a category', ['categori']).at(-1)).toEqual({ text: 'category', isMatch: true });
  });

  test('takes signs in words as they are', () => {
    expect(excerptOf('a+b', ['a+b'])).toEqual([{ text: 'a+b', isMatch: true }]);
  });
});
