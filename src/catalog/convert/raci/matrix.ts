import type { LeftOut, TableReader, TableReading } from '../conversion.ts';
import type { Statement } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import type { LabelMeaning } from './label-columns.ts';
import { textsIn, understoodColumns } from './labels.ts';
import { readCell } from './letters.ts';
import { type MatrixLayout, matrixLayout } from './matrix-layout.ts';
import { DutyCounts, personRemarks, whyUnread } from './matrix-remarks.ts';
import { inWords } from '../../../text/in-words.ts';
import { quoted } from '../../../text/quoted-text.ts';
import { raciStatement } from './raci-statement.ts';
import { marksOf, plainName, rowText } from './raci-text.ts';
import { footnotesOf, leftOutRow, passedOver } from './row-kinds.ts';

/** Reads tables of activities and roles with letters where they meet, in either direction. */
export const matrixReader: TableReader = (table, source, { columns }) => {
  const layout = matrixLayout(table, columns);
  return layout === undefined ? undefined : new Matrix(table, source, layout).read();
};

const formulaError = /^#(?:REF|NAME|VALUE|DIV\/0|NULL|NUM|N\/A|SPILL|BEZUG|WERT)[!?]?$/i;

/** Reads the rows of a table of letters from top to bottom. */
class Matrix {
  readonly #table: GivenTable;
  readonly #source: number;
  readonly #layout: MatrixLayout;
  readonly #footnotes: ReadonlyMap<string, string>;
  readonly #statements: Statement[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #remarks = new Set<string>();
  readonly #used = new Set<number>();
  readonly #gathered = new DutyCounts();
  readonly #plainNames = new Map<string, string>();
  /** The headings of the columns of letters; another table below may have others. */
  #headings: ReadonlyMap<number, string>;
  #taken = 0;
  #group: string | undefined;
  #section: string | undefined;
  #label: string | undefined;

  constructor(table: GivenTable, source: number, layout: MatrixLayout) {
    this.#table = table;
    this.#source = source;
    this.#layout = layout;
    this.#headings = layout.letterColumns;
    this.#footnotes = footnotesOf(table);
  }

  read(): TableReading | undefined {
    const { rows } = this.#table;
    for (const [index, row] of rows.entries()) {
      if (this.#layout.headerRows.has(index)) this.#leave(row, 'the heading of the table');
      else if (index < this.#layout.firstRow) this.#leave(row, passedOver(row) ?? 'above the heading');
      else
        this.#readRow(
          row,
          rows.slice(index + 1, index + 3).find((below) => !this.#headingAgain(below)),
        );
    }
    if (this.#statements.length === 0) return undefined;
    this.#leaveEmptyColumns();
    return {
      understood: {
        part: this.#table.name,
        as: this.#layout.isTransposed
          ? 'a RACI table with roles in rows and activities in columns'
          : 'a RACI table with activities in rows and roles in columns',
        columns: this.#columns(),
        taken: this.#taken,
        remarks: [
          ...this.#layout.remarks,
          ...this.#layout.scheme.remarks,
          ...this.#remarks,
          ...this.#gathered.remarks(),
          ...(this.#layout.isTransposed ? [] : personRemarks([...this.#headings.values()])),
        ],
      },
      statements: this.#statements,
      leftOut: this.#leftOut,
      groupKind: this.#layout.groupKind,
    };
  }

  #readRow(row: GivenRow, next: GivenRow | undefined): void {
    // A legend has letters, too, where it stands below the columns of letters.
    if (passedOver(row) === 'a legend') {
      this.#leave(row, 'a legend');
      return;
    }
    if (this.#takeHeading(row)) {
      this.#leave(row, 'another heading');
      return;
    }
    const lettered = this.#letteredCells(row);
    const isAcross =
      new Set(row.cells.filter((cell) => cell !== '')).size === 1 && row.cells.filter((cell) => cell !== '').length > 1;
    if (lettered.length === 0 || isAcross) {
      const reason = this.#headingAgain(row) ? 'the heading again' : passedOver(row);
      if (reason !== undefined) this.#leave(row, reason);
      else if (!this.#takeSection(row, next))
        this.#leave(row, this.#layout.isTransposed ? 'a role without a letter' : 'an activity without a letter');
      return;
    }
    this.#group = this.#textIn(row, 'group') ?? this.#group;
    this.#section = this.#textIn(row, 'section') ?? this.#section;
    const label = this.#textIn(row, this.#layout.isTransposed ? 'role' : 'duty');
    if (label !== undefined && passedOver({ ...row, cells: [label] }) === 'a total') {
      this.#leave(row, 'a total');
      return;
    }
    if (label !== undefined && formulaError.test(label)) {
      this.#leave(row, 'a formula without a value');
      return;
    }
    this.#label = label ?? this.#label;
    if (this.#label === undefined) {
      this.#leave(row, this.#layout.isTransposed ? 'letters without a role' : 'letters without an activity');
      return;
    }
    this.#taken++;
    if (!this.#layout.isTransposed) this.#gathered.add(plainName(this.#label));
    for (const { column, cell, heading } of lettered) this.#takeCell(row, this.#label, { column, cell, heading });
  }

  #takeCell(
    row: GivenRow,
    label: string,
    { column, cell, heading }: { column: number; cell: string; heading: string },
  ): void {
    const read = readCell(cell, this.#layout.scheme);
    if (read === undefined) {
      this.#leaveCell(row, heading, cell, whyUnread(cell));
      return;
    }
    if (read.unknown.length > 0) this.#leaveCell(row, heading, cell, whyUnread(read.unknown[0] ?? ''));
    this.#used.add(column);
    if (read.isTick) this.#remarks.add('A tick or x is read as responsible.');
    if (read.hasSupport) this.#remarks.add('S (support) is read as responsible.');
    const { isTransposed } = this.#layout;
    const [role, duty] = isTransposed ? [label, heading] : [heading, label];
    const marks = this.#footnotes.size === 0 ? [] : [...read.marks, ...marksOf(role), ...marksOf(duty)];
    const notes = [
      ...textsIn(row, this.#layout.labels, 'note'),
      read.rest,
      ...marks.map((mark) => this.#footnotes.get(mark) ?? ''),
    ];
    const note = [...new Set(notes.filter((text) => text !== ''))].join('\n');
    this.#statements.push(
      raciStatement(this.#table, row, this.#source, {
        role: this.#plain(role),
        duty: this.#plain(duty),
        involvement: read.involvement,
        group: this.#group,
        section: this.#section,
        quote: `${label} | ${heading}: ${cell}`,
        note,
      }),
    );
  }

  #leaveCell({ number }: GivenRow, heading: string, cell: string, why: string): void {
    this.#leftOut.push({
      part: this.#table.name,
      number,
      counts: this.#table.counts,
      text: `${heading}: ${cell}`,
      why,
    });
  }

  /** Names the columns in which no letter was found. */
  #leaveEmptyColumns(): void {
    const { letterColumns, emptyColumns, isTransposed } = this.#layout;
    const unused = [...letterColumns].filter(([column]) => !this.#used.has(column));
    for (const [, heading] of [...unused, ...emptyColumns]) {
      const why = isTransposed ? 'an activity whose column has no letters' : 'a role whose column has no letters';
      this.#leftOut.push({ part: this.#table.name, text: heading, why });
    }
  }

  /** Takes the heading of another table below the first one, by the words above its labels. @returns false if it is none. */
  #takeHeading(row: GivenRow): boolean {
    const wanted = this.#layout.isTransposed ? 'role' : 'duty';
    const [column, label] = [...this.#layout.labels].find(([, { meaning }]) => meaning === wanted) ?? [];
    if (column === undefined || label === undefined) return false;
    const given = label.heading;
    const isAlike = given !== '' && rowText([row.cells[column] ?? '']).toLowerCase() === given.toLowerCase();
    if (!isAlike || this.#headingAgain(row)) return false;
    const headings = new Map(
      [...this.#layout.letterColumns.keys()].flatMap((column) => {
        const heading = (row.cells[column] ?? '').replace(/\s+/g, ' ');
        return heading === '' ? [] : [[column, heading] as const];
      }),
    );
    if (headings.size === 0) return false;
    this.#headings = headings;
    this.#section = undefined;
    this.#label = undefined;
    this.#remarks.add(
      `${this.#table.counts === 'row' ? 'Row' : 'Line'} ${row.number} is another heading; the columns below it are ${inWords([...headings.values()].map(quoted))}.`,
    );
    return true;
  }

  /** Takes a row without letters as a heading for those below. @returns false if it is none. */
  #takeSection(row: GivenRow, next: GivenRow | undefined): boolean {
    const texts = [...new Set(row.cells.filter((cell) => cell !== ''))];
    const id = this.#textIn(row, 'id');
    const words = texts.filter((text) => text !== id && /\p{L}/u.test(text));
    const [title] = words;
    if (title === undefined || words.length > 1) return false;
    const nextId = next === undefined ? undefined : this.#textIn(next, 'id');
    const isParent = id === undefined || (nextId?.startsWith(`${id.replace(/\.0?$/, '')}.`) ?? false);
    const hasRows = next !== undefined && this.#letteredCells(next).length > 0;
    if (!row.isBold && !(isParent && hasRows) && !(id !== undefined && isParent)) return false;
    this.#section = plainName(title);
    this.#label = undefined;
    this.#taken++;
    return true;
  }

  #headingAgain(row: GivenRow): boolean {
    const columns = [...this.#headings];
    const same = columns.filter(([column, heading]) => (row.cells[column] ?? '').replace(/\s+/g, ' ') === heading);
    return same.length >= Math.max(1, columns.length / 2);
  }

  #letteredCells({ cells }: GivenRow) {
    const { scheme } = this.#layout;
    const found: { readonly column: number; readonly cell: string; readonly heading: string }[] = [];
    let isAny = false;
    for (const [column, heading] of this.#headings) {
      const cell = cells[column] ?? '';
      if (cell === '' || /^[-–—./]+$/.test(cell)) continue;
      isAny ||= readCell(cell, scheme) !== undefined;
      found.push({ column, cell, heading });
    }
    return isAny ? found : [];
  }

  /** Each row has the same headings again, and each cell the same label. */
  #plain(text: string): string {
    let plain = this.#plainNames.get(text);
    if (plain === undefined) {
      plain = plainName(text);
      this.#plainNames.set(text, plain);
    }
    return plain;
  }

  #textIn(row: GivenRow, meaning: LabelMeaning): string | undefined {
    const texts = textsIn(row, this.#layout.labels, meaning);
    return texts.length === 0 ? undefined : texts.join(': ');
  }

  #leave(row: GivenRow, why: string): void {
    this.#leftOut.push(leftOutRow(this.#table, row, why));
  }

  #columns() {
    const { letterColumns, labels, emptyColumns, isTransposed } = this.#layout;
    const of = isTransposed ? 'an activity' : 'a role';
    const others = [...letterColumns, ...emptyColumns].map(
      ([column, heading]) => [column, { heading, as: this.#used.has(column) ? of : `${of} without a letter` }] as const,
    );
    return understoodColumns(labels, others).map(({ heading, as }) => ({ heading: rowText([heading]), as }));
  }
}
