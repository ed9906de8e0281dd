import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';
import { asFound } from '../../src/catalog/convert/conversion.ts';
import { convertFiles } from '../../src/catalog/convert/convert-files.ts';
import { catalogOfConversion } from '../../src/catalog/convert/converted-catalog.ts';
import { grouped } from '../../src/text/quoted-text.ts';

/** Measures how long large sheets take to become a catalog: 100,000 rows, in each shape of RACI tables and as a list. */

const rowCount = 100_000;
const roles = ['DBA', 'SRE', 'CISO', 'Developer', 'Tester', 'Operator', 'Owner', 'Architect', 'Analyst', 'Auditor'];

function rowsOf(
  headings: readonly string[],
  row: (index: number) => readonly string[],
): readonly (readonly string[])[] {
  return [headings, ...Array.from({ length: rowCount }, (_, index) => row(index))];
}

const duty = (index: number) => `Activity ${index} of the platform`;
const area = (index: number) => `Area ${Math.floor(index / 2_000)}`;
const letters = (index: number) =>
  roles.map((_, column) => ((index + column) % 4 === 0 ? ('RACI'[(index + column * 3) % 4] ?? 'R') : ''));

const shapes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'letters where activities and roles meet': rowsOf(['Area', 'Activity', ...roles], (index) => [
    area(index),
    duty(index),
    ...letters(index),
  ]),
  'names in columns': rowsOf(['Area', 'Activity', 'R', 'A', 'C', 'I'], (index) => [
    area(index),
    duty(index),
    roles[index % 10] ?? '',
    roles[(index + 1) % 10] ?? '',
    `${roles[(index + 2) % 10] ?? ''}, ${roles[(index + 3) % 10] ?? ''}`,
    '',
  ]),
  'a row for each letter': rowsOf(['Area', 'Activity', 'Role', 'Letter'], (index) => [
    area(index),
    duty(index),
    roles[index % 10] ?? '',
    'RACI'[index % 4] ?? '',
  ]),
  'a list of roles': rowsOf(['Job title', 'Department', 'Responsibilities'], (index) => [
    `Engineer ${index}`,
    area(index),
    `Run part ${index}; watch part ${index}`,
  ]),
};

const folder = await mkdtemp(join(tmpdir(), 'rolegraph-bench-'));
try {
  for (const [shape, rows] of Object.entries(shapes)) {
    const csv = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\n');
    await measure(`${shape}, CSV`, 'sheet.csv', Buffer.from(csv));
    const path = join(folder, 'sheet.xlsx');
    await writeXlsxFile(rows.map((row) => row.map((value) => (value === '' ? null : { value })))).toFile(path);
    await measure(`${shape}, xlsx`, 'sheet.xlsx', await readFile(path));
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measure(what: string, path: string, bytes: Uint8Array): Promise<void> {
  const start = performance.now();
  const made = catalogOfConversion(await convertFiles([{ path, bytes }], asFound));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const size = (bytes.length / 1e6).toFixed(1);
  process.stdout.write(
    `${what} (${grouped(rowCount)} rows, ${size} MB): ${seconds} s, ${grouped(made?.catalog.appearances.length ?? 0)} appearances\n`,
  );
}
