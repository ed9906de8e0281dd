import { isDate } from '../text/instants.ts';
import { csvRecords } from './csv-records.ts';
import { roleLines } from './role-lines.ts';
import type { TeamFile, TeamProblem } from './team-file.ts';
import { checkedRows, isShare, type TeamCells } from './team-rows.ts';

/** What may separate a name from roles in a text that has no header; a tab comes from a sheet. */
const separators = ['\t', ';', ':', ','] as const;

/**
 * Reads people from lines that begin with a name, as they are copied from a sheet without its header: "Ann Berg, SRE",
 * "Ann Berg: SRE, DBA". Other cells are roles, but for a share and a last day. Somebody may have several lines.
 *
 * @param name of the text, for positions.
 * @returns undefined if most lines have one cell only: they are roles.
 */
export function tableWithoutHeader(text: string, name: string): TeamFile | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const separator = separators.find((each) => 2 * lines.filter((line) => line.includes(each)).length > lines.length);
  if (separator === undefined) return undefined;
  const problems: TeamProblem[] = [];
  const rows =
    separator === ':'
      ? roleLines(text, name).map(({ text: line, position }) => {
          const colon = line.indexOf(':');
          return {
            line: Number(position.slice(position.lastIndexOf(':') + 1)),
            record: colon < 0 ? [line] : [line.slice(0, colon), line.slice(colon + 1)],
          };
        })
      : csvRecords(text, separator, (line, message) => problems.push({ position: `${name}:${line}`, line, message }));
  return checkedRows(name, rows.map(cellsOf), problems, 'JOINED');
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

function cellsOf({ record: [person = '', ...others], line }: Row): TeamCells {
  const isRole = (cell: string) => !isShare(cell) && !isDate(cell.trim());
  return {
    line,
    cells: {
      name: person,
      roles: others.filter(isRole).join(';'),
      share: others.find(isShare) ?? '',
      until: others.find((cell) => isDate(cell.trim()))?.trim() ?? '',
    },
  };
}
