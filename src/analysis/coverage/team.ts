import { itemAt } from '../../collections/item-at.ts';
import { inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { sortKey } from '../../text/sort-key.ts';
import { coverageUnits, eachUnit, type ByUnit, type CoverageItem } from './coverage-item.ts';
import type { Requirements } from './requirements.ts';
import type { TeamMember } from './staff.ts';

/** One role of a team, several that were merged into one, or a person with all their roles. */
export interface Position {
  /** By title. */
  readonly roles: readonly Role[];
  /** Who holds it; not given where the team is one of roles. */
  readonly person?: TeamMember;
}

/** Positions by title, then id: of several roles, that of the first; people by name. */
export const positionsByTitle: Order<Position> = {
  name: 'positions by TITLE ASC',
  types: ['string', 'string'],
  directions: ['ASC', 'ASC'],
  valuesOf: titleKeyOf,
};

/** A key of a position that no other of its team has, in the order of their titles or names. */
export function titleKeyOf({ roles, person }: Position): readonly [sortKey: string, id: string] {
  if (person !== undefined) return [sortKey(person.name), person.name];
  const first = itemAt(roles, 0);
  return [first.sortKey, first.id];
}

/** What a position is called: the name of the person, or the titles of the roles, e.g. "SRE + Data Owner". */
export function titleOfPosition({ roles, person }: Position): string {
  return person?.name ?? roles.map(({ title }) => title).join(' + ');
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
  const ordered = yield* inOrder(positions);
  const roles = new RoleSet(graph.roles.length);
  yield* forEachInSteps(ordered, (position) => {
    for (const { index } of position.roles) roles.add(index);
  });
  const rolesOfPosition = listsOf(ordered.map((position) => position.roles.map(({ index }) => index)));
  yield;
  return { positions: ordered, roles, positionsOfRole: inverted(rolesOfPosition, graph.roles.length) };
}

/** Roles have indexes in the order of their titles; a team is one of roles or one of people. */
function* inOrder(positions: readonly Position[]): Steps<readonly Position[]> {
  if (positions[0]?.person === undefined) {
    return yield* sortInSteps(positions, (a, b) => itemAt(a.roles, 0).index - itemAt(b.roles, 0).index);
  }
  const keyed = positions.map((position) => ({ position, key: titleKeyOf(position) }));
  const sorted = yield* sortInSteps(
    keyed,
    ({ key: a }, { key: b }) => compareText(a[0], b[0]) || compareText(a[1], b[1]),
  );
  return sorted.map(({ position }) => position);
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
  /**
   * How many full-time persons cover an item, at most: the sum of the shares of those who do, rounded to 6 decimals. A position
   * without a person counts as one.
   */
  readonly fullTimeOf: (item: CoverageItem) => number;
}

/** The people of a team, by name; none where it is one of roles. */
export function peopleOf({ positions }: Pick<Team, 'positions'>): readonly TeamMember[] {
  return positions.flatMap(({ person }) => (person === undefined ? [] : [person]));
}

/** The people of a team who cover an item, by name; none where it is one of roles. */
export function peopleCovering(cover: TeamCover, item: CoverageItem): readonly TeamMember[] {
  return peopleOf({ positions: positionsCovering(cover, item) });
}

/** The positions of a team that cover an item, in their order. */
export function positionsCovering({ team, requirements }: TeamCover, item: CoverageItem): readonly Position[] {
  const found = positionsHaving(team, requirements.carriersOf(item));
  return Array.from(Int32Array.from(found).sort(), (position) => itemAt(team.positions, position));
}

/** The indexes of the positions of a team that have one of some roles. */
export function positionsHaving({ roles: own, positionsOfRole }: Team, roles: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const role of roles) {
    if (own.has(role)) for (const position of listAt(positionsOfRole, role)) found.add(position);
  }
  return found;
}

/** What is counted for each item of a unit. */
interface Counts {
  readonly counts: Int32Array;
  readonly last: Int32Array;
  readonly shares: Float64Array;
}

/** How many carriers are counted between two yields, about. */
const carriersPerStep = 4_096;

/** Counts the positions of a team that cover each required item: those of which a role carries it. */
export function* teamCover(team: Team, requirements: Requirements): Steps<TeamCover> {
  const { positions, roles, positionsOfRole } = team;
  const counted: ByUnit<Counts> = eachUnit((unit) => ({
    counts: new Int32Array(requirements.items[unit].length),
    last: new Int32Array(requirements.items[unit].length),
    shares: new Float64Array(requirements.items[unit].length),
  }));
  const shareOf = positions.map(({ person }) => person?.share ?? 1);
  // The last item for which each position was counted: a position may carry one by several roles.
  const countedFor = new Int32Array(positions.length).fill(-1);
  let [itemNumber, carriersSeen] = [0, 0];
  for (const unit of coverageUnits) {
    const { counts, last, shares } = counted[unit];
    for (const item of requirements.items[unit]) {
      const carriers = requirements.carriersOf(item);
      for (const role of carriers) {
        if (!roles.has(role)) continue;
        for (const position of listAt(positionsOfRole, role)) {
          if (countedFor[position] === itemNumber) continue;
          countedFor[position] = itemNumber;
          counts[item.index] = itemAt(counts, item.index) + 1;
          last[item.index] = position;
          shares[item.index] = itemAt(shares, item.index) + itemAt(shareOf, position);
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
    fullTimeOf: ({ node, index }) => roundScore(itemAt(counted[node.kind].shares, index)),
  };
}
