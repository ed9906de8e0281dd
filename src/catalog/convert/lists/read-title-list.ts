import { matchingKey } from '../../../text/matching-key.ts';
import type { LeftOut, TableReader, TableReading } from '../conversion.ts';
import type { Statement } from '../facts.ts';
import { GatheredRoles } from '../gathered-roles.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { headingKind } from '../heading-words.ts';
import { splitTitles } from '../split-titles.ts';
import { hasFormOfTitle, isAbbreviation, isPlainTitle } from '../title-words.ts';
import { isFooter, isInCapitals, isSectionTitle, isTotal, rowReasons, sectionName } from './list-rows.ts';

/**
 * Reads a list of titles only: one column, with or without a heading. At least half of its texts must plainly be titles, and the
 * others must have their form.
 */
export const readTitleList: TableReader = (table, source, { columns }): TableReading | undefined => {
  const column = onlyColumn(table);
  if (column === undefined || columns.size > 0) return undefined;
  const rows = table.rows.map((row) => ({ row, text: row.cells[column] ?? '' }));
  const kept = rows.filter(({ row, text }) => !isFooter([text]) && !isTotal(row));
  const titles = kept.filter(({ text }) =>
    splitTitles(text).some((title) => isPlainTitle(title) || isAbbreviation(title)),
  );
  const shaped = kept.filter(({ text }) => hasFormOfTitle(text.replace(/:$/, '')));
  const areTitles =
    titles.some(({ text }) => isPlainTitle(text)) &&
    titles.length * 2 >= kept.length &&
    shaped.length >= kept.length * 0.8;
  if (!areTitles) return undefined;
  return readTitles(table, source, rows);
};

/** The index of the only column with texts; undefined if there are several. */
function onlyColumn({ rows }: GivenTable): number | undefined {
  let only: number | undefined;
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (cell === '' || index === only) continue;
      if (only !== undefined) return undefined;
      only = index;
    }
  }
  return only;
}

interface TitleRow {
  readonly row: GivenRow;
  readonly text: string;
}

function readTitles(table: GivenTable, source: number, rows: readonly TitleRow[]): TableReading {
  const heading = rows.findIndex(({ text }) => isHeading(text));
  const isMostly = (isSuch: (row: TitleRow) => boolean) => rows.filter(isSuch).length * 2 > rows.length;
  const areBold = isMostly(({ row }) => row.isBold);
  const areCapitals = isMostly(({ text }) => isInCapitals(text));
  const statements: Statement[] = [];
  const leftOut: LeftOut[] = [];
  const roles = new GatheredRoles();
  const seen = new Set<string>();
  const own = new Set(rows.map(({ text }) => matchingKey(text)));
  let section: string | undefined;
  const counts = table.counts;
  for (const [at, { row, text }] of rows.entries()) {
    const leave = (why: string) => leftOut.push({ part: table.name, number: row.number, counts, text, why });
    const isSection = () => isSectionTitle(text, row.isBold && !areBold, isInCapitals(text) && !areCapitals, false);
    const [title = '', ...others] = splitTitles(text);
    const key = JSON.stringify([matchingKey(title), section]);
    if (at === heading) continue;
    else if (at < heading) leave(rowReasons.above);
    else if (isFooter([text])) leave(rowReasons.footer);
    else if (isTotal(row)) leave(rowReasons.total);
    else if (isSection()) {
      section = sectionName(text);
      leave(rowReasons.section);
    } else if (!hasFormOfTitle(title) || matchingKey(title) === '') leave(rowReasons.noTitle);
    else if (seen.has(key)) leave(rowReasons.noDuty);
    else {
      seen.add(key);
      roles.add(title, { alternateTitles: others });
      for (const role of [title, ...others.filter((other) => own.has(matchingKey(other)))]) {
        if (role !== title) roles.add(role, {});
        const place = { source, [counts]: row.number, quote: text };
        statements.push({ role, ...(section !== undefined && { section }), duties: [], place });
      }
    }
  }
  return {
    understood: {
      part: table.name,
      as: 'a list of titles without duties',
      columns: [{ heading: rows[heading]?.text ?? '', as: 'the title of the role' }],
      taken: new Set(statements.map(({ place }) => place[counts])).size,
      remarks: [],
    },
    statements,
    leftOut,
    roles: roles.entries(),
  };
}

function isHeading(text: string): boolean {
  const kind = headingKind(text);
  return kind === 'role' || kind === 'title';
}
