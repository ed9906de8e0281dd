import type { ExchangedGraph } from '../exchanged-graph.ts';
import { cellAddress, type Cell, type Sheet, type SheetName } from './sheet.ts';

/** What a sheet shows, and what it says if it is empty. */
const descriptions: Readonly<Record<Exclude<SheetName, 'About'>, { readonly shows: string; readonly none: string }>> = {
  Roles: { shows: 'The roles, with their pillars and what they do.', none: 'The selection has no roles.' },
  Matrix: {
    shows: 'On how many lines each role is in each pillar and organization type.',
    none: 'The selection has no roles.',
  },
  RACI: {
    shows: 'Who is responsible (R), accountable (A), consulted (C) and informed (I), and what is to be decided.',
    none: 'No responsibilities.',
  },
  Overlaps: {
    shows: 'Which roles and pillars overlap, how strongly, and in what. Scores are between 0 and 1.',
    none: 'Nothing in the selection overlaps.',
  },
  Gaps: {
    shows: 'Responsibilities that none of the roles does.',
    none: 'Every responsibility is done by at least one of the roles.',
  },
  Evidence: {
    shows: 'Every line of a source that names one of the roles, and what it says that the role does.',
    none: 'No line names one of the roles.',
  },
};

/** The first sheet: what the workbook is, from when, where it can be requested again, and what is on the other sheets. */
export function aboutSheet(
  { title, cut, catalog, importedAt, address }: ExchangedGraph,
  sheets: readonly Sheet[],
): Sheet {
  const rows: Cell[][] = [
    ['Selection', title],
    ...(cut === null ? [] : [['Not complete', cut]]),
    ['Version', catalog.version],
    ['Imported (UTC)', importedAt],
    ['Revision', catalog.revision],
    [
      'Address',
      address === null ? 'None; this file was not written by a server.' : { value: address, target: address },
    ],
    [null],
    ...sheets.map(({ name, rows }) => [
      { value: name, target: cellAddress(name) },
      name === 'About' ? null : rows.length === 0 ? descriptions[name].none : descriptions[name].shows,
      rows.length,
    ]),
  ];
  const columns = [
    { heading: 'Catalog', width: 18 },
    { heading: catalog.name, width: 90 },
    { heading: 'Rows', width: 9 },
  ];
  return { name: 'About', columns, rows, frozenColumns: 0 };
}
