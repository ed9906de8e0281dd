import { describe, expect, test } from 'vitest';
import { entryName } from '../../src/catalog/canonical-catalog.ts';
import type { CatalogAppearance } from '../../src/catalog/catalog.ts';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const appearance = (role: string, source?: CatalogAppearance['source']): CatalogAppearance => ({
  role,
  category: 'ops/all',
  titles: [role],
  responsibilities: ['restore'],
  ...(source && { source }),
});

const appearances = [
  appearance('dba'),
  appearance('sre', { source: 'list' }),
  appearance('dba', { source: 'handbook', anchor: 'restore', quote: 'The DBA restores.' }),
  appearance('sre', { source: 'sheet', row: 4 }),
  appearance('dba', { source: 'sheet', row: 4, quote: 'Restore backups' }),
  appearance('sre', { source: 'handbook', line: 7, anchor: 'on-call' }),
];

const catalog = catalogWith({
  sources: [
    { slug: 'handbook', title: 'Handbook', document: 'handbook.md', url: 'https://docs.example/handbook#{anchor}' },
    { slug: 'sheet', title: 'Sheet', document: 'sheet.csv', url: 'https://docs.example/sheet?row={row}' },
    { slug: 'list', title: 'List', document: 'list.txt' },
  ],
  pillars: [{ slug: 'ops', name: 'Operations' }],
  categories: [{ slug: 'all', name: 'All', pillar: 'ops' }],
  responsibilities: [{ slug: 'restore', name: 'Restore backups' }],
  roles: ['dba', 'sre'].map((slug) => ({ slug, title: slug })),
  appearances,
});

const idOf = (index: number): string => {
  const entry = appearances[index];
  return entry === undefined ? '' : `appearance:${entryName(entry)}`;
};

const place = '{ source { slug } line row anchor quote url }';
const nowhere = { line: null, row: null, anchor: null, quote: null, url: null };
const handbook = { ...nowhere, source: { slug: 'handbook' } };
const sheet = { ...nowhere, source: { slug: 'sheet' }, row: 4, url: 'https://docs.example/sheet?row=4' };

describe.each(engines)('evidence in $name', (engine) => {
  async function answer(query: string) {
    const asked = await askingOf(catalog, engine);
    const { data, errors, textCalls } = await asked.ask(query);
    await asked.close();
    expect(errors).toEqual([]);
    return { data, textCalls };
  }

  test('an answer shows of each appearance as much as the catalog gives, with all quotes in one round trip', async () => {
    const { data, textCalls } = await answer(`{ roles { nodes { title appearances { id source ${place} } } } }`);
    expect(data).toEqual({
      roles: {
        nodes: [
          {
            title: 'dba',
            appearances: [
              {
                id: idOf(2),
                source: {
                  ...handbook,
                  anchor: 'restore',
                  quote: 'The DBA restores.',
                  url: 'https://docs.example/handbook#restore',
                },
              },
              { id: idOf(4), source: { ...sheet, quote: 'Restore backups' } },
              { id: idOf(0), source: null },
            ],
          },
          {
            title: 'sre',
            appearances: [
              {
                id: idOf(5),
                source: { ...handbook, line: 7, anchor: 'on-call', url: 'https://docs.example/handbook#on-call' },
              },
              { id: idOf(3), source: sheet },
              { id: idOf(1), source: { ...nowhere, source: { slug: 'list' } } },
            ],
          },
        ],
      },
    });
    expect(textCalls).toHaveLength(1);
  });

  test('a line is found by the words of its quote', async () => {
    const { data } = await answer('{ search(query: "the DBA restores") { edges { node { id } matched } } }');
    const edge = { node: { id: idOf(2) }, matched: 'The DBA restores.' };
    expect(JSON.stringify(data)).toContain(JSON.stringify(edge));
  });

  test('an appearance is found by its id, with and without a line or source', async () => {
    const ids = appearances.map((_, index) => idOf(index));
    const { data } = await answer(`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`);
    expect(data).toEqual({ nodes: ids.map((id) => ({ id })) });
  });

  test('a source has its URL and counts its appearances', async () => {
    const { data } = await answer('{ catalog { appearanceCount sources { slug url appearanceCount } } }');
    expect(data).toEqual({
      catalog: {
        appearanceCount: 6,
        sources: [
          { slug: 'handbook', url: 'https://docs.example/handbook#{anchor}', appearanceCount: 2 },
          { slug: 'sheet', url: 'https://docs.example/sheet?row={row}', appearanceCount: 2 },
          { slug: 'list', url: null, appearanceCount: 1 },
        ],
      },
    });
  });

  test('lists of appearances have those without a line, or without a source, after the others', async () => {
    const { data } = await answer(`{
      coverage(roles: [{ title: "dba" }, { title: "sre" }], of: ["ops"]) {
        covered { responsibilities { edges { appearances { id } } } }
      }
      graph(select: { roots: ["role:dba", "role:sre"], depth: 0, edgeKinds: [OVERLAPS_WITH] }) {
        edges { appearances { id } }
      }
    }`);
    const ids = [5, 2, 4, 3, 1, 0].map((index) => ({ id: idOf(index) }));
    expect(data).toEqual({
      coverage: { covered: { responsibilities: { edges: [{ appearances: ids }] } } },
      graph: { edges: [{ appearances: ids }] },
    });
  });

  test('each appearance without a line counts as a line of its own', async () => {
    const { data } = await answer(`{
      roleOverlap(of: [{ title: "dba" }, { title: "sre" }]) { lineCount neverToldApart }
      responsibility(by: { name: "Restore backups" }) { holders { edges { node { title } lineCount share } } }
    }`);
    expect(data).toEqual({
      roleOverlap: { lineCount: 6, neverToldApart: false },
      responsibility: {
        holders: {
          edges: ['dba', 'sre'].map((title) => ({ node: { title }, lineCount: 3, share: 0.5 })),
        },
      },
    });
  });
});
