import { expect, test } from 'vitest';
import { formatFinding } from '../../src/catalog/finding.ts';
import { readText, smallCatalog, withValue } from './small-catalog.ts';

const warnings: readonly (readonly [path: string, to: unknown, at: string, says: RegExp])[] = [
  ['roles[2]', { slug: 'new', title: 'New' }, 'roles[2]', /"new" never appears/],
  ['responsibilities[2]', { slug: 'new', name: 'New' }, 'responsibilities[2]', /"new" is performed by nobody/],
  [
    'appearances[0].responsibilities[1]',
    { responsibility: 'ser', involvement: ['CONSULTED', 'INFORMED'] },
    'responsibilities[1]',
    /"ser" is performed by nobody: appearances name only roles that are consulted on it or informed about it/,
  ],
  ['topics[2]', { slug: 'new', name: 'New' }, 'topics[2]', /"new" has no roles/],
  ['categories[2]', { slug: 'new', name: 'New', pillar: 'pil' }, 'categories[2]', /"pil\/new" has no roles/],
  [
    'roles[1].alternateTitles',
    ['Role One'],
    'roles[1].alternateTitles[0]',
    /alternate title of the role "rol" too; looking it up finds both.*first given at/,
  ],
  [
    'roles[1].alternateTitles',
    ['role one'],
    'roles[1].alternateTitles[0]',
    /another spelling of an alternate title of the role "rol"; any third spelling finds both.*first given at/,
  ],
  [
    'roles[1].alternateTitles',
    ['The Role'],
    'roles[1].alternateTitles[0]',
    /title of the role "rol", which is the one.*title given at/,
  ],
  [
    'roles[1].alternateTitles',
    ['THE ROLE'],
    'roles[1].alternateTitles[0]',
    /another spelling of the title of the role "rol", which every spelling but this one finds.*title given at/,
  ],
  [
    'roles[1].hiddenTitles',
    ['The Role'],
    'roles[1].hiddenTitles[0]',
    /title of the role "rol", which is the one.*title given at/,
  ],
  [
    'roles[1].hiddenTitles',
    ['Role 1st'],
    'roles[1].hiddenTitles[0]',
    /alternate title of the role "rol", which is the one.*alternate title given at/,
  ],
  [
    'roles[1].hiddenTitles',
    ['Role Hid'],
    'roles[1].hiddenTitles[0]',
    /hidden title of the role "rol" too; looking it up finds both.*first given at/,
  ],
  [
    'topics[1].hiddenNames',
    ['The Topic'],
    'topics[1].hiddenNames[0]',
    /the name of the topic "top", which is the one.*name given at/,
  ],
  [
    'responsibilities[1].hiddenNames',
    ['Hidden duty'],
    'responsibilities[1].hiddenNames[0]',
    /hidden name of the responsibility "res" too; looking it up finds both/,
  ],
];

test.for(warnings)('%s = %j gives a warning, and the catalog is read', async ([path, to, at, says]) => {
  const { catalog, findings } = await readText(JSON.stringify(withValue(smallCatalog(), path, to)));
  expect(catalog).toEqual(withValue(smallCatalog(), path, to));
  const message: unknown = expect.stringMatching(says);
  expect(findings).toEqual([expect.objectContaining({ severity: 'warning', path: at, message })]);
});

test('a name may be used again by a category of another owner', async () => {
  const other = { slug: 'tac', name: 'Organization Category', organizationTypes: ['ven', 'org'], relation: 'inside' };
  const { catalog } = await readText(JSON.stringify(withValue(smallCatalog(), 'categories[2]', other)));
  expect(catalog?.categories).toContainEqual(other);
});

test('spellings of one title inside a role are accepted', async () => {
  const spelled = withValue(smallCatalog(), 'roles[1].alternateTitles', [
    'Back End Developer',
    'Back-End Developer',
    'other role',
  ]);
  expect((await readText(JSON.stringify(spelled))).findings).toEqual([]);
});

test('a bad entry hides nothing, and what it defines counts as known', async () => {
  const bad = withValue(withValue(smallCatalog(), 'roles[0].summary', 7), 'appearances[0].responsibilities[0]', 'rss');
  const { findings } = await readText(JSON.stringify(bad));
  expect(findings.map(({ path }) => path)).toEqual(['roles[0].summary', 'appearances[0].responsibilities[0]']);
});

test('a missing list is one finding, not one for each reference into it', async () => {
  const { findings } = await readText(JSON.stringify(withValue(smallCatalog(), 'topics', undefined)));
  expect(findings.map(({ path }) => path)).toEqual(['topics']);
});

test('errors come before warnings', async () => {
  const both = withValue(
    withValue(smallCatalog(), 'roles[1].alternateTitles', ['The Role']),
    'appearances[0].note',
    '',
  );
  const { findings } = await readText(JSON.stringify(both));
  expect(findings.map(({ severity, path }) => [severity, path])).toEqual([
    ['error', 'appearances[0].note'],
    ['warning', 'roles[1].alternateTitles[0]'],
  ]);
});

test('a finding is one line without control characters', () => {
  const finding = {
    severity: 'error',
    file: 'a\u001b[31m.yaml',
    line: 3,
    path: 'roles[0]',
    message: 'bad\nthing\u202e',
  } as const;
  expect(formatFinding(finding)).toBe('a<U+001B>[31m.yaml:3: error: roles[0]: bad<U+000A>thing<U+202E>');
  expect(formatFinding({ ...finding, file: 'a', path: '', message: 'x' })).toBe('a:3: error: x');
});

/** A catalog of some roles, each on a line of its own, of which the first have a responsibility. */
function ladder(roleCount: number, withDuties: number) {
  const slugs = Array.from({ length: roleCount }, (_, index) => `r${index}`);
  return {
    ...{ name: 'Ladder', version: '1', organizationTypes: [], topics: [] },
    sources: [{ slug: 's', title: 'S', document: 's' }],
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: withDuties > 0 ? [{ slug: 'd', name: 'D' }] : [],
    roles: slugs.map((slug) => ({ slug, title: slug })),
    appearances: slugs.map((role, index) => ({
      ...{ role, category: 'p/c', titles: [role], source: { source: 's', line: index + 1 } },
      responsibilities: index < withDuties ? ['d'] : [],
    })),
  };
}

test('warns once that overlaps say little if no role, or less than half of them, has responsibilities', async () => {
  const warningsOf = async (document: object) => {
    const { catalog, findings } = await readText(JSON.stringify(document));
    expect(catalog).toBeDefined();
    return findings.map((finding) => formatFinding(finding));
  };
  expect(await warningsOf(ladder(5, 3))).toEqual([]);
  expect(await warningsOf(ladder(4, 2))).toEqual([]);
  expect(await warningsOf(ladder(5, 2))).toEqual([
    expect.stringMatching(
      /roles\[2\]: "r2" and 2 more of 5 roles that appear have no responsibilities: their overlaps say little/,
    ),
  ]);
  expect(await warningsOf(ladder(5, 0))).toEqual([
    expect.stringMatching(/responsibilities: the catalog has no responsibilities: overlaps say little then/),
  ]);
  const onlyRoles = { ...ladder(5, 0), sources: [], pillars: [], categories: [], appearances: [] };
  expect(await warningsOf(onlyRoles)).toEqual([expect.stringMatching(/the catalog has no responsibilities/)]);
});
