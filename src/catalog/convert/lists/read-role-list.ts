import { counted, inWords } from '../../../text/in-words.ts';
import { matchingKey } from '../../../text/matching-key.ts';
import { quoted } from '../../../text/quoted-text.ts';
import type { TableReader, TableReading } from '../conversion.ts';
import { withoutRepeatedSummaries } from '../gathered-roles.ts';
import type { GivenRow } from '../given-table.ts';
import { hasFormOfTitle, isAbbreviation, isPlainTitle } from '../title-words.ts';
import { splitTitles } from '../split-titles.ts';
import { type ListColumn, type ListHeader, listHeader, supportsRole } from './list-columns.ts';
import { type ListLayout, listLayout } from './list-layout.ts';
import { RoleListRows } from './role-list-rows.ts';

/** How many titles are looked at to know whether a table is a list of roles. */
const mostLookedAt = 500;

/** Reads a list with a heading: one row a role, or one a duty, with what the columns say of it. */
export const readRoleList: TableReader = (table, source, { columns: mapping }): TableReading | undefined => {
  const header = listHeader(table, mapping);
  if (header === undefined) return undefined;
  const rows = table.rows.slice(header.at + 1);
  const layout = listLayout(header, rows);
  if (layout === undefined || !isListOfRoles(layout, rows)) return undefined;
  const read = new RoleListRows(table, source, layout);
  read.read();
  if (read.statements.length === 0) return undefined;
  return {
    understood: {
      part: table.name,
      as: kindOfList(layout, read),
      columns: layout.columns,
      taken: read.taken,
      remarks: [...layout.remarks, ...remarksOf(read, layout)],
    },
    statements: withoutRepeatedSummaries(read.statements, read.roles),
    leftOut: read.leftOut,
    roles: read.roles.entries(),
    ...(layout.group !== undefined && { groupKind: layout.groupKind }),
  };
};

/** Whether the titles look like titles of roles, and the other columns are none of other tables. */
function isListOfRoles({ role, header }: ListLayout, rows: readonly GivenRow[]): boolean {
  if (role.isSaid) return true;
  const { columns } = header;
  const hasDuties = columns.some(({ kind }) => kind === 'duty');
  const others = columns.filter(({ kind }) => kind === 'other').length;
  if (others > 1 || (others === 1 && !hasDuties) || isMatrix(header, rows)) return false;
  const titles = rows
    .slice(0, mostLookedAt)
    .map(({ cells }) => cells[role.index] ?? '')
    .filter((title) => title !== '');
  const share = (isSuch: (title: string) => boolean) =>
    titles.filter((title) => splitTitles(title).some(isSuch)).length / titles.length;
  if (titles.length === 0 || share(hasFormOfTitle) < 0.6) return false;
  const plain = share((title) => isPlainTitle(title) || isAbbreviation(title));
  if (role.isWeak === true) return plain >= 0.5;
  // A column "Role" alone is that of a list of roles, whatever they are called.
  return columns.length === 1 || columns.some((column) => column !== role && supportsRole(column)) || plain >= 0.3;
}

/** Whether the columns whose headings are not known hold the letters of a RACI table. */
function isMatrix({ columns }: ListHeader, rows: readonly GivenRow[]): boolean {
  const unknown = columns.filter(({ kind, heading }: ListColumn) => kind === 'unknown' && heading !== '');
  if (unknown.length < 2) return false;
  let letters = 0;
  let texts = 0;
  for (const { cells } of rows.slice(0, mostLookedAt)) {
    for (const { index } of unknown) {
      const text = cells[index] ?? '';
      if (text === '') continue;
      texts++;
      if (/^[RASCIVDOX](?:\s*[/,&+ ]?\s*[RASCIVDO])*$|^[✓✔x]$/iu.test(text)) letters++;
    }
  }
  return letters * 2 > texts;
}

function kindOfList({ duties }: ListLayout, { statements }: RoleListRows): string {
  if (duties.length === 0) return 'a list of roles without duties';
  const distinct = new Set(statements.map(({ role }) => matchingKey(role))).size;
  return distinct < statements.length && duties.length === 1
    ? 'a list of duties: a row for each, with its role'
    : 'a list of roles: a row for each, with its duties';
}

function remarksOf({ joinedTitles, roles }: RoleListRows, { code }: ListLayout): readonly string[] {
  const joined = [...new Set(joinedTitles)];
  const shared = code === undefined ? [] : roles.sharedCodes();
  return [
    ...joined
      .slice(0, 1)
      .map(
        (cell) =>
          `${quoted(cell)} is read as one role with several titles${joined.length > 1 ? `, and so are ${counted(joined.length - 1, 'other cell')}` : ''}.`,
      ),
    ...(shared.length > 0
      ? [`Several roles have the codes ${inWords(shared.map(quoted))}, which are left out for that reason.`]
      : []),
  ];
}
