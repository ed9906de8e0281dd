import { xlsx } from '../../exchange/formats/xlsx.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { withCatalog } from '../answer-question.ts';
import type { ExitCode } from '../exit-codes.ts';
import { csvText } from '../output/csv.ts';
import type { Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { writeFileParts } from '../output/write-file.ts';
import { writeGraph } from './graph.ts';

/** The lists that people work with in a spreadsheet; program.ts offers these. */
type ExportedList = 'roles.csv' | 'matrix.xlsx';

interface ExportOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
}

/** `rolegraph export`: a list of the whole catalog for people, ready for a spreadsheet. */
export function exportList(terminal: Terminal, list: ExportedList, { output }: ExportOptions): Promise<ExitCode> {
  switch (list) {
    case 'matrix.xlsx':
      return writeGraph(terminal, {
        words: [],
        options: output === undefined ? {} : { output },
        format: xlsx,
        what: 'the workbook',
      });
    case 'roles.csv':
      return withCatalog(terminal, {}, async (catalog) => {
        // Excel takes a CSV without a byte order mark for text of an old code page.
        await writeFileParts(terminal, 'the roles', output, ['\ufeff', csvText(rolesTable(catalog.graph))]);
      });
  }
}

/** Every role with all that the catalog says of it. */
function rolesTable({ roles }: CatalogGraph): Table {
  return {
    columns: [
      'Id',
      'Role',
      'Alternate titles',
      'Pillars',
      'Categories',
      'Organization types',
      'Topics',
      'Responsibilities',
      'Number of responsibilities',
      'Lines in sources',
      'In every pillar',
      'External id',
    ],
    rows: roles.map((role) => [
      role.id,
      role.label,
      role.alternateTitles,
      role.pillars.map(({ name }) => name),
      role.categories.map(({ label }) => label),
      role.organizationTypes.map(({ name }) => name),
      role.topics.map(({ name }) => name),
      role.responsibilities.map(({ name }) => name),
      role.responsibilityCount,
      role.appearanceCount,
      role.isUniversal ? 'yes' : 'no',
      role.externalId,
    ]),
  };
}
