import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/catalog/canonical-catalog.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { countChanges } from '../../src/import/count-changes.ts';
import { catalogWith, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const count = (before: Catalog, after: Catalog) => countChanges(diffCatalogs(before, after));

test('counts nothing between equal catalogs', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      expect(count(catalog, structuredClone(catalog))).toEqual({ added: 0, changed: 0, removed: 0 });
    }),
  );
});

test('counts topics and roles that were added, changed, removed and moved, as a comparison of each pair does', () => {
  fc.assert(
    fc.property(smallCatalogs, smallCatalogs, (before, after) => {
      const expected = { added: 0, changed: 0, removed: 0 };
      for (const list of ['topics', 'roles'] as const) {
        const [old, now] = [before[list], after[list]];
        const slugsIn = (here: typeof old, there: typeof old) =>
          here.map(({ slug }) => slug).filter((slug) => there.some((entry) => entry.slug === slug));
        const kept = slugsIn(now, old);
        expected.added += now.length - kept.length;
        expected.removed += old.length - kept.length;
        for (const entry of now) {
          const earlier = old.find(({ slug }) => slug === entry.slug);
          if (earlier !== undefined && canonicalJson(earlier) !== canonicalJson(entry)) expected.changed++;
        }
        // The order of topics is content; roles are sorted by their slugs.
        if (list === 'topics' && !isDeepStrictEqual(slugsIn(old, now), kept)) expected.changed++;
      }
      const only = ({ topics, roles }: Catalog) => catalogWith({ topics, roles });
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
