import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalog, readCatalogs } from '../../src/catalog/read/read-catalog.ts';
import { temporaryFolder } from './small-catalog.ts';

const handbook = [
  '# Who does what',
  '',
  '- SRE / Platform Lead: keeps the platform up.\t',
  '  • Data & Backup Manager — restores.',
  '## Nobody',
];

/** The line of an appearance, from 1, and its titles. */
type Named = readonly [line: number, ...titles: string[]];

/** Reads a catalog of these lines of handbook.md, with a folder of documents. */
async function quoted(
  named: readonly Named[],
  documents: Readonly<Record<string, string | Uint8Array>> = { 'handbook.md': handbook.join('\n') },
  document = 'handbook.md',
) {
  const folder = await temporaryFolder();
  const sources = join(folder, 'documents');
  await mkdir(sources);
  for (const [name, content] of Object.entries(documents)) await writeFile(join(sources, name), content);
  const location = join(folder, 'catalog.yaml');
  const titles = named.flatMap(([, ...given]) => given);
  const catalog = {
    name: 'Quoted',
    version: '1',
    sources: [{ slug: 'handbook', title: 'Handbook', document }],
    pillars: [{ slug: 'ops', name: 'Operations' }],
    organizationTypes: [],
    categories: [{ slug: 'all', name: 'All', pillar: 'ops' }],
    topics: [],
    responsibilities: [{ slug: 'work', name: 'Work' }],
    roles: [{ slug: 'someone', title: 'Someone', alternateTitles: [...new Set(titles)] }],
    appearances: named.map(([line, ...given]) => ({
      role: 'someone',
      category: 'ops/all',
      titles: given,
      responsibilities: ['work'],
      source: { source: 'handbook', line },
    })),
  };
  await writeFile(location, JSON.stringify(catalog, undefined, 1));
  const read = async () => {
    const { catalog, findings } = await readCatalog(location, { sources });
    return {
      quotes: catalog?.appearances.map(({ source }) => source?.quote),
      findings: findings.map(({ severity, path, message }) => `${severity}: ${path}: ${message}`),
      lines: findings.map(({ line }) => line),
    };
  };
  return { read, sources, folder, catalog, location };
}

test('quotes the words of each line, without marks of lists and headings', async () => {
  const { read } = await quoted([
    [1, 'Who'],
    [3, 'SRE', 'Platform Lead'],
    [4, 'Data and Backup Manager'],
  ]);
  expect(await read()).toMatchObject({
    quotes: ['Who does what', 'SRE / Platform Lead: keeps the platform up.', 'Data & Backup Manager — restores.'],
    findings: [],
  });
});

test('finds a title whose words stand apart on the line', async () => {
  const { read } = await quoted([[4, 'Data Manager']]);
  expect((await read()).findings).toEqual([]);
});

test('warns of a line that does not name the role, at the line in the catalog', async () => {
  const { read } = await quoted([
    [5, 'SRE', 'Nobody'],
    [2, 'SRE'],
  ]);
  const { quotes, findings, lines } = await read();
  expect(quotes).toEqual(['Nobody', undefined]);
  expect(findings).toEqual([
    'warning: appearances[0].source.line: line 5 of source "handbook" does not name the role by "SRE"; it says "Nobody"',
    'warning: appearances[1].source.line: line 2 of source "handbook" does not name the role by "SRE"; it says nothing',
  ]);
  expect(lines).toEqual([...lines].toSorted((a, b) => a - b));
  expect(lines[0]).toBeGreaterThan(20);
});

test('refuses a line that the document does not have; a last line break begins no line', async () => {
  const { read } = await quoted(
    [
      [2, 'SRE'],
      [3, 'SRE'],
    ],
    { 'handbook.md': 'One\r\nSRE\r\n' },
  );
  expect(await read()).toMatchObject({
    quotes: undefined,
    findings: [
      'error: appearances[1].source.line: the document of source "handbook" has 2 lines, and so no line 3; correct the line, or give the document from which the catalog was written',
    ],
  });
});

test.each([
  [{}, 'does not exist'],
  [{ 'handbook.md': Uint8Array.of(0x53, 0xff) }, 'expected UTF-8, got invalid bytes in this line'],
])('warns of a document that cannot be read: %j', async (documents, problem) => {
  const { read } = await quoted([[1, 'SRE']], documents);
  const { quotes, findings } = await read();
  expect(quotes).toEqual([undefined]);
  expect(findings).toEqual([
    expect.stringContaining(`warning: sources[0].document: the document "handbook.md" ${problem}`),
  ]);
});

test('reads a document only from the folder itself, by the last part of its name', async () => {
  const inFolder = await quoted([[1, 'SRE']], { 'handbook.md': 'SRE' }, 'https://docs.example/a/handbook.md?raw#top');
  expect((await inFolder.read()).quotes).toEqual(['SRE']);
  const above = await quoted([[1, 'SRE']], {}, '../secret.txt');
  await writeFile(join(above.folder, 'secret.txt'), 'SRE');
  expect((await above.read()).quotes).toEqual([undefined]);
  const linked = await quoted([[1, 'SRE']], {}, 'secret.txt');
  await writeFile(join(linked.folder, 'secret.txt'), 'SRE');
  await symlink(join(linked.folder, 'secret.txt'), join(linked.sources, 'secret.txt'));
  expect(await linked.read()).toMatchObject({
    quotes: [undefined],
    findings: [expect.stringContaining('is a link that leaves the folder')],
  });
});

test('keeps a quote that the catalog has, and needs no document for places without a line', async () => {
  const { catalog, location, read } = await quoted([[3, 'SRE']]);
  const [appearance] = catalog.appearances;
  await writeFile(
    location,
    JSON.stringify({
      ...catalog,
      sources: [...catalog.sources, { slug: 'sheet', title: 'Sheet', document: 'sheet.csv' }],
      appearances: [
        { ...appearance, source: { source: 'handbook', line: 3, quote: 'Given.' } },
        { ...appearance, source: { source: 'sheet', row: 3 } },
        { ...appearance, source: undefined },
      ],
    }),
  );
  expect(await read()).toMatchObject({ quotes: ['Given.', undefined, undefined], findings: [] });
});

test('cuts a line that is longer than a quote may be, and takes out what is not seen', async () => {
  const { read } = await quoted([[1, 'SRE']], { 'handbook.md': `SRE\u202e\u0007 ${'🩺'.repeat(20_000)}` });
  const { quotes = [], findings } = await read();
  expect(findings).toEqual([]);
  expect(quotes[0]).toMatch(/^SRE 🩺+…$/u);
  expect(Array.from(quotes[0] ?? '').length).toBeLessThanOrEqual(10_000);
});

test('findings about a merged catalog name the file and line that say what is wrong', async () => {
  const one = await quoted([
    [2, 'SRE'],
    [3, 'SRE'],
  ]);
  const other = await quoted([[9, 'Nobody']]);
  const { findings } = await readCatalogs(
    // The first two lines are those of both catalogs; a prefix copies its entries.
    [{ location: one.location }, { location: one.location, prefix: 'copy' }, { location: other.location }],
    { sources: one.sources },
  );
  const lineOf = async (location: string, text: string) =>
    (await readFile(location, 'utf8')).split('\n').findIndex((line) => line.includes(text)) + 1;
  const found = findings.flatMap(({ file, line, message }) => {
    const about = /document of source .* no line 9|line 2 of source "[^"]*"/.exec(message)?.[0];
    return about === undefined ? [] : [[file, line, about]];
  });
  expect(found).toEqual([
    [
      other.location,
      await lineOf(other.location, '"line": 9'),
      'document of source "handbook" has 5 lines, and so no line 9',
    ],
    [one.location, await lineOf(one.location, '"line": 2'), 'line 2 of source "handbook"'],
    [one.location, await lineOf(one.location, '"line": 2'), 'line 2 of source "copy-handbook"'],
  ]);
});
