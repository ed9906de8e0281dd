import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { vault } from '../../src/exchange/formats/vault.ts';
import { fileNameOf } from '../../src/exchange/vault/note-names.ts';
import { notesOf as filesOf } from '../../src/exchange/vault/notes.ts';
import { exampleCatalog, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { exchangedOf, wholeFileOf } from '../support/exchanged-graphs.ts';
import type { GraphSelection } from '../../src/graph/selection/graph-selection.ts';

/** The notes by path. */
async function notesOf(
  catalog: Catalog,
  selection: Partial<GraphSelection> = {},
): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await wholeFileOf(vault, exchangedOf(catalog, selection)));
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}

const matter = z.record(z.string(), z.unknown());

/** What is in front of the text of a note. */
function matterOf(text = ''): z.infer<typeof matter> {
  const [, front = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
  return matter.parse(parse(front));
}

test('a vault has a note for each role, group and topic', async () => {
  const notes = await notesOf(handbookCatalog);
  expect([...notes.keys()].sort()).toEqual([
    'Catalog.md',
    'Categories/Help.md',
    'Categories/Operations (Reliability).md',
    'Categories/Operations (Security).md',
    'Categories/Sales.md',
    'Organization types/Managed Service Provider.md',
    'Organization types/Vendor.md',
    'Pillars/Reliability.md',
    'Pillars/Security.md',
    'Roles/Oberärztin 🩺 (Station 3).md',
    'Roles/Seller.md',
    'Roles/Site Reliability Engineer.md',
    'Topics/Access.md',
    'Topics/Backup.md',
  ]);
});

test('the note of a role says what it does and where that stands, with links', async () => {
  const note = (await notesOf(handbookCatalog)).get('Roles/Site Reliability Engineer.md');
  expect(matterOf(note)).toEqual({
    id: 'role:sre',
    tags: ['role'],
    aliases: ['SRE', '信頼性エンジニア'],
    pillars: ['Security', 'Reliability'],
  });
  expect(note).toContain('# Site Reliability Engineer\n\nKeeps it up.\n');
  expect(note).toContain('- Verify backups: [[Topics/Backup|Backup]], [[Topics/Access|Access]]\n');
  expect(note).toContain(
    '- [[Pillars/Security|Security]], [[Categories/Operations (Security)|Operations (Security)]]: handbook:7',
  );
  expect(note).toContain('    - Note: Optional.\n');
});

test('the note of a topic says who does what, and that of a group which roles it has', async () => {
  const notes = await notesOf(handbookCatalog);
  expect(notes.get('Topics/Backup.md')).toContain(
    '- Verify backups: [[Roles/Site Reliability Engineer|Site Reliability Engineer]]\n',
  );
  expect(notes.get('Organization types/Vendor.md')).toContain('## Roles\n\n- [[Roles/Seller|Seller]]\n');
});

test('a note names what the selection does not have, without a link', async () => {
  const note = (await notesOf(handbookCatalog, { nodeKinds: ['ROLE'] })).get('Roles/Site Reliability Engineer.md');
  expect(note).toContain('- Verify backups: Backup, Access\n');
});

test('a role that is only consulted has that under a heading of its own', async () => {
  const note = (await notesOf(await exampleCatalog(serviceOperations))).get('Roles/Operations Engineer.md');
  expect(note).toMatch(/## Consulted on\n\n(?:- .*\n)*- Test restores every quarter/);
});

describe.each([
  ['the handbook', handbookCatalog],
  ['a hostile catalog', hostileCatalog],
])('in the vault of %s', (_, catalog) => {
  test('every link leads to a note', async () => {
    const notes = await notesOf(catalog, { minOverlap: 0 });
    for (const note of notes.values()) {
      for (const [, target = ''] of note.matchAll(/(?<!\\)\[\[([^|\]]*)\|[^|[\]]*\]\]/g)) {
        expect(notes.has(`${target}.md`), target).toBe(true);
      }
    }
  });

  test('file names are safe on Windows, macOS and Linux', async () => {
    const paths = [...(await notesOf(catalog)).keys()];
    expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length);
    for (const path of paths) {
      expect(path).toMatch(/^(?:[A-Z][a-z ]+\/)?[^\\/:*?"<>|#^[\]\p{Cc}\p{Cs}]+\.md$/u);
      expect(path).not.toMatch(/[. ]\.md$|\/[. ]/);
      expect(Buffer.byteLength(path)).toBeLessThan(255);
    }
  });
});

test('the notes of hostile titles have them as titles and aliases of links, and nothing else comes of them', async () => {
  const notes = await notesOf(hostileCatalog);
  const roles = [...notes].filter(([path]) => path.startsWith('Roles/'));
  expect(roles).toHaveLength(hostileTitles.length);
  const ids = roles.map(([, note]) => matterOf(note)['id']);
  expect(new Set(ids)).toEqual(new Set(hostileTitles.map((_, index) => `role:role-${index}`)));
  const titleOf = (id: string) => roles.map(([, note]) => note).find((note) => note.includes(`id: ${id}\n`));
  expect(titleOf('role:role-17')).toContain(String.raw`# \[\[wiki\]\] \#tag \^block` + '\n');
  expect(titleOf('role:role-10')).toContain(String.raw`# \</script\>\<script\>alert(1)\</script\>` + '\n');
});

test.each([
  ['CON', 'CON-'],
  ['nul.txt', 'nul-.txt'],
  ['Console', 'Console'],
  ['...hidden. ', 'hidden'],
  ['a/b:c*d?e', 'a-b-c-d-e'],
  ['???', '---'],
  [' . ', '-'],
  ['Two\nlines', 'Two lines'],
])('the file name of %j is %j', (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});

test('two roles whose names differ in case only have notes of their own', async () => {
  const titles = ['Lead?', 'lead*'];
  const catalog = {
    ...handbookCatalog,
    appearances: [],
    roles: titles.map((title, index) => ({ slug: `lead-${index}`, title })),
  };
  const paths = [...(await notesOf(catalog)).keys()].filter((path) => path.startsWith('Roles/'));
  expect(paths.sort()).toEqual(['Roles/Lead- {lead-0}.md', 'Roles/lead- {lead-1}.md']);
});

test('a vault is the same at any time', async () => {
  const graph = exchangedOf(handbookCatalog);
  expect(await wholeFileOf(vault, graph)).toEqual(await wholeFileOf(vault, graph));
});

test('the note of a pillar with thousands of roles is made with pauses, and compressed in small parts', async () => {
  const roles = Array.from({ length: 4_000 }, (_, index) => ({ slug: `r${index}`, title: `Role ${index}` }));
  const catalog = catalogWith({
    pillars: [{ slug: 'p', name: 'Security' }],
    categories: [{ slug: 'c', name: 'Operations', pillar: 'p' }],
    roles,
    appearances: roles.map(({ slug }, index) => line(index + 1, slug, 'p/c')),
  });
  const selection = { nodeKinds: ['PILLAR'] } as const;
  let pauses = 0;
  for await (const each of filesOf(exchangedOf(catalog, selection))) {
    if (each === '') pauses++;
    else if (each.name === 'Pillars/Security.md') {
      const parts: string[] = [];
      for await (const part of each.parts) parts.push(String(part));
      expect(parts.join('').match(/^- Role \d+$/gm)).toHaveLength(4_000);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(20_000);
    }
  }
  expect(pauses).toBeGreaterThanOrEqual(7);
});
