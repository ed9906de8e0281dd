import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { canonicalCatalog } from '../../../src/catalog/canonical-catalog.ts';
import { type Catalog, listNames } from '../../../src/catalog/catalog.ts';
import { readCatalog } from '../../../src/catalog/read/read-catalog.ts';
import { catalogYaml } from '../../../src/catalog/write/catalog-yaml.ts';
import { yamlEntry } from '../../../src/catalog/write/yaml-entry.ts';
import { lineWidth } from '../../../src/catalog/write/yaml-text.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { generatedCatalogs } from '../generated-catalogs.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-written-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function readAgain(text: string): Promise<Catalog | undefined> {
  const location = join(folder, 'written.yaml');
  writeFileSync(location, text);
  return (await readCatalog(location)).catalog;
}

describe('a catalog as YAML', () => {
  test('reads as the same catalog, every list in its order', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCatalogs, async (catalog) => {
        const again = await readAgain(catalogYaml(catalog));
        expect(again && canonicalCatalog(again)).toEqual(canonicalCatalog(catalog));
        for (const list of listNames) expect(again?.[list]?.length).toBe(catalog[list]?.length);
        expect(again?.roles.map(({ slug }) => slug)).toEqual(catalog.roles.map(({ slug }) => slug));
      }),
      { numRuns: 150 },
    );
  });

  test('is the same text for a catalog that was read from it', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCatalogs, async (catalog) => {
        const text = catalogYaml(catalog);
        const again = await readAgain(text);
        expect(again && catalogYaml(again)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test('a role that is added adds its lines and changes no others', () => {
    fc.assert(
      fc.property(generatedCatalogs, fc.nat(), (catalog, at) => {
        const role = { slug: 'added-role', title: 'Added Role', summary: 'Was added.\n\nLater.' };
        const roles = catalog.roles.toSpliced(at % (catalog.roles.length + 1), 0, role);
        const [before, after] = [catalogYaml(catalog), catalogYaml({ ...catalog, roles })];
        expect(after).toContain(`${yamlEntry('roles', role)}\n`);
        expect(after.replace(`${yamlEntry('roles', role)}\n`, '')).toBe(before);
      }),
    );
  });

  test('is written as the catalog that ships: an entry in a line, long ones in blocks, with few quotes', () => {
    const long = 'Answers for what the team delivers, '.repeat(4).trim();
    const text = catalogYaml(
      {
        ...handbookCatalog,
        name: 'Our: teams',
        version: '1.0',
        pillars: [{ slug: 'ops', name: 'Ops [EU]' }],
        organizationTypes: [],
        categories: [{ slug: 'run', name: 'Run, and repair', pillar: 'ops' }],
        sources: [{ slug: '001', title: 'RACI', document: 'RACI.xlsx' }],
        topics: [],
        responsibilities: [{ slug: 'deploy', name: 'Deploy' }],
        roles: [{ slug: 'owner', title: 'Product Owner', summary: long }],
        appearances: [
          {
            role: 'owner',
            category: 'ops/run',
            titles: ['Product Owner'],
            responsibilities: [{ responsibility: 'deploy', involvement: ['ACCOUNTABLE', 'CONSULTED'] }],
            note: 'First.\n\nSecond: last.',
            source: { source: '001', row: 7, quote: 'A' },
          },
        ],
      },
      { schema: './catalog.schema.json' },
    );
    expect(text).toBe(`# yaml-language-server: $schema=./catalog.schema.json
# A catalog of Rolegraph: who does what, and where it is written. Check changes with "rolegraph validate".

name: 'Our: teams'
version: '1.0'

sources:
  - { slug: '001', title: RACI, document: RACI.xlsx }

pillars:
  - { slug: ops, name: 'Ops [EU]' }

organizationTypes: []

categories:
  - { slug: run, name: 'Run, and repair', pillar: ops }

topics: []

responsibilities:
  - { slug: deploy, name: Deploy }

roles:
  - slug: owner
    title: Product Owner
    summary: >-
      Answers for what the team delivers, Answers for what the team delivers, Answers for what the team delivers,
      Answers for what the team delivers,

appearances:
  - role: owner
    category: ops/run
    titles: [Product Owner]
    responsibilities:
      - { responsibility: deploy, involvement: [ACCOUNTABLE, CONSULTED] }
    note: |-
      First.

      Second: last.
    source: { source: '001', row: 7, quote: A }
`);
  });
});

const hostile = [
  ...[
    'no',
    'Yes',
    'on',
    'OFF',
    'y',
    'N',
    'null',
    '~',
    'true',
    'FALSE',
    '=',
    '<<',
    '1.0',
    '1',
    '-1',
    '+1',
    '0x1F',
    '0o7',
  ],
  ...['1e3', '12:30', '1_000', '.5', '.inf', '.NaN', '2026-11-30', '2026-11', '1.0.0', '---', '...', '--- a', '%YAML'],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    'a#b',
    '- a',
    '-',
    '-a',
    '? a',
    '&a',
    '*a',
    '!a',
    '!!str a',
    '|',
    '>',
    '@a',
    '`a',
  ],
  ...[
    '[a]',
    '{a}',
    'a, b',
    'a]',
    '}',
    ',',
    '"a"',
    "'a'",
    `it's "both"`,
    "it's",
    'back\\slash',
    `"'\\`,
    'C++',
    '.NET',
    'C#',
  ],
  ...[
    ' a',
    'a ',
    ' ',
    '\u00A0a',
    'a\u00A0',
    'a  b',
    'a\u2028b',
    'a\u200Bb',
    '\uFEFFa',
    'a\u00ADb',
    '👩🏽‍💻',
    '🚀 Lead',
    'مدير',
    '負責人',
  ],
  ...[
    'https://a.example/b#c',
    'a:b',
    'key: [value',
    'Ops (EU)',
    '50 %',
    'R&D',
    'a\u0000b',
    'a\u0085b',
    'a\tb',
    '\ud800',
  ],
];
const broken = [
  'a\nb',
  'a\n\nb',
  ' a\nb',
  'a\n b',
  'a \nb',
  '\na',
  'a\n',
  'a\n\n',
  'a\r\nb',
  '- a\n- b',
  'a: b\nc: d',
  '#a\n#b',
];

test.each([...hostile, ...broken])('the text %j is read as it was written, in a line, a list and a block', (text) => {
  const padded = `${text}${' word'.repeat(40)}${text}`;
  const entry = {
    slug: text,
    alternateTitles: [text, text],
    summary: text,
    note: padded,
    source: { anchor: text, quote: text },
  };
  for (const given of [
    entry,
    { slug: text, alternateTitles: [text] },
    { summary: padded, source: { quote: padded } },
  ]) {
    expect(parse(yamlEntry('roles', given), { version: '1.2' })).toEqual([given]);
    expect(parse(yamlEntry('roles', given), { version: '1.1' })).toEqual([given]);
  }
});

test('any text is read as it was written, by readers of YAML 1.1 and 1.2', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from(' \n:#-\'"[]{},&*!|>%@`?=<~.0123456789ex_aNo\\\t')) }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      const entry = {
        slug: text,
        alternateTitles: [other, text],
        summary: other + text.repeat(5),
        source: { quote: text },
      };
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(yamlEntry('roles', entry), { version })).toEqual([entry]);
        expect(parse(yamlEntry('topics', { slug: text, hiddenNames: [other] }), { version })).toEqual([
          { slug: text, hiddenNames: [other] },
        ]);
      }
    }),
    { numRuns: 1500 },
  );
});

test('no line is longer than 120 characters where a space could break it', () => {
  const summary = 'Keeps the services of the team available. '.repeat(30).trim();
  const lines = yamlEntry('roles', { slug: 'a', summary, note: summary.replaceAll('. ', '.\n') }).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(lineWidth);
});
