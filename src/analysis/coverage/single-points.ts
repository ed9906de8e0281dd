import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { coverageUnits, type CoverageItem, allItemsOfGroups, type CoverageItems } from './coverage-item.ts';
import { eachUnit, meanShare } from './coverage-items.ts';
import { onlyCarrierIn, titleKeyOf, type Position, type Team } from './team.ts';

/** A position that somebody cannot leave without a hole: what nobody else of its team carries (a single point of failure). */
export interface SinglePoint {
  readonly position: Position;
  /** What only this position carries. */
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

/** What exactly one position of a team carries of what groups have, by position, the most critical one first. */
export function* singlePointsOf(
  graph: CatalogGraph,
  team: Team,
  groups: readonly RoleGroup[],
): Steps<readonly SinglePoint[]> {
  const all = yield* allItemsOfGroups(graph, groups);
  const alone = new Map<Position, Record<CoverageItem['kind'], CoverageItem[]>>();
  for (const unit of coverageUnits) {
    yield* forEachInSteps(all[unit], (item) => {
      const position = onlyCarrierIn(team, item);
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
    const criticality = meanShare(
      eachUnit((unit) => items[unit].length),
      all,
      0,
    );
    points.push({ position, items, criticality });
  });
  // Positions stand by title, and sorting keeps equals in their order.
  return yield* sortInSteps(points, (a, b) => b.criticality - a.criticality);
}
