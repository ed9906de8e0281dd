import { countAt, type CountedLists } from '../../collections/counted-lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/node.ts';
import { mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { linkToRow, type Cell, type Sheet } from './sheet.ts';

/** On how many lines each role is in each pillar and organization type; empty where it is on none. */
export function* matrixSheet(graph: CatalogGraph, roles: readonly Role[]): Steps<Sheet> {
  const { pillars, organizationTypes } = graph;
  const { pillarsOfRole, organizationTypesOfRole } = graph.relations;
  const rows = yield* mapInSteps(roles, (role, row): Cell[] => [
    linkToRow(role.label, 'Roles', row),
    role.pillarCount,
    ...pillars.map(({ index }) => countOrNull(pillarsOfRole, role.index, index)),
    ...organizationTypes.map(({ index }) => countOrNull(organizationTypesOfRole, role.index, index)),
  ]);
  const columns = [
    { heading: 'Role', width: 36 },
    { heading: 'Number of pillars', width: 10 },
    ...[...pillars, ...organizationTypes].map(({ name }) => ({ heading: name, width: 6, isUpright: true })),
  ];
  return { name: 'Matrix', columns, rows, frozenColumns: 2, isShaded: true };
}

function countOrNull(lists: CountedLists, role: number, group: number): number | null {
  return countAt(lists, role, group) || null;
}
