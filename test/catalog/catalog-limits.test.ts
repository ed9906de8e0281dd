import { describe, expect, test } from 'vitest';
import { type ParsedFile, gatherItems } from '../../src/catalog/check/gather-items.ts';
import { checkCatalog } from '../../src/catalog/check/check-catalog.ts';
import { FindingCollector } from '../../src/catalog/check/finding-collector.ts';
import { readText, smallCatalog, withValue } from './small-catalog.ts';

const some = <Entry>(count: number, entry: (index: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, i) => entry(i));

function errorsOf(document: unknown): string[] {
  const findings = new FindingCollector();
  const parts: ParsedFile[] = [{ fileIndex: 0, value: document }];
  const catalog = checkCatalog([{ files: parts }], findings);
  expect(catalog === undefined).toBe(findings.count('error') > 0);
  return findings
    .byFile('error')
    .flat()
    .map(({ describe: say }) => say());
}

const small = smallCatalog();
const responsibilities = some(101, (i) => ({ slug: `r${i}`, name: `Do ${i}` }));
const manyTitles = withValue(
  small,
  'roles[1].alternateTitles',
  some(5_000, (i) => `Title ${i}`),
);
const allTitles = [small.roles[1]?.title ?? '', ...some(5_000, (i) => `Title ${i}`)];

/** Where the limit is, a document, the greatest value that is accepted there, the next one, and what is said of it. */
const limits: readonly (readonly [path: string, document: unknown, most: unknown, more: unknown, says: RegExp])[] = [
  ['name', small, 'x'.repeat(400), 'x'.repeat(401), /longer than 400 characters/],
  ['version', small, '1'.repeat(400), '1'.repeat(401), /longer than 400 characters/],
  ['roles[1].summary', small, 'x\n'.repeat(5_000), 'x\n'.repeat(5_001), /longer than 10,000 characters/],
  ['appearances[0].note', small, '🙂'.repeat(10_000), '🙂'.repeat(10_001), /longer than 10,000 characters/],
  ['sources[0].document', small, 'x'.repeat(2_000), 'x'.repeat(2_001), /longer than 2,000 characters/],
  ['pillars[1].name', small, 'x'.repeat(400), 'x'.repeat(401), /longer than 400 characters/],
  ['roles[1].alternateTitles', small, ['x'.repeat(400)], ['x'.repeat(401)], /longer than 400 characters/],
  ['topics[2]', small, { slug: 'x'.repeat(200), name: 'X' }, { slug: 'x'.repeat(201), name: 'X' }, /longer than 200/],
  [
    'roles[1].alternateTitles',
    small,
    some(5000, (i) => `T${i}`),
    some(5001, (i) => `T${i}`),
    /5,001 entries; at most 5,000/,
  ],
  [
    'appearances[0].responsibilities',
    withValue(small, 'responsibilities', [...small.responsibilities, ...responsibilities]),
    some(100, (i) => `r${i}`),
    some(101, (i) => `r${i}`),
    /101 entries; at most 100/,
  ],
  ['appearances[1].titles', manyTitles, allTitles, [...allTitles, 'One more'], /5,002 entries; at most 5,001/],
  ['appearances[0].source.line', small, 2 ** 31 - 1, 2 ** 31, /from 1 to 2,147,483,647/],
  ['sources', small, list('sources', 10_000), list('sources', 10_001), /more than 10,000 sources.*here are 10,001/],
  ['pillars', small, list('pillars', 64), list('pillars', 65), /more than 64 pillars/],
  [
    'organizationTypes',
    small,
    list('organizationTypes', 64),
    list('organizationTypes', 65),
    /more than 64 organizationTypes/,
  ],
  ['categories', small, list('categories', 1_000), list('categories', 1_001), /more than 1,000 categories/],
  ['topics', small, list('topics', 1_000), list('topics', 1_001), /more than 1,000 topics/],
  [
    'responsibilities',
    small,
    list('responsibilities', 100_000),
    list('responsibilities', 100_001),
    /more than 100,000 resp/,
  ],
  ['roles', small, list('roles', 100_000), list('roles', 100_001), /more than 100,000 roles.*here are 100,001/],
];

/** The list of the small catalog, made longer. */
function list(
  name: 'sources' | 'pillars' | 'organizationTypes' | 'categories' | 'topics' | 'responsibilities' | 'roles',
  count: number,
) {
  const given = small[name];
  const more = { title: 'New', name: 'New', document: 'x', pillar: 'pil' };
  const keys = new Set(['slug', ...Object.keys(given[0] ?? {})]);
  return [
    ...given,
    ...some(count - given.length, (i) => ({
      slug: `n${i}`,
      ...Object.fromEntries(
        Object.entries(more)
          .filter(([key]) => keys.has(key))
          .map(([key, value]) => [key, value === 'New' ? `New ${i}` : value]),
      ),
    })),
  ];
}

describe('what is at its limit is accepted, one beyond is refused and the limit stated', () => {
  test.for(limits)(
    'accepts %s at the limit, and refuses what is beyond it, stating the limit',
    ([path, document, most, more, says]) => {
      expect(errorsOf(withValue(document, path, most))).toEqual([]);
      expect(errorsOf(withValue(document, path, more))).toEqual([expect.stringMatching(says)]);
    },
  );

  test('accepts appearances at the limit, and refuses one more, stating the limit', () => {
    const entry = {};
    const gathered = (count: number) => {
      const findings = new FindingCollector();
      const value = { appearances: Array.from({ length: count }).fill(entry) };
      const { catalogs, completeLists } = gatherItems([{ files: [{ fileIndex: 0, value }] }], false, findings);
      const said = findings.byFile('error').flat();
      return {
        count: catalogs[0]?.items.appearances.length,
        whole: completeLists.has('appearances'),
        said: said.map(({ describe: say }) => say()),
      };
    };
    expect(gathered(1_000_000)).toEqual({ count: 1_000_000, whole: true, said: [] });
    expect(gathered(1_000_001)).toEqual({
      count: 1_000_000,
      whole: false,
      said: [expect.stringMatching(/more than 1,000,000 appearances.*here are 1,000,001/)],
    });
  });

  test('limits hold over all files of a catalog', () => {
    const findings = new FindingCollector();
    const more = { pillars: some(63, (i) => ({ slug: `n${i}`, name: `New ${i}` })) };
    checkCatalog(
      [
        {
          files: [
            { fileIndex: 0, value: small },
            { fileIndex: 1, value: more },
          ],
        },
      ],
      findings,
    );
    expect(
      findings
        .byFile('error')
        .flat()
        .map(({ position }) => position),
    ).toEqual([{ fileIndex: 1, path: ['pillars', 62] }]);
  });
});

test('accepts empty lists where they are allowed, and an appearance without responsibilities', () => {
  const [{ slug, name } = { slug: '', name: '' }] = small.categories;
  const bare = {
    ...small,
    organizationTypes: [],
    topics: [],
    categories: [{ slug, name, pillar: 'pil' }],
    responsibilities: [{ slug: 'res', name: 'Do' }],
    appearances: [{ ...small.appearances[0], responsibilities: [] }],
  };
  expect(errorsOf(bare)).toEqual([]);
  expect(errorsOf({ ...bare, sources: [], appearances: [] })).toEqual([]);
  expect(errorsOf({ ...bare, sources: [], pillars: [], categories: [], appearances: [] })).toEqual([]);
});

describe('the first 100 findings, in the order of the document', () => {
  test('lists the first 100 findings of one list', async () => {
    const bad = { ...small, roles: some(5_000, (i) => ({ slug: `r${i}` })) };
    const { findings, omitted } = await readText(JSON.stringify(bad));
    // The two appearances name roles that are gone.
    expect(omitted).toEqual({ errors: 4_902, warnings: 0 });
    expect(findings.map(({ path }) => path)).toEqual(some(100, (i) => `roles[${i}].title`));
  });

  test('lists the first 100 findings over several lists, whichever is checked first', async () => {
    const bad = {
      roles: some(60, (i) => ({ slug: `r${i}`, title: 'Same' })),
      ...{ name: 'x', version: 'x', sources: [], pillars: [], organizationTypes: [], categories: [], appearances: [] },
      responsibilities: [{ slug: 'r', name: 'R' }],
      topics: some(60, () => ({})),
    };
    const { findings, omitted } = await readText(JSON.stringify(bad));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual([
      ...some(59, (i) => `roles[${i + 1}].title`),
      ...some(41, (i) => (i % 2 === 0 ? `topics[${Math.floor(i / 2)}].slug` : `topics[${Math.floor(i / 2)}].name`)),
    ]);
    expect(omitted.errors).toBe(79);
  });

  test('counts hundreds of thousands of findings without keeping them', async () => {
    const bad = { ...small, appearances: some(4_000, () => ({ titles: some(50, () => '') })) };
    const { findings, omitted } = await readText(JSON.stringify(bad));
    expect(findings).toHaveLength(100);
    expect(omitted.errors).toBeGreaterThan(200_000);
  });
});

test('accepts the marks that order Arabic and Hebrew next to digits and brackets', () => {
  expect(errorsOf(withValue(small, 'roles[1].summary', 'מנהל (SRE)\u200f, \u061cمدير 7\u200e'))).toEqual([]);
});
