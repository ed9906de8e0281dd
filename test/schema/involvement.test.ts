import { describe, expect, test } from 'vitest';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

/** A RACI table: what each line says of who restores and tests backups, and who plans capacity. */
const catalog = catalogWith({
  sources: [{ slug: 'raci', title: 'RACI table', document: 'raci.md' }],
  pillars: [
    { slug: 'ops', name: 'Operations' },
    { slug: 'sec', name: 'Security' },
  ],
  categories: [
    { slug: 'all', name: 'Day to day', pillar: 'ops' },
    { slug: 'all', name: 'Reviews', pillar: 'sec' },
  ],
  topics: [{ slug: 'backup', name: 'Backup' }],
  responsibilities: [
    { slug: 'restore', name: 'Restore backups', topics: ['backup'] },
    { slug: 'test', name: 'Test backups', topics: ['backup'] },
    { slug: 'plan', name: 'Plan capacity' },
  ],
  roles: [
    { slug: 'dba', title: 'Database Administrator' },
    { slug: 'head', title: 'Head of IT' },
    { slug: 'ciso', title: 'CISO' },
    { slug: 'sre', title: 'Site Reliability Engineer' },
  ],
  appearances: [
    {
      role: 'dba',
      category: 'ops/all',
      titles: ['Database Administrator'],
      responsibilities: ['restore', { responsibility: 'test', involvement: ['CONSULTED'] }],
      source: { source: 'raci', line: 1, quote: 'Restore backups: DBA (R)' },
    },
    {
      role: 'head',
      category: 'ops/all',
      titles: ['Head of IT'],
      responsibilities: [
        { responsibility: 'restore', involvement: ['ACCOUNTABLE'] },
        { responsibility: 'test', involvement: ['INFORMED', 'CONSULTED'] },
      ],
      source: { source: 'raci', line: 2, quote: 'Restore backups: Head of IT (A)' },
    },
    {
      role: 'head',
      category: 'sec/all',
      titles: ['Head of IT'],
      responsibilities: [{ responsibility: 'restore', involvement: ['INFORMED'] }],
      source: { source: 'raci', line: 9 },
    },
    {
      role: 'ciso',
      category: 'sec/all',
      titles: ['CISO'],
      responsibilities: [{ responsibility: 'restore', involvement: ['CONSULTED', 'INFORMED'] }],
      source: { source: 'raci', line: 3 },
    },
    {
      role: 'sre',
      category: 'ops/all',
      titles: ['Site Reliability Engineer'],
      responsibilities: ['plan', { responsibility: 'restore', involvement: ['ACCOUNTABLE', 'RESPONSIBLE'] }],
      source: { source: 'raci', line: 4 },
    },
  ],
});

describe.each(engines)('involvement in $name', (engine) => {
  async function asked(query: string) {
    const asking = await askingOf(catalog, engine);
    const { data, errors, textCalls } = await asking.ask(query);
    await asking.close();
    return { data, errors, textCalls };
  }

  async function answer(query: string) {
    const { data, errors } = await asked(query);
    expect(errors).toEqual([]);
    return data;
  }

  test('one query says who is accountable and where it is written, in one round trip', async () => {
    const { data, errors, textCalls } = await asked(`{
      responsibility(by: { name: "Restore backups" }) {
        involved(as: [ACCOUNTABLE]) {
          totalCount
          edges { node { title } involvement appearances { source { line quote } } }
        }
      }
    }`);
    expect(errors).toEqual([]);
    expect(textCalls).toHaveLength(1);
    expect(data).toEqual({
      responsibility: {
        involved: {
          totalCount: 2,
          edges: [
            {
              node: { title: 'Head of IT' },
              involvement: ['ACCOUNTABLE'],
              appearances: [{ source: { line: 2, quote: 'Restore backups: Head of IT (A)' } }],
            },
            {
              node: { title: 'Site Reliability Engineer' },
              involvement: ['RESPONSIBLE', 'ACCOUNTABLE'],
              appearances: [{ source: { line: 4, quote: null } }],
            },
          ],
        },
      },
    });
  });

  test('nobody is accountable if the list is empty', async () => {
    expect(
      await answer(
        '{ responsibility(by: { id: "responsibility:plan" }) { involved(as: [ACCOUNTABLE]) { totalCount } } }',
      ),
    ).toEqual({ responsibility: { involved: { totalCount: 0 } } });
  });

  test('all who are involved are listed, those who answer for it first, and in pages', async () => {
    const page = (args: string) =>
      answer(`{ responsibility(by: { id: "responsibility:restore" }) {
        involved${args} { edges { node { slug } involvement } pageInfo { endCursor } }
      } }`);
    expect(await page('')).toMatchObject({
      responsibility: {
        involved: {
          edges: [
            { node: { slug: 'head' }, involvement: ['ACCOUNTABLE', 'INFORMED'] },
            { node: { slug: 'sre' }, involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] },
            { node: { slug: 'dba' }, involvement: ['RESPONSIBLE'] },
            { node: { slug: 'ciso' }, involvement: ['CONSULTED', 'INFORMED'] },
          ],
        },
      },
    });
    expect(await page('(in: "Security", first: 1)')).toMatchObject({
      responsibility: { involved: { edges: [{ node: { slug: 'ciso' }, involvement: ['CONSULTED', 'INFORMED'] }] } },
    });
  });

  test('only those who do it have it, and edges say how', async () => {
    expect(
      await answer(`{
        restore: responsibility(by: { name: "Restore backups" }) {
          roleCount
          roles { edges { node { slug } involvement } }
          holders { edges { node { slug } involvement lineCount } }
        }
        test: responsibility(by: { name: "Test backups" }) { roleCount roles { totalCount } involved { totalCount } }
      }`),
    ).toEqual({
      restore: {
        roleCount: 3,
        roles: {
          edges: [
            { node: { slug: 'dba' }, involvement: ['RESPONSIBLE'] },
            { node: { slug: 'head' }, involvement: ['ACCOUNTABLE'] },
            { node: { slug: 'sre' }, involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] },
          ],
        },
        holders: {
          edges: [
            { node: { slug: 'dba' }, involvement: ['RESPONSIBLE'], lineCount: 1 },
            { node: { slug: 'head' }, involvement: ['ACCOUNTABLE'], lineCount: 1 },
            { node: { slug: 'sre' }, involvement: ['RESPONSIBLE', 'ACCOUNTABLE'], lineCount: 1 },
          ],
        },
      },
      test: { roleCount: 0, roles: { totalCount: 0 }, involved: { totalCount: 2 } },
    });
  });

  test('a role shows what it has, what it is involved in, and what each line says', async () => {
    expect(
      await answer(`{ role(by: { title: "Head of IT" }) {
        responsibilities { edges { node { slug } involvement appearances { source { line } } } }
        involvedIn { edges { node { slug } involvement appearances { source { line } } } }
        informed: involvedIn(as: [INFORMED], in: "Security") { edges { node { slug } appearances { source { line } } } }
        topics { slug }
        appearances(in: "Operations") {
          responsibilities { slug }
          involvements { responsibility { slug } involvement }
        }
      } }`),
    ).toEqual({
      role: {
        responsibilities: {
          edges: [{ node: { slug: 'restore' }, involvement: ['ACCOUNTABLE'], appearances: [{ source: { line: 2 } }] }],
        },
        involvedIn: {
          edges: [
            {
              node: { slug: 'restore' },
              involvement: ['ACCOUNTABLE', 'INFORMED'],
              appearances: [{ source: { line: 2 } }, { source: { line: 9 } }],
            },
            {
              node: { slug: 'test' },
              involvement: ['CONSULTED', 'INFORMED'],
              appearances: [{ source: { line: 2 } }],
            },
          ],
        },
        informed: { edges: [{ node: { slug: 'restore' }, appearances: [{ source: { line: 9 } }] }] },
        topics: [{ slug: 'backup' }],
        appearances: [
          {
            responsibilities: [{ slug: 'restore' }],
            involvements: [
              { responsibility: { slug: 'restore' }, involvement: ['ACCOUNTABLE'] },
              { responsibility: { slug: 'test' }, involvement: ['CONSULTED', 'INFORMED'] },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ['as: [ACCOUNTABLE], for: ["topic:backup"]', ['head', 'sre']],
    ['as: [CONSULTED], for: ["Test backups"]', ['dba', 'head']],
    ['as: [CONSULTED, INFORMED]', ['ciso', 'dba', 'head']],
    ['for: ["Plan capacity"]', ['sre']],
    ['as: [ACCOUNTABLE], for: ["Plan capacity"]', []],
  ])('a filter finds the roles that are involved: %s', async (involvement, slugs) => {
    expect(await answer(`{ roles(filter: { involvement: { ${involvement} } }) { nodes { slug } } }`)).toEqual({
      roles: { nodes: slugs.map((slug) => ({ slug })) },
    });
  });

  test('who is consulted or informed is drawn only where it is asked for', async () => {
    const select = 'roots: ["Restore backups"], nodeKinds: [ROLE, RESPONSIBILITY]';
    const edges = '{ edges { id weight appearances { source { line } } } }';
    const to = (kind: string, role: string) => `${kind}:role:${role}>responsibility:restore`;
    expect(
      await answer(`{
        plain: graph(select: { ${select} }) { nodes { nodeId } edges { kind } }
        all: graph(select: { ${select}, edgeKinds: [CONSULTED_ON, INFORMED_ABOUT] }) ${edges}
      }`),
    ).toMatchObject({
      plain: { edges: [{ kind: 'PERFORMS' }, { kind: 'PERFORMS' }, { kind: 'PERFORMS' }, ...overlapsOf(3)] },
      all: {
        edges: [
          { id: to('CONSULTED_ON', 'ciso'), weight: 1, appearances: [{ source: { line: 3 } }] },
          { id: to('INFORMED_ABOUT', 'ciso'), weight: 1, appearances: [{ source: { line: 3 } }] },
          { id: to('INFORMED_ABOUT', 'head'), weight: 1, appearances: [{ source: { line: 9 } }] },
        ],
      },
    });
  });

  test.each([
    ['{ roles(filter: { involvement: { as: [] } }) { totalCount } }', 'filter.involvement.as'],
    ['{ roles(filter: { involvement: { for: [] } }) { totalCount } }', 'filter.involvement.for'],
    ['{ roles(filter: { involvement: { for: ["Security"] } }) { totalCount } }', 'filter.involvement.for'],
    ['{ responsibility(by: { id: "responsibility:plan" }) { involved(as: []) { totalCount } } }', 'as'],
    ['{ role(by: { id: "role:dba" }) { involvedIn(as: []) { totalCount } } }', 'as'],
  ])('an impossible condition is an error that names the argument: %s', async (query, argument) => {
    const { errors } = await asked(query);
    expect(errors).toMatchObject([{ cause: { argument } }]);
  });
});

function overlapsOf(count: number) {
  return Array.from({ length: count }, () => ({ kind: 'OVERLAPS_WITH' }));
}
