import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem, CoverageUnit } from './coverage-item.ts';
import { eachUnit } from './coverage-items.ts';

/** A place in a team: one role, or several that were merged into one. */
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

/** What tells positions of a team apart, in the order of their titles. */
export function titleKeyOf({ roles }: Position): readonly [sortKey: string, id: string] {
  const { sortKey, id } = itemAt(roles, 0);
  return [sortKey, id];
}

/** Positions, and what they carry. */
export interface Team {
  /** In the order of positionsByTitle. */
  readonly positions: readonly Position[];
  readonly roles: RoleSet;
  readonly carriage: Carriage;
}

/** Of each item of a unit, by its place: how many positions carry it, and the index of the last of these. */
type Carriage = Readonly<Record<CoverageUnit, { readonly counts: Int32Array; readonly last: Int32Array }>>;

/** A team of positions, none of which shares a role with another. */
export function* teamOf(graph: CatalogGraph, positions: readonly Position[]): Steps<Team> {
  const { categories, responsibilities, topics } = graph;
  const sizes = { CATEGORY: categories.length, RESPONSIBILITY: responsibilities.length, TOPIC: topics.length };
  const carriage: Carriage = eachUnit((unit) => ({
    counts: new Int32Array(sizes[unit]),
    last: new Int32Array(sizes[unit]).fill(-1),
  }));
  const { categoriesOfRole, responsibilitiesOfRole, topicsOfResponsibility } = graph.relations;
  const roleSet = new RoleSet(graph.roles.length);
  const ordered = yield* sortInSteps(positions, (a, b) => itemAt(a.roles, 0).index - itemAt(b.roles, 0).index);
  yield* forEachInSteps(ordered, ({ roles }, index) => {
    const carry = (unit: CoverageUnit, place: number) => {
      const { counts, last } = carriage[unit];
      // Counted already, by a role of the same position or by another responsibility about the same topic.
      if (last[place] === index) return;
      last[place] = index;
      counts[place] = (counts[place] ?? 0) + 1;
    };
    for (const role of roles) {
      roleSet.add(role.index);
      for (const category of listAt(categoriesOfRole, role.index)) carry('CATEGORY', category);
      for (const responsibility of listAt(responsibilitiesOfRole, role.index)) {
        carry('RESPONSIBILITY', responsibility);
        for (const topic of listAt(topicsOfResponsibility, responsibility)) carry('TOPIC', topic);
      }
    }
  });
  return { positions: ordered, roles: roleSet, carriage };
}

/** A position for each role. */
export function positionsOf(roles: readonly Role[]): readonly Position[] {
  return roles.map((role) => ({ roles: [role] }));
}

/** How many positions of a team carry an item. */
export function carrierCountIn({ carriage }: Team, { kind, index }: CoverageItem): number {
  return carriage[kind].counts[index] ?? 0;
}

/** The only position of a team that carries an item; undefined where none or several do. */
export function onlyCarrierIn(team: Team, item: CoverageItem): Position | undefined {
  if (carrierCountIn(team, item) !== 1) return undefined;
  return team.positions[team.carriage[item.kind].last[item.index] ?? -1];
}
