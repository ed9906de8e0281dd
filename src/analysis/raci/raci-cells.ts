import { itemAt } from '../../collections/item-at.ts';
import type { Involvement } from '../../graph/nodes/involvement.ts';
import type { Appearance, Role } from '../../graph/nodes/node.ts';
import { involvementOfKinds } from '../../graph/structure/kinds-of-involvement.ts';
import { filterInSteps, mapInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { linesOf } from './raci-lines.ts';
import type { RaciRow, RaciTable } from './raci-table.ts';

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

/** As a cell of a RACI table has it: "R", "R/A". */
export function lettersOf(involvement: readonly Involvement[]): string {
  return involvement.map((each) => each.slice(0, 1)).join('/');
}

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
