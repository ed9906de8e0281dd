import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCatalog, catalogRevision } from '../../../src/catalog/canonical-catalog.ts';
import type { Catalog, CatalogAppearance } from '../../../src/catalog/catalog.ts';
import { mergedCatalog } from '../../../src/catalog/update/merged-catalog.ts';
import { UpdateError } from '../../../src/catalog/update/update-error.ts';
import { generatedCatalogs } from '../generated-catalogs.ts';

/** A catalog, and two others that differ from it in everything and are valid. */
const twoCatalogs = fc.tuple(generatedCatalogs, generatedCatalogs);

describe('merging three ways', () => {
  test('gives the new conversion where nothing was edited', () => {
    fc.assert(
      fc.property(twoCatalogs, ([before, now]) => {
        const { catalog, conflicts } = mergedCatalog(before, now, before);
        expect(conflicts).toEqual([]);
        expect(canonicalCatalog(catalog)).toEqual(canonicalCatalog(now));
        expect(catalog.roles.map(({ slug }) => slug)).toEqual(now.roles.map(({ slug }) => slug));
      }),
      { numRuns: 150 },
    );
  });

  test('gives the edited catalog where the source did not change', () => {
    fc.assert(
      fc.property(twoCatalogs, ([before, edited]) => {
        const { catalog, conflicts, origins } = mergedCatalog(before, before, edited);
        expect(conflicts).toEqual([]);
        expect(canonicalCatalog(catalog)).toEqual(canonicalCatalog(edited));
        expect(origins.roles).toEqual(edited.roles.map((_, index) => index));
      }),
      { numRuns: 150 },
    );
  });

  test('gives what both made of it where they agree', () => {
    fc.assert(
      fc.property(twoCatalogs, ([before, both]) => {
        const { catalog, conflicts } = mergedCatalog(before, both, both);
        expect(conflicts).toEqual([]);
        expect(catalogRevision(catalog)).toBe(catalogRevision(both));
      }),
      { numRuns: 50 },
    );
  });

  test('changes of different fields and entries give the same from both sides', () => {
    fc.assert(
      fc.property(generatedCatalogs, fc.array(fc.nat(3)), (base, picks) => {
        const picked = (index: number) => picks[index % Math.max(1, picks.length)] === 1;
        const one: Catalog = {
          ...base,
          version: 'another version',
          roles: [
            ...base.roles.map((role, index) => (picked(index) ? { ...role, summary: 'One side.' } : role)),
            { slug: 'zz-added-here', title: 'Zz added here' },
          ],
          appearances: base.appearances.filter((_, index) => index === 0 || !picked(index)),
        };
        const other: Catalog = {
          ...base,
          name: 'another name',
          responsibilities: base.responsibilities.map((each, index) =>
            picked(index + 1) ? { ...each, summary: 'Other side.' } : each,
          ),
          roles: base.roles.map((role, index) => (picked(index + 1) ? { ...role, externalId: 'other-side' } : role)),
          topics: [...base.topics, { slug: 'zz-added-there', name: 'Zz added there' }],
        };
        const [there, back] = [mergedCatalog(base, one, other), mergedCatalog(base, other, one)];
        expect(there.conflicts).toEqual([]);
        expect(back.conflicts).toEqual([]);
        expect(catalogRevision(there.catalog)).toBe(catalogRevision(back.catalog));
        expect(there.catalog).toMatchObject({ name: 'another name', version: 'another version' });
      }),
    );
  });

  test('either gives a valid catalog or says why not, whatever both sides did', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.tuple(generatedCatalogs, generatedCatalogs, generatedCatalogs), ([before, now, edited]) => {
        try {
          mergedCatalog(before, now, edited);
          made++;
        } catch (error) {
          if (!(error instanceof UpdateError)) throw error;
          expect(error.message).toContain('Nothing was written.');
        }
      }),
      { numRuns: 150 },
    );
    expect(made).toBeGreaterThan(75);
  });
});

function row(number: number, role: string, duty: string, further: Partial<CatalogAppearance> = {}): CatalogAppearance {
  return {
    role,
    category: 'ops/run',
    titles: [role === 'owner' ? 'Owner' : 'Dev'],
    responsibilities: [duty],
    source: { source: 'raci', row: number, quote: 'R' },
    ...further,
  };
}

const converted: Catalog = {
  name: 'RACI',
  version: '1.0.0',
  sources: [{ slug: 'raci', title: 'RACI', document: 'RACI.xlsx' }],
  pillars: [{ slug: 'ops', name: 'Ops' }],
  organizationTypes: [],
  categories: [{ slug: 'run', name: 'Run', pillar: 'ops' }],
  topics: [],
  responsibilities: [
    { slug: 'deploy', name: 'Deploy' },
    { slug: 'release', name: 'Release' },
    { slug: 'test', name: 'Test' },
  ],
  roles: [
    { slug: 'owner', title: 'Owner' },
    { slug: 'dev', title: 'Dev' },
  ],
  appearances: [row(2, 'owner', 'deploy'), row(3, 'owner', 'release'), row(4, 'dev', 'test')],
};

describe('hand edits and a new version of the sheet', () => {
  test('a note stays with its activity when a row is inserted above', () => {
    const edited = {
      ...converted,
      appearances: [
        row(2, 'owner', 'deploy'),
        row(3, 'owner', 'release', { note: 'Only on Mondays.' }),
        row(4, 'dev', 'test'),
      ],
    };
    const now = {
      ...converted,
      appearances: [
        row(2, 'owner', 'test'),
        row(3, 'owner', 'deploy'),
        row(4, 'owner', 'release'),
        row(5, 'dev', 'test'),
      ],
    };
    const { catalog, conflicts } = mergedCatalog(converted, now, edited);
    expect(conflicts).toEqual([]);
    expect(catalog.appearances).toEqual([
      row(2, 'owner', 'test'),
      row(3, 'owner', 'deploy'),
      row(4, 'owner', 'release', { note: 'Only on Mondays.' }),
      row(5, 'dev', 'test'),
    ]);
  });

  test('a title that was corrected stays, in new rows too', () => {
    const edited = {
      ...converted,
      roles: [
        { slug: 'owner', title: 'Product Owner' },
        { slug: 'dev', title: 'Dev' },
      ],
      appearances: converted.appearances.map((each) =>
        each.role === 'owner' ? { ...each, titles: ['Product Owner'] } : each,
      ),
    };
    const now = { ...converted, appearances: [...converted.appearances, row(5, 'owner', 'test')] };
    const { catalog, conflicts } = mergedCatalog(converted, now, edited);
    expect(conflicts).toEqual([]);
    expect(catalog.roles[0]).toEqual({ slug: 'owner', title: 'Product Owner' });
    expect(catalog.appearances.at(-1)).toEqual(row(5, 'owner', 'test', { titles: ['Product Owner'] }));
  });

  test('a duty that was merged into another stays merged, in new rows too', () => {
    const edited: Catalog = {
      ...converted,
      responsibilities: converted.responsibilities.filter(({ slug }) => slug !== 'release'),
      appearances: converted.appearances.map((each) =>
        each.responsibilities[0] === 'release' ? { ...each, responsibilities: ['deploy'] } : each,
      ),
      retired: [{ responsibility: 'release', replacedBy: 'deploy' }],
    };
    const now = { ...converted, appearances: [...converted.appearances, row(5, 'dev', 'release')] };
    const { catalog, conflicts } = mergedCatalog(converted, now, edited);
    expect(conflicts).toEqual([]);
    expect(catalog.responsibilities.map(({ slug }) => slug)).toEqual(['deploy', 'test']);
    expect(catalog.appearances.at(-1)).toEqual(row(5, 'dev', 'deploy'));
    expect(catalog.retired).toEqual(edited.retired);
  });

  test('names a field that both changed, with both values, and keeps the edit', () => {
    const named = (name: string): Catalog => ({
      ...converted,
      responsibilities: converted.responsibilities.map((each) => (each.slug === 'test' ? { ...each, name } : each)),
    });
    const { catalog, conflicts } = mergedCatalog(converted, named('Test it all'), named('Run tests'));
    expect(catalog.responsibilities[2]?.name).toBe('Run tests');
    expect(conflicts).toEqual([
      'The responsibility "test": both changed name. Yours is kept: "Run tests". The source now says "Test it all".',
    ]);
  });

  test('keeps an entry that was edited and is gone from the source, and leaves away one that was removed', () => {
    const edited: Catalog = {
      ...converted,
      roles: [
        { slug: 'owner', title: 'Owner' },
        { slug: 'dev', title: 'Dev', summary: 'Writes code.' },
      ],
      appearances: converted.appearances.slice(1),
    };
    const now: Catalog = {
      ...converted,
      roles: converted.roles.slice(0, 1),
      appearances: [row(2, 'owner', 'deploy', { note: 'New.' }), row(3, 'owner', 'release')],
    };
    const { catalog, conflicts } = mergedCatalog(converted, now, edited);
    expect(catalog.roles).toEqual(edited.roles);
    expect(catalog.appearances).toEqual([row(3, 'owner', 'release')]);
    expect(conflicts).toEqual([
      'The role "dev": you changed it, and the source no longer has it. It stays; remove it if it is no longer true.',
      expect.stringMatching(
        /^The appearance "ops\/run\/owner raci:2": you removed it, and the source has changed it since\./,
      ),
    ]);
  });

  test('involvement that each side changed in another duty or kind is that of both', () => {
    const involved = (involvement: 'RESPONSIBLE' | 'ACCOUNTABLE' | 'CONSULTED', ...more: 'CONSULTED'[]): Catalog => ({
      ...converted,
      appearances: [
        row(2, 'owner', 'deploy', {
          responsibilities: [{ responsibility: 'deploy', involvement: [involvement, ...more] }],
        }),
        ...converted.appearances.slice(1),
      ],
    });
    const { catalog, conflicts } = mergedCatalog(
      converted,
      involved('RESPONSIBLE', 'CONSULTED'),
      involved('ACCOUNTABLE'),
    );
    expect(conflicts).toEqual([]);
    expect(catalog.appearances[0]?.responsibilities).toEqual([
      { responsibility: 'deploy', involvement: ['ACCOUNTABLE', 'CONSULTED'] },
    ]);
  });

  test('what one side removed and the other began to use comes back', () => {
    const edited: Catalog = {
      ...converted,
      responsibilities: converted.responsibilities.slice(0, 2),
      appearances: converted.appearances.slice(0, 2),
    };
    const now = { ...converted, appearances: [...converted.appearances, row(5, 'owner', 'test')] };
    const { catalog, conflicts } = mergedCatalog(converted, now, edited);
    expect(catalog.responsibilities).toEqual(converted.responsibilities);
    expect(conflicts).toEqual([
      'The responsibility "test" was removed on one side, and is used in "ops/run/owner" on the other: it stays.',
    ]);
  });
});
