import type { Order } from '../../graph/lists/page.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import {
  coverageUnits,
  itemCount,
  rankingShare,
  type CoverageItem,
  type CoverageItems,
  type CoverageUnit,
} from './coverage-item.ts';
import { titleKeyOf, type Position, type TeamCover } from './team.ts';

/** A position whose loss leaves a gap: it covers items that no other position of its team covers. */
export interface SinglePoint {
  readonly position: Position;
  /** What only this position covers. */
  readonly items: CoverageItems;
  /** The share of all required responsibilities that would be lost with it: see rankingShare. */
  readonly criticality: number;
}

/** Most critical first, then by the number of items, then by title and id. */
export const singlePointsByCriticality: Order<SinglePoint> = {
  name: 'single points by CRITICALITY DESC',
  types: ['number', 'number', 'string', 'string'],
  directions: ['DESC', 'DESC', 'ASC', 'ASC'],
  valuesOf: ({ criticality, items, position }) => [criticality, itemCount(items), ...titleKeyOf(position)],
};

/** What exactly one position of a team covers of what is required, in the order of singlePointsByCriticality. */
export function* singlePointsOf({ team, requirements, onlyOneCovering }: TeamCover): Steps<readonly SinglePoint[]> {
  const all = requirements.items;
  const alone = new Map<Position, Record<CoverageUnit, CoverageItem[]>>();
  for (const unit of coverageUnits) {
    yield* forEachInSteps(all[unit], (item) => {
      const position = onlyOneCovering(item);
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
    points.push({ position, items, criticality: rankingShare(items.RESPONSIBILITY.length, all) });
  });
  // Positions are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(points, (a, b) => b.criticality - a.criticality || itemCount(b.items) - itemCount(a.items));
}
