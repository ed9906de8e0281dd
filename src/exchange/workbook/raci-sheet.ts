import { adviceOn } from '../../analysis/raci/raci-advice.ts';
import { lettersOf, shownCellsOf } from '../../analysis/raci/raci-cells.ts';
import { raciTableOf, type RaciTable } from '../../analysis/raci/raci-table.ts';
import type { Responsibility, Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { listed, type Cell, type Sheet } from './sheet.ts';

/** The most cells of the table: a spreadsheet with more is of no use, and takes long to make. */
const mostCells = 1_000_000;

/**
 * The RACI table of the roles and responsibilities; of all responsibilities of the roles if there are none. Null if no line
 * makes a role accountable, consulted or informed: every letter would be R.
 */
export function* raciSheet(
  { graph }: ExchangedGraph,
  roles: readonly Role[],
  responsibilities: readonly Responsibility[],
): Steps<Sheet | null> {
  const about = responsibilities.length === 0 ? undefined : responsibilities;
  if (roles.length === 0 || graph.structure.appearances.involvements.kinds.length === 0) return null;
  const table = yield* raciTableOf(graph, { roles, about });
  const involved = table.columns.filter(
    ({ accountable, consulted, informed }) => accountable + consulted + informed > 0,
  );
  if (involved.length === 0) return null;
  const shown = table.columns.filter(
    ({ responsible, accountable, consulted, informed }) => responsible + accountable + consulted + informed > 0,
  );
  const fitting = shown.slice(0, Math.floor(mostCells / Math.max(1, table.rows.length)));
  const columns = [
    { heading: 'Responsibility', width: 46 },
    { heading: 'To decide', width: 60 },
    ...fitting.map(({ role }) => ({ heading: role.label, width: 6, isUpright: true })),
  ];
  const rows = yield* rowsOf(
    table,
    fitting.map(({ role }) => role),
  );
  return { name: 'RACI', columns, rows, frozenColumns: 1 };
}

function* rowsOf(table: RaciTable, roles: readonly Role[]): Steps<Cell[][]> {
  const rows: Cell[][] = [];
  for (const row of table.rows) {
    const advice: string[] = [];
    for (const check of row.findings) advice.push(yield* adviceOn(table, { row, check }));
    const letters = new Map<Role, string>();
    for (const { role, involvement } of yield* shownCellsOf(table, row)) letters.set(role, lettersOf(involvement));
    rows.push([row.responsibility.name, listed(advice, '\n'), ...roles.map((role) => letters.get(role) ?? null)]);
    yield;
  }
  return rows;
}
