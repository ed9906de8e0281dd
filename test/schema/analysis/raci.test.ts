import { describe, expect, test } from 'vitest';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingOf, askingShipped, askingWithin } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';
import { exampleCatalog, serviceOperations } from '../../support/catalogs/example-catalog.ts';

describe.each(engines)('in $name', (engine) => {
  const ask = askingWithin(async () => askingOf(await exampleCatalog(serviceOperations), engine));
  const askShipped = askingShipped(engine);

  async function dataOf(query: string): Promise<unknown> {
    const { data, errors } = await ask(query);
    expect(errors).toEqual([]);
    return data;
  }

  test('an auditor gets the accountable role with the words of the source, in one round trip', async () => {
    const query = `{ raci(about: ["Restore backups"]) { summary rows { nodes {
      category { name }
      roles(involvement: [ACCOUNTABLE]) { edges { node { title } letters lines {
        involvement appearance { source { source { title } line row quote url } }
      } } }
    } } } }`;
    const { data, errors, textCalls } = await ask(query);
    expect(errors).toEqual([]);
    expect(textCalls).toHaveLength(1);
    expect(data).toEqual({
      raci: {
        summary: 'Accountable for "Restore backups": Service Delivery Manager (source raci-sheet, row 5).',
        rows: {
          nodes: [
            {
              category: { name: 'Backup & Recovery' },
              roles: {
                edges: [
                  {
                    node: { title: 'Service Delivery Manager' },
                    letters: 'A',
                    lines: [
                      {
                        involvement: ['ACCOUNTABLE'],
                        appearance: {
                          source: {
                            source: { title: 'RACI of service operations' },
                            line: null,
                            row: 5,
                            quote:
                              'Restore backups: Backup Engineer R, Service Delivery Manager A, Service Desk Agent I, Customer Contact I',
                            url: 'https://intranet.example/service-operations.xlsx#row=5',
                          },
                        },
                      },
                      {
                        involvement: ['ACCOUNTABLE'],
                        appearance: {
                          source: {
                            source: { title: 'Operations handbook' },
                            line: 20,
                            row: null,
                            quote: 'The Service Delivery Manager answers to the customer for every restore.',
                            url: 'https://intranet.example/operations-handbook#L20',
                          },
                        },
                      },
                    ],
                  },
                ],
              },
            },
          ],
        },
      },
    });
  });

  test('the checks of a table count activities, and say what to do', async () => {
    expect(await dataOf('{ raci { summary groups { name } checks { check isChecked activityCount } } }')).toEqual({
      raci: {
        summary: '40 activities and 12 roles of this catalog. 7 activities need a decision.',
        groups: null,
        checks: [
          { check: 'NOBODY_ACCOUNTABLE', isChecked: true, activityCount: 3 },
          { check: 'SEVERAL_ACCOUNTABLE', isChecked: true, activityCount: 2 },
          { check: 'ACCOUNTABLE_WITHOUT_RESPONSIBLE', isChecked: true, activityCount: 2 },
          { check: 'NOBODY_RESPONSIBLE', isChecked: true, activityCount: 1 },
        ],
      },
    });
  });

  test('rows, columns, cells and findings are pages, which cursors continue', async () => {
    const page = (after: string) => `{ raci(of: ["Security"]) {
      rows(first: 4${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { responsibility { name } } }
      roles(first: 2) { totalCount edges { node { title } accountableCount responsibleCount consultedCount informedCount } }
      findings(first: 1) { totalCount nodes { check responsibility { name } message } }
      groups { name }
    } }`;
    const first = await dataOf(page(''));
    expect(first).toMatchObject({
      raci: {
        rows: { totalCount: 10, pageInfo: { hasNextPage: true }, nodes: { length: 4 } },
        roles: {
          totalCount: 10,
          edges: [
            {
              node: { title: 'Customer Contact' },
              accountableCount: 0,
              responsibleCount: 0,
              consultedCount: 2,
              informedCount: 1,
            },
            { node: { title: 'Data Protection Officer' }, accountableCount: 1, responsibleCount: 1 },
          ],
        },
        findings: {
          totalCount: 2,
          nodes: [{ check: 'NOBODY_ACCOUNTABLE', responsibility: { name: 'Review privileged accounts' } }],
        },
        groups: [{ name: 'Security' }],
      },
    });
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first))?.[1] ?? '';
    expect(await dataOf(page(`, after: "${cursor}"`))).toMatchObject({
      raci: {
        rows: {
          nodes: [
            { responsibility: { name: 'Manage keys and certificates' } },
            { responsibility: { name: 'Scan for vulnerabilities' } },
            { responsibility: { name: 'Track vulnerabilities until they are fixed' } },
            { responsibility: { name: 'Respond to security incidents' } },
          ],
        },
      },
    });
  });

  test('rows can be restricted to findings, and cells to letters', async () => {
    const query = `{ raci { rows(findings: [SEVERAL_ACCOUNTABLE]) { totalCount nodes {
      responsibility { name } findings roles(involvement: [CONSULTED, INFORMED]) { edges { letters node { title } } }
    } } } }`;
    expect(await dataOf(query)).toEqual({
      raci: {
        rows: {
          totalCount: 2,
          nodes: [
            {
              responsibility: { name: 'Delete backups after the retention period' },
              findings: ['SEVERAL_ACCOUNTABLE'],
              roles: { edges: [] },
            },
            {
              responsibility: { name: 'Approve emergency changes' },
              findings: ['SEVERAL_ACCOUNTABLE'],
              roles: { edges: [{ letters: 'C', node: { title: 'Information Security Officer' } }] },
            },
          ],
        },
      },
    });
  });

  test('a catalog without accountable roles has no finding for each of its activities', async () => {
    const { data, errors } = await askShipped(
      '{ raci { rows { totalCount } findings { totalCount } checks { check isChecked activityCount } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      raci: {
        rows: { totalCount: 252 },
        findings: { totalCount: 0 },
        checks: [{ check: 'NOBODY_ACCOUNTABLE', isChecked: false, activityCount: 0 }, {}, {}, {}],
      },
    });
  });

  test.each([
    ['raci(of: []) { summary }', 'of', 'empty list'],
    ['raci(of: ["nowhere"]) { summary }', 'of', '"nowhere"'],
    ['raci(about: []) { summary }', 'about', 'empty list'],
    ['raci(about: ["role:backup-engineer"]) { summary }', 'about', 'is a role'],
    ['raci(roles: []) { summary }', 'roles', 'empty list'],
    ['raci { rows(findings: []) { totalCount } }', 'findings', 'empty list'],
    ['raci { rows(first: 1) { nodes { roles(involvement: []) { totalCount } } } }', 'involvement', 'empty list'],
    ['raci { rows(first: 1) { nodes { roles { edges { lines(first: 0) { involvement } } } } } }', 'first', '0'],
  ])('%s is refused', async (query, argument, says) => {
    const { errors } = await ask(`{ ${query} }`);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument });
    expect(errors[0]?.message).toContain(says);
  });
});
