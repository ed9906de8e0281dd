import { parse } from 'node:path';
import { inWords } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import {
  type Account,
  type Conversion,
  ConvertError,
  type ConvertOptions,
  type GivenFile,
  type LeftOut,
  type TableReading,
  type Understood,
} from './conversion.ts';
import type { FactSource, GroupKind, Statement } from './facts.ts';
import { readFramework } from './frameworks/read-framework.ts';
import type { GivenTable } from './given-table.ts';
import { readHandbook } from './handbook/read-handbook.ts';
import { listReaders } from './lists/list-readers.ts';
import { raciReaders } from './raci/raci-readers.ts';
import { tablesOfFile } from './tables/tables-of-file.ts';
import { readPeople } from './teams/read-people.ts';

const tableReaders = [...raciReaders, ...listReaders];

/**
 * Makes facts, or a team, of files that people have, by their content; their names matter only where the content leaves several
 * possibilities.
 *
 * @param files one, or those of a folder.
 * @throws ConvertError if nothing in them is understood.
 */
export async function convertFiles(files: readonly GivenFile[], options: ConvertOptions): Promise<Conversion> {
  return readPeople(files) ?? readFramework(files, options) ?? (await convertDocuments(files, options));
}

/** Makes facts of tables and handbooks, each file a source. */
async function convertDocuments(files: readonly GivenFile[], options: ConvertOptions): Promise<Conversion> {
  const understood: Understood[] = [];
  const leftOut: LeftOut[] = [];
  const statements: Statement[] = [];
  const sources: FactSource[] = [];
  let groupKind: GroupKind | undefined;
  for (const [source, file] of files.entries()) {
    const { base, name } = parse(file.path);
    sources.push({ title: name, document: base });
    const { readings, unread } = await readingsOf(file, source, options);
    leftOut.push(...unread);
    for (const reading of readings) {
      understood.push(reading.understood);
      // Not by spreading, which fails for very many.
      for (const each of reading.leftOut) leftOut.push(each);
      for (const each of reading.statements) statements.push(each);
      groupKind ??= reading.groupKind;
    }
  }
  if (statements.length === 0) throw new ConvertError(nothingFound(files, { understood, leftOut }));
  const name = sources[0]?.title ?? '';
  const facts = { name, sources, groupKind: groupKind ?? 'PILLAR', groups: [], roles: [], duties: [], statements };
  return { kind: 'CATALOG', facts, understood, leftOut };
}

async function readingsOf(file: GivenFile, source: number, options: ConvertOptions) {
  const tables = await tablesOfFile(file);
  const readings: TableReading[] = [];
  const unread: LeftOut[] = [];
  for (const table of tables ?? []) {
    if (!isWanted(table, options)) {
      unread.push({ part: table.name, text: '', why: 'not one of the tables that --table names' });
      continue;
    }
    const reading = firstReading(table, source, options);
    if (reading === undefined)
      unread.push({ part: table.name, text: firstCells(table), why: 'a table that was not understood' });
    else readings.push(reading);
  }
  const handbook = readHandbook(file, source, options);
  if (handbook !== undefined) readings.push(handbook);
  return { readings, unread };
}

function isWanted({ headings }: GivenTable, { tables }: ConvertOptions): boolean {
  return tables.length === 0 || tables.some((table) => headings.includes(table));
}

function firstReading(table: GivenTable, source: number, options: ConvertOptions): TableReading | undefined {
  for (const read of tableReaders) {
    const reading = read(table, source, options);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function firstCells({ rows }: GivenTable): string {
  return (rows[0]?.cells ?? [])
    .filter((cell) => cell !== '')
    .slice(0, 6)
    .join(' | ');
}

function nothingFound(files: readonly GivenFile[], { leftOut }: Account): string {
  const names = inWords(files.map(({ path }) => quoted(path)));
  const seen = leftOut.slice(0, 3).map(({ part, text }) => `  ${part}${text === '' ? '' : `: ${text}`}`);
  return [`Nothing in ${names} was understood as roles and what they do.`, ...seen].join('\n');
}
