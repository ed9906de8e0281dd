import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asFound, type ColumnMeaning, type ConvertOptions } from '../../../src/catalog/convert/conversion.ts';
import type { GivenTable } from '../../../src/catalog/convert/given-table.ts';
import { listReaders } from '../../../src/catalog/convert/lists/list-readers.ts';
import { expectWithin } from '../../support/promised-time.ts';
import { leftOutOf, linesOf, sheetOf } from './given-tables.ts';

function read(table: GivenTable, options: ConvertOptions = asFound) {
  for (const reader of listReaders) {
    const reading = reader(table, 0, options);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function readRows(rows: readonly (readonly string[])[], bold?: readonly number[]) {
  return read(sheetOf(rows, bold));
}

function mapped(columns: Partial<Record<ColumnMeaning, readonly string[]>>): ConvertOptions {
  const entries = Object.entries(columns).flatMap(([meaning, headings]) =>
    meaning === 'role' || meaning === 'duty' || meaning === 'group' || meaning === 'ignore'
      ? [[meaning, headings] as const]
      : [],
  );
  return { columns: new Map(entries), tables: [] };
}

/** How a column is used, by its heading. */
function useOf(heading: string, rows: readonly (readonly string[])[]) {
  return readRows(rows)?.understood.columns.find((column) => column.heading === heading)?.as;
}

describe('headings of lists', () => {
  test.each([
    ['Job title', 'Responsibilities', 'Department'],
    ['Position', 'Key duties', 'Team'],
    ['Role / Position', 'Main tasks and activities', 'Dept.'],
    ['ROLE NAME (EN)', 'Responsible for:', 'Business Unit'],
    ['Title', 'What they do', 'Group'],
    ['Rolle', 'Aufgaben', 'Abteilung'],
    ['Stellenbezeichnung', 'Haupttätigkeiten', 'Bereich'],
    ['Funktion', 'Aufgaben und Verantwortlichkeiten', 'Team'],
    ['Intitulé du poste', 'Missions principales', 'Service'],
    ['Poste', 'Tâches', 'Équipe'],
    ['Puesto de trabajo', 'Funciones y responsabilidades', 'Departamento'],
    ['Cargo', 'Tareas', 'Equipo'],
  ])('reads %s, %s and %s, in any order', (role, duty, group) => {
    const lists = [
      [
        [role, duty, group],
        ['Data Engineer', 'Builds pipelines', 'Data'],
        ['SRE', 'Answers pages', 'Operations'],
      ],
      [
        [group, role, duty],
        ['Data', 'Data Engineer', 'Builds pipelines'],
        ['Operations', 'SRE', 'Answers pages'],
      ],
    ];
    for (const rows of lists) {
      expect(linesOf(readRows(rows))).toEqual([
        '2 Data / - / Data Engineer: Builds pipelines',
        '3 Operations / - / SRE: Answers pages',
      ]);
      expect(readRows(rows)?.groupKind).toBe('ORGANIZATION_TYPE');
    }
  });

  test('calls areas pillars, and departments organization types', () => {
    const rows = (heading: string) => [
      [heading, 'Role', 'Duty'],
      ['A', 'Data Engineer', 'Builds pipelines'],
      ['B', 'SRE', 'Answers pages'],
    ];
    expect(readRows(rows('Area'))?.groupKind).toBe('PILLAR');
    expect(readRows(rows('Domain'))?.groupKind).toBe('PILLAR');
    expect(readRows(rows('Company'))?.groupKind).toBe('ORGANIZATION_TYPE');
  });

  test('takes the broadest of several columns of groups as the group, and the next one as the section', () => {
    const rows = [
      ['Role', 'Team', 'Company', 'Department'],
      ['Data Engineer', 'Pipelines', 'ACME', 'IT'],
      ['HR Manager', 'Hiring', 'ACME', 'HR'],
    ];
    expect(linesOf(readRows(rows))).toEqual(['2 IT / Pipelines / Data Engineer: ', '3 HR / Hiring / HR Manager: ']);
    expect(useOf('Company', rows)).toBe('left out: a further group');
  });

  test('finds the heading below titles, notes and a first row of headings', () => {
    const reading = readRows([
      ['Roles of the platform group'],
      [],
      ['Owner: Jane', '', 'confidential'],
      ['Job', '', 'Organization'],
      ['Title', 'Duties', 'Department'],
      ['SRE', 'Answers pages', 'Operations'],
    ]);
    expect(linesOf(reading)).toEqual(['6 Operations / - / SRE: Answers pages']);
    expect(leftOutOf(reading)).toEqual([
      '1 Roles of the platform group: above the heading of the table',
      '3 Owner: Jane | confidential: above the heading of the table',
      '4 Job | Organization: above the heading of the table',
    ]);
  });
});

describe('columns of exports from personnel systems', () => {
  const rows = [
    [
      'Worker',
      'Employee ID',
      'Job Profile',
      'Cost Center',
      'Supervisory',
      'Pay Grade',
      'Management Level',
      'Base Salary',
      'Location',
      'Work Email',
      'Hire Date',
      'Line Manager',
      'Department',
    ],
    [
      'Anna Adler',
      '001',
      'Network Engineer',
      '4711',
      'x',
      '7',
      'P3',
      '70,000',
      'Berlin',
      'anna@example.com',
      '2020-01-01',
      'Carl Cohn',
      'IT',
    ],
    [
      'Bert Blau',
      '002',
      'Network Engineer',
      '4711',
      'x',
      '7',
      'P3',
      '71,000',
      'Berlin',
      'bert@example.com',
      '2021-01-01',
      'Carl Cohn',
      'IT',
    ],
    [
      'Carl Cohn',
      '003',
      'Head of IT',
      '4711',
      'x',
      '9',
      'M2',
      '99,000',
      'Berlin',
      'carl@example.com',
      '2011-01-01',
      '',
      'IT',
    ],
  ];

  test('are left out, each with what it holds', () => {
    const uses = readRows(rows)?.understood.columns.map(({ heading, as }) => `${heading}: ${as}`);
    expect(uses).toEqual([
      'Worker: left out: people',
      'Employee ID: left out: numbers of people or posts',
      'Job Profile: the title of the role',
      'Cost Center: left out: terms of employment',
      'Supervisory: left out: its heading is not known; --map says what it holds',
      'Pay Grade: left out: a grade',
      'Management Level: left out: a level',
      'Base Salary: left out: pay and rates',
      'Location: left out: the location',
      'Work Email: left out: mail addresses',
      'Hire Date: left out: dates',
      'Line Manager: left out: the manager',
      'Department: the group, which becomes an organization type',
    ]);
  });

  test('give each title once, and name no person anywhere', () => {
    const reading = readRows(rows);
    expect(linesOf(reading)).toEqual(['2 IT / - / Network Engineer: ', '4 IT / - / Head of IT: ']);
    expect(leftOutOf(reading)).toEqual(['3 Network Engineer: another person with a title that is taken already']);
    expect(JSON.stringify(reading)).not.toMatch(/Anna|Bert|Carl|example\.com|70,000/);
    expect(reading?.understood.remarks.join()).toContain('--team');
  });

  test('are no list of roles if the only names are those of people', () => {
    const people = [
      ['Name', 'Department', 'E-mail'],
      ['Anna Adler', 'IT', 'anna@example.com'],
      ['Bert Blau', 'HR', 'bert@example.com'],
    ];
    expect(readRows(people)).toBeUndefined();
  });

  test('show a code as the id of its role, and none that several roles have', () => {
    const reading = readRows([
      ['Job code', 'Job title'],
      ['IT-1', 'Network Engineer'],
      ['IT-2', 'Cloud Architect'],
      ['IT-2', 'Cloud Engineer'],
    ]);
    expect(reading?.roles).toEqual([
      { name: 'Network Engineer', externalId: 'IT-1' },
      { name: 'Cloud Architect' },
      { name: 'Cloud Engineer' },
    ]);
    expect(reading?.understood.remarks.join()).toContain('"IT-2"');
  });

  test('have mail addresses taken out of texts', () => {
    const reading = readRows([
      ['Role', 'Duties', 'Description'],
      ['SRE', 'Answers mail to <ops@example.com>; answers pages', 'Ask jane.doe@example.com'],
    ]);
    expect(linesOf(reading)).toEqual(['2 - / - / SRE: Answers mail to; answers pages']);
    expect(JSON.stringify(reading)).not.toContain('@');
  });
});

describe('rows of lists', () => {
  test('are one duty each where the role is blank or repeated', () => {
    const reading = readRows([
      ['Role', 'Task'],
      ['DBA', 'Tunes queries'],
      ['', 'Restores backups'],
      ['SRE', 'Answers pages'],
      ['SRE', 'Restores backups'],
    ]);
    expect(linesOf(reading)).toEqual([
      '2 - / - / DBA: Tunes queries',
      '3 - / - / DBA: Restores backups',
      '4 - / - / SRE: Answers pages',
      '5 - / - / SRE: Restores backups',
    ]);
    expect(reading?.understood.as).toBe('a list of duties: a row for each, with its role');
  });

  test('begin with a role alone, whose duties stand below it', () => {
    const rows = [
      ['Role', 'Task'],
      ['Grid Whisperer', ''],
      ['', 'Listens to the grid'],
      ['SRE', 'Answers pages'],
    ];
    expect(linesOf(readRows(rows, [2]))).toEqual([
      '2 - / - / Grid Whisperer: ',
      '3 - / - / Grid Whisperer: Listens to the grid',
      '4 - / - / SRE: Answers pages',
    ]);
  });

  test('fill empty cells of merged groups, and leave those of written ones empty', () => {
    const merged = readRows([
      ['Department', 'Role'],
      ['IT', 'SRE'],
      ['', 'Data Engineer'],
      ['HR', 'HR Manager'],
    ]);
    expect(linesOf(merged)).toEqual(['2 IT / - / SRE: ', '3 IT / - / Data Engineer: ', '4 HR / - / HR Manager: ']);
    expect(merged?.understood.remarks).toEqual(['An empty cell of "Department" means the same as the cell above.']);
    const written = readRows([
      ['Department', 'Role'],
      ['IT', 'SRE'],
      ['IT', 'Data Engineer'],
      ['', 'Ombudsperson'],
      ['HR', 'HR Manager'],
    ]);
    expect(linesOf(written)[2]).toBe('4 - / - / Ombudsperson: ');
  });

  test('that are sections, totals, notes and headings again are named with the reason', () => {
    const reading = readRows([
      ['No', 'Role', 'Duties', 'FTE'],
      ['A. Operations', '', '', ''],
      ['1', 'SRE', 'Answers pages', '2'],
      ['2', 'Ops Engineer', '', '1'],
      ['', 'Subtotal', '', '3'],
      ['No', 'Role', 'Duties', 'FTE'],
      ['', 'Data platform', '', ''],
      ['3', 'Data Engineer', 'Builds pipelines', '4'],
      ['Total', '', '', '7'],
      ['* vacant'],
      ['Generated by Workday on 2026-11-30'],
      ['Page 1 of 3'],
    ]);
    expect(linesOf(reading)).toEqual([
      '3 - / Operations / SRE: Answers pages',
      '4 - / Operations / Ops Engineer: ',
      '8 - / Data platform / Data Engineer: Builds pipelines',
    ]);
    const section = 'a heading between rows, which is the section of those below';
    const note = 'a note of the program or author below or between the rows';
    expect(leftOutOf(reading)).toEqual([
      `2 A. Operations: ${section}`,
      '5 Subtotal | 3: a total',
      '6 No | Role | Duties | FTE: the heading of the table again',
      `7 Data platform: ${section}`,
      '9 Total | 7: a total',
      `10 * vacant: ${note}`,
      `11 Generated by Workday on 2026-11-30: ${note}`,
      `12 Page 1 of 3: ${note}`,
    ]);
  });

  test('keep a role called Total Rewards Manager', () => {
    const rows = [
      ['Role', 'Duty'],
      ['Total Rewards Manager', 'Plans pay'],
    ];
    expect(linesOf(readRows(rows))).toEqual(['2 - / - / Total Rewards Manager: Plans pay']);
  });

  test('without a title or without a duty say so', () => {
    const reading = readRows([
      ['Role', 'Duty', 'Area'],
      ['', 'Answers pages', 'Ops'],
      ['SRE', 'n/a', 'Ops'],
      ['—', 'Restores', 'Ops'],
      ['SRE', '', 'Ops'],
    ]);
    expect(linesOf(reading)).toEqual(['3 Ops / - / SRE: ']);
    expect(leftOutOf(reading)).toEqual([
      '2 Answers pages | Ops: a row without a title of a role',
      '3 n/a: a place for duties that names none',
      '4 — | Restores | Ops: a row without a title of a role',
      '5 SRE: no duty, and the role is taken already',
    ]);
  });

  test('join duties of several columns, with how the role is involved', () => {
    const reading = readRows([
      ['Role', 'Duty 1', 'Duty 2', 'Key task', 'Accountable for'],
      ['SRE', 'Answers pages', '', '- Restores\n- Patches', 'Uptime; Restores'],
    ]);
    expect(linesOf(reading)).toEqual([
      '2 - / - / SRE: Answers pages; Restores (RESPONSIBLE, ACCOUNTABLE); Patches; Uptime (ACCOUNTABLE)',
    ]);
    expect(reading?.statements[0]?.place.quote).toBe('Answers pages\n- Restores\n- Patches\nUptime; Restores');
  });
});

describe('titles and descriptions', () => {
  test('give one role with alternate titles, called by the words and not by the abbreviation', () => {
    const reading = readRows([
      ['Role', 'Also known as', 'Duty'],
      ['DBA / Database Administrator', 'Data Guardian, DB Admin', 'Tunes queries'],
      ['CI/CD Engineer', '', 'Builds pipelines'],
      ['Network Architect / Engineer', '-', 'Plans networks'],
    ]);
    expect(reading?.roles).toEqual([
      { name: 'Database Administrator', alternateTitles: ['DBA', 'Data Guardian', 'DB Admin'] },
      { name: 'CI/CD Engineer' },
      { name: 'Network Architect / Engineer' },
    ]);
  });

  test('are several roles where the list has them apart, too', () => {
    const reading = readRows([
      ['Role', 'Duty'],
      ['Product Owner / Product Manager', 'Plans releases'],
      ['Product Manager', 'Sets prices'],
    ]);
    expect(linesOf(reading)).toEqual([
      '2 - / - / Product Owner: Plans releases',
      '2 - / - / Product Manager: Plans releases',
      '3 - / - / Product Manager: Sets prices',
    ]);
    expect(reading?.roles).toEqual([]);
  });

  test('describe the role where one row does, and the place where several do', () => {
    const reading = readRows([
      ['Role', 'Description', 'Duty'],
      ['SRE', 'Keeps it up.', 'Answers pages'],
      ['Data Engineer', 'Builds.', 'Builds pipelines'],
      ['Data Engineer', 'Repairs.', 'Repairs pipelines'],
    ]);
    expect(reading?.roles).toEqual([{ name: 'SRE', summary: 'Keeps it up.' }, { name: 'Data Engineer' }]);
    expect(reading?.statements.map(({ summary }) => summary)).toEqual([undefined, 'Builds.', 'Repairs.']);
  });

  test('read a description of bullets as duties', () => {
    const reading = readRows([
      ['Job title', 'Job description'],
      ['SRE', '• Answers pages • Restores backups'],
    ]);
    expect(linesOf(reading)).toEqual(['2 - / - / SRE: Answers pages; Restores backups']);
    expect(reading?.understood.remarks).toEqual(['"Job description" holds lists, which are read as duties.']);
  });
});

describe('lists of titles', () => {
  test('are read with and without a heading', () => {
    const titles = [['Cloud Architect'], ['SRE'], ['Database Administrator (DBA)'], ['Scrum Master']];
    const roles = ['Cloud Architect', 'SRE', 'Database Administrator (DBA)', 'Scrum Master'];
    expect(readRows(titles)?.statements.map(({ role }) => role)).toEqual(roles);
    expect(readRows([['Job titles'], ...titles])?.statements.map(({ role }) => role)).toEqual(roles);
  });

  test('have sections in capitals or bold', () => {
    const rows = [['OPERATIONS'], ['SRE'], ['Ops Engineer'], ['Security'], ['Security Engineer'], ['Total: 3']];
    expect(linesOf(readRows(rows, [4]))).toEqual([
      '2 - / OPERATIONS / SRE: ',
      '3 - / OPERATIONS / Ops Engineer: ',
      '5 - / Security / Security Engineer: ',
    ]);
  });

  test('may have any titles below the heading Role', () => {
    expect(linesOf(readRows([['Role'], ['Grid Whisperer'], ['Keeper of Keys']]))).toHaveLength(2);
  });
});

describe('what the user says of columns', () => {
  const rows = [
    ['Wer', 'Tut', 'Wo', 'Duties'],
    ['Grid Whisperer', 'listens', 'Grid', 'not this'],
  ];

  test('wins over the words of headings', () => {
    const options = mapped({ role: ['wer'], duty: ['TUT'], group: ['Wo'] });
    expect(linesOf(read(sheetOf(rows), options))).toEqual(['2 Grid / - / Grid Whisperer: listens']);
  });

  test('leaves columns out', () => {
    const list = [
      ['Role', 'Duty', 'Tasks'],
      ['SRE', 'Answers pages', 'Secret'],
    ];
    expect(linesOf(read(sheetOf(list), mapped({ ignore: ['Tasks'] })))).toEqual(['2 - / - / SRE: Answers pages']);
  });

  test('does not make a table a list that has none of the headings', () => {
    expect(read(sheetOf(rows), mapped({ role: ['Qui'] }))).toBeUndefined();
  });
});

describe('tables that are no lists of roles', () => {
  test.each([
    [
      'prices',
      [
        ['Position', 'Bezeichnung', 'Menge', 'Preis'],
        ['1', 'Schraube', '100', '3,00'],
        ['2', 'Mutter', '50', '1,00'],
      ],
    ],
    [
      'risks',
      [
        ['Risk', 'Likelihood', 'Impact', 'Role'],
        ['Fire', 'low', 'high', 'Facility Manager'],
      ],
    ],
    [
      'risks with a title',
      [
        ['ID', 'Title', 'Description', 'Status', 'Owner'],
        ['1', 'Outage', 'It fails', 'open', 'Jane'],
      ],
    ],
    [
      'letters',
      [
        ['Role', 'Deploy', 'Test'],
        ['Platform Engineer', 'R', 'A/R'],
        ['QA Engineer', 'C', 'I'],
      ],
    ],
    [
      'books',
      [
        ['Title', 'Author', 'ISBN'],
        ['The Phoenix Project', 'Gene Kim', '978'],
      ],
    ],
    [
      'jobs of a machine',
      [
        ['Job', 'Schedule', 'Command'],
        ['backup-db', '0 3 * * *', 'backup.sh'],
      ],
    ],
    ['words', [['apple'], ['pear'], ['plum']]],
    ['nothing', []],
    ['a heading only', [['Role', 'Duties']]],
    ['sentences', [['Role'], ['This is a sentence about roles.'], ['This is another one, and it is long.']]],
  ])('leaves %s to others', (_, rows) => {
    expect(readRows(rows)).toBeUndefined();
  });
});

test('takes or names every row below the heading, whatever the cells hold', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'SRE',
      'Data Engineer',
      'Total',
      'n/a',
      'Operations',
      'OPERATIONS',
      '- a\n- b',
      'a; b',
      '(',
      '— ',
      'Note: x',
      'Page 1',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.trim()),
  );
  const row = fc.array(cell, { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(fc.nat(14), { maxLength: 3 }), (rows, bold) => {
      const table = sheetOf(
        [['Team', 'Role', 'Duties', 'Grade'], ['IT', 'Cloud Architect', 'plans', '1'], ...rows],
        bold,
      );
      const reading = read(table, mapped({ role: ['Role'] }));
      const numbers = [
        ...(reading?.statements ?? []).map(({ place }) => place.row),
        ...(reading?.leftOut ?? []).map(({ number }) => number),
      ];
      expect([...new Set(numbers)].sort((a = 0, b = 0) => a - b)).toEqual(
        table.rows.slice(1).map(({ number }) => number),
      );
      for (const { role, duties } of reading?.statements ?? []) {
        expect(role.trim()).not.toBe('');
        for (const { name } of duties) expect(name).toBe(name.trim());
      }
    }),
    { numRuns: 300 },
  );
});

test('reads 100,000 rows, and a row with hostile cells, in time proportional to their size', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => [
    index % 50 === 0 ? `Team ${index / 50}` : '',
    `Engineer ${index}`,
    '- answers pages\n- verifies the backups; all of them\n- patches, tests and documents servers',
  ]);
  const table = sheetOf([['Team', 'Role', 'Duties'], ...rows]);
  const before = performance.now();
  expect(read(table)?.understood.taken).toBe(100_000);
  expectWithin(performance.now() - before, 3_000);
  const hostile = ['(', ', ', 'a. ', '1. ', '- ', '• ', 'runs a and ', 'a@', '"', 'x; (', '<br>'];
  for (const part of hostile) {
    const one = sheetOf([
      ['Role', 'Duties'],
      ['SRE', `a ${part.repeat(100_000)}x`],
    ]);
    const start = performance.now();
    expect(read(one)?.understood.taken, part).toBe(1);
    expectWithin(performance.now() - start, 1_000, part);
  }
});
