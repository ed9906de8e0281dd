import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { eachUnit, type ByUnit, type CoverageItem, type CoverageUnit } from './coverage-item.ts';

/** One role of a team, or several that were merged into one. */
export interface Position {
  /** By title. */
  readonly roles: readonly Role[];
}

/** Positions by title, then id: of several roles, that of the first. */
export const positionsByTitle: Order<Position> = {
  name: 'positions by TITLE ASC',
  types: ['string', 'string'],
  directions: ['ASC', 'ASC'],
  valuesOf: titleKeyOf,
};

/** A key of a position that no other of its team has, in the order of their titles. */
export function titleKeyOf({ roles }: Position): readonly [sortKey: string, id: string] {
  const { sortKey, id } = itemAt(roles, 0);
  return [sortKey, id];
}

/** Positions, and what they cover. */
export interface Team {
  /** In the order of positionsByTitle. */
  readonly positions: readonly Position[];
  readonly roles: RoleSet;
  readonly cover: ByUnit<CoverCounts>;
}

/** For each item of a unit, by index. */
interface CoverCounts {
  /** How many positions cover it. */
  readonly counts: Int32Array;
  /** The index of the last position that covers it; -1 where none does. */
  readonly last: Int32Array;
}

/** A team of positions, none of which shares a role with another. */
export function* teamOf(graph: CatalogGraph, positions: readonly Position[]): Steps<Team> {
  const { categories, responsibilities, topics } = graph;
  const sizes = { CATEGORY: categories.length, RESPONSIBILITY: responsibilities.length, TOPIC: topics.length };
  const cover = eachUnit((unit) => ({
    counts: new Int32Array(sizes[unit]),
    last: new Int32Array(sizes[unit]).fill(-1),
  }));
  const { categoriesOfRole, responsibilitiesOfRole, topicsOfResponsibility } = graph.relations;
  const roleSet = new RoleSet(graph.roles.length);
  const ordered = yield* sortInSteps(positions, (a, b) => itemAt(a.roles, 0).index - itemAt(b.roles, 0).index);
  yield* forEachInSteps(ordered, ({ roles }, position) => {
    const count = (unit: CoverageUnit, item: number) => {
      const { counts, last } = cover[unit];
      // Counted already, by a role of the same position or by another responsibility about the same topic.
      if (last[item] === position) return;
      last[item] = position;
      counts[item] = itemAt(counts, item) + 1;
    };
    for (const role of roles) {
      roleSet.add(role.index);
      for (const category of listAt(categoriesOfRole, role.index)) count('CATEGORY', category);
      for (const responsibility of listAt(responsibilitiesOfRole, role.index)) {
        count('RESPONSIBILITY', responsibility);
        for (const topic of listAt(topicsOfResponsibility, responsibility)) count('TOPIC', topic);
      }
    }
  });
  return { positions: ordered, roles: roleSet, cover };
}

/** A position for each role. */
export function positionsOf(roles: readonly Role[]): readonly Position[] {
  return roles.map((role) => ({ roles: [role] }));
}

/** How many positions of a team cover an item. */
export function coverCountIn({ cover }: Team, { kind, index }: CoverageItem): number {
  return itemAt(cover[kind].counts, index);
}

/** The only position of a team that covers an item; undefined where none or several do. */
export function onlyPositionCovering(team: Team, item: CoverageItem): Position | undefined {
  if (coverCountIn(team, item) !== 1) return undefined;
  return itemAt(team.positions, itemAt(team.cover[item.kind].last, item.index));
}
