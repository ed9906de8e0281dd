import { itemAt } from '../../collections/item-at.ts';
import { inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { coverageUnits, eachUnit, type ByUnit, type CoverageItem } from './coverage-item.ts';
import type { Requirements } from './requirements.ts';

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

/** Positions, by their roles. */
export interface Team {
  /** In the order of positionsByTitle. */
  readonly positions: readonly Position[];
  readonly roles: RoleSet;
  /** The indexes of the positions that have each role, ascending. */
  readonly positionsOfRole: Lists;
}

/** A team of positions, each with at least one role. */
export function* teamOf(graph: CatalogGraph, positions: readonly Position[]): Steps<Team> {
  const ordered = yield* sortInSteps(positions, (a, b) => itemAt(a.roles, 0).index - itemAt(b.roles, 0).index);
  const roles = new RoleSet(graph.roles.length);
  yield* forEachInSteps(ordered, (position) => {
    for (const { index } of position.roles) roles.add(index);
  });
  const rolesOfPosition = listsOf(ordered.map((position) => position.roles.map(({ index }) => index)));
  yield;
  return { positions: ordered, roles, positionsOfRole: inverted(rolesOfPosition, graph.roles.length) };
}

/** A position for each role. */
export function positionsOf(roles: readonly Role[]): readonly Position[] {
  return roles.map((role) => ({ roles: [role] }));
}

/** Which of the positions of a team cover what is required. */
export interface TeamCover {
  readonly team: Team;
  readonly requirements: Requirements;
  /** How many positions cover an item. */
  readonly countOf: (item: CoverageItem) => number;
  /** The only position that covers an item; undefined where none or several do. */
  readonly onlyOneCovering: (item: CoverageItem) => Position | undefined;
}

/** How many carriers are counted between two yields, about. */
const carriersPerStep = 4_096;

/** Counts the positions of a team that cover each required item: those of which a role carries it. */
export function* teamCover(team: Team, requirements: Requirements): Steps<TeamCover> {
  const { positions, roles, positionsOfRole } = team;
  const counted: ByUnit<{ readonly counts: Int32Array; readonly last: Int32Array }> = eachUnit((unit) => ({
    counts: new Int32Array(requirements.items[unit].length),
    last: new Int32Array(requirements.items[unit].length),
  }));
  // The last item for which each position was counted: a position may carry one by several roles.
  const countedFor = new Int32Array(positions.length).fill(-1);
  let [itemNumber, carriersSeen] = [0, 0];
  for (const unit of coverageUnits) {
    const { counts, last } = counted[unit];
    for (const item of requirements.items[unit]) {
      const carriers = requirements.carriersOf(item);
      for (const role of carriers) {
        if (!roles.has(role)) continue;
        for (const position of listAt(positionsOfRole, role)) {
          if (countedFor[position] === itemNumber) continue;
          countedFor[position] = itemNumber;
          counts[item.index] = itemAt(counts, item.index) + 1;
          last[item.index] = position;
        }
      }
      itemNumber++;
      carriersSeen += 1 + carriers.length;
      if (carriersSeen < carriersPerStep) continue;
      carriersSeen = 0;
      yield;
    }
  }
  const countOf = ({ node, index }: CoverageItem) => itemAt(counted[node.kind].counts, index);
  return {
    team,
    requirements,
    countOf,
    onlyOneCovering: (item) =>
      countOf(item) === 1 ? itemAt(positions, itemAt(counted[item.node.kind].last, item.index)) : undefined,
  };
}
