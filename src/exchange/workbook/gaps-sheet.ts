import { filterInSteps, mapInSteps, type Steps } from '../../scheduling/steps.ts';
import type { Responsibility, Role } from '../../graph/nodes/node.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { listed, type Cell, type Sheet, type SheetColumn } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  { heading: 'Responsibility', width: 46 },
  { heading: 'Topics', width: 30 },
  { heading: 'Consulted or informed', width: 44 },
  { heading: 'Done by roles that are not in this file', width: 60 },
];

/**
 * The responsibilities of the selection that none of its roles does, those that nobody does first. If the selection has no
 * responsibilities, those of the catalog that nobody does.
 */
export function* gapsSheet(
  { graph }: ExchangedGraph,
  roles: readonly Role[],
  responsibilities: readonly Responsibility[],
): Steps<Sheet> {
  const selected = new Set(roles);
  const isSelected = responsibilities.length > 0;
  const gaps = yield* filterInSteps(isSelected ? responsibilities : graph.responsibilities, (responsibility) =>
    isSelected ? responsibility.roles.every((role) => !selected.has(role)) : responsibility.roleCount === 0,
  );
  const ordered = [
    ...gaps.filter(({ roleCount }) => roleCount === 0),
    ...gaps.filter(({ roleCount }) => roleCount > 0),
  ];
  const rows = yield* mapInSteps(ordered, (responsibility): Cell[] => [
    responsibility.name,
    listed(responsibility.topics.map(({ name }) => name)),
    labelsOf(graph.rolesIn(responsibility.rolesInvolved(['CONSULTED', 'INFORMED']))),
    labelsOf(responsibility.roles),
  ]);
  return { name: 'Gaps', columns, rows, frozenColumns: 1 };
}

function labelsOf(roles: readonly Role[]): string {
  return listed(roles.map(({ label }) => label));
}
