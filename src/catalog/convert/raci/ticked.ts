import type { LeftOut, TableReader } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GroupKind, Statement } from '../facts.ts';
import type { GivenTable } from '../given-table.ts';
import type { Involvement } from '../../involvement.ts';
import { mostRowsAbove, rowsBelow } from '../heading-search.ts';
import type { LabelMeaning } from './label-columns.ts';
import { labelsIn, type Labels, understoodColumns } from './labels.ts';
import { plainRaci, readCell } from './letters.ts';
import { involvementOfHeading } from './names.ts';
import { raciStatement } from './raci-statement.ts';
import { plainName } from './raci-text.ts';
import { leftOutRow, passedOver } from './row-kinds.ts';
import { splitNames } from './split-names.ts';

/** Reads tables with a row for each activity and role, and a tick below R, A, C or I. What a row leaves blank is as above. */
export const tickedReader: TableReader = (table, source, { columns }) => {
  const layout = layoutOf(table, columns);
  if (layout === undefined) return undefined;
  const { header, ticked, labels, groupKind } = layout;
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const last: Partial<Record<LabelMeaning, string>> = {};
  let taken = 0;
  for (const [index, row] of table.rows.entries()) {
    const involvement = [...ticked].flatMap(([column, each]) =>
      isTick(row.cells[column] ?? '') ? [each.involvement] : [],
    );
    if (index <= header || involvement.length === 0) {
      const above = index === header ? 'the heading of the table' : 'above the heading';
      leftOut.push(leftOutRow(table, row, passedOver(row) ?? (index <= header ? above : 'a row without a tick')));
      continue;
    }
    for (const [column, { meaning }] of labels) {
      const text = row.cells[column] ?? '';
      if (text !== '' || meaning === 'note') last[meaning] = text;
    }
    const { duty, role, group, section, note = '' } = last;
    const names = splitNames(role ?? '', new Set());
    if (duty === undefined || role === undefined || names.length === 0) {
      leftOut.push(leftOutRow(table, row, duty === undefined ? 'a tick without an activity' : 'a tick without a role'));
      continue;
    }
    taken++;
    const cells = [...ticked].filter(([column]) => isTick(row.cells[column] ?? ''));
    const said = cells.map(([column, { heading }]) => `${heading}: ${row.cells[column] ?? ''}`).join(', ');
    for (const name of names) {
      statements.push(
        raciStatement(table, row, source, {
          role: plainName(name),
          duty: plainName(duty),
          involvement: [...new Set(involvement)],
          group,
          section,
          quote: `${duty} | ${role} | ${said}`,
          note,
        }),
      );
    }
  }
  if (statements.length === 0) return undefined;
  const as = 'a RACI table with a row for each activity and role, and ticks in columns';
  const others = [...ticked].map(
    ([column, { heading, involvement }]) =>
      [column, { heading, as: `a tick: the role is ${involvement.toLowerCase()}` }] as const,
  );
  const named = understoodColumns(labels, others);
  return { understood: { part: table.name, as, columns: named, taken, remarks: [] }, statements, leftOut, groupKind };
};

interface TickedLayout {
  readonly header: number;
  readonly ticked: ReadonlyMap<number, { readonly heading: string; readonly involvement: Involvement }>;
  readonly labels: Labels;
  readonly groupKind: GroupKind | undefined;
}

/** Finds a heading with an activity, a role and at least two kinds of involvement, below which stand ticks or letters only. */
function layoutOf(table: GivenTable, mapping: Parameters<typeof columnsByMapping>[1]): TickedLayout | undefined {
  for (const [header, { cells }] of table.rows.slice(0, mostRowsAbove).entries()) {
    const mapped = columnsByMapping(cells, mapping);
    const ticked = new Map<number, { heading: string; involvement: Involvement }>();
    for (const [column, heading] of cells.entries()) {
      const involvement = mapped.has(column) ? undefined : involvementOfHeading(heading);
      if (involvement !== undefined) ticked.set(column, { heading, involvement });
    }
    const { labels, groupKind } = labelsIn(cells, mapped, (column) => !ticked.has(column));
    const meanings = new Set([...labels.values()].map(({ meaning }) => meaning));
    if (ticked.size < 2 || !meanings.has('duty') || !meanings.has('role')) continue;
    const texts = rowsBelow(table, header)
      .flatMap((row) => [...ticked.keys()].map((column) => row.cells[column] ?? ''))
      .filter((cell) => cell !== '');
    if (2 * texts.filter(isTick).length > texts.length) return { header, ticked, labels, groupKind };
  }
  return undefined;
}

function isTick(cell: string): boolean {
  return cell === '1' || readCell(cell, plainRaci)?.rest === '';
}
