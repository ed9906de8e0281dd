import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { filterInSteps, forEachInSteps, mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { spreadKindOf } from '../board/spread.ts';
import { checkedNumber } from '../checked-number.ts';
import { chosenRoles, isChoice, type RoleChoice } from '../chosen-roles.ts';
import { huePosition } from '../nodes/picture-node.ts';
import { namedOf, noneNamed, withRole, type Named } from '../sentences.ts';
import { cellsIn } from './role-cells.ts';

/** What the columns of a matrix can be. */
export const matrixKinds = ['PILLAR', 'CATEGORY', 'TOPIC', 'ORGANIZATION_TYPE'] as const;
export type MatrixKind = (typeof matrixKinds)[number];

/** How many rows a matrix has at most, unless `maxRoles` says it, and how many that may say. */
export const defaultMaxRoles = 200;
export const greatestMaxRoles = 1_000;
/** The most columns: more can no longer be followed, whatever the width. */
const mostColumns = 50;

/** What a matrix is to show. */
export interface MatrixParameters extends RoleChoice {
  /** What the columns are; pillars or, in a catalog without two, organization types or else categories where it is not given. */
  readonly by?: MatrixKind | null | undefined;
  /** Only the roles in at least so many columns, from 1; 1 where it is not given, and 2 if there are more roles than `maxRoles`. */
  readonly minGroups?: number | null | undefined;
  /** The most rows, 1 to 1,000; 200 where it is not given. */
  readonly maxRoles?: number | null | undefined;
}

/** Which roles stand in which groups, or have duties about which topics. */
export interface MatrixData {
  readonly by: MatrixKind;
  /** Whether only some roles were asked for. */
  readonly isFiltered: boolean;
  /** How many roles there are to be shown. */
  readonly roleCount: number;
  /** Of all columns that there are, those with most roles, in the catalog's order. */
  readonly columns: readonly MatrixColumn[];
  /** How many columns there are. */
  readonly columnCount: number;
  /** Roles in most columns first, then those that share the earliest columns, then by title. */
  readonly rows: readonly MatrixRow[];
  /** The least columns of a row. */
  readonly minGroups: number;
  /** How many roles are in at least so many of the columns that are shown. */
  readonly matchingCount: number;
  readonly counts: MatrixCounts;
}

export interface MatrixColumn {
  readonly id: string;
  readonly label: string;
  /** How many of the roles stand in it, whether or not they are shown. */
  readonly roleCount: number;
  /** The position of its hue, which is that of its pillar; null for a column without a hue. */
  readonly position: number | null;
  /** What a category is part of, by name; null for other columns. */
  readonly owner: string | null;
}

export interface MatrixRow {
  readonly id: string;
  readonly label: string;
  /** The filled cells, by column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  /** The index of the column. */
  readonly column: number;
  /** The number of appearances or, of a topic, of duties, at least 1. */
  readonly count: number;
}

/** Of all the roles, shown or not, and of all columns that there are. */
export interface MatrixCounts {
  readonly inNone: number;
  readonly inSeveral: number;
  /** Of at least two columns. */
  readonly inAll: Named;
  /** The roles in most columns, and in how many; null if no role is in any. */
  readonly widest: { readonly columns: number; readonly roles: Named } | null;
  /** The most roles that stand in the same columns, in at least two and not in all that are shown; null if no two do. */
  readonly alike: { readonly columns: readonly string[]; readonly roles: Named } | null;
}

/** A role with its cells, whose columns are indexes of groups or topics. */
interface RoleCells {
  readonly role: Role;
  readonly cells: readonly MatrixCell[];
}

/**
 * The matrix of a catalog.
 *
 * @throws ArgumentError for what the filter does not take, and a number out of its range.
 */
export function* matrixData(graph: CatalogGraph, parameters: MatrixParameters = {}): Steps<MatrixData> {
  const by = parameters.by ?? spreadKindOf(graph);
  const maxRoles = checkedNumber('maxRoles', parameters.maxRoles, greatestMaxRoles) ?? defaultMaxRoles;
  const wanted = checkedNumber('minGroups', parameters.minGroups, Infinity);
  const roles = graph.rolesIn(yield* chosenRoles(graph, parameters));
  const minGroups = wanted ?? (roles.length > maxRoles ? 2 : 1);

  const cellsOf = cellsIn(graph, by);
  const all: readonly RoleCells[] = yield* mapInSteps(roles, (role) => ({ role, cells: cellsOf(role) }));
  const nodes: readonly ColumnNode[] = graph.nodesOfKind(by);
  const roleCounts = new Int32Array(nodes.length);
  yield* forEachInSteps(all, ({ cells }) => {
    for (const { column } of cells) roleCounts[column] = itemAt(roleCounts, column) + 1;
  });
  const shown = columnsWithMostRoles(roleCounts);
  const columns = shown.map((index) => columnOf(graph, itemAt(nodes, index), itemAt(roleCounts, index)));
  const rows = yield* rowsInOrder(all, shown, minGroups);
  return {
    by,
    isFiltered: isChoice(parameters),
    roleCount: roles.length,
    columns,
    columnCount: nodes.length,
    rows: rows.slice(0, maxRoles),
    minGroups,
    matchingCount: rows.length,
    counts: {
      ...(yield* countsOf(all, nodes.length)),
      alike: yield* mostAlike(rows, columns),
    },
  };
}

type ColumnNode = RoleGroup | Topic;

/** The indexes of the columns that are shown, ascending. */
function columnsWithMostRoles(roleCounts: Int32Array): readonly number[] {
  return Array.from(roleCounts.keys())
    .sort((a, b) => itemAt(roleCounts, b) - itemAt(roleCounts, a) || a - b)
    .slice(0, mostColumns)
    .sort((a, b) => a - b);
}

function columnOf(graph: CatalogGraph, node: ColumnNode, roleCount: number): MatrixColumn {
  const column = { id: node.id, label: node.label, roleCount, position: null, owner: null };
  switch (node.kind) {
    case 'TOPIC':
      return column;
    case 'PILLAR':
    case 'ORGANIZATION_TYPE':
      return { ...column, position: huePosition(graph, node) ?? null };
    case 'CATEGORY':
      return {
        ...column,
        label: node.name,
        position: huePosition(graph, node) ?? null,
        owner: node.owners[0]?.name ?? null,
      };
  }
}

/** The rows of all roles that stand in enough of the columns that are shown. */
function* rowsInOrder(
  all: readonly RoleCells[],
  shown: readonly number[],
  minGroups: number,
): Steps<readonly MatrixRow[]> {
  const columnOfNode = new Map(shown.map((node, column) => [node, column]));
  const rows = yield* mapInSteps(all, ({ role, cells }): MatrixRow => {
    const shownCells = cells.flatMap(({ column: node, count }) => {
      const column = columnOfNode.get(node);
      return column === undefined ? [] : [{ column, count }];
    });
    return { id: role.id, label: role.label, cells: shownCells };
  });
  const matching = yield* filterInSteps(rows, ({ cells }) => cells.length >= minGroups);
  return yield* sortInSteps(matching, comparePatterns);
}

/** More cells first, then the one with a cell in the first column in which they differ; 0 for equal patterns. */
function comparePatterns({ cells: a }: MatrixRow, { cells: b }: MatrixRow): number {
  if (a.length !== b.length) return b.length - a.length;
  const differing = a.findIndex(({ column }, at) => column !== b[at]?.column);
  return differing === -1 ? 0 : itemAt(a, differing).column - itemAt(b, differing).column;
}

function* countsOf(all: readonly RoleCells[], columnCount: number): Steps<Omit<MatrixCounts, 'alike'>> {
  let [inNone, inSeveral, inAll] = [0, 0, noneNamed];
  let widest = { columns: 1, roles: noneNamed };
  yield* forEachInSteps(all, (each) => {
    const { length } = each.cells;
    if (length === 0) inNone++;
    if (length >= 2) inSeveral++;
    if (length >= 2 && length === columnCount) inAll = withRole(inAll, each.role.label);
    if (length > widest.columns) widest = { columns: length, roles: noneNamed };
    if (length === widest.columns) widest = { columns: length, roles: withRole(widest.roles, each.role.label) };
  });
  return {
    inNone,
    inSeveral,
    inAll,
    widest: widest.roles.count === 0 ? null : widest,
  };
}

/** The most rows that are equal, which are next to each other; of several as many, the first. */
function* mostAlike(rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): Steps<MatrixCounts['alike']> {
  let best: readonly [start: number, end: number] = [0, 0];
  let start = 0;
  yield* forEachInSteps(rows, (row, index) => {
    if (index > 0 && comparePatterns(itemAt(rows, index - 1), row) !== 0) start = index;
    const { length } = row.cells;
    if (length >= 2 && length < columns.length && index + 1 - start > best[1] - best[0]) best = [start, index + 1];
  });
  const alike = rows.slice(...best);
  const [first] = alike;
  if (first === undefined || alike.length < 2) return null;
  return {
    columns: first.cells.map(({ column }) => itemAt(columns, column).label),
    roles: namedOf(alike),
  };
}
