import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { countChanges } from '../../src/import/count-changes.ts';
import { catalogWith, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const count = (before: Parameters<typeof diffCatalogs>[0], after: Parameters<typeof diffCatalogs>[0]) =>
  countChanges(diffCatalogs(before, after));

test('counts nothing between equal catalogs', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      expect(count(catalog, structuredClone(catalog))).toEqual({ added: 0, changed: 0, removed: 0 });
    }),
  );
});

test('counts roles and topics that were added, changed and removed, as a comparison of each pair does', () => {
  fc.assert(
    fc.property(smallCatalogs, smallCatalogs, (before, after) => {
      const expected = { added: 0, changed: 0, removed: 0 };
      for (const list of ['roles', 'topics'] as const) {
        for (const entry of after[list]) {
          const earlier = before[list].find(({ slug }) => slug === entry.slug);
          if (earlier === undefined) expected.added += 1;
          else if (!isDeepStrictEqual(earlier, entry)) expected.changed += 1;
        }
        expected.removed += before[list].filter(({ slug }) => after[list].every((entry) => entry.slug !== slug)).length;
      }
      const only = ({ roles, topics }: typeof before) => catalogWith({ roles, topics });
      expect(count(only(before), only(after))).toEqual(expected);
    }),
  );
});

test('what one direction adds, the other one removes', () => {
  fc.assert(
    fc.property(smallCatalogs, smallCatalogs, (before, after) => {
      const there = count(before, after);
      expect(count(after, before)).toEqual({ ...there, added: there.removed, removed: there.added });
    }),
  );
});

test('counts changes of the name and version of a catalog as one', () => {
  expect(count(catalogWith({}), { ...catalogWith({}), name: 'Other', version: '9' })).toEqual({
    added: 0,
    changed: 1,
    removed: 0,
  });
});

test('counts a list in another order as one change', () => {
  const pillars = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug }));
  const [before, after] = [pillars, pillars.toReversed()].map((list) => catalogWith({ pillars: list }));
  expect(before && after && count(before, after)).toEqual({ added: 0, changed: 1, removed: 0 });
});
