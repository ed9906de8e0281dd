import type { LeftOut, TableReader } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GroupKind, Statement } from '../facts.ts';
import type { GivenTable } from '../given-table.ts';
import { mostRowsAbove, rowsBelow } from '../heading-search.ts';
import { type LabelMeaning, meaningOfHeading } from './label-columns.ts';
import { labelsIn, type Labels, textsIn, understoodColumns } from './labels.ts';
import { isDoing } from '../../involvement.ts';
import { legendOf } from './legend.ts';
import { type LetterScheme, plainRaci, readCell, schemeOf } from './letters.ts';
import { whyUnread } from './matrix-remarks.ts';
import { splitNames } from './split-names.ts';
import { raciStatement } from './raci-statement.ts';
import { plainName } from './raci-text.ts';
import { leftOutRow, passedOver } from './row-kinds.ts';

/** Headings of a column of letters. */
const letterHeading =
  /^(?:raci|rasci|rasic|raci[- ]?vs?|letters?|involvement|involved as|assignment|participation|type|ra(?:s)?ci (?:letter|code|type|role|value|assignment)|code|value|beteiligung|buchstabe|rolle im prozess|implication|lettre|implicacion|implicación|letra)s?$/i;

/** Reads tables with a row for each activity, role and letter. What a row leaves blank is as in the row above. */
export const longReader: TableReader = (table, source, { columns }) => {
  const layout = layoutOf(table, columns);
  if (layout === undefined) return undefined;
  const alone = new Set<string>();
  for (const { cells } of table.rows) {
    for (const [column, { meaning }] of layout.labels) if (meaning === 'role') alone.add(cells[column] ?? '');
  }
  const { header, letter, labels, scheme } = layout;
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const remarks = new Set(scheme.remarks);
  const last: Partial<Record<LabelMeaning, string>> = {};
  let taken = 0;
  for (const [index, row] of table.rows.entries()) {
    if (index === header) {
      leftOut.push(leftOutRow(table, row, 'the heading of the table'));
      continue;
    }
    const cell = row.cells[letter] ?? '';
    const read = index < header ? undefined : readCell(cell, scheme);
    if (read === undefined) {
      leftOut.push(
        leftOutRow(table, row, passedOver(row) ?? (index < header ? 'above the heading' : withoutLetter(cell))),
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
    const names = splitNames(role ?? '', alone);
    if (duty === undefined || role === undefined || names.length === 0) {
      leftOut.push(
        leftOutRow(table, row, duty === undefined ? 'a letter without an activity' : 'a letter without a role'),
      );
      continue;
    }
    taken++;
    if (read.isTick) remarks.add('A tick or x is read as responsible.');
    if (read.hasSupport) remarks.add('S (support) is read as responsible.');
    const note = [...textsIn(row, labels, 'note'), read.rest].filter((text) => text !== '').join('\n');
    for (const letter of read.unknown) leftOut.push(leftOutRow(table, row, whyUnread(letter)));
    for (const name of names) {
      statements.push(
        raciStatement(table, row, source, {
          role: plainName(name),
          duty: plainName(duty),
          involvement: read.involvement,
          group,
          section,
          quote: `${duty} | ${role}: ${cell}`,
          note,
        }),
      );
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
  readonly labels: Labels;
  readonly groupKind: GroupKind | undefined;
  readonly scheme: LetterScheme;
}

/** Finds a heading with an activity, a role and a letter, and most rows below with a letter. */
function layoutOf(table: GivenTable, mapping: Parameters<typeof columnsByMapping>[1]): LongLayout | undefined {
  for (const [header, { cells }] of table.rows.slice(0, mostRowsAbove).entries()) {
    const mapped = columnsByMapping(cells, mapping);
    const letter = letterColumn(table, header, mapped);
    if (letter === undefined) continue;
    const { labels, groupKind } = labelsIn(cells, mapped, (column) => column !== letter);
    // "Activity, Team, RACI": where no column is called a role, teams are those.
    if (![...labels.values()].some(({ meaning }) => meaning === 'role')) {
      const named = [...labels].find(([, { heading }]) => actorHeading.test(heading.trim()));
      if (named !== undefined) labels.set(named[0], { heading: named[1].heading, meaning: 'role' });
    }
    const meanings = [...labels.values()].map(({ meaning }) => meaning);
    const scheme = schemeOf(
      rowsBelow(table, header).map((row) => row.cells[letter] ?? ''),
      legendOf(table.rows),
    );
    if (!meanings.includes('duty') || !meanings.includes('role') || !hasLetters(table, header, letter, scheme))
      continue;
    return { header, letter, letterHeading: cells[letter] ?? '', labels, groupKind, scheme };
  }
  return undefined;
}

/** Headings of those who do something, where no column is called a role. */
const actorHeading =
  /^(?:teams?|department|abteilung|owner|who|wer|actor|party|stakeholder|person|name|équipe|equipo)$/iu;

/** The column of letters: the one that --map or its heading says, or else the only one that has letters and nothing else. */
function letterColumn(table: GivenTable, header: number, mapped: ReturnType<typeof columnsByMapping>) {
  const cells = table.rows[header]?.cells ?? [];
  const said = cells.findIndex((_, column) => mapped.get(column) === 'letter');
  if (said !== -1) return said;
  const named = cells.findIndex((heading, column) => !mapped.has(column) && letterHeading.test(heading));
  if (named !== -1) return named;
  if (!cells.some((heading, column) => meaningOfHeading(heading, mapped.get(column))?.meaning === 'role'))
    return undefined;
  const lettered = [...cells.keys()].filter(
    (column) => !mapped.has(column) && cells[column] !== '' && hasOnlyLetters(table, header, column),
  );
  return lettered.length === 1 ? lettered[0] : undefined;
}

/** Whether a column has letters only, and some of R and A. */
function hasOnlyLetters(table: GivenTable, header: number, column: number): boolean {
  let texts = 0;
  let read = 0;
  let hasDoing = false;
  for (const { cells } of rowsBelow(table, header)) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    texts++;
    const letters = readCell(cell, plainRaci);
    if (letters?.rest !== '' || letters.isTick) continue;
    read++;
    hasDoing ||= isDoing(letters.involvement);
  }
  return hasDoing && read >= 0.8 * texts;
}

function hasLetters(table: GivenTable, header: number, letter: number, scheme: LetterScheme): boolean {
  const texts = rowsBelow(table, header)
    .map(({ cells }) => cells[letter] ?? '')
    .filter((cell) => cell !== '');
  const read = texts.filter((cell) => readCell(cell, scheme) !== undefined);
  return read.length > 0 && 2 * read.length >= texts.length;
}

function withoutLetter(cell: string): string {
  return cell === '' ? 'a row without a letter' : whyUnread(cell);
}

function columnsOf({ letter, letterHeading: heading, labels }: LongLayout) {
  return understoodColumns(labels, [[letter, { heading, as: 'the letter' }]]);
}
