import { itemAt } from '../../collections/item-at.ts';
import { inverted, listAt, listLength, listsOf, type Lists } from '../../collections/lists.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { forEachInSteps, mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem, CoverageUnit } from '../coverage/coverage-item.ts';
import { requirementsOf, type CarrierScope, type Requirements } from '../coverage/requirements.ts';
import { coverOf, partOf, type Cover, type PartOfCover } from '../set-cover/cover.ts';

/** What a plan is made for. */
export interface InviteRequest {
  readonly groups: readonly RoleGroup[];
  readonly from: CarrierScope;
  readonly unit: CoverageUnit;
  /** Distinct roles that are in the plan whatever they cover. */
  readonly mustInclude: readonly Role[];
  /** Roles that are not in the plan. */
  readonly exclude: readonly Role[];
  /** 1 to mostInvites (see invite-plan.ts); no limit where it is not given. */
  readonly maxInvites?: number;
}

/** The set cover that a plan solves: the items are the elements, the roles the sets. */
export interface PlanProblem {
  readonly requirements: Requirements;
  readonly items: readonly CoverageItem[];
  /** Of all roles that cover an item and are not excluded: most items first, then most duties, then by title. */
  readonly cover: Cover;
  readonly roles: readonly Role[];
  /** How many of the responsibilities that the groups' lines name a role has. */
  readonly dutiesOf: (role: Role) => number;
  /** The sets of the roles in mustInclude that cover an item, ascending. */
  readonly mandatory: readonly number[];
  /** How many items these cover. */
  readonly coveredByMandatory: number;
  /** What is left to choose: all other sets, and the items that these have and the mandatory do not. */
  readonly rest: PartOfCover;
}

/** Finds which roles cover which items of the groups, and what the roles that must be included leave to the others. */
export function* planProblem(
  graph: CatalogGraph,
  { groups, from, unit, mustInclude, exclude }: InviteRequest,
): Steps<PlanProblem> {
  const requirements = yield* requirementsOf(graph, { groups, from }, [...new Set([unit, 'RESPONSIBILITY'] as const)]);
  const items = requirements.items[unit];
  const itemsOfRole = inverted(yield* carriersOfEach(requirements, items), graph.roles.length);
  yield;
  const countOf = ({ index }: Role) => listLength(itemsOfRole, index);
  const isExcluded = new Set(exclude);
  const covering = graph.roles.filter((role) => countOf(role) > 0 && !isExcluded.has(role));
  yield;
  const dutyCounts = new Int32Array(graph.roles.length);
  yield* forEachInSteps(requirements.items.RESPONSIBILITY, (duty) => {
    for (const role of requirements.carriersOf(duty)) dutyCounts[role] = itemAt(dutyCounts, role) + 1;
  });
  const dutiesOf = ({ index }: Role) => itemAt(dutyCounts, index);
  // The indexes of roles are in the order of their titles.
  const roles = yield* sortInSteps(
    covering,
    (a, b) => countOf(b) - countOf(a) || dutiesOf(b) - dutiesOf(a) || a.index - b.index,
  );
  const cover = coverOf(listsOf(yield* mapInSteps(roles, ({ index }) => listAt(itemsOfRole, index))), items.length);
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
  return { requirements, items, cover, roles, dutiesOf, mandatory, coveredByMandatory, rest };
}

/** The indexes of the roles that carry each item. */
function* carriersOfEach(requirements: Requirements, items: readonly CoverageItem[]): Steps<Lists> {
  const lists: Int32Array[] = [];
  for (const [index, item] of items.entries()) {
    lists.push(requirements.carriersOf(item));
    if (item.node.kind !== 'RESPONSIBILITY' || index % 512 === 511) yield;
  }
  return listsOf(lists);
}
