import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { adviceOn, raciCheckResults, raciSummary } from '../../src/analysis/raci/raci-advice.ts';
import { cellsOf, lettersOf, shownCellsOf } from '../../src/analysis/raci/raci-cells.ts';
import { findingsInOrder, rowsInOrder } from '../../src/analysis/raci/raci-orders.ts';
import { raciTableOf, type RaciRequest, type RaciTable } from '../../src/analysis/raci/raci-table.ts';
import type { Catalog, CatalogAppearance } from '../../src/catalog/catalog.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { groupsOf, nodesOf } from '../../src/graph/named-nodes.ts';
import { involvements, type Involvement } from '../../src/graph/nodes/involvement.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { exampleCatalog, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';

function graphOf(catalog: Catalog): CatalogGraph {
  return CatalogGraph.of(graphOfCatalog(catalog).structure);
}

interface Names {
  readonly groups?: readonly string[];
  readonly about?: readonly string[];
  readonly roles?: readonly string[];
}

function requestOf(graph: CatalogGraph, { groups, about, roles }: Names): RaciRequest {
  return {
    groups: groups && groupsOf(graph, groups, 'of'),
    about: about && nodesOf(graph, about, 'about', ['RESPONSIBILITY', 'TOPIC']),
    roles: roles && nodesOf(graph, roles, 'roles', ['ROLE']),
  };
}

function tableOf(catalog: Catalog, names: Names = {}): RaciTable {
  const graph = graphOf(catalog);
  return runToCompletion(raciTableOf(graph, requestOf(graph, names)));
}

/** A table as people read it: by activity, the letters of each role. */
function lettersIn(table: RaciTable) {
  return Object.fromEntries(
    table.rows.map((row) => [
      row.responsibility.name,
      Object.fromEntries(
        runToCompletion(shownCellsOf(table, row)).map(({ role, involvement }) => [role.title, lettersOf(involvement)]),
      ),
    ]),
  );
}

function adviceIn(table: RaciTable): readonly string[] {
  return table.findings.map((finding) => runToCompletion(adviceOn(table, finding)));
}

describe('the RACI table of forty activities', () => {
  test('a table has the letters of the sheet and of the handbook together', async () => {
    const table = tableOf(await exampleCatalog(serviceOperations));
    expect(table.rows).toHaveLength(40);
    expect(table.columns).toHaveLength(12);
    expect(lettersIn(table)).toMatchObject({
      'Restore backups': {
        'Backup Engineer': 'R',
        'Service Delivery Manager': 'A',
        'Service Desk Agent': 'I',
        'Customer Contact': 'I',
      },
      'Run daily backups': { 'Backup Engineer': 'R/A', 'Operations Engineer': 'I' },
      'Approve emergency changes': {
        'Change Manager': 'A',
        'Head of Operations': 'A',
        'Incident Manager': 'R',
        'Information Security Officer': 'C',
      },
    });
  });

  test('a table keeps the order of the sheet, category by category', async () => {
    const { rows } = tableOf(await exampleCatalog(serviceOperations));
    const catalog = await exampleCatalog(serviceOperations);
    expect(rows.map(({ responsibility }) => responsibility.slug)).toEqual(
      catalog.responsibilities.map(({ slug }) => slug),
    );
  });

  test('the checks find every fault that was put into the example, and nothing else', async () => {
    const { findings } = tableOf(await exampleCatalog(serviceOperations));
    expect(findings.map(({ row, check }) => [row.responsibility.name, check])).toEqual([
      ['Test restores every quarter', 'NOBODY_ACCOUNTABLE'],
      ['Delete backups after the retention period', 'SEVERAL_ACCOUNTABLE'],
      ['Keep the on-call schedule', 'ACCOUNTABLE_WITHOUT_RESPONSIBLE'],
      ['Approve emergency changes', 'SEVERAL_ACCOUNTABLE'],
      ['Document procedures', 'NOBODY_ACCOUNTABLE'],
      ['Document procedures', 'NOBODY_RESPONSIBLE'],
      ['Review privileged accounts', 'NOBODY_ACCOUNTABLE'],
      ['Train staff in security', 'ACCOUNTABLE_WITHOUT_RESPONSIBLE'],
    ]);
  });

  test('a finding says which activity, which roles by which lines, and what to do', async () => {
    expect(adviceIn(tableOf(await exampleCatalog(serviceOperations)))).toEqual([
      'Nobody is accountable for "Test restores every quarter". Backup Engineer is responsible. Decide which one role answers for it.',
      '2 roles are accountable for "Delete backups after the retention period": Data Protection Officer (source raci-sheet, row 8) ' +
        'and Head of Operations (source raci-sheet, row 8). Decide which one answers for it; the others are responsible, ' +
        'consulted or informed.',
      'Nobody is responsible for "Keep the on-call schedule", for which Incident Manager (source raci-sheet, row 17) is ' +
        'accountable. Name who does it; if the accountable role does it itself, make it responsible, too.',
      '2 roles are accountable for "Approve emergency changes": Change Manager (handbook:60) and Head of Operations (source ' +
        'raci-sheet, row 21). Decide which one answers for it; the others are responsible, consulted or informed.',
      'Nobody is accountable for "Document procedures". Decide which one role answers for it.',
      'Nobody does "Document procedures": Operations Engineer and Service Desk Agent are only consulted or informed. Name who ' +
        'does it, or remove the activity.',
      'Nobody is accountable for "Review privileged accounts". Security Analyst is responsible. Decide which one role answers for it.',
      'Nobody is responsible for "Train staff in security", for which Information Security Officer (source raci-sheet, row 41) ' +
        'is accountable. Name who does it; if the accountable role does it itself, make it responsible, too.',
    ]);
  });

  test('the summary of a single activity is who is accountable, with the place, or that nobody is', async () => {
    const catalog = await exampleCatalog(serviceOperations);
    const summaryOf = (about: string) => runToCompletion(raciSummary(tableOf(catalog, { about: [about] })));
    expect(summaryOf('Restore backups')).toBe(
      'Accountable for "Restore backups": Service Delivery Manager (source raci-sheet, row 5).',
    );
    expect(summaryOf('restore tests')).toBe('Accountable for "Test restores every quarter": nobody.');
  });

  test('letters come only from lines of the groups, and a finding says who is accountable by lines of others', async () => {
    const table = tableOf(await exampleCatalog(serviceOperations), {
      groups: ['Security'],
      about: ['Restore backups'],
    });
    expect(lettersIn(table)).toEqual({ 'Restore backups': {} });
    expect(adviceIn(table)).toEqual([
      'Nobody is accountable for "Restore backups". In Service Operations, Service Delivery Manager is (source raci-sheet, ' +
        'row 5); decide whether that holds here, too.',
      'No line of Security names "Restore backups". Lines of other groups do: ask for these, or for the whole catalog.',
    ]);
    expect(tableOf(await exampleCatalog(serviceOperations), { groups: ['Security'] }).rows).toHaveLength(10);
  });

  test('a table of some roles has the activities in which they have letters, and checks all roles', async () => {
    const table = tableOf(await exampleCatalog(serviceOperations), { about: ['Backup'], roles: ['SDM', 'DPO'] });
    expect(lettersIn(table)).toEqual({
      'Define backup plans': { 'Service Delivery Manager': 'C' },
      'Restore backups': { 'Service Delivery Manager': 'A' },
      'Delete backups after the retention period': { 'Data Protection Officer': 'A' },
      'Test the disaster recovery plan': { 'Service Delivery Manager': 'I' },
    });
    expect(table.findings.map(({ check }) => check)).toEqual(['SEVERAL_ACCOUNTABLE']);
    expect(table.columns.map(({ role: { slug }, ...counts }) => ({ slug, ...counts }))).toEqual([
      { slug: 'data-protection-officer', responsible: 0, accountable: 1, consulted: 0, informed: 0 },
      { slug: 'service-delivery-manager', responsible: 0, accountable: 1, consulted: 1, informed: 1 },
    ]);
  });
});

describe('a catalog that names no accountable roles', () => {
  test('a catalog without accountable roles is told so once, instead of by a finding for each activity', async () => {
    const table = tableOf(await shippedCatalog());
    expect(table.findings).toEqual([]);
    const [accountable] = raciCheckResults(table);
    expect(accountable).toEqual({
      check: 'NOBODY_ACCOUNTABLE',
      isChecked: false,
      activityCount: 0,
      message:
        'This catalog names no accountable roles, so it is not reported for each activity. To say who answers for an activity, ' +
        'write { responsibility: …, involvement: [ACCOUNTABLE] } in an appearance of that role; see docs/catalog-reference.md.',
    });
    expect(runToCompletion(raciSummary(table))).toBe(
      '252 activities and 138 roles of this catalog. Nobody is accountable for any of them. Nothing else is wrong.',
    );
  });

  test('activities of sources that name no accountable roles are not checked, and counted once', () => {
    const list = { ...appearance(0, 0, 0, ['RESPONSIBLE']), source: { source: 'list', line: 1 } };
    const sheet = [appearance(1, 1, 1, ['ACCOUNTABLE', 'RESPONSIBLE']), appearance(2, 0, 2, ['RESPONSIBLE'])];
    const catalog = tiny([list, ...sheet]);
    const merged = {
      ...catalog,
      sources: [...catalog.sources, { slug: 'list', title: 'A list of roles', document: 'list.txt' }],
    };
    const table = tableOf(merged);
    expect(table.findings.map(({ row, check }) => [row.responsibility.name, check])).toEqual([
      ['Duty 2', 'NOBODY_ACCOUNTABLE'],
    ]);
    expect(raciCheckResults(table)[0]).toEqual({
      check: 'NOBODY_ACCOUNTABLE',
      isChecked: true,
      activityCount: 1,
      message:
        '1 activity has no accountable role. Decide which one role answers for it. 1 more activity is not checked, because its ' +
        'sources name no accountable roles.',
    });
    const ofList = tableOf(merged, { about: ['Duty 0'] });
    expect(raciCheckResults(ofList)[0]?.message).toMatch(
      /^The sources of these activities name no accountable roles, so /,
    );
    expect(runToCompletion(raciSummary(ofList))).toBe(
      'No source says who is accountable for "Duty 0". Responsible: Role 0 (list:1).',
    );
  });
});

test('two roles that are accountable in different groups are told by group', () => {
  const table = tableOf(
    tiny([appearance(0, 0, 0, ['ACCOUNTABLE']), appearance(1, 1, 0, ['ACCOUNTABLE', 'RESPONSIBLE'])]),
    {
      about: ['Duty 0'],
    },
  );
  expect(adviceIn(table)).toEqual([
    '2 roles are accountable for "Duty 0": Role 0 (s:1, in Pillar 0) and Role 1 (s:1, in Pillar 1). Decide which one answers ' +
      'for it, or make it one activity for each of these groups; the others are responsible, consulted or informed.',
  ]);
});

test('an activity that no line names is a row of the whole catalog, and says that nobody does it', () => {
  const table = tableOf(tiny([appearance(0, 0, 0, ['RESPONSIBLE', 'ACCOUNTABLE'])]));
  expect(adviceIn(table)).toEqual([
    'Nobody is accountable for "Duty 1". Decide which one role answers for it.',
    'No line of this catalog names "Duty 1". Name who does it, or remove the activity.',
    'Nobody is accountable for "Duty 2". Decide which one role answers for it.',
    'No line of this catalog names "Duty 2". Name who does it, or remove the activity.',
  ]);
});

test('one role on several lines counts once, with what the lines say together', () => {
  const table = tableOf(
    tiny([
      appearance(0, 0, 0, ['ACCOUNTABLE'], 3),
      appearance(0, 0, 0, ['ACCOUNTABLE', 'INFORMED'], 2),
      appearance(0, 1, 0, ['RESPONSIBLE'], 1),
    ]),
    { about: ['Duty 0'] },
  );
  expect(table.findings).toEqual([]);
  const [cell] = runToCompletion(cellsOf(table, itemAt(table.rows, 0)));
  expect(cell?.involvement).toEqual(['RESPONSIBLE', 'ACCOUNTABLE', 'INFORMED']);
  expect(cell?.lines.map(({ appearance, involvement }) => [appearance.place, lettersOf(involvement)])).toEqual([
    ['s:1', 'R'],
    ['s:2', 'A/I'],
    ['s:3', 'A'],
  ]);
});

test('a large table is made in many short steps', () => {
  const graph = graphOf(generatedCatalog({ roles: 2_000, seed: 1 }));
  const steps = raciTableOf(graph, {});
  let count = 0;
  while (steps.next().done !== true) count++;
  const lines = graph.structure.appearances.responsibilities.values.length;
  expect(count).toBeGreaterThan((2 * graph.appearanceCount + lines) / 1_024);
});

const [roleCount, dutyCount] = [4, 3];

/** A catalog of few roles and duties, in two pillars with a category each. */
function tiny(appearances: readonly CatalogAppearance[]): Catalog {
  const each = (count: number) => Array.from({ length: count }, (_, index) => index);
  return catalogWith({
    pillars: each(2).map((index) => ({ slug: `p${index}`, name: `Pillar ${index}` })),
    categories: each(2).map((index) => ({ slug: 'all', name: 'All', pillar: `p${index}` })),
    responsibilities: each(dutyCount).map((index) => ({ slug: `d${index}`, name: `Duty ${index}` })),
    roles: each(roleCount).map((index) => ({ slug: `r${index}`, title: `Role ${index}` })),
    appearances: [...appearances],
  });
}

function appearance(
  role: number,
  pillar: number,
  duty: number,
  involvement: readonly Involvement[],
  line = 1,
): CatalogAppearance {
  return {
    role: `r${role}`,
    category: `p${pillar}/all`,
    titles: [`Role ${role}`],
    responsibilities: [{ responsibility: `d${duty}`, involvement: [...involvement] }],
    source: { source: 's', line },
  };
}

const lines = fc.uniqueArray(
  fc.record({
    role: fc.nat(roleCount - 1),
    pillar: fc.nat(1),
    duty: fc.nat(dutyCount - 1),
    involvement: fc.subarray([...involvements], { minLength: 1 }),
    line: fc.integer({ min: 1, max: 3 }),
  }),
  { selector: ({ role, pillar, line }) => `${role} ${pillar} ${line}`, maxLength: 16 },
);

test('letters, counts and findings are those of plain loops over the lines, for any catalog and groups', () => {
  fc.assert(
    fc.property(
      lines,
      fc.constantFrom<readonly number[] | undefined>(undefined, [0], [1], [0, 1]),
      (given, pillars) => {
        const catalog = tiny(
          given.map((each) => appearance(each.role, each.pillar, each.duty, each.involvement, each.line)),
        );
        const table = tableOf(catalog, pillars && { groups: pillars.map((index) => `pillar:p${index}`) });
        const inScope = given.filter(({ pillar }) => pillars === undefined || pillars.includes(pillar));
        const saying = (duty: number, role: number, letter: Involvement) =>
          inScope.some((each) => each.duty === duty && each.role === role && each.involvement.includes(letter));
        const roles = Array.from({ length: roleCount }, (_, index) => index);
        const duties = Array.from({ length: dutyCount }, (_, index) => index).filter(
          (duty) => pillars === undefined || inScope.some((each) => each.duty === duty),
        );
        const expected = duties.map((duty) => {
          const having = (letter: Involvement) => roles.filter((role) => saying(duty, role, letter)).length;
          const [responsible, accountable] = [having('RESPONSIBLE'), having('ACCOUNTABLE')];
          const namesAny = given.some(({ involvement }) => involvement.includes('ACCOUNTABLE'));
          return {
            duty: `d${duty}`,
            letters: roles.map((role) => lettersOf(involvements.filter((letter) => saying(duty, role, letter)))),
            findings: [
              ...(namesAny && accountable === 0 ? ['NOBODY_ACCOUNTABLE'] : []),
              ...(accountable > 1 ? ['SEVERAL_ACCOUNTABLE'] : []),
              ...(accountable > 0 && responsible === 0 ? ['ACCOUNTABLE_WITHOUT_RESPONSIBLE'] : []),
              ...(accountable + responsible === 0 ? ['NOBODY_RESPONSIBLE'] : []),
            ],
          };
        });
        const found = table.rows.map((row) => {
          const cells = runToCompletion(cellsOf(table, row));
          return {
            duty: row.responsibility.slug,
            letters: roles.map((role) => lettersOf(cells.find((cell) => cell.role.index === role)?.involvement ?? [])),
            findings: row.findings,
          };
        });
        expect(found.toSorted((a, b) => (a.duty < b.duty ? -1 : 1))).toEqual(expected);
        expect(table.rows).toEqual([...table.rows].sort(comparator(rowsInOrder(table.graph))));
        expect(table.findings).toEqual([...table.findings].sort(comparator(findingsInOrder(table.graph))));
        for (const { role, responsible, accountable } of table.columns) {
          const counts = (letter: Involvement) => duties.filter((duty) => saying(duty, role.index, letter)).length;
          expect([responsible, accountable]).toEqual([counts('RESPONSIBLE'), counts('ACCOUNTABLE')]);
        }
        expect(table.columns.map(({ role }) => role.index)).toEqual(
          roles.filter((role) => inScope.some((each) => each.role === role)),
        );
      },
    ),
    { numRuns: 300 },
  );
});
