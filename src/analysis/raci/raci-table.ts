import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { involvements, type Involvement } from '../../graph/nodes/involvement.ts';
import type { Appearance, Responsibility, Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { involvementOfKinds, kindsOf } from '../../graph/structure/kinds-of-involvement.ts';
import {
  filterInSteps,
  forEachInSteps,
  mapInSteps,
  repeatInSteps,
  sortInSteps,
  type Steps,
} from '../../scheduling/steps.ts';
import { linesOf, linesOfActivities, type ActivityLines, type LinesOfActivities } from './raci-lines.ts';

/** What can be wrong with an activity, in the order in which answers list it. */
export const raciChecks = [
  'NOBODY_ACCOUNTABLE',
  'SEVERAL_ACCOUNTABLE',
  'ACCOUNTABLE_WITHOUT_RESPONSIBLE',
  'NOBODY_RESPONSIBLE',
] as const;

export type RaciCheck = (typeof raciChecks)[number];

export interface RaciRequest {
  /** Only lines of these groups give letters; all lines of the catalog where not given. */
  readonly groups?: readonly RoleGroup[] | undefined;
  /**
   * The activities to show: these responsibilities, whether or not a line names them, and of those of these topics what lines
   * of the groups name. Where not given: all that lines of the groups name. Without groups, also what no line names.
   */
  readonly about?: readonly (Responsibility | Topic)[] | undefined;
  /** Only the columns of these roles, and the rows in which one of them has a letter. The checks consider all roles. */
  readonly roles?: readonly Role[] | undefined;
}

/** An activity of a RACI table: a responsibility. The table has the lines of all rows together: there may be 100,000 rows. */
export interface RaciRow {
  readonly responsibility: Responsibility;
  /** Its first line, in the order of categories, then places: the index of an appearance. -1 without lines. */
  readonly firstLine: number;
  /**
   * Whether somebody should be accountable: one of its sources makes roles accountable for something. A list that only says what
   * roles do says nothing about that.
   */
  readonly needsAccountable: boolean;
  /** What is wrong with it, in the order of raciChecks. */
  readonly findings: readonly RaciCheck[];
}

/** What one line says of a role and an activity. */
export interface RaciLine {
  readonly appearance: Appearance;
  readonly involvement: readonly Involvement[];
}

/** A role in a row, with its letters and the lines behind them. */
export interface RaciCell {
  readonly role: Role;
  /** What the lines say together. */
  readonly involvement: readonly Involvement[];
  /** By place. */
  readonly lines: readonly RaciLine[];
}

/** A role of a RACI table. */
export interface RaciColumn {
  readonly role: Role;
  /** In how many of the rows it is responsible, and so on. */
  readonly responsible: number;
  readonly accountable: number;
  readonly consulted: number;
  readonly informed: number;
}

export interface RaciFinding {
  readonly row: RaciRow;
  readonly check: RaciCheck;
}

export interface RaciTable {
  readonly graph: CatalogGraph;
  readonly request: RaciRequest;
  /** In the order of rowsInOrder. */
  readonly rows: readonly RaciRow[];
  /** By title. */
  readonly columns: readonly RaciColumn[];
  /** Of the rows, in their order. */
  readonly findings: readonly RaciFinding[];
  /** How many of the rows have each finding. */
  readonly findingCounts: Readonly<Record<RaciCheck, number>>;
  /** How many of the rows have any finding. */
  readonly faultyRowCount: number;
  /** How many of the rows need nobody to be accountable: NOBODY_ACCOUNTABLE is not checked for them. */
  readonly uncheckedCount: number;
  /** The lines of the activities. */
  readonly lines: LinesOfActivities;
}

const responsibleKind = kindsOf(['RESPONSIBLE']);
const accountableKind = kindsOf(['ACCOUNTABLE']);

/** How many lines are looked at between two yields. */
const linesPerStep = 1024;

/** The RACI table of some groups, or of the whole catalog. */
export function* raciTableOf(graph: CatalogGraph, request: RaciRequest): Steps<RaciTable> {
  const { isNamed, isWanted } = wantedActivities(graph, request);
  const lines = yield* linesOfActivities(graph, request.groups, isWanted);
  const isColumn = request.roles && new Set(request.roles.map(({ index }) => index));
  // In how many rows each role has each letter: by role, then letter.
  const counts = new Int32Array(graph.roles.length * involvements.length);
  const rows: RaciRow[] = [];
  const compareLines = inOrderOfLines(graph);
  let looked = 0;
  for (const responsibility of graph.responsibilities) {
    const { index } = responsibility;
    const ofRow = linesOf(lines, index);
    looked += ofRow.appearances.length + 8;
    if (looked > linesPerStep) {
      looked = 0;
      yield;
    }
    if (isWanted[index] === 0) continue;
    const isListed = isNamed[index] === 1;
    if (!isListed && ofRow.appearances.length === 0 && (request.groups !== undefined || isColumn !== undefined))
      continue;
    const roles = rolesOfLines(graph, ofRow);
    if (!isListed && isColumn !== undefined && !roles.some(({ role }) => isColumn.has(role))) continue;
    for (const { role, kinds } of roles) count(counts, role, kinds);
    const needsAccountable = needsAccountableOf(graph, lines, ofRow);
    rows.push({
      responsibility,
      firstLine: firstLineOf(ofRow, compareLines),
      needsAccountable,
      findings: findingsOf(roles, needsAccountable),
    });
  }
  const ordered = yield* sortInSteps(rows, compareRows(graph));
  const findings: RaciFinding[] = [];
  const findingCounts = {
    NOBODY_ACCOUNTABLE: 0,
    SEVERAL_ACCOUNTABLE: 0,
    ACCOUNTABLE_WITHOUT_RESPONSIBLE: 0,
    NOBODY_RESPONSIBLE: 0,
  };
  let [faultyRowCount, uncheckedCount] = [0, 0];
  yield* forEachInSteps(ordered, (row) => {
    if (row.findings.length > 0) faultyRowCount++;
    if (!row.needsAccountable) uncheckedCount++;
    for (const check of row.findings) {
      findings.push({ row, check });
      findingCounts[check]++;
    }
  });
  return {
    graph,
    request,
    lines,
    rows: ordered,
    columns: yield* columnsOf(graph, counts, isColumn),
    findings,
    findingCounts,
    faultyRowCount,
    uncheckedCount,
  };
}

/** By index, the responsibilities that the table may have, and those that it has in any case. */
function wantedActivities(graph: CatalogGraph, { about }: RaciRequest) {
  const { length } = graph.responsibilities;
  const isNamed = new Uint8Array(length);
  const isWanted = new Uint8Array(length).fill(about === undefined ? 1 : 0);
  for (const node of about ?? []) {
    if (node.kind === 'RESPONSIBILITY') {
      isNamed[node.index] = 1;
      isWanted[node.index] = 1;
    } else {
      for (const index of listAt(graph.relations.responsibilitiesOfTopic, node.index)) isWanted[index] = 1;
    }
  }
  return { isNamed, isWanted };
}

/** The distinct roles of lines, by index, with what the lines say of each together. */
function rolesOfLines(graph: CatalogGraph, { appearances, kinds }: ActivityLines) {
  const roles: { readonly role: number; kinds: number }[] = [];
  appearances.forEach((appearance, at) => {
    const role = itemAt(graph.structure.appearances.role, appearance);
    const last = roles.at(-1);
    if (last?.role === role) last.kinds |= itemAt(kinds, at);
    else roles.push({ role, kinds: itemAt(kinds, at) });
  });
  return roles;
}

function count(counts: Int32Array, role: number, kinds: number): void {
  for (const each of involvementOfKinds(kinds)) {
    const at = role * involvements.length + involvements.indexOf(each);
    counts[at] = itemAt(counts, at) + 1;
  }
}

/** By title: the given roles or, without them, those that have a letter in some row. */
function* columnsOf(
  graph: CatalogGraph,
  counts: Int32Array,
  isColumn: ReadonlySet<number> | undefined,
): Steps<readonly RaciColumn[]> {
  const columns: RaciColumn[] = [];
  yield* forEachInSteps(graph.roles, (role) => {
    const from = role.index * involvements.length;
    const countOf = (letter: Involvement) => itemAt(counts, from + involvements.indexOf(letter));
    const [responsible, accountable] = [countOf('RESPONSIBLE'), countOf('ACCOUNTABLE')];
    const [consulted, informed] = [countOf('CONSULTED'), countOf('INFORMED')];
    if (isColumn?.has(role.index) ?? responsible + accountable + consulted + informed > 0) {
      columns.push({ role, responsible, accountable, consulted, informed });
    }
  });
  return columns;
}

type CompareLines = (a: number, b: number) => number;

/** Compares two lines, given as appearances, by their categories in the catalog's order, then by their places; -1 comes last. */
function inOrderOfLines({ structure: { appearances } }: CatalogGraph): CompareLines {
  const { category, source, line, row } = appearances;
  // As unsigned numbers, what is not given is the greatest; see comparePlaces.
  const compared = (a: number, b: number) =>
    itemAt(category, a) - itemAt(category, b) ||
    (itemAt(source, a) >>> 0) - (itemAt(source, b) >>> 0) ||
    ((itemAt(line, a) - 1) >>> 0) - ((itemAt(line, b) - 1) >>> 0) ||
    ((itemAt(row, a) - 1) >>> 0) - ((itemAt(row, b) - 1) >>> 0);
  return (a, b) => (a === -1 || b === -1 ? (a >>> 0) - (b >>> 0) : compared(a, b));
}

/** The first line of a row; -1 without lines. */
function firstLineOf({ appearances }: ActivityLines, compare: CompareLines): number {
  return appearances.reduce((first, each) => (compare(each, first) < 0 ? each : first), -1);
}

/** Compares two rows as rowsInOrder does: responsibilities are numbered by name and id. */
function compareRows(graph: CatalogGraph): (a: RaciRow, b: RaciRow) => number {
  const compare = inOrderOfLines(graph);
  return (a, b) => compare(a.firstLine, b.firstLine) || a.responsibility.index - b.responsibility.index;
}

/** Whether a source of some lines makes roles accountable; of an activity without lines, whether any source of the catalog does. */
function needsAccountableOf(
  { structure: { appearances } }: CatalogGraph,
  { sourceNamesAccountable, namesAccountable }: LinesOfActivities,
  ofRow: ActivityLines,
): boolean {
  if (!namesAccountable || ofRow.appearances.length === 0) return namesAccountable;
  return ofRow.appearances.some((each) => sourceNamesAccountable[itemAt(appearances.source, each) + 1] === 1);
}

/** One list for all rows without findings. */
const noFindings: readonly RaciCheck[] = [];

function findingsOf(roles: readonly { readonly kinds: number }[], needsAccountable: boolean): readonly RaciCheck[] {
  const having = (wanted: number) => roles.filter(({ kinds }) => (kinds & wanted) !== 0).length;
  const [responsible, accountable] = [having(responsibleKind), having(accountableKind)];
  const isFound: Readonly<Record<RaciCheck, boolean>> = {
    NOBODY_ACCOUNTABLE: needsAccountable && accountable === 0,
    SEVERAL_ACCOUNTABLE: accountable > 1,
    ACCOUNTABLE_WITHOUT_RESPONSIBLE: accountable > 0 && responsible === 0,
    NOBODY_RESPONSIBLE: accountable === 0 && responsible === 0,
  };
  const found = raciChecks.filter((check) => isFound[check]);
  return found.length === 0 ? noFindings : found;
}

/**
 * Rows as the sources have them: by the category of their first line, in the catalog's order, then by the place of that
 * line; then by name. Rows without lines come last.
 */
export function rowsInOrder({ structure: { appearances } }: CatalogGraph): Order<RaciRow> {
  // Nothing comes after all numbers: lines without a source are -1 there, and those without a line or row 0.
  const number = (column: Int32Array, line: number, none: number) => {
    const value = line === -1 ? none : itemAt(column, line);
    return value === none ? last : value;
  };
  return {
    name: 'activities by PLACE ASC',
    types: ['number', 'number', 'number', 'number', 'string', 'string'],
    directions: ['ASC', 'ASC', 'ASC', 'ASC', 'ASC', 'ASC'],
    valuesOf: ({ firstLine, responsibility }) => [
      number(appearances.category, firstLine, -1),
      number(appearances.source, firstLine, -1),
      number(appearances.line, firstLine, 0),
      number(appearances.row, firstLine, 0),
      responsibility.sortKey,
      responsibility.id,
    ],
  };
}

/** Findings in the order of their rows, then of raciChecks. */
export function findingsInOrder(graph: CatalogGraph): Order<RaciFinding> {
  const rows = rowsInOrder(graph);
  return {
    name: 'findings by PLACE ASC',
    types: [...rows.types, 'number'],
    directions: [...rows.directions, 'ASC'],
    valuesOf: ({ row, check }) => [...rows.valuesOf(row), raciChecks.indexOf(check)],
  };
}

/** As a cell of a RACI table has it: "R", "R/A". */
export function lettersOf(involvement: readonly Involvement[]): string {
  return involvement.map((each) => each.slice(0, 1)).join('/');
}

/** Above every index, line and row. */
const last = 2 ** 32;

/** The cells of the table's columns in a row, by title of the role. */
export function* shownCellsOf(table: RaciTable, row: RaciRow): Steps<readonly RaciCell[]> {
  const cells = yield* cellsOf(table, row);
  const { roles } = table.request;
  if (roles === undefined) return cells;
  const isColumn = new Set(roles);
  return yield* filterInSteps(cells, ({ role }) => isColumn.has(role));
}

/** The cells of all roles in a row, by title of the role. */
export function* cellsOf({ graph, lines }: RaciTable, { responsibility }: RaciRow): Steps<readonly RaciCell[]> {
  const { appearances, kinds } = linesOf(lines, responsibility.index);
  const cells: { readonly role: Role; kinds: number; readonly lines: RaciLine[] }[] = [];
  yield* repeatInSteps(appearances.length, (at) => {
    const appearance = graph.appearance(itemAt(appearances, at));
    const { role } = appearance;
    const said = itemAt(kinds, at);
    let cell = cells.at(-1);
    if (cell?.role !== role) cells.push((cell = { role, kinds: 0, lines: [] }));
    cell.kinds |= said;
    cell.lines.push({ appearance, involvement: involvementOfKinds(said) });
  });
  return yield* mapInSteps(cells, ({ role, kinds, lines }) => ({
    role,
    lines,
    involvement: involvementOfKinds(kinds),
  }));
}
