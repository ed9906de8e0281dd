import { describe, expect, test } from 'vitest';
import { newerThan, readChange } from '../../explorer/state/catalog-change.ts';
import { words } from '../../explorer/words/words.ts';

const change = {
  sequence: 8,
  revision: 'abc',
  importedBy: 'ci',
  counts: { added: 3, changed: 1_200, removed: 1 },
};

describe('what the server tells of an import', () => {
  test('is read from the answer to the subscription', () => {
    const { counts, ...known } = change;
    expect(readChange(JSON.stringify({ data: { catalogChanged: { ...known, ...counts } } }))).toEqual(change);
  });

  test('has no counts if one of them is null', () => {
    const told = { ...change, added: null, changed: null, removed: null };
    expect(readChange(JSON.stringify({ data: { catalogChanged: told } }))?.counts).toBeNull();
  });

  test.each(['', '{', 'null', '{"errors":[{"message":"no"}]}', '{"data":{"catalogChanged":{"sequence":"8"}}}'])(
    'is not known from %j',
    (text) => {
      expect(readChange(text)).toBeUndefined();
    },
  );
});

describe('the note about a newer catalog', () => {
  test.each([
    ['says what the import changed', 7, change, 'A new catalog: 3 added, 1,200 changed, 1 removed, imported by ci.'],
    [
      'leaves out what did not happen',
      7,
      { ...change, importedBy: null, counts: { added: 0, changed: 0, removed: 1 } },
      'A new catalog: 1 removed.',
    ],
    [
      'gives no counts of the last of several imports',
      5,
      change,
      'A new catalog, after 3 imports; the last one by ci.',
    ],
    ['gives no counts where it is not known what is shown', undefined, change, 'A new catalog, imported by ci.'],
    ['says no more than is known', 7, { ...change, importedBy: null, counts: null }, 'A new catalog is here.'],
    // Somebody emptied the database, so the numbers began again.
    ['counts no imports that came before', 12, change, 'A new catalog, imported by ci.'],
  ])('%s', (_, shownSequence, told, text) => {
    expect(words.states.newerCatalog(newerThan(shownSequence, told))).toBe(text);
  });
});
