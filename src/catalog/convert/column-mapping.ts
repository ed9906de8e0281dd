import { inWords } from '../../text/in-words.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import { type ColumnMapping, type ColumnMeaning, ConvertError } from './conversion.ts';
import type { GivenRow, GivenTable } from './given-table.ts';
import { mostRowsAbove } from './heading-search.ts';

/** How many headings a message names. */
const mostNamed = 12;

/**
 * What the user says of the columns of a row of headings, by the index of the column. Case, accents and signs do not matter. A
 * heading that several columns have means all of them; one that no column has is ignored, because it may be that of another table:
 * see requireMappedHeadings.
 */
export function columnsByMapping(
  headings: readonly string[],
  mapping: ColumnMapping,
): ReadonlyMap<number, ColumnMeaning> {
  const columns = new Map<number, ColumnMeaning>();
  if (mapping.size === 0) return columns;
  const meanings = new Map<string, ColumnMeaning>();
  for (const [meaning, names] of mapping) for (const name of names) meanings.set(headingKey(name), meaning);
  for (const [index, heading] of headings.entries()) {
    const meaning = heading === '' ? undefined : meanings.get(headingKey(heading));
    if (meaning !== undefined) columns.set(index, meaning);
  }
  return columns;
}

/**
 * Checks that each heading that the user names is in one of the first rows of one of the tables.
 *
 * @throws ConvertError that suggests what was probably meant.
 */
export function requireMappedHeadings(tables: readonly GivenTable[], mapping: ColumnMapping): void {
  if (mapping.size === 0 || tables.length === 0) return;
  const rows = tables.flatMap((table) => table.rows.slice(0, mostRowsAbove));
  const known = new Map<string, string>();
  for (const cell of rows.flatMap(textsOf)) {
    const key = headingKey(cell);
    if (!known.has(key)) known.set(key, cell);
  }
  for (const [meaning, names] of mapping) {
    for (const name of names) {
      if (known.has(headingKey(name))) continue;
      const headings = [...new Set(tables.flatMap(probableHeadings))];
      throw new ConvertError(
        `--map ${meaning}=${name}: no column has the heading ${quoted(name)}${suggestion(name, known.values())}. ` +
          `The headings are ${inWords(headings.map(quoted), mostNamed)}.`,
      );
    }
  }
}

/** The texts of the first row that has several, as titles above a heading have not; else those of the first row. */
function probableHeadings({ rows }: GivenTable): readonly string[] {
  const row = rows.find((each) => textsOf(each).length > 1) ?? rows[0];
  return row === undefined ? [] : textsOf(row);
}

function textsOf({ cells }: GivenRow): readonly string[] {
  return cells.filter((cell) => cell !== '');
}

/** Signs such as "#" are all that some headings have. */
function headingKey(heading: string): string {
  const key = matchingKey(heading);
  return key === '' ? heading.trim() : key;
}
