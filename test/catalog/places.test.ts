import { describe, expect, test } from 'vitest';
import { placeHash, placeInWords, placeKey } from '../../src/catalog/place.ts';
import { placeUrl } from '../../src/catalog/source-url.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { canonicalCatalog, catalogRevision, entryName } from '../../src/catalog/canonical-catalog.ts';
import { formatDiff } from '../../src/catalog/format-diff.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readText, smallCatalog, withValue } from './small-catalog.ts';

/** Finds what is wrong with the small catalog after some changes, as "path: message". */
async function problems(...changes: readonly (readonly [path: string, value: unknown])[]): Promise<readonly string[]> {
  const { findings } = await read(...changes);
  return findings.map(({ path, message }) => `${path}: ${message}`);
}

function read(...changes: readonly (readonly [path: string, value: unknown])[]) {
  const document = changes.reduce<unknown>((at, [path, value]) => withValue(at, path, value), smallCatalog());
  return readText(JSON.stringify(document));
}

async function catalogWith(...changes: readonly (readonly [path: string, value: unknown])[]): Promise<Catalog> {
  const { catalog, findings } = await read(...changes);
  if (catalog === undefined) throw new Error(JSON.stringify(findings));
  return catalog;
}

describe('a place in words', () => {
  test.each([
    [undefined, 'no source given'],
    [null, 'no source given'],
    [{ source: '001' }, 'source 001'],
    [{ source: '001', line: null, row: null, anchor: null }, 'source 001'],
    [{ source: '001', line: 12 }, '001:12'],
    [{ source: '001', row: 12 }, 'source 001, row 12'],
    [{ source: '001', anchor: 'on-call' }, 'source 001, #on-call'],
    [{ source: '001', row: 12, anchor: 'on-call' }, 'source 001, row 12, #on-call'],
  ])('says %j as %j', (place, words) => {
    expect(placeInWords(place)).toBe(words);
  });
});

describe('the last part of an id', () => {
  const entry = { role: 'sre', category: 'ops/all', titles: ['SRE', 'Site Reliability Engineer'] };

  test('is the source and the line where there is one', () => {
    expect(placeHash({ ...entry, source: { source: '001', line: 12 } })).toBe(0);
    expect(placeKey('001', 12, 0)).toBe('001-12');
  });

  test('is a hash of the titles in any order where there is no place', () => {
    const hash = placeHash(entry);
    expect(placeHash({ ...entry, titles: entry.titles.toReversed() })).toBe(hash);
    expect(placeHash({ ...entry, source: { source: '001' } })).toBe(hash);
    expect(placeHash({ ...entry, titles: ['SRE'] })).not.toBe(hash);
    expect(placeHash({ ...entry, role: 'dba' })).not.toBe(hash);
  });

  test('does not change between versions', () => {
    expect(placeKey(undefined, 0, placeHash(entry))).toBe('h7051a55f');
    expect(placeKey('001', 0, placeHash({ ...entry, source: { source: '001', row: 3 } }))).toBe('001-h43f61693');
  });

  test('is a hash of row and anchor, whatever the titles are, where one of them is given', () => {
    for (const source of [
      { source: '001', row: 3 },
      { source: '001', anchor: 'on-call' },
    ]) {
      expect(placeHash({ ...entry, titles: ['SRE'], source })).toBe(placeHash({ ...entry, source }));
    }
    expect(placeHash({ ...entry, source: { source: '001', row: 3 } })).not.toBe(
      placeHash({ ...entry, source: { source: '001', row: 4 } }),
    );
  });
});

describe('the address of a place', () => {
  test.each([
    [
      'https://docs.example/handbook#{anchor}',
      { anchor: 'on call/ä' },
      'https://docs.example/handbook#on%20call%2F%C3%A4',
    ],
    ['https://docs.example/handbook#{anchor}', { line: 3 }, 'https://docs.example/handbook'],
    ['https://git.example/x.md?plain=1#L{line}', { line: 3 }, 'https://git.example/x.md?plain=1#L3'],
    ['https://sheet.example/?row={row}', { row: 7 }, 'https://sheet.example/?row=7'],
    ['https://sheet.example/?row={row}', { line: 7 }, null],
    ['https://docs.example/handbook', {}, 'https://docs.example/handbook'],
  ])('of %s at %j is %s', (template, place, address) => {
    expect(placeUrl(template, place)).toBe(address);
  });

  test.each([
    ['javascript:alert({line})', 'is not the address of a web page'],
    ['docs.example/handbook', 'is not the address of a web page'],
    ['https://{anchor}.example/', 'is not the address of a web page'],
    ['https://docs.example@{anchor}', 'is not the address of a web page'],
    ['https://docs example/', 'is not the address of a web page'],
    ['https://docs.example/{page}', 'has the unknown placeholder "{page}"; expected {line}, {row} or {anchor}'],
    ['https://docs.example/{', 'is not the address of a web page'],
  ])('is refused as %s', async (url, message) => {
    expect(await problems(['sources[0].url', url])).toEqual([expect.stringContaining(`sources[0].url: ${message}`)]);
  });
});

describe('an appearance', () => {
  test.each([
    [undefined],
    [{ source: 'src' }],
    [{ source: 'src', row: 7 }],
    [{ source: 'src', anchor: 'part', quote: 'What stands there.' }],
    [{ source: 'src', line: 1, row: 2, anchor: 'part', quote: 'All of it.' }],
  ])('may stand at %j', async (source) => {
    expect(await problems(['appearances[0].source', source])).toEqual([]);
  });

  test.each([
    [
      { source: 'src', row: 0 },
      'appearances[0].source.row: expected a whole number from 1 to 2,147,483,647: rows count from 1',
    ],
    [{ source: 'src', anchor: '#part' }, 'appearances[0].source.anchor: begins with "#": "#part"; leave that out'],
    [{ source: 'src', cell: 1 }, 'appearances[0].source.cell: unknown key'],
    [{ line: 1 }, 'appearances[0].source.source: is missing'],
  ])('may not stand at %j', async (source, message) => {
    expect(await problems(['appearances[0].source', source])).toEqual([expect.stringContaining(message)]);
  });

  const twice = (place: object | undefined, titles = ['The Role']) => ({
    role: 'rol',
    category: 'pil/cat',
    titles,
    responsibilities: ['res', 'ser'],
    ...(place && { source: place }),
  });
  const given = (...appearances: readonly object[]) =>
    problems(['appearances', [...appearances, ...smallCatalog().appearances]]);

  test.each([
    [undefined, 'by the same titles and without a source'],
    [{ source: 'src' }, 'by the same titles in source "src"'],
    [{ source: 'src', row: 5 }, 'at one place (source src, row 5)'],
    [{ source: 'src', anchor: 'a' }, 'at one place (source src, #a)'],
    [{ source: 'src', line: 9 }, 'on line 9 of source "src"'],
  ])('is refused the second time at %j', async (place, where) => {
    expect(await given(twice(place), twice(place))).toEqual([
      expect.stringContaining(`appearances[1]: the role "rol" appears twice in "pil/cat" ${where}`),
    ]);
  });

  test('is another one at another place, or with other titles where there is none', async () => {
    expect(
      await given(
        twice(undefined),
        twice(undefined, ['Role One']),
        twice({ source: 'src' }),
        twice({ source: 'src', row: 1 }),
        twice({ source: 'src', anchor: 'a' }),
        twice({ source: 'src', row: 1, anchor: 'a' }),
      ),
    ).toEqual([]);
  });
});

test('appearances are in the order of source, line, row and role, those without a source last', async () => {
  const at = (role: string, source?: object) => ({
    role,
    category: 'pil/cat',
    titles: [role === 'rol' ? 'The Role' : 'Other Role'],
    responsibilities: [],
    ...(source && { source }),
  });
  const appearances = [
    at('lor'),
    at('rol', { source: 'src' }),
    at('lor', { source: 'src', row: 2 }),
    at('rol', { source: 'src', row: 2 }),
    at('rol', { source: 'src', row: 1 }),
    at('rol', { source: 'src', line: 10, row: 9 }),
    at('rol', { source: 'src', line: 9 }),
  ];
  const catalog = await catalogWith(['appearances', appearances]);
  const order = canonicalCatalog(catalog).appearances;
  expect(order.map(({ role, source }) => [role, source?.line, source?.row])).toEqual([
    ['rol', 9, undefined],
    ['rol', 10, 9],
    ['rol', undefined, 1],
    ['lor', undefined, 2],
    ['rol', undefined, 2],
    ['rol', undefined, undefined],
    ['lor', undefined, undefined],
  ]);
  expect(catalogRevision({ ...catalog, appearances: catalog.appearances.toReversed() })).toBe(catalogRevision(catalog));
});

test('a diff says what in a place differs, and shows the titles of appearances without a line', async () => {
  const before = await catalogWith(['appearances[1].source', undefined]);
  const after = await catalogWith(
    ['roles[1].alternateTitles', ['Lor']],
    ['appearances[0].source.quote', 'The words.'],
    ['appearances[1].titles', ['Lor']],
    ['appearances[1].source', undefined],
  );
  const [, other] = before.appearances;
  const [, changed] = after.appearances;
  if (other === undefined || changed === undefined) throw new Error('there are two appearances');
  expect(formatDiff(diffCatalogs(before, after), { most: 10 }).split('\n')).toEqual([
    'roles: 0 added, 1 changed, 0 removed',
    'appearances: 1 added, 1 changed, 1 removed',
    '~ roles lor: alternate titles: + "Lor"',
    `+ appearances ${entryName(changed)} ("Lor"; no source given)`,
    '~ appearances pil/cat/rol/src-1: source quote: + "The words."',
    `- appearances ${entryName(other)} ("Other Role"; no source given)`,
  ]);
});
