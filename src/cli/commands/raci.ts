import { adviceOn, raciCheckResults, raciSummary } from '../../analysis/raci/raci-advice.ts';
import type { Involvement } from '../../graph/nodes/involvement.ts';
import { lettersOf, shownCellsOf, type RaciLine } from '../../analysis/raci/raci-cells.ts';
import type { RaciCheck } from '../../analysis/raci/raci-checks.ts';
import { findingsInOrder, rowsInOrder } from '../../analysis/raci/raci-orders.ts';
import { raciTableOf, type RaciTable } from '../../analysis/raci/raci-table.ts';
import { itemAt } from '../../collections/item-at.ts';
import { once } from '../../collections/memoize.ts';
import { byAccountability } from '../../graph/lists/involved-roles.ts';
import { rolesByTitle } from '../../graph/lists/orders.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { mostInCell, pageFields } from '../output/listed-items.ts';
import { moreText, type Report, type ReportOptions } from '../output/report.ts';
import { shortNames } from '../output/short-names.ts';
import { placeOf, placeText } from '../output/source-places.ts';
import { gap, naturalWidths, rightAligned, shownTable, type Cell, type Column, type Table } from '../output/table.ts';
import { isTerminal, type Terminal } from '../output/terminal.ts';

export interface RaciOptions extends ReportOptions {
  readonly about?: readonly string[];
  readonly role?: readonly string[];
  readonly findings?: true;
  readonly lines?: true;
  readonly form?: 'matrix' | 'list';
}

/** `rolegraph raci`: who is responsible, accountable, consulted and informed, and what is wrong with that. */
export function raci(terminal: Terminal, words: readonly string[], options: RaciOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, {}, async ({ names, graph, stored }) => {
    const table = runToCompletion(
      raciTableOf(graph, {
        groups: words.length === 0 ? undefined : await names.distinctGroups(words),
        about: options.about && (await names.activities(options.about)),
        roles: options.role && (await names.roles(options.role)),
      }),
    );
    const columns = isTerminal(terminal.stdout) ? terminal.stdout.columns : 0;
    return raciReport(await answerOf(table, stored, options), options, columns > 0 ? columns : Infinity);
  });
}

type RaciAnswer = Awaited<ReturnType<typeof answerOf>>;
type Row = RaciAnswer['raci']['rows']['nodes'][number];
type RoleOfTable = RaciAnswer['raci']['roles']['edges'][number];

/** The answer of the GraphQL field `raci`, with all pages. */
async function answerOf(table: RaciTable, stored: StoredCatalog, options: RaciOptions) {
  const { graph, request, columns, findings } = table;
  const rows = options.findings === true ? table.rows.filter((row) => row.findings.length > 0) : table.rows;
  const cells = new Map(rows.map((row) => [row, runToCompletion(shownCellsOf(table, row))]));
  const lines = [...cells.values()].flatMap((ofRow) => ofRow.flatMap((cell) => cell.lines));
  const quoteOf = listsLines(options) || options.json === true ? await quotesOf(stored, lines) : () => null;
  return {
    raci: {
      summary: runToCompletion(raciSummary(table)),
      checks: raciCheckResults(table),
      groups: request.groups?.map(({ id, label }) => ({ id, label })) ?? null,
      roles: {
        totalCount: columns.length,
        edges: columns.map(({ role, responsible, accountable, consulted, informed }) => ({
          node: { id: role.id, title: role.title, label: role.label, alternateTitles: role.alternateTitles },
          responsibleCount: responsible,
          accountableCount: accountable,
          consultedCount: consulted,
          informedCount: informed,
        })),
      },
      rows: {
        ...pageFields(rows, rowsInOrder(graph)),
        nodes: rows.map((row) => ({
          responsibility: { id: row.responsibility.id, name: row.responsibility.name },
          category: row.firstLine === -1 ? null : labelled(graph.appearance(row.firstLine).category),
          findings: row.findings,
          roles: {
            ...pageFields(
              (cells.get(row) ?? []).map(({ role }) => role),
              rolesByTitle,
            ),
            edges: (cells.get(row) ?? []).map(({ role, involvement, lines }) => ({
              node: { id: role.id, title: role.title, label: role.label },
              letters: lettersOf(involvement),
              involvement,
              lines: lines.map(({ appearance, involvement }) => ({
                involvement,
                appearance: { id: appearance.id, source: documentedPlaceOf(appearance, quoteOf(appearance)) },
              })),
            })),
          },
        })),
      },
      findings: {
        ...pageFields(findings, findingsInOrder(graph)),
        nodes: findings.map((finding) => ({
          check: finding.check,
          responsibility: { id: finding.row.responsibility.id, name: finding.row.responsibility.name },
          message: runToCompletion(adviceOn(table, finding)),
        })),
      },
    },
  };
}

function labelled({ id, label }: { readonly id: string; readonly label: string }) {
  return { id, label };
}

/** Where a line stands, with the document that its source is. */
function documentedPlaceOf(appearance: Appearance, quote: string | null) {
  const place = placeOf(appearance, quote);
  if (place === null || appearance.reference === null) return null;
  const { slug, label: title, document } = appearance.reference.source;
  return { ...place, source: { slug, title, document } };
}

/** What the lines say word for word; null for those that have no quote. */
async function quotesOf(stored: StoredCatalog, lines: readonly RaciLine[]) {
  const appearances = [...new Set(lines.map(({ appearance }) => appearance))];
  const texts = await stored.texts({
    responsibilitySummaries: [],
    roleSummaries: [],
    appearances: appearances.map(({ index }) => index),
  });
  const quotes = new Map(appearances.map((appearance, at) => [appearance, texts.appearances[at]?.quote ?? null]));
  return (appearance: Appearance) => quotes.get(appearance) ?? null;
}

/** Who asks about some activities wants to know where it says so. */
function listsLines({ lines, about }: RaciOptions): boolean {
  return lines === true || about !== undefined;
}

/** Above this many roles, a matrix has too many columns, where no width of a terminal says so. */
const mostColumns = { plain: 30, markdown: 20, csv: 100 } as const;
/** The least width that leaves activities readable. */
const leastWidthOfActivities = 20;
/** Most findings that are printed in words. */
const mostFindings = 20;

const legend = 'R responsible (does it), A accountable (answers for it), C consulted (before), I informed (after).';

/** @param width the width of the terminal; Infinity elsewhere. */
export function raciReport(data: RaciAnswer, options: RaciOptions, width: number): Report {
  const { raci } = data;
  const { nodes: rows } = raci.rows;
  const hasLetter = new Set(rows.flatMap(({ roles }) => roles.edges.map(({ node }) => node.id)));
  const roles = raci.roles.edges.filter(({ node }) => hasLetter.has(node.id));
  const short = shortNames(roles.map(({ node }) => node));
  const isShort = options.markdown !== true && options.csv !== true;
  const headings = isShort ? short : roles.map(({ node }) => node.label);
  // Made only where it may be shown: a catalog may have thousands of roles, and a cell for each in every row.
  const matrix = once(() => withFindings(rows, matrixOf(rows, roles, headings)));
  const form = options.form ?? fittingForm(matrix, roles.length, options, width);
  const isMatrix = form !== 'list';
  const list = (most: number) => withFindings(rows, listOf(rows, raci.checks, most));
  const most = options.markdown === true ? Infinity : mostInCell;
  const shown = form === 'matrix' ? matrix() : isMatrix ? matrixOf(rows, roles, short) : list(most);
  const messages = raci.checks.filter(({ isChecked, activityCount }) => !isChecked || activityCount > 0);
  const advice = raci.findings.nodes.slice(0, options.markdown === true ? Infinity : mostFindings);
  const lines = listsLines(options) ? linesTable(rows) : undefined;
  return {
    data,
    main: lines ?? (isMatrix ? matrix() : list(Infinity)),
    summary: raci.summary,
    parts: [
      rows.length === 0 && options.findings === true ? 'No activity has findings.' : '',
      // Of a single activity, the findings below say it all.
      messages
        .filter(({ isChecked }) => !isChecked || rows.length > 1)
        .map(({ message }) => `- ${message}`)
        .join('\n'),
      byCategory(shown),
      isMatrix && rows.length > 0 ? legend : '',
      isMatrix && isShort ? rolesTable(roles, short) : '',
      advice.map(({ message }) => `- ${message}`).join('\n'),
      moreText(raci.findings.totalCount, advice.length),
      ...(lines === undefined ? [] : [lines, sourcesTable(rows)]),
    ],
  };
}

/**
 * What can be read: a matrix if its columns leave room for the activities, without the column of findings if need be, which
 * are listed below; or else a list. A few activities that were asked for are a list, too.
 */
function fittingForm(
  matrix: () => Table,
  roleCount: number,
  { about, csv, markdown }: RaciOptions,
  width: number,
): 'matrix' | 'matrix without findings' | 'list' {
  if (about !== undefined && csv !== true) return 'list';
  const most = csv === true ? mostColumns.csv : markdown === true ? mostColumns.markdown : mostColumns.plain;
  if (roleCount > most) return 'list';
  if (csv === true || markdown === true || width === Infinity) return 'matrix';
  // The first column that is shown is that of the activities.
  const [, ...others] = naturalWidths(shownTable(matrix()));
  const widths = others.map((each) => gap.length + each);
  const room = (shown: readonly number[]) => width - shown.reduce((sum, each) => sum + each, 0);
  if (room(widths) >= leastWidthOfActivities) return 'matrix';
  return room(widths.slice(0, roleCount)) >= leastWidthOfActivities ? 'matrix without findings' : 'list';
}

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
function matrixOf(rows: readonly Row[], roles: readonly RoleOfTable[], headings: readonly string[]): Table {
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
function listOf(rows: readonly Row[], checks: RaciAnswer['raci']['checks'], most: number): Table {
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
function withFindings(rows: readonly Row[], { columns, rows: cells }: Table): Table {
  if (rows.every(({ findings }) => findings.length === 0)) return { columns, rows: cells };
  return {
    columns: [...columns, findingsHeading],
    rows: rows.map(({ findings }, index) => [...itemAt(cells, index), findings.map((check) => shortFindings[check])]),
  };
}

/** The same with a heading above the activities of each category, where there are several. */
function byCategory({ columns, rows }: Table): Table {
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
function rolesTable(roles: readonly RoleOfTable[], short: readonly string[]): Table {
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
function linesTable(rows: readonly Row[]): Table {
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
function sourcesTable(rows: readonly Row[]): Table {
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
