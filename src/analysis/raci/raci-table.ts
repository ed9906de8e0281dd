import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { involvements, type Involvement } from '../../graph/nodes/involvement.ts';
import type { Responsibility, Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { involvementOfKinds } from '../../graph/structure/kinds-of-involvement.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { findingsOf, needsAccountableOf, type RaciCheck } from './raci-checks.ts';
import { linesOf, linesOfActivities, type ActivityLines, type LinesOfActivities } from './raci-lines.ts';
import { compareRows, firstLineOf, inOrderOfLines } from './raci-orders.ts';

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
