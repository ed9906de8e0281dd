import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { formatDiff } from '../../src/catalog/format-diff.ts';
import { readCatalogs } from '../../src/catalog/read/read-catalog.ts';
import { catalogOfGraph } from '../../src/graph/structure/catalog-of-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { smallCatalog, temporaryFolder } from './small-catalog.ts';

/** The small catalog with retired slugs, and other changes. */
function retiring(retired: readonly object[], changes: object = {}) {
  return { ...smallCatalog(), ...changes, retired };
}

/** Reads documents as the files of several catalogs. */
async function read(...documents: readonly object[]) {
  return readWithPrefix(undefined, ...documents);
}

async function readWithPrefix(prefix: string | undefined, ...documents: readonly object[]) {
  const folder = await temporaryFolder();
  const locations = [];
  for (const [index, document] of documents.entries()) {
    const location = join(folder, `${index}.yaml`);
    await writeFile(location, stringify(document));
    locations.push({ location, prefix: index === 0 ? prefix : undefined });
  }
  const { catalog, findings } = await readCatalogs(locations);
  return {
    catalog,
    messages: findings.map(({ file, line, path, message }) =>
      `${file}:${line}: ${path}: ${message}`.replaceAll(`${folder}/`, ''),
    ),
  };
}

/** The lines of the file of a document, counted from 1, that hold a text. */
function linesWith(document: object, text: string): number[] {
  return stringify(document)
    .split('\n')
    .flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
}

async function valid(...documents: readonly object[]) {
  const { catalog, messages } = await read(...documents);
  expect(messages).toEqual([]);
  if (catalog === undefined) throw new Error('the catalog is not valid');
  return catalog;
}

describe('retired slugs', () => {
  test('may be of every kind, and have one replacement, several or none', async () => {
    const catalog = await valid(
      retiring([
        { role: 'old-role', replacedBy: 'rol' },
        { responsibility: 'old-duty', replacedBy: ['res', 'ser'] },
        { topic: 'old-topic' },
        { pillar: 'old-pillar', replacedBy: 'pil' },
        { organizationType: 'old-type', replacedBy: 'org' },
        { category: 'pil/old', replacedBy: 'pil/cat' },
      ]),
    );
    expect(catalog.retired).toHaveLength(6);
    expect(catalogRevision(catalogOfGraph(graphOfCatalog(catalog)))).toBe(catalogRevision(catalog));
    const document: unknown = JSON.parse(catalogDocument(catalog));
    expect(document).toMatchObject({
      retired: [
        { category: 'pil/old', replacedBy: 'pil/cat' },
        { organizationType: 'old-type', replacedBy: 'org' },
        { pillar: 'old-pillar', replacedBy: 'pil' },
        { responsibility: 'old-duty', replacedBy: ['res', 'ser'] },
        { role: 'old-role', replacedBy: 'rol' },
        { topic: 'old-topic' },
      ],
    });
  });

  test('leave the revision of a catalog without them as it is, whether the list is empty or missing', async () => {
    const plain = catalogRevision(await valid(smallCatalog()));
    expect(catalogRevision(await valid(retiring([])))).toBe(plain);
    expect(catalogRevision(await valid(retiring([{ role: 'a' }])))).not.toBe(plain);
  });

  test('have one revision in any order, and however a single replacement is written', async () => {
    const [one, other] = [
      { role: 'a', replacedBy: 'rol' },
      { topic: 'b', replacedBy: ['top', 'pot'] },
    ];
    expect(catalogRevision(await valid(retiring([one, other])))).toBe(
      catalogRevision(
        await valid(
          retiring([
            { topic: 'b', replacedBy: ['pot', 'top'] },
            { role: 'a', replacedBy: ['rol'] },
          ]),
        ),
      ),
    );
  });

  test('must not be in use any more', async () => {
    const document = retiring([{ role: 'rol', replacedBy: 'lor' }]);
    expect((await read(document)).messages).toEqual([
      `0.yaml:${linesWith(document, 'role: rol').at(-1)}: retired[0].role: the role "rol" is retired, and there is one with this slug; remove it from \`roles\`, or remove this entry (still given at 0.yaml:${linesWith(document, 'slug: rol')[0]})`,
    ]);
  });

  test('must be given once', async () => {
    const { messages } = await read(
      retiring([
        { role: 'a', replacedBy: 'rol' },
        { role: 'a', replacedBy: 'lor' },
      ]),
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('retired[1].role: the role "a" is retired twice; keep one entry');
  });

  test('must say exactly one thing that was retired', async () => {
    const { messages } = await read(retiring([{ replacedBy: 'rol' }, { role: 'a', topic: 'b' }, { duty: 'x' }]));
    expect(messages.map((each) => each.replace(/^.*?: /, ''))).toEqual([
      expect.stringContaining(
        'retired[0]: does not say what was retired; expected exactly one of role, responsibility,',
      ),
      expect.stringContaining('retired[1]: says role and topic; expected exactly one of'),
      expect.stringContaining('retired[2].duty: unknown key'),
      expect.stringContaining('retired[2]: does not say what was retired'),
    ]);
  });

  test('must be replaced by what the catalog has, of the same kind', async () => {
    const { messages } = await read(
      retiring([
        { role: 'a', replacedBy: 'roll' },
        { topic: 'b', replacedBy: ['top', 'res'] },
        { category: 'pil/old', replacedBy: 'cat' },
        { role: 'c', replacedBy: 7 },
      ]),
    );
    expect(messages.map((each) => each.replace(/^.*?: /, ''))).toEqual([
      'retired[0].replacedBy: unknown role "roll" (did you mean "rol"?); expected the slug of a role in `roles`; correct it, or add it there',
      'retired[1].replacedBy[1]: unknown topic "res"; expected the slug of a topic in `topics`; correct it, or add it there',
      'retired[2].replacedBy: unknown category "cat"; expected "<owner>/<slug>" of a category in `categories`; correct it, or add it there',
      'retired[3].replacedBy: expected a slug or a list of slugs, got the number 7; put quotes around it, with all that was written (e.g. "001"), to make it text',
    ]);
  });

  test('are named, with what replaces them, where something still refers to them', async () => {
    const [first, ...others] = smallCatalog().appearances;
    const appearances = [{ ...first, role: 'old', responsibilities: ['gone', 'ser'] }, ...others];
    const { messages } = await read(
      retiring([{ role: 'old', replacedBy: ['rol', 'lor'] }, { responsibility: 'gone' }], { appearances }),
    );
    expect(messages.map((each) => each.replace(/^.*?: /, ''))).toEqual([
      'appearances[0].role: unknown role "old": it was retired; refer to "rol" or "lor"',
      'appearances[0].responsibilities[0]: unknown responsibility "gone": it was retired; nothing replaces it',
    ]);
  });

  test('must not be replaced in a circle', async () => {
    const { messages } = await read(
      retiring([
        { role: 'a', replacedBy: 'b' },
        { role: 'b', replacedBy: ['rol', 'c'] },
        { role: 'c', replacedBy: 'b' },
        { role: 'd', replacedBy: 'd' },
        { role: 'e', replacedBy: 'rol' },
      ]),
    );
    expect(messages.map((each) => each.replace(/^.*?: /, ''))).toEqual([
      'retired[1].replacedBy: the role "b" is replaced by itself, in a circle: "b" → "c" → "b"; name what replaces it now, or leave out `replacedBy`',
      'retired[3].replacedBy: the role "d" is replaced by itself; name what replaces it now, or leave out `replacedBy`',
    ]);
  });

  test('may be replaced by what was retired later, a thousand times over', async () => {
    const chain = Array.from({ length: 1_000 }, (_, index) => ({
      role: `r-${index}`,
      replacedBy: index === 999 ? 'rol' : `r-${index + 1}`,
    }));
    expect((await valid(retiring(chain))).retired).toHaveLength(1_000);
  });

  test('of several catalogs are merged, and reported where another catalog still has the entry', async () => {
    const ours = { name: 'Ours', version: '1', retired: [{ role: 'old', replacedBy: 'lor' }] };
    const both = await valid(ours, retiring([{ role: 'old', replacedBy: 'lor' }]));
    expect(both.retired).toEqual([{ role: 'old', replacedBy: 'lor' }]);
    const { messages } = await read({ ...ours, retired: [{ role: 'rol', replacedBy: 'lor' }] }, smallCatalog());
    expect(messages).toEqual([
      expect.stringMatching(/^0\.yaml:4: retired\[0\]\.role: .* \(still given at 1\.yaml:\d+\)$/),
    ]);
    const other = await read(
      { ...ours, retired: [{ role: 'old', replacedBy: 'rol' }] },
      retiring([{ role: 'old', replacedBy: 'lor' }]),
    );
    expect(other.messages[0]).toContain('has another replacedBy in another catalog: "lor" here, "rol" there');
  });

  test('get the prefix of their catalog, as what replaces them does', async () => {
    const { catalog } = await readWithPrefix(
      'ours',
      retiring([
        { role: 'old', replacedBy: 'rol' },
        { role: 'older', replacedBy: 'old' },
        { category: 'pil/old', replacedBy: 'pil/cat' },
      ]),
      { ...smallCatalog(), name: 'Other' },
    );
    expect(catalog?.retired).toEqual([
      { role: 'ours-old', replacedBy: 'ours-rol' },
      { role: 'ours-older', replacedBy: 'ours-old' },
      { category: 'ours-pil/ours-old', replacedBy: 'ours-pil/ours-cat' },
    ]);
  });
});

describe('a diff', () => {
  async function changes(after: object): Promise<string[]> {
    return formatDiff(diffCatalogs(await valid(smallCatalog()), await valid(after)), { most: 20 }).split('\n');
  }

  test('says that one role replaced another, and compares the two', async () => {
    const { roles, appearances } = smallCatalog();
    const [role, other] = roles;
    const renamed = appearances.map((each) => ({ ...each, role: each.role === 'rol' ? 'new' : each.role }));
    const after = retiring([{ role: 'rol', replacedBy: 'new' }], {
      roles: [{ ...role, slug: 'new', summary: 'Of the new role.' }, other],
      appearances: renamed,
    });
    expect(await changes(after)).toEqual([
      'roles: 0 added, 1 changed, 0 removed, 1 retired',
      '~ role "The Role" (rol) was replaced by "The Role" (new)',
      '~ roles new: summary: "Of the role." → "Of the new role."',
    ]);
  });

  test('says what replaced a role that is gone, and which of its lines name another role now', async () => {
    const { roles, appearances } = smallCatalog();
    const after = retiring([{ role: 'lor', replacedBy: 'rol' }], {
      roles: roles.slice(0, 1),
      appearances: appearances.map((each) => ({ ...each, role: 'rol', titles: ['The Role'] })),
    });
    expect(await changes(after)).toEqual([
      'roles: 0 added, 0 changed, 0 removed, 1 retired',
      'appearances: 0 added, 2 changed, 0 removed',
      '~ role "Other Role (L3)" (lor) was replaced by "The Role" (rol)',
      '~ appearances pil/cat/rol/src-1: titles: − "Role One"',
      '~ appearances org/tac/rol/src-2: titles: + "The Role", − "Other Role"',
    ]);
  });

  test('names pillars, categories, duties and topics that were replaced, and follows them to the lines', async () => {
    const after: unknown = JSON.parse(
      JSON.stringify(smallCatalog())
        .replaceAll('"pil"', '"area"')
        .replaceAll('pil/cat', 'area/heading')
        .replaceAll('"cat"', '"heading"')
        .replaceAll('"res"', '"duty"')
        .replaceAll('"top"', '"subject"'),
    );
    const retired = [
      { pillar: 'pil', replacedBy: 'area' },
      { category: 'pil/cat', replacedBy: 'area/heading' },
      { responsibility: 'res', replacedBy: 'duty' },
      { topic: 'top', replacedBy: 'subject' },
    ];
    expect(
      (await changes(Object.assign({ retired }, after))).filter(
        (each) => each.startsWith('~') || each.startsWith('-') || each.startsWith('+'),
      ),
    ).toEqual([
      '~ pillar "The Pillar" (pil) was replaced by "The Pillar" (area)',
      '~ category "Pillar Category" (pil/cat) was replaced by "Pillar Category" (area/heading)',
      '~ topic "The Topic" (top) was replaced by "The Topic" (subject)',
      '~ responsibility "Do this" (res) was replaced by "Do this" (duty)',
    ]);
  });

  test('says that a topic was retired without a replacement, and lists other new entries', async () => {
    const { topics, responsibilities } = smallCatalog();
    const after = retiring([{ topic: 'pot' }, { role: 'never' }], {
      topics: topics.slice(0, 1),
      responsibilities: responsibilities.map((each) => ({ ...each, ...('topics' in each && { topics: ['top'] }) })),
    });
    expect(await changes(after)).toEqual(
      expect.arrayContaining([
        'topics: 0 added, 0 changed, 0 removed, 1 retired',
        'retired: 1 added, 0 changed, 0 removed',
        '~ topic "Other Topic" (pot) was retired',
        '+ retired role never',
      ]),
    );
  });

  test('of a catalog that only retires something is not empty', async () => {
    expect(diffCatalogs(await valid(smallCatalog()), await valid(retiring([{ role: 'a' }]))).isEmpty).toBe(false);
  });
});
