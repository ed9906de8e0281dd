import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { checkCatalog } from '../../src/catalog/check/check-catalog.ts';
import { FindingCollector } from '../../src/catalog/check/finding-collector.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { formatDiff } from '../../src/catalog/format-diff.ts';
import { type CatalogLocation, readCatalogs } from '../../src/catalog/read/read-catalog.ts';
import { smallCatalog, temporaryFolder, withValue } from './small-catalog.ts';

/** A catalog that adds to the small one, and refers to what that has. */
const ours = {
  name: 'Ours',
  version: '2026',
  sources: [{ slug: 'handbook', title: 'Handbook', document: 'handbook.md' }],
  roles: [{ slug: 'own', title: 'Own Role' }],
  appearances: [
    { role: 'own', category: 'pil/cat', titles: ['Own Role'], responsibilities: ['res'], source: at(7) },
    { role: 'rol', category: 'pil/cat', titles: ['Role 1st'], responsibilities: ['ser'], source: at(9) },
  ],
};

function at(line: number) {
  return { source: 'handbook', line };
}

/** Reads documents as files in one folder, each given as a location. */
async function readAll(documents: Readonly<Record<string, unknown>>, prefixes: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const locations: CatalogLocation[] = [];
  for (const [name, document] of Object.entries(documents)) {
    const location = join(folder, name);
    await writeFile(location, name.endsWith('.json') ? JSON.stringify(document) : stringify(document));
    locations.push({ location, prefix: prefixes[name] });
  }
  const { catalog, findings } = await readCatalogs(locations);
  const messages = findings.map(({ severity, file, line, path, message }) =>
    `${file}:${line}: ${severity}: ${path}: ${message}`.replaceAll(`${folder}/`, ''),
  );
  return { catalog, messages, folder };
}

describe('several catalogs', () => {
  test('become one, in which entries of one slug are one, and keep their names, versions and sources', async () => {
    const { catalog, messages } = await readAll({ 'ours.yaml': ours, 'small.yaml': smallCatalog() });
    expect(messages).toEqual([]);
    expect(catalog).toMatchObject({
      name: 'Ours + Small',
      version: '2026 + 1.0',
      parts: [
        { name: 'Ours', version: '2026', sources: ['handbook'] },
        { name: 'Small', version: '1.0', sources: ['src'] },
      ],
      sources: [{ slug: 'handbook' }, { slug: 'src' }],
    });
    expect(catalog?.roles.map(({ slug }) => slug)).toEqual(['own', 'rol', 'lor']);
    expect(catalog?.appearances).toHaveLength(4);
  });

  test('may each lack lists that another one has, and nothing else', async () => {
    const { messages } = await readAll({ 'ours.yaml': ours, 'theirs.yaml': { ...ours, name: 'Theirs', version: '1' } });
    expect(messages).toContainEqual(expect.stringMatching(/error: pillars: is missing/));
    const { name, ...nameless } = ours;
    expect(name).toBe('Ours');
    expect((await readAll({ 'small.yaml': smallCatalog(), 'ours.yaml': nameless })).messages).toEqual([
      expect.stringMatching(/^ours\.yaml:1: error: name: is missing/),
    ]);
  });

  test('are split from a folder in which several files have a name', async () => {
    const folder = await temporaryFolder();
    const all = join(folder, 'all');
    await mkdir(all);
    await writeFile(join(all, 'ours.yaml'), stringify(ours));
    await writeFile(join(all, 'small.yaml'), stringify(smallCatalog()));
    const { catalog, findings } = await readCatalogs([{ location: all }]);
    expect(findings).toEqual([]);
    const given = await readAll({ 'ours.yaml': ours, 'small.yaml': smallCatalog() });
    expect(catalog && catalogRevision(catalog)).toBe(given.catalog && catalogRevision(given.catalog));
  });

  test('are read again from the one document that an export writes', async () => {
    const { catalog } = await readAll({ 'ours.yaml': ours, 'small.yaml': smallCatalog() });
    const document: unknown = catalog && JSON.parse(catalogDocument(catalog));
    const again = await readAll({ 'exported.json': document });
    expect(again.messages).toEqual([]);
    expect(again.catalog && catalogRevision(again.catalog)).toBe(catalog && catalogRevision(catalog));
  });

  test('differ from one of them by the part that it lacks', async () => {
    const { catalog } = await readAll({ 'ours.yaml': ours, 'small.yaml': smallCatalog() });
    const { catalog: alone } = await readAll({ 'small.yaml': smallCatalog() });
    const diff = alone && catalog && diffCatalogs(alone, catalog);
    expect(diff && formatDiff(diff, { most: 40 })).toContain('~ name: "Small" → "Ours + Small"\n');
    expect(diff?.changes).toContain('parts: + "Ours" "2026"');
  });
});

describe('entries with one slug', () => {
  const role = {
    slug: 'rol',
    title: 'the role',
    alternateTitles: ['Hidden Role', 'Role Two'],
    hiddenTitles: ['Role One'],
  };

  test('unite their titles, of which a visible one is not hidden', async () => {
    const { catalog } = await readAll({
      'small.yaml': smallCatalog(),
      'ours.yaml': { ...ours, roles: [...ours.roles, role] },
    });
    expect(catalog?.roles[0]).toMatchObject({
      slug: 'rol',
      title: 'The Role',
      alternateTitles: ['Role One', 'Role 1st', 'the role', 'Hidden Role', 'Role Two'],
      hiddenTitles: ['Role Hid'],
      summary: 'Of the role.',
    });
  });

  test('agree on texts whose line breaks are stored alike', async () => {
    const prose = 'Keeps it up.\n\n- On call.';
    const written = (role: object, appearance: object, quote: string) => ({
      ...smallCatalog(),
      roles: smallCatalog().roles.map((each) => (each.slug === 'rol' ? { ...each, ...role } : each)),
      appearances: smallCatalog().appearances.map((each) =>
        each.role === 'rol' ? { ...each, ...appearance, source: { ...each.source, quote } } : each,
      ),
    });
    const { catalog, messages } = await readAll({
      'lf.yaml': written({ summary: prose }, { note: prose }, prose),
      'crlf.json': written({ summary: `${prose}\n` }, { note: prose.replaceAll('\n', '\r\n') }, `\n${prose}\r\n`),
    });
    expect(messages).toEqual([]);
    expect(catalog?.roles[0]?.summary).toBe(prose);
    expect(catalog?.appearances[0]).toMatchObject({ note: prose, source: { quote: prose } });
  });

  test('are one where they say the same of an involvement, in whatever form', async () => {
    const named = (...responsibilities: readonly unknown[]) =>
      withValue(smallCatalog(), 'appearances[0].responsibilities', responsibilities);
    const { catalog, messages } = await readAll({
      'one.yaml': named('res', { responsibility: 'ser', involvement: ['INFORMED', 'ACCOUNTABLE'] }),
      'other.yaml': named(
        { responsibility: 'ser', involvement: ['ACCOUNTABLE', 'INFORMED'] },
        { responsibility: 'res', involvement: ['RESPONSIBLE'] },
      ),
    });
    expect(messages).toEqual([]);
    expect(catalog?.appearances[0]?.responsibilities).toEqual([
      'res',
      { responsibility: 'ser', involvement: ['INFORMED', 'ACCOUNTABLE'] },
    ]);
  });

  const clashes: readonly (readonly [string, string, unknown, RegExp])[] = [
    [
      'a summary',
      'roles[0].summary',
      'Another one.',
      /the role "rol" has another summary.*"Another one\." here, "Of the role\." there/,
    ],
    ['a title', 'roles[0].title', 'Other Title', /the role "rol" has another title/],
    ['a name', 'topics[0].name', 'Another Topic', /the topic "top" has another name/],
    ['a note', 'appearances[0].note', 'Another note.', /the appearance "pil\/cat\/rol\/src-1" has another note/],
    ['a document', 'sources[0].document', 'other.txt', /the source "src" has another document/],
    ['a relation', 'categories[1].relation', 'supports', /the category "org\/tac" has another relation/],
    [
      'an involvement',
      'appearances[0].responsibilities',
      [{ responsibility: 'res', involvement: ['ACCOUNTABLE'] }],
      /the appearance "pil\/cat\/rol\/src-1" has another responsibilities/,
    ],
  ];
  test.for(clashes)('clash in %s, with both places and a way out', async ([, path, value, says]) => {
    const other = withValue({ ...smallCatalog(), name: 'Other' }, path, value);
    const { catalog, messages } = await readAll({ 'small.yaml': smallCatalog(), 'other.yaml': other });
    expect(catalog).toBeUndefined();
    const [message = ''] = messages.filter((text) => text.includes(path));
    expect(message).toMatch(says);
    expect(message).toMatch(/^other\.yaml:\d+: error: .*--prefix NAME=LOCATION.*\(the other at small\.yaml:\d+\)$/);
    const line = (file: string) => Number(new RegExp(`${file}:(\\d+)`).exec(message)?.[1]);
    expect(line('other\\.yaml')).toBe(line('small\\.yaml'));
  });

  test('agree if a field is missing from one of them', async () => {
    const other = withValue({ ...smallCatalog(), name: 'Other' }, 'roles[0].summary', undefined);
    const { catalog, messages } = await readAll({ 'other.yaml': other, 'small.yaml': smallCatalog() });
    expect(messages).toEqual([]);
    expect(catalog?.roles[0]?.summary).toBe('Of the role.');
  });

  test('twice in one of the catalogs are an error as before', async () => {
    const twice = { ...ours, roles: [...ours.roles, ...ours.roles] };
    const { messages } = await readAll({ 'small.yaml': smallCatalog(), 'ours.yaml': twice });
    expect(messages[0]).toMatch(/^ours\.yaml:\d+: error: roles\[1\]\.slug: the slug "own" is used twice/);
  });

  test('report a united entry where it was written', async () => {
    const roles = [{ slug: 'rol', title: 'The Role', alternateTitles: ['Role One', '???'] }];
    const { messages } = await readAll({
      'small.yaml': smallCatalog(),
      'ours.yaml': { ...ours, roles: [...ours.roles, ...roles] },
    });
    expect(messages).toEqual([
      expect.stringMatching(
        /^ours\.yaml:\d+: error: roles\[1\]\.alternateTitles\[1\]: "\?\?\?" has nothing to be found by/,
      ),
    ]);
  });
});

test('equal titles of two slugs in two catalogs are an error that offers one slug', async () => {
  const roles = [{ slug: 'own', title: 'the role' }];
  const { messages } = await readAll({ 'small.yaml': smallCatalog(), 'ours.yaml': { ...ours, roles } });
  expect(messages).toContainEqual(
    expect.stringMatching(
      /^ours\.yaml:\d+: error: roles\[0\]\.title: .*rename one, or give both the same slug, which makes them one/,
    ),
  );
});

test('limits hold for all catalogs together', async () => {
  const pillars = (from: string) =>
    Array.from({ length: 40 }, (_, index) => ({ slug: `${from}${index}`, name: `${from} ${index}` }));
  const { messages } = await readAll({
    'small.yaml': { ...smallCatalog(), pillars: [...smallCatalog().pillars, ...pillars('a')] },
    'ours.yaml': { ...ours, pillars: pillars('b') },
  });
  expect(messages.filter((text) => text.includes(': error: '))).toEqual([
    expect.stringMatching(
      /^ours\.yaml:\d+: error: pillars\[22\]: more than 64 pillars: a catalog holds at most 64, here are 82/,
    ),
  ]);
});

test('at most 1,000 catalogs are merged', () => {
  const count = (catalogs: number) => {
    const findings = new FindingCollector();
    const given = Array.from({ length: catalogs }, (_, fileIndex) => {
      return { files: [{ fileIndex, value: { ...smallCatalog(), version: `${fileIndex}` } }] };
    });
    const parts = checkCatalog(given, findings)?.parts?.length;
    return { parts, said: findings.byFile('error').flatMap((ofFile) => ofFile.map(({ describe: say }) => say())) };
  };
  expect(count(1_000)).toEqual({ parts: 1_000, said: [] });
  expect(count(1_001).said).toEqual(['1,001 catalogs are merged, at most 1,000 are accepted; give fewer at once']);
});

describe('a prefix', () => {
  test('keeps two catalogs apart, and their titles by brackets', async () => {
    const other = {
      ...smallCatalog(),
      name: 'Other',
      roles: [
        { slug: 'rol', title: 'The Role', alternateTitles: ['Role One', 'Role 1st'], summary: 'Otherwise.' },
        ...smallCatalog().roles.slice(1),
      ],
    };
    const { catalog, messages } = await readAll(
      { 'small.yaml': smallCatalog(), 'other.yaml': other },
      { 'other.yaml': 'x' },
    );
    expect(messages.filter((text) => text.includes(': error: '))).toEqual([]);
    expect(catalog?.roles.map(({ slug, title }) => `${slug}: ${title}`)).toEqual([
      'rol: The Role',
      'lor: Other Role',
      'x-rol: The Role (x)',
      'x-lor: Other Role (x)',
    ]);
    expect(catalog?.roles[2]?.alternateTitles).toEqual(['The Role', 'Role One', 'Role 1st']);
    expect(catalog?.categories.map((category) => category.slug)).toEqual(['cat', 'tac', 'x-cat', 'x-tac']);
    expect(catalog?.appearances[2]).toMatchObject({
      role: 'x-rol',
      category: 'x-pil/x-cat',
      titles: ['The Role', 'Role One'],
      responsibilities: ['x-res', 'x-ser'],
      source: { source: 'x-src', line: 1 },
    });
    expect(catalog?.responsibilities[2]).toMatchObject({ name: 'Do this (x)', topics: ['x-top', 'x-pot'] });
    expect(catalog?.parts?.map(({ sources }) => sources)).toEqual([['x-src'], ['src']]);
  });

  test('is put before the slug of a responsibility that a role is involved in', async () => {
    const other = withValue({ ...smallCatalog(), name: 'Other' }, 'appearances[0].responsibilities[1]', {
      responsibility: 'ser',
      involvement: ['ACCOUNTABLE'],
    });
    const { catalog } = await readAll({ 'small.yaml': smallCatalog(), 'other.yaml': other }, { 'other.yaml': 'x' });
    expect(catalog?.appearances[2]?.responsibilities).toEqual([
      'x-res',
      { responsibility: 'x-ser', involvement: ['ACCOUNTABLE'] },
    ]);
  });

  test('is not put before slugs of other catalogs, nor titles in brackets that only one catalog has', async () => {
    const { catalog, messages } = await readAll(
      { 'small.yaml': smallCatalog(), 'ours.yaml': ours },
      { 'ours.yaml': 'x' },
    );
    expect(messages).toEqual([]);
    expect(catalog?.roles[2]).toEqual({ slug: 'x-own', title: 'Own Role' });
    expect(catalog?.appearances[3]).toMatchObject({
      role: 'rol',
      category: 'pil/cat',
      source: { source: 'x-handbook' },
    });
  });

  test('may be given to a single catalog', async () => {
    const { catalog } = await readAll({ 'small.yaml': smallCatalog() }, { 'small.yaml': 'x' });
    expect(catalog).toMatchObject({
      name: 'Small',
      version: '1.0',
      pillars: [{ slug: 'x-pil', name: 'The Pillar' }, {}],
    });
  });
});

describe('the parts of a document', () => {
  const parts = [
    { name: 'A', version: '1', sources: ['src'] },
    { name: 'B', version: '1', sources: [] },
  ];
  const wrong: readonly (readonly [string, string, unknown, RegExp])[] = [
    [
      'an unknown source',
      'parts[1].sources',
      ['srk'],
      /parts\[1\]\.sources\[0\]: unknown source "srk" \(did you mean "src"\?\)/,
    ],
    ['a source twice', 'parts[0].sources', ['src', 'src'], /parts\[0\]\.sources\[1\]: "src" is given twice here/],
    ['a part twice', 'parts[1].name', 'A', /parts\[1\]: the part "A" "1" is given twice/],
    ['an unknown key', 'parts[1].nmae', 'A', /parts\[1\]\.nmae: unknown key \(did you mean "name"\?\)/],
    ['no list', 'parts', 'A', /parts: expected a list/],
  ];
  test.for(wrong)('are refused with %s', async ([, path, value, says]) => {
    const { messages } = await readAll({ 'a.json': withValue({ ...smallCatalog(), parts }, path, value) });
    expect(messages).toEqual([expect.stringMatching(says)]);
  });
});
