import { lettersOf } from '../../analysis/raci/raci-cells.ts';
import type { RaciCheck } from '../../analysis/raci/raci-checks.ts';
import { itemAt } from '../../collections/item-at.ts';
import { byAccountability } from '../../graph/lists/involved-roles.ts';
import type { Involvement } from '../../graph/nodes/involvement.ts';
import { moreText } from '../output/report.ts';
import { placeText } from '../output/source-places.ts';
import { rightAligned, type Cell, type Column, type Table } from '../output/table.ts';
import type { RaciAnswer, RoleOfTable, Row } from './raci-answer.ts';

const findingsHeading = 'To decide';

/** What a table has for each finding. */
const shortFindings: Readonly<Record<RaciCheck, string>> = {
  NOBODY_ACCOUNTABLE: 'no A',
  SEVERAL_ACCOUNTABLE: 'several A',
  ACCOUNTABLE_WITHOUT_RESPONSIBLE: 'A, no R',
  NOBODY_RESPONSIBLE: 'no R or A',
};

const firstColumns: readonly (string | Column)[] = [
  { heading: 'Id', onlyCsv: true },
  { heading: 'Category', onlyCsv: true },
  'Activity',
];

function firstCells({ responsibility, category }: Row): readonly Cell[] {
  return [responsibility.id, category?.label ?? '', responsibility.name];
}

/** A row for each activity, a column for each role. */
export function matrixOf(rows: readonly Row[], roles: readonly RoleOfTable[], headings: readonly string[]): Table {
  return {
    columns: [...firstColumns, ...headings],
    rows: rows.map((row) => {
      const letters = new Map(row.roles.edges.map((cell) => [cell.node.id, cell.letters]));
      return [...firstCells(row), ...roles.map(({ node }) => letters.get(node.id) ?? '')];
    }),
  };
}

/** The letters as columns of a list, who answers first. */
const columnsOfList = {
  ACCOUNTABLE: 'Accountable',
  RESPONSIBLE: 'Responsible',
  CONSULTED: 'Consulted',
  INFORMED: 'Informed',
} as const satisfies Readonly<Record<Involvement, string>>;

/**
 * A row for each activity, a column for each letter that any has, with the names of the roles. Who is accountable has a
 * column wherever that was checked: "nobody" is an answer.
 *
 * @param most how many names are in one cell.
 */
export function listOf(rows: readonly Row[], checks: RaciAnswer['raci']['checks'], most: number): Table {
  const isAccountableChecked = checks.some(({ check, isChecked }) => check === 'NOBODY_ACCOUNTABLE' && isChecked);
  const shown = byAccountability.filter(
    (involvement) =>
      (involvement === 'ACCOUNTABLE' && isAccountableChecked) ||
      rows.some((row) => rolesWith(row, involvement).length > 0),
  );
  return {
    columns: [...firstColumns, ...shown.map((involvement) => columnsOfList[involvement])],
    rows: rows.map((row) => [
      ...firstCells(row),
      ...shown.map((involvement) => {
        const names = rolesWith(row, involvement).map(({ node }) => node.label);
        if (involvement === 'ACCOUNTABLE' && row.findings.includes('NOBODY_ACCOUNTABLE')) return 'nobody';
        return names.length > most ? [...names.slice(0, most), moreText(names.length, most)] : names;
      }),
    ]),
  };
}

/** Adds a column with what is wrong, if anything is. */
export function withFindings(rows: readonly Row[], { columns, rows: cells }: Table): Table {
  if (rows.every(({ findings }) => findings.length === 0)) return { columns, rows: cells };
  return {
    columns: [...columns, findingsHeading],
    rows: rows.map(({ findings }, index) => [...itemAt(cells, index), findings.map((check) => shortFindings[check])]),
  };
}

/** The same with a heading above the activities of each category, where there are several. */
export function byCategory({ columns, rows }: Table): Table {
  const categories = rows.map(([, category]) => category);
  if (new Set(categories).size < 2) return { columns, rows };
  return {
    columns,
    rows: rows.flatMap((row, index) => {
      const category = categories[index];
      if (category === categories[index - 1] || typeof category !== 'string') return [row];
      return [columns.map((_, at) => (at === 2 ? `${category || 'Without lines'}:` : '')), row];
    }),
  };
}

/** What the headings of a matrix mean, and how much each role has. */
export function rolesTable(roles: readonly RoleOfTable[], short: readonly string[]): Table {
  return {
    columns: ['Short', 'Role', ...['R', 'A', 'C', 'I'].map(rightAligned)],
    rows: roles.map(({ node, responsibleCount, accountableCount, consultedCount, informedCount }, index) => [
      itemAt(short, index),
      node.label,
      responsibleCount,
      accountableCount,
      consultedCount,
      informedCount,
    ]),
  };
}

/** A row for each line behind a letter: first those that make a role accountable. */
export function linesTable(rows: readonly Row[]): Table {
  const lines = rows.flatMap(({ responsibility, roles }) => {
    const ofRow = roles.edges.flatMap(({ node, lines }) => lines.map((line) => ({ responsibility, node, ...line })));
    const rank = ({ involvement }: (typeof ofRow)[number]) =>
      byAccountability.findIndex((each) => involvement.includes(each));
    return ofRow.sort((a, b) => rank(a) - rank(b));
  });
  return {
    columns: [
      { heading: 'Id', onlyCsv: true },
      'Activity',
      'Letters',
      { heading: 'Role id', onlyCsv: true },
      'Role',
      'Line',
      'What it says',
      { heading: 'URL', onlyCsv: true },
    ],
    rows: lines.map(({ responsibility, node, involvement, appearance: { source } }) => [
      responsibility.id,
      responsibility.name,
      lettersOf(involvement),
      node.id,
      node.label,
      placeText(source),
      source?.quote ?? null,
      source?.url ?? null,
    ]),
  };
}

/** What the short names of sources in the lines stand for. */
export function sourcesTable(rows: readonly Row[]): Table {
  const lines = rows.flatMap(({ roles }) => roles.edges.flatMap((cell) => cell.lines));
  const sources = new Map(
    lines.flatMap(({ appearance: { source } }) =>
      source === null ? [] : [[source.source.slug, source.source] as const],
    ),
  );
  return {
    columns: ['Source', 'Title', 'Document'],
    rows: [...sources.values()].map(({ slug, title, document }) => [slug, title, document]),
  };
}

function rolesWith({ roles }: Row, involvement: Involvement) {
  return roles.edges.filter((cell) => cell.involvement.includes(involvement));
}
