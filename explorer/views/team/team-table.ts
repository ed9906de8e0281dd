import type { TeamRole } from '../../state/questions/team-questions.ts';
import type { Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';

/** A team as a table with the columns that this page and the command line read again. */
export function teamTable(team: readonly Member[], roles: ReadonlyMap<string, TeamRole>): Table {
  const { tables } = words.team;
  return {
    title: tables.team,
    columns: [tables.name, tables.roles, tables.share, tables.until],
    rows: team.map(({ name, roles: own, unknown = [], share = 1, until = null }) => [
      name,
      [...own.map((id) => roles.get(id)?.label ?? id), ...unknown].join('; '),
      share,
      until,
    ]),
  };
}
