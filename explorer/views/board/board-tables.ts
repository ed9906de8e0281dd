import type { BoardData, BoardRole } from '../../../src/drawing/board/board-data.ts';
import type { Table } from '../../state/table.ts';
import { capitalized, language } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** The names of the duties of each role, by its id. */
export type DutiesOfRoles = ReadonlyMap<string, readonly string[]>;

/** The roles of a board, each once, in the order of their titles. */
export function rolesOnBoard(data: BoardData): readonly BoardRole[] {
  const roles = new Map<string, BoardRole>();
  for (const { role } of chipsOf(data)) roles.set(role.id, role);
  return [...roles.values()].sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The roles of a board as a table: where each stands, and what it does. */
export function boardTables(data: BoardData, duties: DutiesOfRoles): readonly Table[] {
  const own = words.takeAlong.board;
  const { kind } = data.spread;
  const categories = categoriesOfRoles(data);
  const rows = rolesOnBoard(data).map(({ id, label, groups, dutyCount }) => {
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

/** Each chip with the category that it stands in; null for roles that stand in none. */
function chipsOf({ sections }: BoardData) {
  return sections.flatMap(({ columns }) =>
    columns.flatMap(({ boxes }) =>
      boxes.flatMap(({ id, label, roles }) => roles.map((role) => ({ role, category: id === null ? null : label }))),
    ),
  );
}

function categoriesOfRoles(data: BoardData): ReadonlyMap<string, readonly string[]> {
  const categories = new Map<string, Set<string>>();
  for (const { role, category } of chipsOf(data)) {
    if (category !== null) categories.set(role.id, (categories.get(role.id) ?? new Set()).add(category));
  }
  return new Map(Array.from(categories, ([role, names]) => [role, [...names]]));
}

/** Of a role with very many duties, not all names are asked for. */
function dutiesInCell(names: readonly string[], count: number): string {
  return (names.length < count ? [...names, words.board.more(count - names.length)] : names).join('; ');
}
