import { quoted } from '../text/quoted-text.ts';
import { csvRecords } from './csv-records.ts';
import { delimiterOf, firstLineOf } from './table-header.ts';
import type { TeamFile, TeamProblem } from './team-file.ts';
import {
  checkedRows,
  columnOf,
  unknownColumn,
  type RepeatedNames,
  type TeamCells,
  type TeamColumn,
} from './team-rows.ts';

/**
 * Reads a table of people: CSV (RFC 4180) with a header, its columns separated by commas, semicolons or tabs.
 *
 * @param name of the file, for positions.
 * @param repeated what happens to somebody who has several lines.
 */
export function csvTeam(text: string, name: string, repeated: RepeatedNames = 'REFUSED'): TeamFile {
  const problems: TeamProblem[] = [];
  const report = (line: number, message: string) => problems.push({ position: `${name}:${line}`, line, message });
  const first = firstLineOf(text);
  const delimiter = delimiterOf(first);
  if (delimiter === undefined) {
    report(1, `The first line is ${quoted(first)}. Begin with a header such as name,roles,share,until.`);
    return checkedRows(name, [], problems);
  }
  const [head, ...records] = csvRecords(text, delimiter, report);
  const columns = new Map<TeamColumn, number>();
  for (const [index, heading] of (head?.record ?? []).entries()) {
    const column = columnOf(heading);
    if (column === undefined) {
      if (heading !== '') report(head?.line ?? 1, unknownColumn(heading));
    } else if (columns.has(column)) report(head?.line ?? 1, `The column ${quoted(heading)} is given twice.`);
    else columns.set(column, index);
  }
  if (head !== undefined && !columns.has('roles')) report(head.line, 'There is no column roles. Add it to the header.');
  const width = head?.record.length ?? 0;
  const cells = records.map(({ record, line }): TeamCells => {
    if (record.length > width) {
      report(
        line,
        `This line has ${record.length} cells, and the header ${width}. Put quotes around cells with ${quoted(delimiter)} in them.`,
      );
    }
    return { line, cells: Object.fromEntries([...columns].map(([column, index]) => [column, record[index] ?? ''])) };
  });
  return checkedRows(name, columns.has('roles') ? cells : [], problems, repeated);
}
