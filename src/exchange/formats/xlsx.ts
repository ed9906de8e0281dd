import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat, Part } from '../file-format.ts';
import { withPauses } from '../pauses.ts';
import { aboutSheet } from '../workbook/about-sheet.ts';
import { evidenceOf } from '../workbook/evidence-sheet.ts';
import { gapsSheet } from '../workbook/gaps-sheet.ts';
import { matrixSheet } from '../workbook/matrix-sheet.ts';
import { overlapsSheet } from '../workbook/overlaps-sheet.ts';
import { raciSheet } from '../workbook/raci-sheet.ts';
import { rolesSheet } from '../workbook/roles-sheet.ts';
import { workbookOf } from '../workbook/workbook.ts';

/** A workbook to hand on to people: it reads well without Rolegraph, and says where it comes from. */
export const xlsx: FileFormat = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: 'Excel workbook',
  readers: 'Excel, LibreOffice, Numbers, Google Sheets',
  parameters: {},
  most: { nodes: 5_000, edges: 50_000 },
  write: parts,
};

async function* parts(graph: ExchangedGraph): AsyncGenerator<Part> {
  const { nodes } = graph;
  // By title and name.
  const roles = nodes.filter((node) => node.kind === 'ROLE').sort((a, b) => a.index - b.index);
  const responsibilities = nodes.filter((node) => node.kind === 'RESPONSIBILITY').sort((a, b) => a.index - b.index);
  const evidence = yield* evidenceOf(graph, roles);
  const raci = yield* withPauses(raciSheet(graph, roles, responsibilities));
  const sheets = [
    yield* rolesSheet(graph, roles, evidence),
    yield* withPauses(matrixSheet(graph.graph, roles)),
    ...(raci === null ? [] : [raci]),
    yield* withPauses(overlapsSheet(graph, roles)),
    yield* withPauses(gapsSheet(graph, roles, responsibilities)),
    evidence.sheet,
  ];
  yield* workbookOf([aboutSheet(graph, sheets), ...sheets], graph.importedAt);
}
