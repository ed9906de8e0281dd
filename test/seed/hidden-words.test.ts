import { describe, expect, test } from 'vitest';

import { matchingKey } from '../../src/text/matching-key.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

/** The slug of a role, responsibility or topic with a word that stands for it. */
type Hidden = readonly [word: string, slug: string];

const { roles, responsibilities, topics } = await shippedCatalog();

const hiddenTitles: readonly Hidden[] = roles.flatMap(({ slug, hiddenTitles: own = [] }) =>
  own.map((word): Hidden => [word, slug]),
);

const hiddenNames: readonly Hidden[] = [...responsibilities, ...topics].flatMap(({ slug, hiddenNames: own = [] }) =>
  own.map((word): Hidden => [word, slug]),
);

const keysOf = (words: readonly Hidden[]): string[] => words.map(([word]) => matchingKey(word));

describe('the words of the trade that the documents do not say', () => {
  test('there are at least 150', () => {
    expect(hiddenTitles.length + hiddenNames.length).toBeGreaterThanOrEqual(150);
  });

  test('none of them is a title or a name that people see', () => {
    const titles = new Set(
      roles.flatMap(({ title, alternateTitles = [] }) => [title, ...alternateTitles]).map(matchingKey),
    );
    const names = new Set([...responsibilities, ...topics].map(({ name }) => matchingKey(name)));
    expect(keysOf(hiddenTitles).filter((key) => titles.has(key))).toEqual([]);
    expect(keysOf(hiddenNames).filter((key) => names.has(key))).toEqual([]);
  });

  test('each of them means one thing', () => {
    for (const words of [hiddenTitles, hiddenNames]) expect(new Set(keysOf(words)).size).toBe(words.length);
  });

  test.each<Hidden>([
    ['CISO', 'security-and-compliance-manager'],
    ['PM', 'project-manager'],
    ['Pentester', 'security-analyst'],
    ['k8s', 'deploy-applications'],
    ['post mortem', 'review-incidents'],
    ['firewall', 'secure-networks'],
    ['on-call', 'handle-incidents'],
    ['audit trail', 'meet-compliance-obligations'],
    ['UAT', 'define-acceptance-criteria'],
    ['ITIL', 'operations'],
  ])('the word %s stands for %s', (word, slug) => {
    expect([...hiddenTitles, ...hiddenNames].filter(([own]) => own === word)).toEqual([[word, slug]]);
  });
});
