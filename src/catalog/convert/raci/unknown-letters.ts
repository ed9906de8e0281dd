import { inWords } from '../../../text/in-words.ts';
import { ConvertError } from '../conversion.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { mostRowsAbove } from '../heading-search.ts';
import { isNothing } from '../split-duties.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';
import { isNeverLetters, meaningOfHeading } from './label-columns.ts';
import { type LetterScheme, readCell } from './letters.ts';

const letters = /^\p{L}(?:\s*[/,;&+]\s*\p{L})*$/u;
/** More different letters than any such scheme has are no scheme. */
const mostDifferent = 8;

/**
 * Refuses a table that plainly has activities, roles and letters, most of which nobody can tell: to leave them out would make a
 * catalog that looks whole. Its heading must name activities, at least half of its other headings must be titles of roles, and
 * nearly all cells below these must be letters.
 *
 * @throws ConvertError that says how to explain them.
 */
export function refuseUnknownLetters({ name, rows }: GivenTable, scheme: LetterScheme): void {
  for (const [index, header] of rows.slice(0, mostRowsAbove).entries()) {
    const columns = rolesIn(header);
    if (columns.length < 2) continue;
    const unread = unreadLetters(rows.slice(index + 1), columns, scheme);
    if (unread === undefined) return;
    throw new ConvertError(
      `${name}: the letters ${inWords(unread, mostDifferent)} below the roles are not known. Expected R, A, C and I (responsible, accountable, consulted, informed), S, or a legend. ` +
        `Add a row that explains them, for example "${unread.map((letter, at) => `${letter} = ${examples[at] ?? 'Informed'}`).join(', ')}". ` +
        'If the table says something else, name the tables to read by --table, or say which columns hold what, for example --map role=Title,duty=Activity.',
    );
  }
}

const examples = ['Responsible', 'Accountable', 'Consulted'];

/** The columns of roles below a heading that has a column of activities; none if it has not. */
function rolesIn({ cells }: GivenRow): readonly number[] {
  const isDuty = (heading: string) => meaningOfHeading(heading, undefined)?.meaning === 'duty';
  if (!cells.some(isDuty)) return [];
  const others = [...cells.keys()].filter((column) => {
    const heading = cells[column] ?? '';
    return heading !== '' && !isDuty(heading) && !isNeverLetters(heading);
  });
  const titles = others.filter((column) => isPlainTitle(cells[column] ?? '') || isAbbreviation(cells[column] ?? ''));
  return 2 * titles.length >= others.length ? titles : [];
}

/** The letters that cannot be read, if these are most; undefined for cells that are no letters, or can be read. */
function unreadLetters(
  below: readonly GivenRow[],
  columns: readonly number[],
  scheme: LetterScheme,
): readonly string[] | undefined {
  const unread = new Set<string>();
  let texts = 0;
  let lettered = 0;
  let unreadCells = 0;
  for (const { cells } of below) {
    for (const column of columns) {
      const cell = cells[column] ?? '';
      if (cell === '' || (isNothing(cell) && readCell(cell, scheme) === undefined)) continue;
      texts++;
      if (!letters.test(cell)) continue;
      lettered++;
      if (readCell(cell, scheme) !== undefined) continue;
      unreadCells++;
      for (const letter of cell.toUpperCase().match(/\p{L}/gu) ?? [])
        if (!scheme.letters.has(letter)) unread.add(letter);
      if (unread.size > mostDifferent) return undefined;
    }
  }
  const isScheme = lettered >= 3 && lettered >= 0.8 * texts && 2 * unreadCells > lettered && unread.size > 1;
  return isScheme ? [...unread] : undefined;
}
