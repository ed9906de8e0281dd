import { itemAt } from '../../collections/item-at.ts';
import { inverted, listAt, listLength, type Lists } from '../../collections/lists.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { carriersOf, itemsOfGroups, type CoverageItem, type CoverageUnit } from '../coverage/coverage-item.ts';
import { coverOf, partOf, type Cover, type PartOfCover } from '../set-cover/cover.ts';

/** What a plan is made for. */
export interface InviteRequest {
  readonly groups: readonly RoleGroup[];
  readonly unit: CoverageUnit;
  /** Distinct roles that are in the plan whatever they carry. */
  readonly mustInclude: readonly Role[];
  /** Roles that are not in the plan. */
  readonly exclude: readonly Role[];
  /** 1 to mostInvites (see invite-plan.ts); no limit where it is not given. */
  readonly maxInvites?: number;
}

/** The set cover that a plan solves: the items are the elements, the roles the sets. */
export interface PlanProblem {
  readonly items: readonly CoverageItem[];
  /** Of all roles that carry an item, and are not excluded: most items first, then most duties, then by title. */
  readonly cover: Cover;
  readonly roles: readonly Role[];
  /** How many of the responsibilities that the groups' lines name a role has. */
  readonly dutiesOf: (role: Role) => number;
  /** The sets of the roles in mustInclude that carry an item, ascending. */
  readonly mandatory: readonly number[];
  /** How many items these cover. */
  readonly coveredByMandatory: number;
  /** What is left to choose: all other sets, and the items that these have and the mandatory do not. */
  readonly rest: PartOfCover;
}

/** Finds which roles carry which items of the groups, and what the roles that must be included leave to the others. */
export function* planProblem(
  graph: CatalogGraph,
  { groups, unit, mustInclude, exclude }: InviteRequest,
): Steps<PlanProblem> {
  const items = yield* itemsOfGroups(graph, groups, unit);
  const allRoles = graph.roles;
  const itemsOfRole = inverted(yield* carriersOfAll(graph, items), allRoles.length);
  yield;
  const isExcluded = new Set(exclude);
  const carriers = allRoles.filter((role) => listLength(itemsOfRole, role.index) > 0 && !isExcluded.has(role));
  yield;
  const dutiesOfAll = yield* dutiesInGroups(graph, groups);
  const countOf = ({ index }: Role) => listLength(itemsOfRole, index);
  const dutiesOf = ({ index }: Role) => itemAt(dutiesOfAll, index);
  // Entries are in the order of their titles.
  const roles = yield* sortInSteps(
    carriers,
    (a, b) => countOf(b) - countOf(a) || dutiesOf(b) - dutiesOf(a) || a.index - b.index,
  );
  const cover = coverOf(yield* listsOfRoles(roles, itemsOfRole), items.length);
  yield;
  const isMandatory = new Set(mustInclude);
  const isCovered = new Uint8Array(items.length);
  const mandatory: number[] = [];
  const others: number[] = [];
  yield* forEachInSteps(roles, (role, set) => {
    if (!isMandatory.has(role)) {
      others.push(set);
      return;
    }
    mandatory.push(set);
    for (const item of listAt(cover.elementsOf, set)) isCovered[item] = 1;
  });
  const left = Int32Array.from(isCovered.keys()).filter(
    (item) => isCovered[item] === 0 && listLength(cover.setsOf, item) > 0,
  );
  const rest = partOf(cover, Int32Array.from(others), left);
  const coveredByMandatory = isCovered.reduce((sum, covered) => sum + covered, 0);
  return { items, cover, roles, dutiesOf, mandatory, coveredByMandatory, rest };
}

/** How many of the responsibilities that the lines of some groups name each role has. */
function* dutiesInGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<Int32Array> {
  const counts = new Int32Array(graph.roles.length);
  const duties = yield* itemsOfGroups(graph, groups, 'RESPONSIBILITY');
  yield* forEachInSteps(duties, (duty) => {
    for (const role of carriersOf(graph, duty)) counts[role] = itemAt(counts, role) + 1;
  });
  return counts;
}

/** The indexes of the roles that carry each item. */
function* carriersOfAll(graph: CatalogGraph, items: readonly CoverageItem[]): Steps<Lists> {
  const carriers: Int32Array[] = [];
  const offsets = new Int32Array(items.length + 1);
  for (const [index, item] of items.entries()) {
    const indexes = carriersOf(graph, item);
    carriers.push(indexes);
    offsets[index + 1] = itemAt(offsets, index) + indexes.length;
    if (item.kind !== 'RESPONSIBILITY' || index % 512 === 511) yield;
  }
  return joined(offsets, carriers);
}

function* listsOfRoles(roles: readonly Role[], itemsOfRole: Lists): Steps<Lists> {
  const offsets = new Int32Array(roles.length + 1);
  const lists: Int32Array[] = [];
  yield* forEachInSteps(roles, ({ index }, set) => {
    const items = listAt(itemsOfRole, index);
    lists.push(items);
    offsets[set + 1] = itemAt(offsets, set) + items.length;
  });
  return joined(offsets, lists);
}

function joined(offsets: Int32Array, lists: readonly Int32Array[]): Lists {
  const values = new Int32Array(offsets.at(-1) ?? 0);
  lists.forEach((list, index) => {
    values.set(list, itemAt(offsets, index));
  });
  return { offsets, values };
}
