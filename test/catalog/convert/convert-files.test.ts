import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { asFound } from '../../../src/catalog/convert/conversion.ts';
import { convertFiles } from '../../../src/catalog/convert/convert-files.ts';

const sheet = (duty: string) => [
  [{ value: 'Activity' }, { value: 'DBA' }, { value: 'SRE' }],
  [{ value: duty }, { value: 'R' }, { value: 'A' }],
];

test('a hidden sheet is named and not read, unless it is asked for', async () => {
  const whole = await writeXlsxFile([
    { data: sheet('Restore'), sheet: 'Now' },
    { data: sheet('Punch cards'), sheet: 'Old' },
  ]).toBuffer();
  const files = unzipSync(whole);
  const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  const hidden = workbook.replace(/<sheet (?=[^>]*name="Old")/, '<sheet state="hidden" ');
  const bytes = zipSync({ ...files, 'xl/workbook.xml': strToU8(hidden) });
  const read = await convertFiles([{ path: 'raci.xlsx', bytes }], asFound);
  expect(read.understood.map(({ part }) => part)).toEqual(['the sheet "Now"']);
  expect(read.leftOut).toContainEqual({
    part: 'the sheet "Old"',
    text: '',
    why: 'a hidden sheet, which --table takes',
  });
  const asked = await convertFiles([{ path: 'raci.xlsx', bytes }], { ...asFound, tables: ['Old'] });
  expect(asked.understood.map(({ part }) => part)).toEqual(['the sheet "Old"']);
});

test('of several files, each table says in which it is', async () => {
  const files = ['a', 'b'].map((name) => ({
    path: `${name}.csv`,
    bytes: Buffer.from('Activity,DBA,SRE\nRestore,R,A\n'),
  }));
  const { understood, leftOut } = await convertFiles(files, asFound);
  expect(understood.map(({ part }) => part)).toEqual(['the table of "a.csv"', 'the table of "b.csv"']);
  expect(new Set(leftOut.map(({ part }) => part))).toEqual(new Set(['the table of "a.csv"', 'the table of "b.csv"']));
});
