import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../src/cli/output/csv.ts';
import { tableText, type Table } from '../../src/cli/output/table.ts';

class FakeTerminal extends PassThrough {
  readonly isTTY = true;
  readonly columns: number;

  constructor(columns: number) {
    super();
    this.columns = columns;
  }
}

const roles: Table = {
  columns: [
    { heading: 'Id', onlyCsv: true },
    { heading: 'Role' },
    { heading: 'Lines', align: 'right' },
    { heading: 'Pillars' },
  ],
  rows: [
    ['role:cto', 'Chief Technology Officer', 1_200, ['Security', 'Reliability', 'Sustainability']],
    ['role:sre', 'SRE', 7, null],
  ],
};

function linesAt(width: number, table: Table): readonly string[] {
  return stripVTControlCharacters(tableText(table, new FakeTerminal(width))).split('\n');
}

describe('a table', () => {
  test('a table that is not on a terminal is aligned columns, one row a line, and nothing else', () => {
    expect(tableText(roles, new PassThrough())).toBe(
      [
        'Role                      Lines  Pillars',
        'Chief Technology Officer  1,200  Security; Reliability; Sustainability',
        'SRE                           7',
        '',
      ].join('\n'),
    );
  });

  test('a table on a terminal is wrapped to its width, at words', () => {
    expect(linesAt(40, roles)).toEqual([
      'Role             Lines  Pillars',
      'Chief            1,200  Security;',
      'Technology              Reliability;',
      'Officer                 Sustainability',
      'SRE                  7',
      '',
    ]);
  });

  test('a table on a terminal that is wide enough is the same as elsewhere', () => {
    expect(linesAt(200, roles).join('\n')).toBe(tableText(roles, new PassThrough()));
  });

  test('a table breaks a word that is longer than its column, and loses nothing of it', () => {
    const id = 'category:security/infrastructure-and-network';
    const lines = linesAt(20, { columns: [{ heading: 'Id' }, { heading: 'N' }], rows: [[id, 1]] });
    expect(lines.every((line) => line.length <= 20)).toBe(true);
    expect(
      lines
        .slice(1)
        .map((line) => line.split(' ')[0])
        .join(''),
    ).toBe(id);
  });

  test.each([1, 10])('a table on a terminal of %d columns still shows every word', (width) => {
    const shown = linesAt(width, {
      columns: [{ heading: 'A' }, { heading: 'B' }],
      rows: [['one two three', 'four five']],
    });
    for (const word of ['one', 'two', 'three', 'four', 'five']) expect(shown.join('\n')).toContain(word);
  });

  test('a table counts East Asian characters as two columns', () => {
    const table = {
      columns: [{ heading: 'A' }, { heading: 'B' }],
      rows: [
        ['日本語', 'x'],
        ['abcdef', 'y'],
      ],
    };
    expect(linesAt(9, table)).toEqual(['A       B', '日本語  x', 'abcdef  y', '']);
  });

  test('a table shows invisible characters, and keeps a cell on one line', () => {
    const table = { columns: [{ heading: 'A' }], rows: [['a\u001b[31m\tb\n c']] };
    expect(tableText(table, new PassThrough())).toBe('A\na<U+001B>[31m b c\n');
  });
});

describe('CSV', () => {
  test('CSV has a header row, every column, and CRLF after each row', () => {
    expect(csvText(roles)).toBe(
      'Id,Role,Lines,Pillars\r\nrole:cto,Chief Technology Officer,1200,Security; Reliability; Sustainability\r\nrole:sre,SRE,7,\r\n',
    );
  });

  test('CSV quotes what has a comma, a quote or any line break', () => {
    const columns = [{ heading: 'A, B' }, { heading: 'C' }];
    const rows = [
      ['say "yes"', 'a,b'],
      ['one\ntwo', 'one\rtwo'],
      ['one\r\ntwo', '1+1'],
    ];
    expect(csvText({ columns, rows })).toBe(
      '"A, B",C\r\n"say ""yes""","a,b"\r\n"one\ntwo","one\rtwo"\r\n"one\r\ntwo",1+1\r\n',
    );
  });

  test('CSV has no cell that a spreadsheet would take for a formula', () => {
    const columns = [{ heading: 'Name' }, { heading: 'Number' }];
    const rows = ['=HYPERLINK("x")', '+1', '-1', '@a', '\tb', 'C++', 'a-b=c'].map((name) => [name, 0.5]);
    expect(csvText({ columns, rows })).toBe(
      `Name,Number\r\n"'=HYPERLINK(""x"")",0.5\r\n'+1,0.5\r\n'-1,0.5\r\n'@a,0.5\r\n'\tb,0.5\r\nC++,0.5\r\na-b=c,0.5\r\n`,
    );
  });

  test('CSV of no rows is the header', () => {
    expect(csvText({ ...roles, rows: [] })).toBe('Id,Role,Lines,Pillars\r\n');
  });
});
