import { columnsByMapping } from '../column-mapping.ts';
import type { ColumnMapping, ColumnMeaning } from '../conversion.ts';
import type { GroupKind } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { type LabelMeaning, meaningOfHeading, isNeverLetters, isOfOtherTables } from './label-columns.ts';
import type { Label, Labels } from './labels.ts';
import { isConvincing, keptBelow, letteredColumns } from './letter-columns.ts';
import { type LetterScheme, schemeOf } from './letters.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';
import { legendOf } from './legend.ts';
import { headerAbove, headingsOf } from './matrix-headings.ts';
import { refuseUnknownLetters } from './unknown-letters.ts';

/** Where the parts of a table of letters are. */
export interface MatrixLayout {
  readonly scheme: LetterScheme;
  /** The indexes of the rows that are headings. */
  readonly headerRows: ReadonlySet<number>;
  /** The index of the first row below the heading. */
  readonly firstRow: number;
  /** The columns of letters, with the heading of each. */
  readonly letterColumns: ReadonlyMap<number, string>;
  /** Columns with a heading that stand among those of letters and have none. */
  readonly emptyColumns: ReadonlyMap<number, string>;
  readonly labels: Labels;
  readonly groupKind: GroupKind | undefined;
  /** Whether roles are in rows, and activities in columns. */
  readonly isTransposed: boolean;
  readonly remarks: readonly string[];
}

/**
 * Finds the parts of a table of letters. A column is one of letters if most of what is below its heading is involvement; at least
 * two such columns must have headings that are texts, and one other column the activities. Tables of ticks alone must say
 * in a heading that they have activities or roles: ticks stand in many tables.
 *
 * @returns undefined for any other table.
 */
export function matrixLayout(table: GivenTable, mapping: ColumnMapping): MatrixLayout | undefined {
  const { rows } = table;
  const legend = legendOf(rows);
  const scheme = schemeOf(cellsOf(rows), legend);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  refuseUnknownLetters(table, scheme);
  const possible = letteredColumns(rows, width, scheme);
  const header = headerAbove(rows, possible, scheme);
  if (header === undefined) return undefined;
  const below = rows.slice(header + 1);
  const lettered = keptBelow(below, possible, scheme);
  const headings = headingsOf(rows, header, width, lettered);
  const said = columnsByMapping(rows[header]?.cells ?? [], mapping);
  const { letterColumns, emptyColumns, labels, groupKind } = sortedColumns(headings.texts, said, lettered, below);
  const label = labelColumn(below, labels);
  if (label === undefined || letterColumns.size === 0) return undefined;
  if (isOfOtherTables(labels.get(label)?.heading ?? '')) return undefined;
  const meant = labels.get(label)?.meaning;
  const isNamed = meant === 'duty' || meant === 'role';
  const titles = shareOfTitles([...letterColumns.values()]);
  if (!isConvincing(below, letterColumns, scheme, isNamed, titles)) return undefined;
  const labelTitles = shareOfTitles(distinctIn(below, label));
  const isTransposed = meant === 'role' || (meant !== 'duty' && labelTitles >= 0.5 && labelTitles > titles);
  return {
    scheme,
    headerRows: headings.rows,
    firstRow: header + 1,
    letterColumns,
    emptyColumns,
    labels: labelsWith(labels, label, isTransposed ? 'role' : 'duty', below),
    groupKind,
    isTransposed,
    remarks: headings.remarks,
  };
}

/** What the columns below the headings are: letters, nothing, or labels. */
function sortedColumns(
  headings: readonly string[],
  said: ReadonlyMap<number, ColumnMeaning>,
  lettered: ReadonlySet<number>,
  below: readonly GivenRow[],
) {
  const letterColumns = new Map<number, string>();
  const emptyColumns = new Map<number, string>();
  const labels = new Map<number, Label>();
  let groupKind: GroupKind | undefined;
  for (const [column, heading] of headings.entries()) {
    const meaning = said.get(column);
    const known = meaningOfHeading(heading, meaning);
    const isLetters = meaning === undefined ? !isNeverLetters(heading) : meaning === 'letter' || meaning === 'role';
    if (lettered.has(column) && heading !== '' && isLetters) letterColumns.set(column, heading);
    else if (known !== undefined) {
      labels.set(column, { heading, meaning: known.meaning });
      if (known.meaning === 'group') groupKind ??= known.groupKind;
    } else if (!below.every(({ cells }) => (cells[column] ?? '') === '')) {
      labels.set(column, { heading, meaning: 'ignored' });
    } else if (heading !== '') emptyColumns.set(column, heading);
  }
  return { letterColumns, emptyColumns, labels, groupKind };
}

/**
 * The labels where one column has the activities or, in a transposed table, the roles. Others that seem to have them are what these
 * are part of, if they have fewer texts, e.g. "Activity" next to "Task"; else they are notes.
 */
function labelsWith(labels: Labels, label: number, meaning: 'role' | 'duty', below: readonly GivenRow[]): Labels {
  const most = distinctIn(below, label).length;
  return new Map(
    [...labels].map(([column, given]): [number, Label] => {
      if (column === label) return [column, { ...given, meaning }];
      if (given.meaning === meaning) {
        return [column, { ...given, meaning: distinctIn(below, column).length < most ? 'section' : 'note' }];
      }
      return [column, given.meaning === 'role' ? { ...given, meaning: 'ignored' } : given];
    }),
  );
}

function* cellsOf(rows: readonly GivenRow[]): Iterable<string> {
  for (const { cells } of rows) yield* cells;
}

/** The column of activities, or of roles in a transposed table: one whose heading says so, or else the one with most words. */
function labelColumn(below: readonly GivenRow[], labels: Labels): number | undefined {
  const named = (wanted: LabelMeaning) =>
    [...labels]
      .filter(([, { meaning }]) => meaning === wanted)
      .map(([column]) => ({ column, count: distinctIn(below, column).length }))
      .reduce<Counted | undefined>(
        (best, each) => (best === undefined || each.count > best.count ? each : best),
        undefined,
      );
  const said = named('duty') ?? named('role');
  if (said !== undefined) return said.column;
  let best: number | undefined;
  let most = 0;
  for (const [column, { meaning }] of labels) {
    if (meaning !== 'ignored') continue;
    const letters = distinctIn(below, column).reduce((sum, text) => sum + (/\p{L}/u.test(text) ? text.length : 0), 0);
    if (letters > most) [best, most] = [column, letters];
  }
  return best;
}

interface Counted {
  readonly column: number;
  readonly count: number;
}

const mostLooked = 500;

/** The different texts of the first rows in a column. */
function distinctIn(below: readonly GivenRow[], column: number): readonly string[] {
  const texts = below.slice(0, mostLooked).map(({ cells }) => cells[column] ?? '');
  return [...new Set(texts)].filter((text) => text !== '');
}

function shareOfTitles(texts: readonly string[]): number {
  const titles = texts.filter((text) => isPlainTitle(text) || isAbbreviation(text));
  return texts.length === 0 ? 0 : titles.length / texts.length;
}
