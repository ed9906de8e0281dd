import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { coverageUnits, itemsOfGroups, meanShare, type CoverageItem, type CoverageItems } from './coverage-item.ts';
import { onlyPositionCovering, titleKeyOf, type Position, type Team } from './team.ts';

/** A position whose loss leaves a gap: it covers items that no other position of its team covers. */
export interface SinglePoint {
  readonly position: Position;
  /** What only this position covers. */
  readonly items: CoverageItems;
  /** The share of all items that would be lost with it, 0..1: see meanShare. */
  readonly criticality: number;
}

/** Most critical first, then by title and id. */
export const singlePointsByCriticality: Order<SinglePoint> = {
  name: 'single points by CRITICALITY DESC',
  types: ['number', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC'],
  valuesOf: ({ criticality, position }) => [criticality, ...titleKeyOf(position)],
};

/** What exactly one position of a team covers of what groups have, in the order of singlePointsByCriticality. */
export function* singlePointsOf(
  graph: CatalogGraph,
  team: Team,
  groups: readonly RoleGroup[],
): Steps<readonly SinglePoint[]> {
  const all = yield* itemsOfGroups(graph, groups);
  const alone = new Map<Position, Record<CoverageItem['kind'], CoverageItem[]>>();
  for (const unit of coverageUnits) {
    yield* forEachInSteps(all[unit], (item) => {
      const position = onlyPositionCovering(team, item);
      if (position === undefined) return;
      let items = alone.get(position);
      if (items === undefined) alone.set(position, (items = { CATEGORY: [], RESPONSIBILITY: [], TOPIC: [] }));
      items[unit].push(item);
    });
  }
  const points: SinglePoint[] = [];
  yield* forEachInSteps(team.positions, (position) => {
    const items = alone.get(position);
    if (items === undefined) return;
    points.push({ position, items, criticality: meanShare((unit) => items[unit].length, all, 0) });
  });
  // Positions are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(points, (a, b) => b.criticality - a.criticality);
}
