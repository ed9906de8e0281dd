import { basename, parse, resolve } from 'node:path';
import { inWords } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import {
  type Conversion,
  ConvertError,
  type ConvertOptions,
  type GivenFile,
  type LeftOut,
  type TableReading,
} from './conversion.ts';
import type { FactSource } from './facts.ts';
import { requireMappedHeadings } from './column-mapping.ts';
import { readFramework } from './frameworks/read-framework.ts';
import type { GivenTable } from './given-table.ts';
import { type HeadedReading, statementsByHeading } from './groups-by-heading.ts';
import { readHandbook } from './handbook/read-handbook.ts';
import { catalogBeginning, looksLikeCatalog } from './looks-like-catalog.ts';
import { listReaders } from './lists/list-readers.ts';
import { raciReaders } from './raci/raci-readers.ts';
import { structuredData } from './structured-data.ts';
import { tablesOfFile } from './tables/tables-of-file.ts';
import { readPeople } from './teams/read-people.ts';

/** How many parts of a file that was not understood a message lists. */
const mostSeen = 5;

const tableReaders = [...raciReaders, ...listReaders];

/**
 * Makes facts, or a team, of files that people have, by their content; their names matter only where the content leaves several
 * possibilities.
 *
 * @param files one, or those of a folder.
 * @throws ConvertError if nothing in them is understood.
 */
export async function convertFiles(files: readonly GivenFile[], options: ConvertOptions): Promise<Conversion> {
  return convertKnown(files) ?? (await convertDocuments(files, options));
}

/** The same for files in the formats of other tools and frameworks only; undefined for any others. */
export function convertKnown(files: readonly GivenFile[]): Conversion | undefined {
  const data = files.map(structuredData);
  return readPeople(files, data) ?? readFramework(files, data);
}

/** Makes facts of tables and handbooks, each file a source. */
async function convertDocuments(files: readonly GivenFile[], options: ConvertOptions): Promise<Conversion> {
  const leftOut: LeftOut[] = [];
  const headed: HeadedReading[] = [];
  const sources: FactSource[] = [];
  const tables = await Promise.all(files.map((file) => tablesOfFile(file, files.length > 1)));
  requireMappedHeadings(
    tables.flatMap((each) => each ?? []),
    options.columns,
  );
  for (const [source, file] of files.entries()) {
    const { base, name } = parse(file.path);
    sources.push({ title: name, document: base });
    const { readings, unread } = readingsOf(file, tables[source], source, options);
    // Not by spreading, which fails for very many.
    for (const each of unread) leftOut.push(each);
    for (const { headings, reading } of readings) {
      headed.push({ headings: reading.isOfOneRole === true ? [] : [name, ...headings], reading });
      for (const each of reading.leftOut) leftOut.push(each);
    }
  }
  const understood = headed.map(({ reading }) => reading.understood);
  const { statements, groupKind } = statementsByHeading(headed);
  if (statements.length === 0) throw new ConvertError(nothingFound(files, leftOut));
  const roles = headed.flatMap(({ reading }) => reading.roles ?? []);
  const facts = { name: nameOf(files), sources, groupKind, groups: [], roles, duties: [], statements };
  return { kind: 'CATALOG', facts, understood, leftOut };
}

/** Of one file, its own name; of several, that of their folder. */
function nameOf([first, ...others]: readonly GivenFile[]): string {
  const { dir, name } = parse(resolve(first?.path ?? ''));
  return others.length === 0 ? name : basename(dir);
}

function readingsOf(
  file: GivenFile,
  tables: readonly GivenTable[] | undefined,
  source: number,
  options: ConvertOptions,
) {
  const readings: HeadedReading[] = [];
  const unread: LeftOut[] = [];
  for (const table of tables ?? []) {
    const why = whyUnwanted(table, options);
    if (why !== undefined) {
      unread.push({ part: table.name, text: '', why });
      continue;
    }
    const reading = firstReading(table, source, options);
    if (reading === undefined) {
      unread.push({ part: table.name, text: firstCells(table), why: 'a table that was not understood' });
    } else readings.push({ headings: table.headings, reading });
  }
  const handbook = readHandbook(file, source, options);
  if (handbook !== undefined) readings.push({ headings: [], reading: handbook });
  if (tables === undefined && handbook === undefined) {
    const isCatalog = looksLikeCatalog(Buffer.from(file.bytes.subarray(0, catalogBeginning)).toString());
    const why = isCatalog
      ? 'a catalog already, which you can import as it is'
      : 'a file without tables, and no handbook';
    unread.push({ part: quoted(file.path), text: '', why });
  }
  return { readings, unread };
}

/** Why a table is not read; undefined for one that is. */
function whyUnwanted(
  { headings, sheet, isHidden = false }: GivenTable,
  { tables }: ConvertOptions,
): string | undefined {
  if (tables.some((table) => table === sheet || headings.includes(table))) return undefined;
  if (tables.length > 0) return 'not one of the tables that --table names';
  return isHidden ? 'a hidden sheet, which --table takes' : undefined;
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

function nothingFound(files: readonly GivenFile[], leftOut: readonly LeftOut[]): string {
  const names = inWords(files.map(({ path }) => quoted(path)));
  const seen = leftOut
    .slice(0, mostSeen)
    .map(({ part, text, why }) => `  ${part}${text === '' ? '' : ` (${text})`}: ${why}`);
  return [
    `Nothing in ${names} was understood as roles and what they do.`,
    ...seen,
    'Expected a RACI table, a list of roles with their duties, a handbook with a heading for each role, or a framework such as NICE. ' +
      'If it is a table, say which column is what: --map role=Title,duty=Activity.',
  ].join('\n');
}
