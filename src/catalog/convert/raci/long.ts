import type { LeftOut, TableReader } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GroupKind, Statement } from '../facts.ts';
import type { GivenTable } from '../given-table.ts';
import { type LabelMeaning, labelNames, meaningOfHeading } from './label-columns.ts';
import { type LetterScheme, readCell, schemeOf } from './letters.ts';
import { splitNames } from './split-names.ts';
import { plainName } from './raci-text.ts';
import { leftOutRow, passedOver } from './row-kinds.ts';

/** How many rows can stand above the heading. */
const mostRowsAbove = 40;

/** Headings of a column of letters. */
const letterHeading =
  /^(?:raci|rasci|rasic|raci[- ]?vs?|letters?|involvement|involved as|assignment|participation|type|raci (?:letter|code|type|role|value)|code|value|beteiligung|buchstabe|rolle im prozess|implication|lettre|implicacion|implicación|letra)s?$/i;

/** Reads tables with a row for each activity, role and letter. What a row leaves blank is as in the row above. */
export const longReader: TableReader = (table, source, { columns }) => {
  const layout = layoutOf(table, columns);
  if (layout === undefined) return undefined;
  const { header, letter, labels, scheme } = layout;
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const remarks = new Set(scheme.remarks);
  const last: Partial<Record<LabelMeaning, string>> = {};
  let taken = 0;
  for (const [index, row] of table.rows.entries()) {
    if (index === header) continue;
    const cell = row.cells[letter] ?? '';
    const read = index < header ? undefined : readCell(cell, scheme);
    if (read === undefined) {
      leftOut.push(
        leftOutRow(table, row, index < header ? 'above the heading' : (passedOver(row) ?? withoutLetter(cell))),
      );
      continue;
    }
    for (const [column, { meaning }] of labels) {
      const text = row.cells[column] ?? '';
      if (text === '') continue;
      // What is blank below is not that of another group.
      if (meaning === 'group' && last.group !== text) delete last.section;
      last[meaning] = text;
    }
    const { duty, role, group, section } = last;
    if (duty === undefined || role === undefined) {
      leftOut.push(
        leftOutRow(table, row, duty === undefined ? 'a letter without an activity' : 'a letter without a role'),
      );
      continue;
    }
    taken++;
    if (read.isTick) remarks.add('A tick or x is read as responsible.');
    if (read.hasSupport) remarks.add('S (support) is read as responsible.');
    const note = [noteOf(row.cells, labels), read.rest].filter((text) => text !== '').join('\n');
    for (const name of splitNames(role, new Set())) {
      statements.push({
        role: plainName(name),
        ...(group !== undefined && { group }),
        ...(section !== undefined && { section }),
        duties: [{ name: plainName(duty), involvement: read.involvement }],
        place: { source, [table.counts]: row.number, quote: `${duty} | ${role}: ${cell}` },
        ...(note !== '' && { note }),
      });
    }
  }
  if (statements.length === 0) return undefined;
  return {
    understood: {
      part: table.name,
      as: 'a RACI table with a row for each activity, role and letter',
      columns: columnsOf(layout),
      taken,
      remarks: [...remarks],
    },
    statements,
    leftOut,
    groupKind: layout.groupKind,
  };
};

interface LongLayout {
  readonly header: number;
  readonly letter: number;
  readonly letterHeading: string;
  readonly labels: ReadonlyMap<number, { readonly heading: string; readonly meaning: LabelMeaning }>;
  readonly groupKind: GroupKind | undefined;
  readonly scheme: LetterScheme;
}

/** Finds a heading with an activity, a role and a letter, and most rows below with a letter. */
function layoutOf(table: GivenTable, mapping: Parameters<typeof columnsByMapping>[1]): LongLayout | undefined {
  for (const [header, { cells }] of table.rows.slice(0, mostRowsAbove).entries()) {
    const mapped = columnsByMapping(cells, mapping);
    const letter = cells.findIndex(
      (heading, column) => mapped.get(column) === 'letter' || (!mapped.has(column) && letterHeading.test(heading)),
    );
    if (letter === -1) continue;
    const labels = new Map<number, { heading: string; meaning: LabelMeaning }>();
    let groupKind: GroupKind | undefined;
    for (const [column, heading] of cells.entries()) {
      if (column === letter) continue;
      const known = meaningOfHeading(heading, mapped.get(column));
      labels.set(column, { heading, meaning: known?.meaning ?? 'ignored' });
      if (known?.meaning === 'group') groupKind ??= known.groupKind;
    }
    const meanings = [...labels.values()].map(({ meaning }) => meaning);
    const scheme = schemeOf(
      table.rows.slice(header + 1).map((row) => row.cells[letter] ?? ''),
      new Map(),
    );
    if (!meanings.includes('duty') || !meanings.includes('role') || !hasLetters(table, header, letter, scheme))
      continue;
    return { header, letter, letterHeading: cells[letter] ?? '', labels, groupKind, scheme };
  }
  return undefined;
}

function hasLetters({ rows }: GivenTable, header: number, letter: number, scheme: LetterScheme): boolean {
  const texts = rows
    .slice(header + 1)
    .map(({ cells }) => cells[letter] ?? '')
    .filter((cell) => cell !== '');
  const read = texts.filter((cell) => readCell(cell, scheme) !== undefined);
  return read.length > 0 && 2 * read.length >= texts.length;
}

function withoutLetter(cell: string): string {
  return cell === '' ? 'a row without a letter' : 'a cell that is none of R, A, C, I and S';
}

function noteOf(cells: readonly string[], labels: LongLayout['labels']): string {
  return [...labels]
    .filter(([, { meaning }]) => meaning === 'note')
    .map(([column]) => cells[column] ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

function columnsOf({ letter, letterHeading: heading, labels }: LongLayout) {
  const all = [
    ...[...labels].map(([column, label]) => ({ column, heading: label.heading, as: labelNames[label.meaning] })),
    { column: letter, heading, as: 'the letter' },
  ];
  return all
    .sort((one, other) => one.column - other.column)
    .map((column) => ({ heading: column.heading, as: column.as }));
}
