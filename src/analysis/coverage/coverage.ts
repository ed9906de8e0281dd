import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, sortInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import {
  carriersAmong,
  carriersOf,
  coverageUnits,
  itemsOfRole,
  saysThat,
  type CoverageItem,
  type CoverageUnit,
  allItemsOfGroups,
  type CoverageItems,
} from './coverage-item.ts';
import { eachUnit, itemsWhere, meanShare } from './coverage-items.ts';
import { carrierCountIn, type Team } from './team.ts';

/** What a team covers of what groups have. */
export interface Coverage {
  /** All that there is to cover. */
  readonly items: CoverageItems;
  readonly covered: CoverageItems;
  readonly uncovered: CoverageItems;
  /** Of all items, 0..1: see meanShare; 1 where there are none. */
  readonly share: number;
}

export function* coverageOf(graph: CatalogGraph, team: Team, groups: readonly RoleGroup[]): Steps<Coverage> {
  const items = yield* allItemsOfGroups(graph, groups);
  const covered = yield* itemsWhere(items, (item) => carrierCountIn(team, item) > 0);
  const uncovered = yield* itemsWhere(items, (item) => carrierCountIn(team, item) === 0);
  return { items, covered, uncovered, share: meanShare(countsOf(covered), items, 1) };
}

/** The groups that are meant where none is named: all pillars and organization types, which together have every item. */
export function allOwners({ pillars, organizationTypes }: CatalogGraph): readonly RoleGroup[] {
  return [...pillars, ...organizationTypes];
}

/** How many roles have their lines gathered between two rests. */
const rolesPerStep = 256;

/** What one more role would add to a team. */
export interface Addition {
  readonly role: Role;
  /** How much the covered share grows, 0..1. */
  readonly gain: number;
}

/** Most gain first, then by title and id. */
export const additionsByGain: Order<Addition> = {
  name: 'additions by GAIN DESC',
  types: ['number', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC'],
  valuesOf: ({ gain, role }) => [gain, role.sortKey, role.id],
};

/** The roles that would add anything to what is covered, the one that adds most first. */
export function* additionsOf(graph: CatalogGraph, { items, uncovered }: Coverage): Steps<readonly Addition[]> {
  const { roles } = graph;
  const added = eachUnit(() => new Int32Array(roles.length));
  for (const unit of coverageUnits) {
    const counts = added[unit];
    const missing = uncovered[unit];
    const count = (place: number) => {
      for (const role of carriersOf(graph, itemAt(missing, place))) counts[role] = (counts[role] ?? 0) + 1;
    };
    // A category or topic may have thousands of carriers.
    yield* repeatInSteps(missing.length, count, unit === 'RESPONSIBILITY' ? undefined : 1);
  }
  const additions: Addition[] = [];
  yield* forEachInSteps(roles, (role) => {
    const counts = eachUnit((unit) => itemAt(added[unit], role.index));
    if (coverageUnits.some((unit) => counts[unit] > 0)) additions.push({ role, gain: meanShare(counts, items, 0) });
  });
  // Roles stand by title, and sorting keeps equals in their order.
  return yield* sortInSteps(additions, (a, b) => b.gain - a.gain);
}

/** Of some items, those that a role carries. */
export function carriedBy(role: Role, items: CoverageItems): Steps<CoverageItems> {
  const carried = eachUnit((unit) => new Set(itemsOfRole(role, unit)));
  return itemsWhere(items, (item) => carried[item.kind].has(item));
}

/**
 * The first lines by which any of some roles carry an item, by source, line and role.
 *
 * @param most how many of them.
 */
export function* linesOfRoles(
  graph: CatalogGraph,
  roles: RoleSet,
  item: CoverageItem,
  most: number,
): Steps<readonly Appearance[]> {
  const { source, line } = graph.structure.appearances;
  const carriers = carriersAmong(graph, item, roles);
  const places: number[] = [];
  const gather = (index: number) => {
    for (const appearance of listAt(graph.relations.appearancesOfRole, itemAt(carriers, index))) {
      if (saysThat(graph, appearance, item)) places.push(appearance);
    }
  };
  yield* repeatInSteps(carriers.length, gather, rolesPerStep);
  const first = yield* sortInSteps(
    places,
    (a, b) => itemAt(source, a) - itemAt(source, b) || itemAt(line, a) - itemAt(line, b) || a - b,
  );
  return first.slice(0, most).map((place) => graph.appearance(place));
}

function countsOf(items: CoverageItems): Readonly<Record<CoverageUnit, number>> {
  return eachUnit((unit) => items[unit].length);
}
