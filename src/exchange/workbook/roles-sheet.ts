import type { Role } from '../../graph/nodes/node.ts';
import { batchesOf, textsOfNodes } from '../batched-texts.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { Part } from '../file-format.ts';
import type { Evidence } from './evidence-sheet.ts';
import { linkToRow, listed, yesOrNo, type Cell, type Sheet, type SheetColumn } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  { heading: 'Role', width: 32 },
  { heading: 'Also called', width: 32 },
  { heading: 'Summary', width: 50 },
  { heading: 'Pillars', width: 30 },
  { heading: 'In every pillar', width: 10 },
  { heading: 'Organization types', width: 26 },
  { heading: 'Responsibilities', width: 60 },
  { heading: 'Number of responsibilities', width: 16 },
  { heading: 'Topics', width: 30 },
  { heading: 'Appearances', width: 13 },
  { heading: 'Id elsewhere', width: 14 },
  { heading: 'Id', width: 30 },
];

/** How many roles are described between two pauses. */
const rolesPerPause = 100;

/** The roles in the order given, with links to the lines that name them. */
export async function* rolesSheet(
  graph: ExchangedGraph,
  roles: readonly Role[],
  evidence: Evidence,
): AsyncGenerator<Part, Sheet> {
  const rows: Cell[][] = [];
  for (const batch of batchesOf(roles, rolesPerPause)) {
    const { summaryOf } = await textsOfNodes(graph, batch);
    for (const role of batch) rows.push(rowOf(role, summaryOf(role), evidence));
    yield '';
  }
  return { name: 'Roles', columns, rows, frozenColumns: 1 };
}

function rowOf(role: Role, summary: string | null, { firstRowOf }: Evidence): Cell[] {
  const firstRow = firstRowOf.get(role);
  return [
    role.label,
    listed(role.alternateTitles),
    summary,
    listed(role.pillars.map(({ name }) => name)),
    yesOrNo(role.isUniversal),
    listed(role.organizationTypes.map(({ name }) => name)),
    listed(role.responsibilities.map(({ name }) => name)),
    role.responsibilityCount,
    listed(role.topics.map(({ name }) => name)),
    firstRow === undefined ? 0 : linkToRow(role.appearanceCount, 'Evidence', firstRow),
    role.externalId,
    role.id,
  ];
}
