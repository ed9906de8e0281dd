import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Appearance, Role, RoleGroup } from '../../graph/nodes/node.ts';
import { byPlace } from '../../graph/structure/source-lines.ts';
import { forEachInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import {
  coverageUnits,
  eachUnit,
  itemsOfGroups,
  itemsWhere,
  meanShare,
  rolesCovering,
  type CoverageItem,
  type CoverageItems,
} from './coverage-item.ts';
import { coverCountIn, type Team } from './team.ts';

/** What a team covers of what groups have. */
export interface Coverage {
  /** All that there is to cover. */
  readonly items: CoverageItems;
  readonly covered: CoverageItems;
  readonly uncovered: CoverageItems;
  /** The covered share of all items, 0..1: see meanShare; 1 where there are none. */
  readonly share: number;
}

export function* coverageOf(graph: CatalogGraph, team: Team, groups: readonly RoleGroup[]): Steps<Coverage> {
  const items = yield* itemsOfGroups(graph, groups);
  const covered = yield* itemsWhere(items, (item) => coverCountIn(team, item) > 0);
  const uncovered = yield* itemsWhere(items, (item) => coverCountIn(team, item) === 0);
  return { items, covered, uncovered, share: meanShare((unit) => covered[unit].length, items, 1) };
}

/** The groups that are meant where none is named: all pillars and organization types, which together have every item. */
export function allOwners({ pillars, organizationTypes }: CatalogGraph): readonly RoleGroup[] {
  return [...pillars, ...organizationTypes];
}

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

/** The roles that would add anything to what is covered, in the order of additionsByGain. */
export function* additionsOf(graph: CatalogGraph, { items, uncovered }: Coverage): Steps<readonly Addition[]> {
  const added = eachUnit(() => new Int32Array(graph.roles.length));
  for (const unit of coverageUnits) {
    const counts = added[unit];
    const countRolesOf = (index: number) => {
      for (const role of rolesCovering(graph, itemAt(uncovered[unit], index))) counts[role] = itemAt(counts, role) + 1;
    };
    // Thousands of roles may cover a category or topic.
    yield* repeatInSteps(uncovered[unit].length, countRolesOf, unit === 'RESPONSIBILITY' ? undefined : 1);
  }
  const additions: Addition[] = [];
  yield* forEachInSteps(graph.roles, (role) => {
    if (coverageUnits.every((unit) => added[unit][role.index] === 0)) return;
    additions.push({ role, gain: meanShare((unit) => itemAt(added[unit], role.index), items, 0) });
  });
  // Roles are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(additions, (a, b) => b.gain - a.gain);
}

/** Those of some items that a role covers. */
export function itemsCoveredBy(role: Role, items: CoverageItems): Steps<CoverageItems> {
  const covered = new Set<CoverageItem>([...role.categories, ...role.responsibilities, ...role.topics]);
  return itemsWhere(items, (item) => covered.has(item));
}

/** How many roles have their lines gathered between two yields. */
const rolesPerStep = 256;

/**
 * The first lines that say that any of some roles covers an item, by source, line and role.
 *
 * @param most how many of them.
 */
export function* linesOfRoles(
  graph: CatalogGraph,
  roles: RoleSet,
  item: CoverageItem,
  most: number,
): Steps<readonly Appearance[]> {
  const covering = rolesCovering(graph, item).filter((role) => roles.has(role));
  const lines: number[] = [];
  const gather = (index: number) => {
    const appearances = listAt(graph.relations.appearancesOfRole, itemAt(covering, index));
    lines.push(...appearances.filter((appearance) => isNamedBy(graph, appearance, item)));
  };
  yield* repeatInSteps(covering.length, gather, rolesPerStep);
  const sorted = yield* sortInSteps(lines, byPlace(graph.structure.appearances));
  return sorted.slice(0, most).map((index) => graph.appearance(index));
}

/** Whether the line of an appearance says that its role covers an item. */
function isNamedBy({ structure, relations }: CatalogGraph, appearance: number, item: CoverageItem): boolean {
  const { category, responsibilities } = structure.appearances;
  if (item.kind === 'CATEGORY') return category[appearance] === item.index;
  const named = listAt(responsibilities, appearance);
  if (item.kind === 'RESPONSIBILITY') return named.includes(item.index);
  return named.some((duty) => listAt(relations.topicsOfResponsibility, duty).includes(item.index));
}
