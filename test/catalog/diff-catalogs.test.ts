import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { canonicalCatalog, catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { formatDiff } from '../../src/catalog/format-diff.ts';
import { readText, smallCatalog, withValue } from './small-catalog.ts';

async function catalogWith(...changes: readonly (readonly [string, unknown])[]): Promise<Catalog> {
  let document: unknown = smallCatalog();
  for (const [path, value] of changes) document = withValue(document, path, value);
  const { catalog } = await readText(JSON.stringify(document));
  if (catalog === undefined) throw new Error('the test changed the catalog into none');
  return catalog;
}

async function diffText(...changes: readonly (readonly [string, unknown])[]): Promise<string[]> {
  return formatDiff(diffCatalogs(await catalogWith(), await catalogWith(...changes)), { most: 10 }).split('\n');
}

describe('a diff', () => {
  test('the diff of a catalog with itself is empty', async () => {
    expect(diffCatalogs(await catalogWith(), await catalogWith()).isEmpty).toBe(true);
    expect(await diffText()).toEqual(['no differences']);
  });

  test('a diff says what changed in an entry', async () => {
    const changed = await diffText(
      ['roles[1].title', 'Better Role'],
      ['roles[0].alternateTitles', ['Role One', 'Role Uno']],
      ['roles[0].summary', undefined],
      ['appearances[1].titles', ['Better Role']],
      ['appearances[1].note', 'New note.'],
    );
    expect(changed).toEqual([
      'roles: 0 added, 2 changed, 0 removed',
      'appearances: 0 added, 1 changed, 0 removed',
      '~ roles lor: title: "Other Role" → "Better Role"',
      '~ roles rol: alternate titles: + "Role Uno", − "Role 1st"; summary: − "Of the role."',
      '~ appearances org/tac/lor/src-2: titles: + "Better Role", − "Other Role"; note: + "New note."',
    ]);
  });

  test('a diff says in words how involvements changed', async () => {
    const before = await catalogWith([
      'appearances[0].responsibilities',
      ['res', { responsibility: 'ser', involvement: ['ACCOUNTABLE', 'CONSULTED'] }],
    ]);
    const after = await catalogWith([
      'appearances[0].responsibilities',
      [{ responsibility: 'res', involvement: ['ACCOUNTABLE', 'RESPONSIBLE', 'INFORMED'] }],
    ]);
    const textOf = (one: Catalog, other: Catalog) => formatDiff(diffCatalogs(one, other), { most: 10 }).split('\n')[1];
    expect(textOf(before, after)).toBe(
      '~ appearances pil/cat/rol/src-1: became accountable for "res"; is now informed about "res"; ' +
        'is no longer accountable for "ser"; is no longer consulted on "ser"',
    );
    expect(textOf(after, before)).toBe(
      '~ appearances pil/cat/rol/src-1: is no longer accountable for "res"; is no longer informed about "res"; ' +
        'became accountable for "ser"; is now consulted on "ser"',
    );
    expect(textOf(await catalogWith(), before)).toBe(
      '~ appearances pil/cat/rol/src-1: is no longer responsible for "ser"; became accountable for "ser"; ' +
        'is now consulted on "ser"',
    );
  });

  test('a catalog that writes what plain lists mean has the revision of one with plain lists', async () => {
    const written = await catalogWith([
      'appearances[0].responsibilities[1]',
      { responsibility: 'ser', involvement: ['RESPONSIBLE'] },
    ]);
    expect(catalogRevision(written)).toBe(catalogRevision(await catalogWith()));
    expect(canonicalCatalog(written)).toEqual(canonicalCatalog(await catalogWith()));
  });

  test('the canonical form lists what a role does first, each involvement in the order of a RACI table', async () => {
    const written = await catalogWith([
      'appearances[0].responsibilities',
      [
        { responsibility: 'ser', involvement: ['INFORMED', 'CONSULTED'] },
        { responsibility: 'res', involvement: ['ACCOUNTABLE', 'RESPONSIBLE'] },
      ],
    ]);
    expect(canonicalCatalog(written).appearances[0]?.responsibilities).toEqual([
      { responsibility: 'res', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] },
      { responsibility: 'ser', involvement: ['CONSULTED', 'INFORMED'] },
    ]);
  });

  test('a diff says which qualifiers changed', async () => {
    expect((await diffText(['roles[1].qualifier', 'L4']))[1]).toBe('~ roles lor: qualifier: "L3" → "L4"');
  });

  test('a diff says which external ids and URLs changed', async () => {
    const changed = await diffText(
      ['roles[0].externalId', 'J-2'],
      ['roles[0].sameAs', ['http://b.example', 'http://c.example']],
      ['categories[1].externalId', 'C-1'],
    );
    expect(changed.slice(2)).toEqual([
      '~ categories org/tac: external id: + "C-1"',
      '~ roles rol: external id: "J-1" → "J-2"; same as: + "http://c.example", − "https://a.example/1"',
    ]);
  });

  test('a diff says how the summary of a responsibility changed', async () => {
    const changed = await diffText(['responsibilities[0].summary', 'Of it.'], ['responsibilities[1].summary', 'New.']);
    expect(changed.slice(1)).toEqual([
      '~ responsibilities res: summary: "Of the duty." → "Of it."',
      '~ responsibilities ser: summary: + "New."',
    ]);
  });

  test('a diff shows of a long text what is near the first difference', async () => {
    const [before, after] = ['x'.repeat(5_000), `${'x'.repeat(3_000)}y${'x'.repeat(1_999)}`];
    const [, line] = formatDiff(
      diffCatalogs(await catalogWith(['roles[0].summary', before]), await catalogWith(['roles[0].summary', after])),
      { most: 10 },
    ).split('\n');
    const [x, y] = ['x'.repeat(200), `${'x'.repeat(40)}y${'x'.repeat(159)}`];
    expect(line).toBe(`~ roles rol: summary: "…${x}…" → "…${y}…"`);
    expect((await diffText(['appearances[1].note', before]))[1]).toBe(
      `~ appearances org/tac/lor/src-2: note: + "${x}…"`,
    );
  });

  test('texts that differ in how their line breaks are written have one revision', async () => {
    const plain = await catalogWith(['roles[0].summary', 'One.\n\n- two']);
    expect(plain.roles[0]?.summary).toBe('One.\n\n- two');
    for (const written of ['One.\r\n\r\n- two', '\n\r\nOne.\n\n- two\n\n', 'One.\n\r\n- two\r\n']) {
      expect(catalogRevision(await catalogWith(['roles[0].summary', written]))).toBe(catalogRevision(plain));
    }
  });

  test('a diff says which hidden titles and names changed', async () => {
    const changed = await diffText(
      ['roles[0].hiddenTitles', ['Role Hid', 'Hidden Role', 'ROL']],
      ['responsibilities[0].hiddenNames', undefined],
      ['topics[1].hiddenNames', ['POT']],
    );
    expect(changed).toEqual([
      'topics: 0 added, 1 changed, 0 removed',
      'responsibilities: 0 added, 1 changed, 0 removed',
      'roles: 0 added, 1 changed, 0 removed',
      '~ topics pot: hidden names: + "POT"',
      '~ responsibilities res: hidden names: − "Hidden duty"',
      '~ roles rol: hidden titles: + "ROL"',
    ]);
  });

  test('a diff names what was added and removed, and a new slug is both', async () => {
    expect(await diffText(['topics[1].slug', 'new'], ['responsibilities[0].topics', ['top', 'new']])).toEqual([
      'topics: 1 added, 0 changed, 1 removed',
      'responsibilities: 0 added, 1 changed, 0 removed',
      '+ topics new',
      '- topics pot',
      '~ responsibilities res: topics: + "new", − "pot"',
    ]);
  });

  test('a diff reports another order where the order is content', async () => {
    const { pillars, roles } = smallCatalog();
    expect(await diffText(['pillars', pillars.toReversed()], ['roles', roles.toReversed()])).toEqual([
      'pillars: another order',
    ]);
    expect(await diffText(['categories[1].organizationTypes', ['org']])).toEqual([
      'categories: 0 added, 1 changed, 0 removed',
      '~ categories org/tac: organization types: − "ven"',
    ]);
    expect(await diffText(['appearances[0].titles', ['Role One', 'The Role']])).toEqual([
      'appearances: 0 added, 1 changed, 0 removed',
      '~ appearances pil/cat/rol/src-1: titles: another order',
    ]);
  });

  test('a diff reports another name or version', async () => {
    expect(await diffText(['version', '2.0'])).toEqual(['~ version: "1.0" → "2.0"']);
  });

  test('a diff gives so many lines and the number of the others', async () => {
    const roles = Array.from({ length: 20 }, (_, i) => ({ slug: `n${i}`, title: `New ${i}` }));
    const diff = diffCatalogs(await catalogWith(), await catalogWith(['roles', [...smallCatalog().roles, ...roles]]));
    expect(formatDiff(diff, { most: 2 }).split('\n')).toEqual([
      'roles: 20 added, 0 changed, 0 removed',
      '+ roles n0',
      '+ roles n1',
      '… and 18 more',
    ]);
  });
});

describe('the canonical form', () => {
  test('the canonical form has its keys in one order, and no empty optional lists', async () => {
    const catalog = await catalogWith(
      ...['roles[1].alternateTitles', 'roles[1].hiddenTitles', 'roles[1].sameAs', 'responsibilities[1].topics'].map(
        (path) => [path, []] as const,
      ),
      ...['responsibilities[1].hiddenNames', 'topics[1].hiddenNames'].map((path) => [path, []] as const),
    );
    expect(catalogRevision(catalog)).toBe(catalogRevision(smallCatalogTyped(await catalogWith())));
    expect(catalogDocument(catalog)).toContain(
      '{\n      "slug": "lor",\n      "title": "Other Role",\n      "qualifier": "L3"\n    }',
    );
    expect(catalogDocument(catalog).endsWith('}\n')).toBe(true);
    const document: unknown = JSON.parse(catalogDocument(catalog));
    expect(document).toEqual({
      ...smallCatalog(),
      roles: smallCatalog().roles.toReversed(),
      appearances: smallCatalog().appearances,
    });
  });

  test('the revision is the SHA-256 of the canonical form as compact JSON, however long its lists are', async () => {
    const roles = Array.from({ length: 2_500 }, (_, i) => ({ slug: `n${i}`, title: `New ${i}` }));
    for (const catalog of [await catalogWith(), await catalogWith(['roles', [...smallCatalog().roles, ...roles]])]) {
      const json = JSON.stringify(canonicalCatalog(catalog));
      expect(catalogRevision(catalog)).toBe(createHash('sha256').update(json).digest('hex'));
    }
  });

  test('the revision has 64 hexadecimal digits, and any change of content changes it', async () => {
    const revision = catalogRevision(await catalogWith());
    expect(revision).toMatch(/^[0-9a-f]{64}$/);
    expect(catalogRevision(await catalogWith(['appearances[0].note', 'Another note.']))).not.toBe(revision);
  });
});

/** The same content with its keys in another order. */
function smallCatalogTyped(catalog: Catalog): Catalog {
  return {
    ...catalog,
    roles: catalog.roles.map((role) => Object.assign({ summary: undefined, title: role.title }, role)),
  };
}
