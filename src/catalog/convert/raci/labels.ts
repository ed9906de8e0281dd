import type { ColumnMeaning, Understood } from '../conversion.ts';
import type { GroupKind } from '../facts.ts';
import type { GivenRow } from '../given-table.ts';
import { type LabelMeaning, labelNames, meaningOfHeading } from './label-columns.ts';

/** A column that says what the letters, ticks or names of a row are about. */
export interface Label {
  readonly heading: string;
  readonly meaning: LabelMeaning;
}

/** By the index of the column. */
export type Labels = ReadonlyMap<number, Label>;

/**
 * What the columns below a heading are that say what a row is about.
 *
 * @param said what the user says of columns.
 * @param isLabel whether a column is one of these; all others have letters, ticks or names.
 */
export function labelsIn(
  headings: readonly string[],
  said: ReadonlyMap<number, ColumnMeaning>,
  isLabel: (column: number) => boolean,
): { readonly labels: Map<number, Label>; readonly groupKind: GroupKind | undefined } {
  const labels = new Map<number, Label>();
  let groupKind: GroupKind | undefined;
  for (const [column, heading] of headings.entries()) {
    if (!isLabel(column)) continue;
    const known = meaningOfHeading(heading, said.get(column));
    labels.set(column, { heading, meaning: known?.meaning ?? 'ignored' });
    if (known?.meaning === 'group') groupKind ??= known.groupKind;
  }
  return { labels, groupKind };
}

/** The texts of a row in the columns of a meaning. */
export function textsIn({ cells }: GivenRow, labels: Labels, meaning: LabelMeaning): readonly string[] {
  return [...labels]
    .filter(([, label]) => label.meaning === meaning)
    .map(([column]) => cells[column] ?? '')
    .filter((text) => text !== '');
}

/** What people are told of the columns, in their order. */
export function understoodColumns(
  labels: Labels,
  others: Iterable<readonly [number, { readonly heading: string; readonly as: string }]>,
): Understood['columns'] {
  const all = new Map<number, { readonly heading: string; readonly as: string }>(others);
  for (const [column, { heading, meaning }] of labels) all.set(column, { heading, as: labelNames[meaning] });
  return [...all].sort(([one], [other]) => one - other).map(([, column]) => column);
}
