import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import type { Role } from '../../graph/nodes/node.ts';
import { GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import { type RoleOverlap, roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import { sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { linkToRow, listed, yesOrNo, type Cell, type Sheet, type SheetColumn } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  { heading: 'First', width: 32 },
  { heading: 'Second', width: 32 },
  { heading: 'Kind', width: 9 },
  { heading: 'Score', width: 9 },
  { heading: 'Lines', width: 7 },
  { heading: 'Never told apart', width: 10 },
  { heading: 'Responsibilities of both', width: 60 },
  { heading: 'Categories of both', width: 44 },
  { heading: 'Pillars of both', width: 30 },
  { heading: 'Roles of both', width: 60 },
];

/** The overlaps of the selection: of roles, then of pillars, the strongest first; with what is shared. */
export function* overlapsSheet({ graph, edges }: ExchangedGraph, roles: readonly Role[]): Steps<Sheet> {
  const rowOf = new Map(roles.map((role, row) => [role, row]));
  const overlaps = yield* sortInSteps([...edges.ofKind('OVERLAPS_WITH')], (a, b) => b.weight - a.weight);
  const ofRoles: Cell[][] = [];
  const ofPillars: Cell[][] = [];
  for (const edge of overlaps) {
    const { source, target } = edge;
    if (source.kind === 'ROLE' && target.kind === 'ROLE') {
      ofRoles.push(yield* rowOfRoles(roleOverlapOf(graph, source, target), rowOf));
    } else {
      ofPillars.push(rowOfPillars(graph, edge));
    }
    yield;
  }
  return { name: 'Overlaps', columns, rows: [...ofRoles, ...ofPillars], frozenColumns: 2 };
}

function* rowOfRoles(overlap: RoleOverlap, rowOf: ReadonlyMap<Role, number>): Steps<Cell[]> {
  return [
    ...overlap.roles.map((role) => linkToRow(role.label, 'Roles', rowOf.get(role) ?? 0)),
    'roles',
    overlap.score,
    yield* overlap.lineCount(),
    yesOrNo(overlap.neverToldApart),
    listed(overlap.sharedResponsibilities.map(({ name }) => name)),
    listed(overlap.sharedCategories.map(({ label }) => label)),
    listed(overlap.sharedPillars.map(({ name }) => name)),
    null,
  ];
}

function rowOfPillars(graph: CatalogGraph, { source, target, weight }: Edge): Cell[] {
  const pillars = [source, target].filter((node) => node.kind === 'PILLAR');
  const shared = graph.rolesIn(new GroupOverlap(graph, pillars).shared).map(({ label }) => label);
  return [source.label, target.label, 'pillars', weight, null, null, null, null, null, listed(shared)];
}
