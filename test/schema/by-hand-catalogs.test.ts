import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const folder = join(import.meta.dirname, '../support/catalogs/by-hand');

async function readByHand(name: string) {
  const { catalog, findings } = await readCatalog(join(folder, name), { sources: join(folder, 'documents') });
  if (catalog === undefined) throw new Error(JSON.stringify(findings));
  return catalog;
}

describe.each(engines)('in $name', (engine) => {
  const askTitles = askingWithin(async () => askingOf(await readByHand('job-titles.yaml'), engine));
  const askHandbook = askingWithin(async () => askingOf(await readByHand('continuity.yaml'), engine));

  test('a list of titles is found by job codes, in places and by retired ids, and says nothing of duties', async () => {
    const { data, errors } = await askTitles(`{
      search(query: "JC-4110", first: 1) { edges { node { id } matched } }
      old: node(id: "role:it-clerk") { id }
      category(by: { id: "category:bakery-group/sites" }) { roles { nodes { label } } }
      role(by: { title: "Internal Auditor" }) { responsibilities { totalCount } appearances { source { line } note } }
    }`);
    expect({ data, errors }).toEqual({
      data: {
        search: { edges: [{ node: { id: 'role:dba' }, matched: 'JC-4110' }] },
        old: { id: 'role:admin-1' },
        category: {
          roles: {
            nodes: [
              { label: 'Site IT Contact' },
              { label: 'Site Manager' },
              { label: 'System Administrator (Grade 2)' },
            ],
          },
        },
        role: { responsibilities: { totalCount: 0 }, appearances: [{ source: null, note: null }] },
      },
      errors: [],
    });
  });

  test('a quoted handbook says who restores backups, in its own words and with their place', async () => {
    const { data, errors } = await askHandbook(`{
      responsibility(by: { name: "Restore backups" }) {
        holders { edges { node { title } appearances { note source { line anchor quote url } } } }
      }
      search(query: "nobody has tried", kinds: [ROLE]) { edges { node { id } matched } }
    }`);
    const tried = 'If both admins are on leave, the DBA can restore, but nobody has tried.';
    expect({ data, errors }).toEqual({
      data: {
        responsibility: {
          holders: {
            edges: [
              {
                node: { title: 'Database Administrator (DBA)' },
                appearances: [
                  {
                    note: 'Only if the system administrator is away.',
                    source: { line: null, anchor: 'q-4', quote: tried, url: null },
                  },
                ],
              },
              {
                node: { title: 'System Administrator' },
                appearances: [
                  {
                    note: null,
                    source: {
                      line: 7,
                      anchor: null,
                      quote:
                        'The system administrator restores one backup per quarter and writes down how long it took.',
                      url: 'https://docs.example/continuity#L7',
                    },
                  },
                ],
              },
            ],
          },
        },
        search: { edges: [{ node: { id: 'role:dba' }, matched: tried }] },
      },
      errors: [],
    });
  });
});
