import { basename, extname } from 'node:path';
import { quoted } from '../../../text/quoted-text.ts';
import { ConvertError, type GivenFile } from '../conversion.ts';
import type { GivenTable } from '../given-table.ts';
import { csvTable } from './csv-table.ts';
import { decodedFile } from './decoded-text.ts';
import { isMarkdown, markdownTables } from './markdown-tables.ts';
import { otherFormat } from './other-formats.ts';
import { isWorkbook, workbookTables } from './workbook-tables.ts';

/**
 * The tables of a file, by its content; a Markdown document may have none.
 *
 * @param isOneOfSeveral whether the names of tables say in which file they are.
 * @returns undefined if it is none of a workbook, a Markdown document and CSV.
 * @throws ConvertError if it is damaged, or in a format that cannot be read.
 */
export async function tablesOfFile(
  file: GivenFile,
  isOneOfSeveral = false,
): Promise<readonly GivenTable[] | undefined> {
  const tables = await tablesIn(file);
  if (!isOneOfSeveral) return tables;
  return tables?.map((table) => ({ ...table, name: `${table.name} of ${quoted(basename(file.path))}` }));
}

async function tablesIn({ path, bytes }: GivenFile): Promise<readonly GivenTable[] | undefined> {
  const name = basename(path);
  if (isWorkbook(bytes)) return workbookTables(bytes, name);
  const other = otherFormat(bytes);
  if (other !== undefined) throw new ConvertError(`${quoted(path)} is ${other.what}. ${other.advice}`);
  const decoded = decodedFile(bytes);
  if (decoded === undefined) {
    throw new ConvertError(
      `${quoted(path)} is neither a text nor a workbook (.xlsx). Save it as CSV, Markdown or .xlsx.`,
    );
  }
  const { text, encoding } = decoded;
  const ending = extname(path).toLowerCase();
  if (['.json', '.yaml', '.yml'].includes(ending) || /^\s*(?:[[{]|---\s*\n)/.test(text)) {
    return /^\.(?:md|markdown)$/.test(ending) ? markdownTables(text) : undefined;
  }
  if (/^\.(?:md|markdown)$/.test(ending) || (ending !== '.csv' && isMarkdown(text))) return markdownTables(text);
  const called = encoding === undefined ? 'the table' : `the table, read in the encoding ${encoding}`;
  const table = csvTable(text, quoted(name), ending === '.csv' || ending === '.tsv');
  return table === undefined ? undefined : [{ ...table, name: called }];
}
