import type { LeftOut, TableReader } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GroupKind, Statement } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import type { Involvement } from '../../involvement.ts';
import { mostRowsAbove, rowsBelow } from '../heading-search.ts';
import type { LabelMeaning } from './label-columns.ts';
import { labelsIn, type Labels, textsIn, understoodColumns } from './labels.ts';
import { involvementOfWord, plainRaci, readCell } from './letters.ts';
import { isNothing } from '../split-duties.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';
import { splitNames } from './split-names.ts';
import { raciStatement } from './raci-statement.ts';
import { plainName } from './raci-text.ts';
import { leftOutRow, passedOver } from './row-kinds.ts';

/** What --map calls columns of names. */
const said: Readonly<Record<string, Involvement>> = {
  responsible: 'RESPONSIBLE',
  support: 'RESPONSIBLE',
  accountable: 'ACCOUNTABLE',
  consulted: 'CONSULTED',
  informed: 'INFORMED',
};

/** Reads tables with a row for each activity, and columns for each kind of involvement that hold the names of roles. */
export const namesReader: TableReader = (table, source, { columns }) => {
  const layout = layoutOf(table, columns);
  if (layout === undefined) return undefined;
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const alone = new Set(
    table.rows.flatMap(({ cells }) => [...layout.named.keys()].map((column) => cells[column] ?? '')),
  );
  let taken = 0;
  let duty: string | undefined;
  let group: string | undefined;
  let section: string | undefined;
  for (const [index, row] of table.rows.entries()) {
    if (index === layout.header) {
      leftOut.push(leftOutRow(table, row, 'the heading of the table'));
      continue;
    }
    if (index < layout.header) {
      leftOut.push(leftOutRow(table, row, passedOver(row) ?? 'above the heading'));
      continue;
    }
    const named = [...layout.named].filter(([column]) => splitNames(row.cells[column] ?? '', alone).length > 0);
    const texts = row.cells.filter((cell) => cell !== '');
    if (named.length === 0 || new Set(texts).size < 2) {
      const reason = isHeadingAgain(row, table, layout.header) ? 'the heading again' : passedOver(row);
      const [title, ...more] = new Set(texts.filter((text) => /\p{L}/u.test(text)));
      const next = table.rows[index + 1];
      const isSection = row.isBold || [...layout.named.keys()].some((column) => isName(next?.cells[column] ?? ''));
      if (reason !== undefined || title === undefined || more.length > 0 || !isSection) {
        leftOut.push(leftOutRow(table, row, reason ?? 'an activity without a name'));
      } else {
        section = plainName(title);
        taken++;
      }
      continue;
    }
    const textIn = (meaning: LabelMeaning) => textOf(row, layout.labels, meaning);
    group = textIn('group') ?? group;
    section = textIn('section') ?? section;
    duty = textIn('duty') ?? duty;
    if (duty === undefined) {
      leftOut.push(leftOutRow(table, row, 'names without an activity'));
      continue;
    }
    taken++;
    const note = textIn('note') ?? '';
    for (const [column, { heading, involvement }] of named) {
      const cell = row.cells[column] ?? '';
      for (const role of splitNames(cell, alone)) {
        statements.push(
          raciStatement(table, row, source, {
            role: plainName(role),
            duty: plainName(duty),
            involvement: [involvement],
            group,
            section,
            quote: `${duty} | ${heading}: ${cell}`,
            note,
          }),
        );
      }
    }
  }
  if (statements.length === 0) return undefined;
  const as = 'a RACI table with activities in rows and the names of roles in columns';
  return {
    understood: { part: table.name, as, columns: columnsOf(layout), taken, remarks: remarksOf(layout) },
    statements,
    leftOut,
    groupKind: layout.groupKind,
  };
};

interface NamesLayout {
  readonly header: number;
  readonly named: ReadonlyMap<number, { readonly heading: string; readonly involvement: Involvement }>;
  readonly labels: Labels;
  readonly groupKind: GroupKind | undefined;
}

/** Finds a heading with at least two kinds of involvement, below which stand names and no letters. */
function layoutOf(table: GivenTable, mapping: Parameters<typeof columnsByMapping>[1]): NamesLayout | undefined {
  for (const [header, { cells }] of table.rows.slice(0, mostRowsAbove).entries()) {
    const mapped = columnsByMapping(cells, mapping);
    const named = new Map<number, { heading: string; involvement: Involvement }>();
    for (const [column, heading] of cells.entries()) {
      const meaning = mapped.get(column);
      const involvement = meaning === undefined ? involvementOfHeading(heading) : said[meaning];
      if (involvement !== undefined) named.set(column, { heading, involvement });
    }
    const { labels, groupKind } = labelsIn(cells, mapped, (column) => !named.has(column));
    const kinds = new Set([...named.values()].map(({ involvement }) => involvement));
    if (kinds.size === 0 || !hasNames(table, header, named)) continue;
    const known = [...labels].find(([, { meaning }]) => meaning === 'duty')?.[0];
    // Lists of actions have a column "Responsible", too, with names of people.
    if (kinds.size < 2 && (known === undefined || !areTitles(table, header, named))) continue;
    const duty = known ?? widest(table, header, labels);
    if (duty === undefined) continue;
    labels.set(duty, { heading: cells[duty] ?? '', meaning: 'duty' });
    return { header, named, labels, groupKind };
  }
  return undefined;
}

/** Whether at least half of the texts below are titles of roles. */
function areTitles(table: GivenTable, header: number, named: NamesLayout['named']): boolean {
  const texts = rowsBelow(table, header)
    .flatMap(({ cells }) => [...named.keys()].map((column) => cells[column] ?? ''))
    .filter((cell) => cell !== '');
  const titles = texts.filter((text) =>
    splitNames(text, new Set()).some((name) => isPlainTitle(name) || isAbbreviation(name)),
  );
  return 2 * titles.length >= texts.length;
}

/** The involvement that a heading names, by a letter or a word: "R", "A – Accountable", "Responsible (R)". */
export function involvementOfHeading(heading: string): Involvement | undefined {
  const plain = heading.replace(/\s+/g, ' ').trim();
  const [, letter = ''] = /^([RACIS])(?:\s*[(=:–-].*)?$/i.exec(plain) ?? [];
  return plainRaci.letters.get(letter.toUpperCase()) ?? involvementOfWord(plain);
}

/** Whether most of the texts below are longer than letters. */
function hasNames(table: GivenTable, header: number, named: NamesLayout['named']): boolean {
  let names = 0;
  let others = 0;
  for (const { cells } of rowsBelow(table, header)) {
    for (const column of named.keys()) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      if (/^(?:\p{L}|\d+)$/u.test(cell) || isInvolvement(cell)) others++;
      else names++;
    }
  }
  return names > others;
}

/** Whether a cell says how somebody is involved, and not who. */
function isInvolvement(cell: string): boolean {
  const read = readCell(cell, plainRaci);
  return read !== undefined && (read.rest === '' || read.rest.startsWith('('));
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isNothing(cell);
}

/** The column of labels with most words. */
function widest(table: GivenTable, header: number, labels: NamesLayout['labels']): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [column, { meaning }] of labels) {
    if (meaning !== 'ignored') continue;
    const letterCount = rowsBelow(table, header).reduce(
      (sum, { cells }) => sum + (/\p{L}/u.test(cells[column] ?? '') ? (cells[column] ?? '').length : 0),
      0,
    );
    if (letterCount > most) [best, most] = [column, letterCount];
  }
  return best;
}

function textOf(row: GivenRow, labels: Labels, meaning: LabelMeaning): string | undefined {
  const texts = textsIn(row, labels, meaning);
  return texts.length === 0 ? undefined : texts.join(': ');
}

function isHeadingAgain({ cells }: GivenRow, { rows }: GivenTable, header: number): boolean {
  return (
    cells.filter((cell) => cell !== '').length > 1 &&
    cells.every((cell, column) => cell === (rows[header]?.cells[column] ?? ''))
  );
}

function columnsOf({ named, labels }: NamesLayout) {
  const others = [...named].map(
    ([column, { heading, involvement }]) =>
      [column, { heading, as: `roles that are ${involvement.toLowerCase()}` }] as const,
  );
  return understoodColumns(labels, others);
}

function remarksOf({ named }: NamesLayout): readonly string[] {
  const hasSupport = [...named.values()].some(({ heading }) => /^s(?:upport\w*)?\b/i.test(heading));
  return hasSupport ? ['S (support) is read as responsible.'] : [];
}
