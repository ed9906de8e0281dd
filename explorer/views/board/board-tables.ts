import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { boxesOn } from '../../../src/drawing/board/boxes-on.ts';
import type { Table } from '../../state/table.ts';
import { capitalized, language } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { rolesOnBoard } from './roles-on-board.ts';

/** The names of the duties of each role, by its id. */
export type DutiesOfRoles = ReadonlyMap<string, readonly string[]>;

/** The roles of a board as a table, in the order of their titles: where each stands, and what it does. */
export function boardTables(data: BoardData, duties: DutiesOfRoles): readonly Table[] {
  const own = words.takeAlong.board;
  const { kind } = data.spread;
  const categories = categoriesOfRoles(data);
  const roles = [...rolesOnBoard(data).values()].sort((a, b) => a.label.localeCompare(b.label, language));
  const rows = roles.map(({ id, label, groups, dutyCount }) => {
    const places = kind === 'CATEGORY' ? [] : [(categories.get(id) ?? []).join('; ')];
    return [
      label,
      groups.join('; '),
      groups.length,
      ...places,
      dutyCount,
      dutiesInCell(duties.get(id) ?? [], dutyCount),
    ];
  });
  const groups = capitalized(words.groups[kind].other);
  const places = kind === 'CATEGORY' ? [] : [own.categories];
  return [
    {
      title: own.title,
      columns: [own.role, groups, own.countOf(groups), ...places, own.dutyCount, own.duties],
      rows,
    },
  ];
}

function categoriesOfRoles(data: BoardData): ReadonlyMap<string, readonly string[]> {
  const categories = new Map<string, Set<string>>();
  for (const { id, label, roles } of boxesOn(data)) {
    // Roles that stand in no category are in a box without an id.
    if (id === null) continue;
    for (const role of roles) categories.set(role.id, (categories.get(role.id) ?? new Set()).add(label));
  }
  return new Map(Array.from(categories, ([role, names]) => [role, [...names]]));
}

/** Of a role with very many duties, not all names are asked for. */
function dutiesInCell(names: readonly string[], count: number): string {
  return (names.length < count ? [...names, words.board.more(count - names.length)] : names).join('; ');
}
