import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength, type Lists } from '../../collections/lists.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { invertedInSteps, listsInSteps } from '../../scheduling/lists-in-steps.ts';
import { filterInSteps, forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem, CoverageUnit } from '../coverage/coverage-item.ts';
import { requirementsOf, type CarrierScope, type Requirements } from '../coverage/requirements.ts';
import { coverOf, partOf, type Cover, type PartOfCover } from '../set-cover/cover.ts';
import { rolesByPreference } from './role-preference.ts';

/** What a plan is made for. */
export interface InviteRequest {
  readonly groups: readonly RoleGroup[];
  readonly from: CarrierScope;
  readonly unit: CoverageUnit;
  /** Distinct roles that are in the plan whatever they cover, also where they are in none of the groups. */
  readonly mustInclude: readonly Role[];
  /** Roles that are not in the plan. */
  readonly exclude: readonly Role[];
  /** The only roles that are in the plan besides mustInclude; any where it is not given. */
  readonly among?: readonly Role[];
  /** 1 to mostInvites (see invite-plan.ts); no limit where it is not given. */
  readonly maxInvites?: number;
  /** Whether seats that maxInvites allows and the plan does not need are filled; true where it is not given. */
  readonly fill?: boolean;
}

/** The set cover that a plan solves: the items are the elements, the roles the sets. */
export interface PlanProblem {
  /** Of the unit, and responsibilities. */
  readonly requirements: Requirements;
  readonly items: readonly CoverageItem[];
  /** The responsibilities of the groups: what spare seats are filled by. */
  readonly duties: readonly CoverageItem[];
  /** All roles that carry an item or a duty and may be invited, and those in mustInclude: see rolesByPreference. */
  readonly roles: readonly Role[];
  /** The sets are the roles, the elements the items. */
  readonly cover: Cover;
  /** The sets are the roles, the elements the duties. */
  readonly dutyCover: Cover;
  /** The sets of the roles in mustInclude, ascending. */
  readonly mandatory: readonly number[];
  /** How many items these cover. */
  readonly coveredByMandatory: number;
  /** What is left to choose: all other sets with an item, and the items that these have and the mandatory do not. */
  readonly rest: PartOfCover;
}

/** Finds which roles cover which items of the groups, and what the roles that must be included leave to the others. */
export function* planProblem(
  graph: CatalogGraph,
  { groups, from, unit, mustInclude, exclude, among }: InviteRequest,
): Steps<PlanProblem> {
  const requirements = yield* requirementsOf(graph, { groups, from }, [...new Set([unit, 'RESPONSIBILITY'] as const)]);
  const items = requirements.items[unit];
  const duties = requirements.items.RESPONSIBILITY;
  const itemsOfRole = yield* itemsOfEachRole(graph, requirements, items);
  const dutiesOfRole = unit === 'RESPONSIBILITY' ? itemsOfRole : yield* itemsOfEachRole(graph, requirements, duties);
  const countOf = ({ index }: Role) => listLength(itemsOfRole, index);
  const isExcluded = new Set(exclude);
  const isMandatory = new Set(mustInclude);
  const isAmong = among && new Set(among);
  const mayBeInvited = (role: Role) => !isExcluded.has(role) && (isAmong?.has(role) ?? true);
  const possible = yield* filterInSteps(
    graph.roles,
    (role) => isMandatory.has(role) || (countOf(role) + listLength(dutiesOfRole, role.index) > 0 && mayBeInvited(role)),
  );
  const roles = yield* rolesByPreference(graph, groups, possible, countOf);
  const cover = yield* coverOfRoles(roles, itemsOfRole, items.length);
  const dutyCover = unit === 'RESPONSIBILITY' ? cover : yield* coverOfRoles(roles, dutiesOfRole, duties.length);
  const isCovered = new Uint8Array(items.length);
  const mandatory: number[] = [];
  const others: number[] = [];
  yield* forEachInSteps(roles, (role, set) => {
    if (!isMandatory.has(role)) {
      if (listLength(cover.elementsOf, set) > 0) others.push(set);
      return;
    }
    mandatory.push(set);
    for (const item of listAt(cover.elementsOf, set)) isCovered[item] = 1;
  });
  const left = Int32Array.from(isCovered.keys()).filter(
    (item) => isCovered[item] === 0 && listLength(cover.setsOf, item) > 0,
  );
  const rest = yield* partOf(cover, Int32Array.from(others), left);
  const coveredByMandatory = isCovered.reduce((sum, covered) => sum + covered, 0);
  return { requirements, items, duties, roles, cover, dutyCover, mandatory, coveredByMandatory, rest };
}

/** The positions of the items that each role carries, by the index of the role. */
function* itemsOfEachRole(
  graph: CatalogGraph,
  requirements: Requirements,
  items: readonly CoverageItem[],
): Steps<Lists> {
  const carriers = yield* listsInSteps(items.length, (index) => requirements.carriersOf(itemAt(items, index)));
  return yield* invertedInSteps(carriers, graph.roles.length);
}

function* coverOfRoles(roles: readonly Role[], itemsOfRole: Lists, itemCount: number): Steps<Cover> {
  const elementsOf = yield* listsInSteps(roles.length, (set) => listAt(itemsOfRole, itemAt(roles, set).index));
  return yield* coverOf(elementsOf, itemCount);
}
