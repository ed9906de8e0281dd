import type { LeftOut, TableReader } from '../conversion.ts';
import { columnsByMapping } from '../column-mapping.ts';
import type { GroupKind, Statement } from '../facts.ts';
import type { GivenTable } from '../given-table.ts';
import type { Involvement } from '../../involvement.ts';
import { type LabelMeaning, labelNames, meaningOfHeading } from './label-columns.ts';
import { plainRaci, readCell } from './letters.ts';
import { involvementOfHeading } from './names.ts';
import { plainName } from './raci-text.ts';
import { leftOutRow, passedOver } from './row-kinds.ts';
import { splitNames } from './split-names.ts';

const mostRowsAbove = 40;
/** How many rows below a heading are looked at to know what the table is. */
const mostLookedAt = 500;

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
    const { duty, role, group, section, note } = last;
    const names = splitNames(role ?? '', new Set());
    if (duty === undefined || role === undefined || names.length === 0) {
      leftOut.push(leftOutRow(table, row, duty === undefined ? 'a tick without an activity' : 'a tick without a role'));
      continue;
    }
    taken++;
    const cells = [...ticked].filter(([column]) => isTick(row.cells[column] ?? ''));
    const said = cells.map(([column, { heading }]) => `${heading}: ${row.cells[column] ?? ''}`).join(', ');
    for (const name of names) {
      statements.push({
        role: plainName(name),
        ...(group !== undefined && { group }),
        ...(section !== undefined && { section }),
        duties: [{ name: plainName(duty), involvement: [...new Set(involvement)] }],
        place: { source, [table.counts]: row.number, quote: `${duty} | ${role} | ${said}` },
        ...(note !== undefined && note !== '' && { note }),
      });
    }
  }
  if (statements.length === 0) return undefined;
  const as = 'a RACI table with a row for each activity and role, and ticks in columns';
  const named = table.rows[header]?.cells.map((heading, column) => ({ heading, as: nameOf(layout, column) })) ?? [];
  return { understood: { part: table.name, as, columns: named, taken, remarks: [] }, statements, leftOut, groupKind };
};

interface TickedLayout {
  readonly header: number;
  readonly ticked: ReadonlyMap<number, { readonly heading: string; readonly involvement: Involvement }>;
  readonly labels: ReadonlyMap<number, { readonly meaning: LabelMeaning }>;
  readonly groupKind: GroupKind | undefined;
}

/** Finds a heading with an activity, a role and at least two kinds of involvement, below which stand ticks or letters only. */
function layoutOf({ rows }: GivenTable, mapping: Parameters<typeof columnsByMapping>[1]): TickedLayout | undefined {
  for (const [header, { cells }] of rows.slice(0, mostRowsAbove).entries()) {
    const mapped = columnsByMapping(cells, mapping);
    const ticked = new Map<number, { heading: string; involvement: Involvement }>();
    const labels = new Map<number, { meaning: LabelMeaning }>();
    let groupKind: GroupKind | undefined;
    for (const [column, heading] of cells.entries()) {
      const involvement = mapped.has(column) ? undefined : involvementOfHeading(heading);
      if (involvement !== undefined) ticked.set(column, { heading, involvement });
      else {
        const known = meaningOfHeading(heading, mapped.get(column));
        labels.set(column, { meaning: known?.meaning ?? 'ignored' });
        if (known?.meaning === 'group') groupKind ??= known.groupKind;
      }
    }
    const meanings = new Set([...labels.values()].map(({ meaning }) => meaning));
    if (ticked.size < 2 || !meanings.has('duty') || !meanings.has('role')) continue;
    const below = rows.slice(header + 1, header + 1 + mostLookedAt);
    const texts = below
      .flatMap((row) => [...ticked.keys()].map((column) => row.cells[column] ?? ''))
      .filter((cell) => cell !== '');
    if (2 * texts.filter(isTick).length > texts.length) return { header, ticked, labels, groupKind };
  }
  return undefined;
}

function isTick(cell: string): boolean {
  return cell === '1' || readCell(cell, plainRaci)?.rest === '';
}

function nameOf({ ticked, labels }: TickedLayout, column: number): string {
  const tick = ticked.get(column);
  return tick === undefined
    ? labelNames[labels.get(column)?.meaning ?? 'ignored']
    : `a tick: the role is ${tick.involvement.toLowerCase()}`;
}
