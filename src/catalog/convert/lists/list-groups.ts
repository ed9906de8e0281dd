import { matchingKey } from '../../../text/matching-key.ts';
import type { GroupKind } from '../facts.ts';
import type { GivenRow } from '../given-table.ts';
import { headingKind } from '../heading-words.ts';
import type { ListColumn, ListColumnKind } from './list-columns.ts';

/** A column that says in which group or section roles are. */
export interface GroupColumn {
  readonly column: ListColumn;
  /** Whether an empty cell means the one above, as merged cells are written. */
  readonly isFilledDown: boolean;
}

/** The columns of groups that are used. */
export interface ListGroups {
  readonly group: GroupColumn | undefined;
  readonly section: GroupColumn | undefined;
  readonly groupKind: GroupKind;
}

/** From the broadest to the narrowest. */
const breadth: readonly ListColumnKind[] = ['company', 'division', 'area', 'department', 'team', 'section'];

/**
 * The two broadest columns of groups in which not all rows say the same: the first is the group, the second the section. A column
 * such as "Category" alone is the section.
 */
export function listGroups(columns: readonly ListColumn[], role: number, rows: readonly GivenRow[]): ListGroups {
  const grouping = breadth.flatMap((kind) => columns.filter((column) => column.kind === kind));
  const said = grouping.filter(({ isSaid }) => isSaid);
  const differing = grouping.filter(({ index }) => differs(index, rows));
  const usable = said.length > 0 ? said : differing.length > 0 ? differing : grouping.slice(0, 1);
  const [first, second] = usable;
  const isSectionOnly = first?.kind === 'section';
  const group = isSectionOnly ? undefined : first;
  const section = isSectionOnly ? first : second;
  return {
    group: group && { column: group, isFilledDown: isFilledDown(group.index, role, rows) },
    section: section && { column: section, isFilledDown: isFilledDown(section.index, role, rows) },
    groupKind: group !== undefined && kindOf(group) === 'area' ? 'PILLAR' : 'ORGANIZATION_TYPE',
  };
}

/** A column that the user calls a group is one of areas if its heading says so. */
function kindOf({ kind, heading, isSaid }: ListColumn): ListColumnKind {
  return isSaid ? (headingKind(heading) ?? kind) : kind;
}

function differs(index: number, rows: readonly GivenRow[]): boolean {
  let first: string | undefined;
  for (const { cells } of rows) {
    const key = matchingKey(cells[index] ?? '');
    if (key === '') continue;
    first ??= key;
    if (key !== first) return true;
  }
  return false;
}

/** Where a value is written again in the next row, empty cells mean that there is none. */
function isFilledDown(index: number, role: number, rows: readonly GivenRow[]): boolean {
  let hasEmpty = false;
  let before = '';
  for (const { cells } of rows) {
    const value = cells[index] ?? '';
    if (value !== '' && value === before) return false;
    if (value === '' && (cells[role] ?? '') !== '') hasEmpty = true;
    before = value;
  }
  return hasEmpty;
}
