import type { ColumnMapping, ColumnMeaning } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { mostRowsAbove } from '../heading-search.ts';
import { headingKind, type HeadingKind } from '../heading-words.ts';

/** What a column of a list is taken for. */
export type ListColumnKind = HeadingKind | 'ignored' | 'unknown';

/** A column of a list. */
export interface ListColumn {
  readonly index: number;
  readonly heading: string;
  readonly kind: ListColumnKind;
  /** Whether the user said so. */
  readonly isSaid: boolean;
  /** Whether its heading could be that of other things than roles, e.g. "Title". */
  readonly isWeak?: boolean;
}

/** The heading of a list, and what its columns are. */
export interface ListHeader {
  /** The index of the row in the table. */
  readonly at: number;
  readonly row: GivenRow;
  readonly columns: readonly ListColumn[];
}

/** What the words of --map are in a list; those that only other tables have are left out. */
const kindsOfMeanings: Readonly<Record<ColumnMeaning, ListColumnKind>> = {
  role: 'role',
  duty: 'duty',
  group: 'department',
  section: 'section',
  letter: 'ignored',
  responsible: 'ignored',
  accountable: 'ignored',
  consulted: 'ignored',
  informed: 'ignored',
  support: 'ignored',
  person: 'person',
  summary: 'summary',
  id: 'code',
  ignore: 'ignored',
};

/** The kinds of headings that say that a column "Title" or "Position" has titles of jobs. */
const supporting: ReadonlySet<ListColumnKind> = new Set([
  'role',
  'duty',
  'accountable',
  'department',
  'team',
  'company',
  'division',
  'section',
  'code',
  'alternates',
  'summary',
  'grade',
  'level',
  'manager',
  'employeeNumber',
  'location',
  'employment',
  'person',
  'mail',
  'area',
  'skills',
  'qualifications',
  'salary',
]);

/** Whether a column is one that lists of roles have. */
export function supportsRole({ kind }: ListColumn): boolean {
  return supporting.has(kind);
}

/**
 * The row that is the heading: the one of the first 40 with the most headings that are known, one of which must be that of roles.
 * With --map, it is the one that has most of the headings that are said.
 *
 * @returns undefined if there is none.
 */
export function listHeader({ rows }: GivenTable, mapping: ColumnMapping): ListHeader | undefined {
  let best: ListHeader | undefined;
  let most = 0;
  for (const [at, row] of rows.slice(0, mostRowsAbove).entries()) {
    const columns = columnsOf(row, mapping);
    if (!columns.some(({ kind }) => kind === 'role' || kind === 'title')) continue;
    const said = columns.filter(({ isSaid }) => isSaid).length;
    const known = new Set(columns.filter(({ kind }) => kind !== 'unknown').map(({ kind }) => kind)).size;
    const score = said * 1_000 + known;
    if (score <= most) continue;
    best = { at, row, columns };
    most = score;
  }
  return best;
}

function columnsOf({ cells }: GivenRow, mapping: ColumnMapping): readonly ListColumn[] {
  const said = columnsByMapping(cells, mapping);
  const meant = new Set([...said.values()].map((meaning) => kindsOfMeanings[meaning]));
  const columns = cells.map((heading, index): ListColumn => {
    const meaning = said.get(index);
    if (meaning !== undefined) return { index, heading, kind: kindsOfMeanings[meaning], isSaid: true };
    const guessed = headingKind(heading) ?? 'unknown';
    // What the user said of another column wins over the words of this one.
    const isTaken = meant.has(guessed) || (guessed === 'title' && meant.has('role'));
    return { index, heading, kind: isTaken ? 'unknown' : guessed, isSaid: false };
  });
  return withRole(columns);
}

/** One column of roles: "Job title" rather than "Title", and "Title" only where there is nothing better. */
function withRole(columns: readonly ListColumn[]): readonly ListColumn[] {
  const role = columns.find(({ kind }) => kind === 'role') ?? weakRole(columns);
  return columns.map((column) => {
    if (column === role) return { ...column, kind: 'role', isWeak: column.kind === 'title' };
    if (column.kind === 'role') return { ...column, kind: 'unknown' };
    // Of a list that has another column of roles, "Name" is the name of a person.
    if (column.kind !== 'title') return column;
    if (isName(column.heading)) return { ...column, kind: 'person' };
    return { ...column, kind: isFunction(column.heading) ? 'area' : 'unknown' };
  });
}

function weakRole(columns: readonly ListColumn[]): ListColumn | undefined {
  if (!columns.some(supportsRole)) return undefined;
  const weak = columns.filter(({ kind }) => kind === 'title');
  return weak.find(({ heading }) => !isName(heading)) ?? weak[0];
}

/** "Job title | Function": the function is the area, e.g. Finance. */
function isFunction(heading: string): boolean {
  return /^\s*functions?\s*$/i.test(heading);
}

function isName(heading: string): boolean {
  return /^\s*(?:name|nom|nombre)\b/i.test(heading);
}
