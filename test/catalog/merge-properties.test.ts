import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { type Catalog, type CatalogEntry, listNames } from '../../src/catalog/catalog.ts';
import { checkCatalog } from '../../src/catalog/check/check-catalog.ts';
import { FindingCollector } from '../../src/catalog/check/finding-collector.ts';
import { compareText } from '../../src/text/compare-text.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { generatedCatalogs } from './generated-catalogs.ts';

/** Some catalogs as one; undefined if they contradict each other. */
function merged(...catalogs: readonly (Catalog | undefined)[]): Catalog | undefined {
  const documents = catalogs.filter((catalog) => catalog !== undefined);
  if (documents.length < catalogs.length) return undefined;
  return checkCatalog(
    documents.map((value, fileIndex) => ({ files: [{ fileIndex, value }] })),
    new FindingCollector(),
  );
}

function revisionOf(catalog: Catalog | undefined): string | undefined {
  return catalog && catalogRevision(catalog);
}

/** The optional fields of an entry that a variant may lack. Lines may need alternate titles. */
const optionalFields = ['summary', 'note', 'hiddenNames', 'hiddenTitles', 'topics'];

/**
 * A catalog that says the same as another one, or less: without some appearances and optional fields, in another order, or
 * with titles and names in another spelling. Now and then it contradicts the other one.
 */
function variantsOf(catalog: Catalog): fc.Arbitrary<Catalog> {
  return fc
    .record({
      bits: fc.infiniteStream(fc.boolean()),
      isSpelledOtherwise: fc.boolean(),
      contradicts: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      name: fc.constantFrom('Ours', 'Theirs', catalog.name),
      version: fc.constantFrom('1', '2'),
    })
    .map(({ bits, isSpelledOtherwise, contradicts, name, version }) => {
      const bit = () => bits.next().value === true;
      const spelled = (text: string) => (isSpelledOtherwise ? `${text}!` : text);
      const less = <Entry extends CatalogEntry>(entries: readonly Entry[]): Entry[] =>
        (bit() ? entries.toReversed() : entries).map((entry) => {
          const copy = { ...entry };
          for (const field of optionalFields) if (bit()) Reflect.deleteProperty(copy, field);
          return copy;
        });
      const named = <Entry extends CatalogEntry & { readonly name: string }>(entries: readonly Entry[]): Entry[] =>
        less(entries).map((entry) => ({ ...entry, name: spelled(entry.name) }));
      const titles = new Map(catalog.roles.map(({ slug, title }) => [slug, title]));
      return {
        name,
        version,
        sources: less(catalog.sources).map((source) => ({
          ...source,
          document: contradicts ? `${source.document}?` : source.document,
        })),
        pillars: named(catalog.pillars),
        organizationTypes: named(catalog.organizationTypes),
        categories: named(catalog.categories),
        topics: named(catalog.topics),
        responsibilities: named(catalog.responsibilities),
        roles: less(catalog.roles).map((role) => {
          const hiddenTitles = role.hiddenTitles?.filter((text) => text !== spelled(role.title));
          const alternateTitles = role.alternateTitles?.filter((text) => text !== spelled(role.title));
          return {
            ...role,
            title: spelled(role.title),
            ...(alternateTitles && { alternateTitles }),
            ...(hiddenTitles && { hiddenTitles }),
          };
        }),
        appearances: less(catalog.appearances)
          .filter((_, index) => index === 0 || bit())
          .map((appearance) => ({
            ...appearance,
            titles: [
              ...new Set(
                appearance.titles.map((text) => (text === titles.get(appearance.role) ? spelled(text) : text)),
              ),
            ],
          })),
      };
    });
}

const related = generatedCatalogs.chain((catalog) =>
  fc.tuple(variantsOf(catalog), variantsOf(catalog), variantsOf(catalog)),
);

/** A value without the order of its lists and fields. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return entries.map(unordered).sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, own]) => [key, unordered(own)] as const);
  return Object.fromEntries(fields.sort(([one], [other]) => compareText(one, other)));
}

/** The content of a catalog without orders, and without the spelling of names, which the first catalog decides. */
function meaning(catalog: Catalog | undefined): unknown {
  if (catalog === undefined) return undefined;
  const entries = listNames.flatMap((list) =>
    (catalog[list] ?? []).map((entry) => {
      const { title, alternateTitles, name, ...rest }: Readonly<Record<string, unknown>> = { ...entry };
      const alternates: readonly unknown[] = Array.isArray(alternateTitles) ? alternateTitles : [];
      const titles =
        list === 'roles' ? [title, ...alternates] : [typeof title === 'string' ? matchingKey(title) : title];
      const given = Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
      return { list, ...Object.fromEntries(given), titles, name: typeof name === 'string' && matchingKey(name) };
    }),
  );
  const { name, version, parts } = catalog;
  return unordered({ name, version, parts, entries });
}

describe('merging catalogs', () => {
  test('a catalog merged with itself is itself', () => {
    fc.assert(
      fc.property(generatedCatalogs, (catalog) => {
        expect(revisionOf(merged(catalog, catalog))).toBe(catalogRevision(catalog));
      }),
    );
  });

  test('a catalog that was given alone keeps its revision', () => {
    fc.assert(
      fc.property(generatedCatalogs, (catalog) => {
        expect(revisionOf(merged(catalog))).toBe(catalogRevision(catalog));
      }),
    );
  });

  test('a merged catalog that is merged again with one of its parts, or with itself, is itself', () => {
    fc.assert(
      fc.property(related, ([one, other]) => {
        const both = merged(one, other);
        fc.pre(both !== undefined);
        expect(revisionOf(merged(both, both))).toBe(revisionOf(both));
        expect(revisionOf(merged(one, both))).toBe(revisionOf(both));
        expect(revisionOf(merged(both, other))).toBe(revisionOf(both));
      }),
    );
  });

  test('merging is associative: however three catalogs are grouped, they make the same catalog', () => {
    let successes = 0;
    fc.assert(
      fc.property(related, ([one, two, three]) => {
        const all = revisionOf(merged(one, two, three));
        expect(revisionOf(merged(merged(one, two), three))).toBe(all);
        expect(revisionOf(merged(one, merged(two, three)))).toBe(all);
        if (all !== undefined) successes++;
      }),
      { numRuns: 150 },
    );
    expect(successes).toBeGreaterThan(40);
  });

  test('merging is commutative: the order of catalogs decides only orders and spellings', () => {
    let successes = 0;
    fc.assert(
      fc.property(fc.oneof(related, fc.tuple(generatedCatalogs, generatedCatalogs)), ([one, other]) => {
        const both = merged(one, other);
        expect(meaning(merged(other, one))).toEqual(meaning(both));
        if (both !== undefined) successes++;
      }),
      { numRuns: 150 },
    );
    expect(successes).toBeGreaterThan(40);
  });
});
