import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { tablesOfFile } from '../../../src/catalog/convert/tables/tables-of-file.ts';

function tablesOf(path: string, content: string | Uint8Array) {
  return tablesOfFile({ path, bytes: typeof content === 'string' ? Buffer.from(content) : content });
}

/** The cells of the rows of the only table, with their numbers. */
async function rowsOf(path: string, content: string | Uint8Array) {
  const tables = (await tablesOf(path, content)) ?? [];
  expect(tables).toHaveLength(1);
  return (tables[0]?.rows ?? []).map(({ number, cells }) => [number, ...cells]);
}

describe('tables of CSV', () => {
  const expected = [
    [1, 'Activity', 'DBA', 'SRE'],
    [2, 'Patch', 'R', 'A'],
  ];

  test.each([
    ['commas', 'Activity,DBA,SRE\nPatch,R,A\n'],
    ['semicolons and CR LF', 'Activity;DBA;SRE\r\nPatch;R;A\r\n'],
    ['tabs', 'Activity\tDBA\tSRE\nPatch\tR\tA'],
    ['bars', 'Activity|DBA|SRE\nPatch|R|A'],
    ['a byte order mark', '\ufeffActivity,DBA,SRE\nPatch,R,A\n'],
    ['quotes', '"Activity","DBA","SRE"\n"Patch","R","A"\n'],
    ['empty cells at the end', 'Activity,DBA,SRE,,\nPatch,R,A,,\n,,,,\n'],
  ])('with %s', async (_, text) => {
    expect(await rowsOf('a.csv', text)).toEqual(expected);
  });

  test('in UTF-16, as Excel writes Unicode text', async () => {
    const text = Buffer.from('\ufeffActivity\tDBA\tSRE\r\nPatch\tR\tA', 'utf16le');
    expect(await rowsOf('a.txt', text)).toEqual(expected);
  });

  test('in Windows-1252, which the name says', async () => {
    const bytes = Buffer.from('T\xe4tigkeit;DBA\nPr\xfcfen \x80;R', 'latin1');
    expect(await tablesOf('a.csv', bytes)).toEqual([
      expect.objectContaining({ name: 'the table, read in the encoding Windows-1252' }),
    ]);
    expect(await rowsOf('a.csv', bytes)).toEqual([
      [1, 'Tätigkeit', 'DBA'],
      [2, 'Prüfen €', 'R'],
    ]);
  });

  test("with cells of several lines, empty lines and Excel's line of the delimiter", async () => {
    expect(await rowsOf('a.csv', 'sep=;\nA;B\n\n"one\ntwo, three";x\ny;z')).toEqual([
      [2, 'A', 'B'],
      [4, 'one\ntwo, three', 'x'],
      [6, 'y', 'z'],
    ]);
  });

  test('with commas inside cells of a table with semicolons', async () => {
    expect(await rowsOf('a.csv', 'Task;Who\nPatch;DBA, SRE, Ops\nTest;QA, Dev, Ops')).toEqual([
      [1, 'Task', 'Who'],
      [2, 'Patch', 'DBA, SRE, Ops'],
      [3, 'Test', 'QA, Dev, Ops'],
    ]);
  });

  test('with a long cell of several lines that has other delimiters in it', async () => {
    const comment = Array.from({ length: 3_000 }, (_, index) => `first, second, ${index}`).join('\n');
    expect(await rowsOf('a.csv', `Activity;DBA;Comment\nPatch;R;"${comment}"\nRestore;A;short\n`)).toEqual([
      [1, 'Activity', 'DBA', 'Comment'],
      [2, 'Patch', 'R', comment],
      [3_002, 'Restore', 'A', 'short'],
    ]);
  });

  test('with one column only', async () => {
    expect(await rowsOf('titles.csv', 'Title\nDBA\nSRE\n')).toEqual([
      [1, 'Title'],
      [2, 'DBA'],
      [3, 'SRE'],
    ]);
  });

  test('refuse a quote that never ends, with its line', async () => {
    await expect(tablesOf('a.csv', 'A,B\nx,"y\nz,z\n')).rejects.toThrow(
      /"a.csv", line \d+ is not CSV.*quotes around whole cells/,
    );
  });

  test('are none in JSON, YAML and prose', async () => {
    expect(await tablesOf('a.json', '{"a": 1, "b": 2}')).toBeUndefined();
    expect(await tablesOf('a.yaml', 'a: 1\nb: [1, 2]\n')).toBeUndefined();
    expect(await tablesOf('a.txt', 'Just a text.\nWith two lines.\n')).toBeUndefined();
  });

  test('read back what was written', async () => {
    const cell = fc.string().map((text) => text.replace(/[\0\r\ufeff]/g, '').trim());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (given, delimiter) => {
        const table = [['Heading', 'Another'], ...given];
        const text = `sep=${delimiter}\n${table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join('\n')}`;
        const [read] = (await tablesOf('a.csv', text)) ?? [];
        const ends = (row: readonly string[]) => row.slice(0, row.findLastIndex((each) => each !== '') + 1);
        expect(read?.rows.map(({ cells }) => [...cells])).toEqual(table.map(ends).filter(({ length }) => length > 0));
      }),
    );
  });
});

describe('tables of Markdown', () => {
  test('have the headings above, the lines of the document, and plain words', async () => {
    const text = [
      '# Operations',
      '',
      '## Backup',
      '| **Activity** | [DBA](dba.md) | `SRE` |',
      '|:--|:-:|--:|',
      '| Restore \\| test<br>twice | R | *A* |',
      '| **Cloud** | | |',
      '',
      '```',
      '~~~',
      '| not | a table |',
      '|--|--|',
      '```',
      '## Patching',
      'Activity | DBA',
      '---|---',
      'Patch & test &amp; more | R',
      'That was it.',
    ].join('\n');
    const tables = (await tablesOf('a.md', text)) ?? [];
    expect(tables.map(({ name, headings }) => [name, ...headings])).toEqual([
      ['the table in line 4', 'Operations', 'Backup'],
      ['the table in line 15', 'Operations', 'Patching'],
    ]);
    expect(tables[0]?.rows).toEqual([
      { number: 4, cells: ['Activity', 'DBA', 'SRE'], isBold: false },
      { number: 6, cells: ['Restore | test\ntwice', 'R', 'A'], isBold: false },
      { number: 7, cells: ['Cloud'], isBold: true },
    ]);
    expect(tables[1]?.rows.at(-1)).toEqual({ number: 17, cells: ['Patch & test & more', 'R'], isBold: false });
  });

  test('are none in a document without tables', async () => {
    expect(await tablesOf('a.md', '# Title\n\nText, with | a bar.\n')).toEqual([]);
  });
});

describe('tables of workbooks', () => {
  test('are the sheets, with rows as Excel counts them', async () => {
    const sheet = [
      [{ value: 'Activity' }, { value: 'DBA' }],
      [null, null],
      [{ value: 'Patch' }, { value: 'R' }],
      [{ value: 1.5 }, { value: true }],
      [{ value: new Date(Date.UTC(2026, 10, 30)), format: 'yyyy-mm-dd' }, { value: 'x' }],
    ];
    const bytes = await writeXlsxFile([
      { data: sheet, sheet: 'RACI' },
      { data: [[{ value: 'Legend' }]], sheet: 'Legend' },
    ]).toBuffer();
    const tables = (await tablesOf('a.xlsx', bytes)) ?? [];
    expect(tables.map(({ name, headings, counts }) => [name, headings, counts])).toEqual([
      ['the sheet "RACI"', ['RACI'], 'row'],
      ['the sheet "Legend"', ['Legend'], 'row'],
    ]);
    expect(tables[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'Activity', 'DBA'],
      [3, 'Patch', 'R'],
      [4, '1.5', 'true'],
      [5, '2026-11-30', 'x'],
    ]);
  });

  test('have the text of merged cells in each of them', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Activity', rowSpan: 2 }, { value: 'IT', columnSpan: 2 }, null],
      [null, { value: 'DBA' }, { value: 'SRE' }],
      [{ value: 'Patch' }, { value: 'R', columnSpan: 2 }, null],
    ]).toBuffer();
    expect(await rowsOf('a.xlsx', bytes)).toEqual([
      [1, 'Activity', 'IT', 'IT'],
      [2, 'Activity', 'DBA', 'SRE'],
      [3, 'Patch', 'R', 'R'],
    ]);
  });

  test('with cells far out are refused, and say which', async () => {
    const far = (row: number) =>
      workbookWith((xml) =>
        xml.replace('</sheetData>', `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row></sheetData>`),
      );
    await expect(tablesOf('a.xlsx', await far(20_000))).rejects.toThrow(
      /sheet "Sheet1" of "a.xlsx" has 20,000 rows and 16,384 columns .* XFD20000; at most 20,000,000 cells .* Delete what stands far out/,
    );
    await expect(tablesOf('a.xlsx', await far(9_999_999_999))).rejects.toThrow(/at most 20,000,000 cells/);
    expect((await tablesOf('a.xlsx', await far(1_000)))?.[0]?.rows.at(-1)?.number).toBe(1_000);
  });

  test('that are hidden say so', async () => {
    const bytes = await workbookWith((xml) => xml.replace('<sheet ', '<sheet state="hidden" '), 'xl/workbook.xml');
    expect(await tablesOf('a.xlsx', bytes)).toEqual([expect.objectContaining({ sheet: 'Sheet1', isHidden: true })]);
  });

  test('that are damaged are refused', async () => {
    const bytes = await writeXlsxFile([[{ value: 'A' }]]).toBuffer();
    await expect(tablesOf('a.xlsx', bytes.subarray(0, 700))).rejects.toThrow(/"a.xlsx" is a damaged workbook/);
    const hollow = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    await expect(tablesOf('a.xlsx', hollow)).rejects.toThrow(/"a.xlsx" cannot be read as a workbook/);
  });
});

/** A small workbook one of whose parts is changed. */
async function workbookWith(change: (xml: string) => string, part = 'xl/worksheets/sheet1.xml'): Promise<Uint8Array> {
  const files = unzipSync(await writeXlsxFile([[{ value: 'Activity' }, { value: 'DBA' }]]).toBuffer());
  return zipSync({ ...files, [part]: strToU8(change(strFromU8(files[part] ?? new Uint8Array()))) });
}

describe('formats that cannot be read are refused with what to do', () => {
  test.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel file.*\.xlsx/],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), /is a PDF/],
    [
      'OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      /LibreOffice \(\.ods\)/,
    ],
    ['any bytes', Buffer.from([1, 2, 0, 3]), /neither a text nor a workbook/],
  ])('%s', async (_, bytes, message) => {
    await expect(tablesOf('a.bin', bytes)).rejects.toThrow(message);
  });
});
