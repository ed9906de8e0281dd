import { lowerBound } from '../../collections/ascending-lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Appearance, Role, RoleGroup } from '../../graph/nodes/node.ts';
import { isWorkingAt } from '../../graph/structure/kinds-of-involvement.ts';
import { byPlace } from '../../graph/structure/source-lines.ts';
import { forEachInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import {
  coverageUnits,
  eachUnit,
  itemsWhere,
  rankingShare,
  sharesOf,
  type CoverageItem,
  type CoverageItems,
  type CoverageNode,
  type Shares,
} from './coverage-item.ts';
import { requirementsInCatalog, requirementsOf, type Requirements } from './requirements.ts';
import { teamCover, type Team, type TeamCover } from './team.ts';

/** What a team covers of what is required. */
export interface Coverage {
  readonly requirements: Requirements;
  /** All that there is to cover. */
  readonly items: CoverageItems;
  readonly covered: CoverageItems;
  readonly uncovered: CoverageItems;
  /** Those of `uncovered` that no role carries, in the team or outside. */
  readonly nobody: CoverageItems;
  /** How much of `items` is covered. */
  readonly shares: Shares;
}

/** @param items those that are asked about: all that are required, or some of them. */
export function* coverageOf(cover: TeamCover, items = cover.requirements.items): Steps<Coverage> {
  const { requirements, countOf } = cover;
  const { carriersOf } = requirements;
  const covered = yield* coveredOf(cover, items);
  const uncovered = yield* itemsWhere(items, (item) => countOf(item) === 0);
  const nobody = yield* itemsWhere(uncovered, (item) => carriersOf(item).length === 0);
  return { requirements, items, covered, uncovered, nobody, shares: sharesOf(covered, items) };
}

/** Those of some items that a team covers. */
function coveredOf({ countOf }: TeamCover, items: CoverageItems): Steps<CoverageItems> {
  return itemsWhere(items, (item) => countOf(item) > 0);
}

/** The covered items that rest on people whose shares are less than one full-time person together. */
export function thinOf({ fullTimeOf }: TeamCover, { covered }: Coverage): Steps<CoverageItems> {
  return itemsWhere(covered, (item) => fullTimeOf(item) < 1);
}

/** What a team covers of one group. */
export interface GroupCoverage extends Coverage {
  readonly group: RoleGroup;
}

/** What a team covers of each group, in the order given; of all pillars, then all organization types, where none is given. */
export function* coverageByGroup(graph: CatalogGraph, cover: TeamCover): Steps<readonly GroupCoverage[]> {
  const { scope, items } = cover.requirements;
  const groups = scope.groups ?? [...graph.pillars, ...graph.organizationTypes];
  const itemsOf = new Map(groups.map((group) => [group, eachUnit((): CoverageItem[] => [])]));
  const ofGroups = scope.from === 'MEMBERS' ? items : (yield* requirementsOf(graph, { groups, from: 'MEMBERS' })).items;
  for (const unit of coverageUnits) {
    const itemOf = new Map<CoverageNode, CoverageItem>();
    if (scope.from === 'CATALOG') yield* forEachInSteps(items[unit], (item) => itemOf.set(item.node, item));
    yield* forEachInSteps(ofGroups[unit], (ofGroup) => {
      if (ofGroup.group !== null) itemsOf.get(ofGroup.group)?.[unit].push(itemOf.get(ofGroup.node) ?? ofGroup);
    });
  }
  const each: GroupCoverage[] = [];
  for (const [group, itemsOfGroup] of itemsOf) {
    each.push({ group, ...(yield* coverageOf(cover, itemsOfGroup)) });
    yield;
  }
  return each;
}

/** What a team would cover if any role of the catalog counted. */
export interface CatalogCoverage {
  readonly requirements: Requirements;
  readonly shares: Shares;
  /** What is not covered of what was asked, and roles of the team carry elsewhere. */
  readonly adds: CoverageItems;
}

export function* coverageFromCatalog(graph: CatalogGraph, team: Team, coverage: Coverage): Steps<CatalogCoverage> {
  const requirements = yield* requirementsInCatalog(graph, coverage.requirements);
  const covered = yield* coveredOf(yield* teamCover(team, requirements), requirements.items);
  const carried = new Set<CoverageNode>();
  for (const unit of coverageUnits) yield* forEachInSteps(covered[unit], ({ node }) => carried.add(node));
  return {
    requirements,
    shares: sharesOf(covered, requirements.items),
    adds: yield* itemsWhere(coverage.uncovered, ({ node }) => carried.has(node)),
  };
}

/** What one more role would add to a team. */
export interface Addition {
  readonly role: Role;
  /** How much the covered share of responsibilities grows: see rankingShare. */
  readonly gain: number;
  /** How many uncovered items of all units it would cover; at least one. */
  readonly itemCount: number;
}

/** Most gain first, then by the number of items, then by title and id. */
export const additionsByGain: Order<Addition> = {
  name: 'additions by GAIN DESC',
  types: ['number', 'number', 'string', 'string'],
  directions: ['DESC', 'DESC', 'ASC', 'ASC'],
  valuesOf: ({ gain, itemCount, role }) => [gain, itemCount, role.sortKey, role.id],
};

/** What is uncovered, of all that there is to cover. */
export type Uncovered = Pick<Coverage, 'requirements' | 'items' | 'uncovered'>;

/** The roles that would add anything to what is covered, in the order of additionsByGain. */
export function* additionsOf(
  graph: CatalogGraph,
  { requirements, items, uncovered }: Uncovered,
): Steps<readonly Addition[]> {
  const added = eachUnit(() => new Int32Array(graph.roles.length));
  for (const unit of coverageUnits) {
    const counts = added[unit];
    const countRolesOf = (index: number) => {
      for (const role of requirements.carriersOf(itemAt(uncovered[unit], index))) {
        counts[role] = itemAt(counts, role) + 1;
      }
    };
    // Thousands of roles may cover a category or topic.
    yield* repeatInSteps(uncovered[unit].length, countRolesOf, unit === 'RESPONSIBILITY' ? undefined : 1);
  }
  const additions: Addition[] = [];
  yield* forEachInSteps(graph.roles, (role) => {
    const countOf = (unit: (typeof coverageUnits)[number]) => itemAt(added[unit], role.index);
    const count = coverageUnits.reduce((sum, unit) => sum + countOf(unit), 0);
    if (count === 0) return;
    additions.push({ role, gain: rankingShare(countOf('RESPONSIBILITY'), items), itemCount: count });
  });
  // Roles are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(additions, (a, b) => b.gain - a.gain || b.itemCount - a.itemCount);
}

/** Those of some required items that a role carries. */
export function itemsCarriedBy(role: Role, items: CoverageItems, { carriersOf }: Requirements): Steps<CoverageItems> {
  return itemsWhere(items, (item) => {
    const carriers = carriersOf(item);
    return carriers[lowerBound(carriers, role.index, 0)] === role.index;
  });
}

/** How many roles have their lines gathered between two yields. */
const rolesPerStep = 256;

/**
 * The first lines by which any of some roles carries a required item, by source, line and role.
 *
 * @param most how many of them.
 */
export function* linesOfRoles(
  graph: CatalogGraph,
  roles: RoleSet,
  { scope, carriersOf }: Requirements,
  item: CoverageItem,
  most: number,
): Steps<readonly Appearance[]> {
  const carriers = carriersOf(item).filter((role) => roles.has(role));
  const counts = (appearance: number) =>
    isNamedBy(graph, appearance, item) && (scope.from === 'CATALOG' || isLineOf(graph, appearance, item.group));
  const lines: number[] = [];
  const gather = (index: number) => {
    lines.push(...listAt(graph.relations.appearancesOfRole, itemAt(carriers, index)).filter(counts));
  };
  yield* repeatInSteps(carriers.length, gather, rolesPerStep);
  const sorted = yield* sortInSteps(lines, byPlace(graph.structure.appearances));
  return sorted.slice(0, most).map((index) => graph.appearance(index));
}

/** Whether the line of an appearance says that its role carries an item. */
function isNamedBy({ structure, relations }: CatalogGraph, appearance: number, { node }: CoverageItem): boolean {
  const { category, responsibilities } = structure.appearances;
  if (node.kind === 'CATEGORY') {
    return category[appearance] === node.index && isWorkingAt(structure.appearances, appearance);
  }
  const named = listAt(responsibilities, appearance);
  if (node.kind === 'RESPONSIBILITY') return named.includes(node.index);
  return named.some((duty) => listAt(relations.topicsOfResponsibility, duty).includes(node.index));
}

/** Whether the line of an appearance puts its role into a group. */
function isLineOf({ structure, categories }: CatalogGraph, appearance: number, group: RoleGroup | null): boolean {
  return group === null || group.contains(itemAt(categories, itemAt(structure.appearances.category, appearance)));
}
