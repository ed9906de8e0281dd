import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import type { Requirements } from '../coverage/requirements.ts';
import { planProblem, type InviteRequest, type PlanProblem } from './plan-problem.ts';
import { partOf, type Cover } from '../set-cover/cover.ts';
import { greedyChoice } from '../set-cover/greedy-cover.ts';
import { widestChoice } from '../set-cover/widest-choice.ts';

/** The most roles that maxInvites allows. */
export const mostInvites = 1_000;

/**
 * How many operations each search for a plan may take (see widestChoice): about 0.3 s of processor time. Of 1,404 plans for
 * generated catalogs of 5,000 roles, one reaches it (docs/decisions.md).
 */
const usualOperations = 50_000_000;

/** How many invites are made between two yields. */
const invitesPerStep = 64;

/** A role of a plan. */
export interface Invite {
  readonly role: Role;
  /** Its position in the plan, from 1. */
  readonly rank: number;
  /** The requested items that it covers and no invite before it does, by name. */
  readonly adds: readonly CoverageItem[];
  /** All requested items that it covers, by name. */
  readonly covers: readonly CoverageItem[];
  /** The requested items that no other invite covers, by name. */
  readonly alone: readonly CoverageItem[];
  /** The roles outside the plan that cover all of `alone`, in the order of alternatesByCoverage; none where that is empty. */
  readonly alternates: () => readonly Alternate[];
}

/** A role that can replace an invite. */
export interface Alternate {
  readonly role: Role;
  /** How many of the requested items it covers. */
  readonly coveredCount: number;
  /** How many of the responsibilities that the groups' lines name it has. */
  readonly dutyCount: number;
  /** The requested items that it covers besides those that only the replaced invite covers, by name. */
  readonly alsoCovers: () => readonly CoverageItem[];
}

/** Which roles to invite so that everything requested is covered, as far as it can be. */
export interface InvitePlan {
  readonly requirements: Requirements;
  /** In the order of what each adds, most first; equals as the plan prefers them. */
  readonly invites: readonly Invite[];
  /** What is to be covered, by name. */
  readonly items: readonly CoverageItem[];
  readonly coveredCount: number;
  /** What the plan does not cover, by name. */
  readonly uncovered: readonly CoverageItem[];
  /** Whether no plan is better: none with fewer roles, or, where maxInvites is too few for all, none that covers more. */
  readonly optimal: boolean;
  /** No plan that covers all that can be covered has fewer roles. */
  readonly lowerBound: number;
  /** No plan within maxInvites covers more items. */
  readonly upperBound: number;
}

/** Alternates by how much they cover, most first, then by how many duties they have, then by title, then by id. */
export const alternatesByCoverage: Order<Alternate> = {
  name: 'alternates by COVERAGE DESC',
  types: ['number', 'number', 'string', 'string'],
  directions: ['DESC', 'DESC', 'ASC', 'ASC'],
  valuesOf: ({ role, coveredCount, dutyCount }) => [coveredCount, dutyCount, role.sortKey, role.id],
};

export const invitesByRank: Order<Invite> = {
  name: 'invites by RANK ASC',
  types: ['number'],
  directions: ['ASC'],
  valuesOf: ({ rank }) => [rank],
};

/**
 * The fewest roles that cover everything of some groups that any role covers which is not excluded (minimum set cover); where
 * maxInvites does not allow so many, roles that cover as much as so many can (maximum coverage). Of plans that are equally
 * good, the one whose roles rank first: roles are ranked by how much each covers, then by how many of the groups' duties it
 * has, most first, then by title, and the sum of the ranks in the plan is the least that the search finds.
 *
 * @param mostOperations the limit of each search (see widestChoice).
 * @throws ArgumentError for a role that is both in mustInclude and exclude, a maxInvites out of its range, or more in
 *   mustInclude than that.
 */
export function* invitePlan(
  graph: CatalogGraph,
  request: InviteRequest,
  mostOperations = usualOperations,
): Steps<InvitePlan> {
  check(request);
  const { mustInclude, maxInvites = Infinity } = request;
  const problem = yield* planProblem(graph, request);
  const { requirements, items, mandatory, rest } = problem;
  const choice = yield* widestChoice(rest.cover, maxInvites - mustInclude.length, mostOperations);
  const chosen = choice.sets.map((set) => itemAt(rest.sets, set));
  const invites = yield* invitesFrom(problem, Int32Array.from([...mandatory, ...chosen]).sort());
  addIdle(invites, mustInclude);
  const isCovered = new Set(invites.flatMap(({ adds }) => adds));
  const uncovered = items.filter((item) => !isCovered.has(item));
  return {
    requirements,
    invites,
    items,
    coveredCount: isCovered.size,
    uncovered,
    optimal: choice.isOptimal,
    lowerBound: mustInclude.length + choice.lowerBound,
    upperBound: problem.coveredByMandatory + choice.upperBound,
  };
}

/** The invites of the planned sets, which are ascending. */
function* invitesFrom({ items, cover, roles, dutiesOf }: PlanProblem, planned: Int32Array): Steps<Invite[]> {
  const plan = partOf(cover, planned, Int32Array.from(items.keys())).cover;
  yield;
  // In the order of what each adds, most first; then those that add nothing.
  const order = new Set([...(yield* greedyChoice(plan)), ...planned.keys()]);
  const isPlanned = new Set(planned);
  const isCovered = new Uint8Array(items.length);
  const itemsOf = (elements: Int32Array) => Array.from(elements, (element) => itemAt(items, element));
  const alternateOf = (set: number, alone: Int32Array): Alternate => {
    const role = itemAt(roles, set);
    const covers = listAt(cover.elementsOf, set);
    return {
      role,
      coveredCount: covers.length,
      dutyCount: dutiesOf(role),
      alsoCovers: () => itemsOf(covers.filter((element) => !alone.includes(element))),
    };
  };
  const invites: Invite[] = [];
  for (const index of order) {
    const covers = listAt(plan.elementsOf, index);
    const adds = covers.filter((element) => isCovered[element] === 0);
    for (const element of adds) isCovered[element] = 1;
    const alone = covers.filter((element) => listLength(plan.setsOf, element) === 1);
    invites.push({
      role: itemAt(roles, itemAt(planned, index)),
      rank: invites.length + 1,
      adds: itemsOf(adds),
      covers: itemsOf(covers),
      alone: itemsOf(alone),
      alternates: () => setsWithAll(cover, alone, isPlanned).map((set) => alternateOf(set, alone)),
    });
    if (invites.length % invitesPerStep === 0) yield;
  }
  return invites;
}

/** Adds the roles that must be included and cover nothing that was requested, by title. */
function addIdle(invites: Invite[], mustInclude: readonly Role[]): void {
  const idle = new Set(mustInclude).difference(new Set(invites.map(({ role }) => role)));
  for (const role of [...idle].sort((a, b) => a.index - b.index)) {
    invites.push({ role, rank: invites.length + 1, adds: [], covers: [], alone: [], alternates: () => [] });
  }
}

/** The sets outside a plan that have all of some elements, most preferred first; none where there are no elements. */
function setsWithAll(cover: Cover, elements: Int32Array, isPlanned: ReadonlySet<number>): readonly number[] {
  const [rarest] = elements.toSorted((a, b) => listLength(cover.setsOf, a) - listLength(cover.setsOf, b));
  if (rarest === undefined) return [];
  return Array.from(listAt(cover.setsOf, rarest)).filter((set) => {
    if (isPlanned.has(set)) return false;
    const theirs = listAt(cover.elementsOf, set);
    return elements.every((element) => theirs.includes(element));
  });
}

function check({ mustInclude, exclude, maxInvites }: InviteRequest): void {
  const isExcluded = new Set(exclude);
  const both = mustInclude.find((role) => isExcluded.has(role));
  if (both !== undefined) {
    throw new ArgumentError(
      'input.mustInclude',
      `input.mustInclude has "${both.label}", which input.exclude has, too; name a role in one of them.`,
    );
  }
  if (maxInvites === undefined) return;
  if (!Number.isInteger(maxInvites) || maxInvites < 1 || maxInvites > mostInvites) {
    throw new ArgumentError(
      'input.maxInvites',
      `input.maxInvites is ${maxInvites}; it must be a whole number between 1 and ${mostInvites}.`,
    );
  }
  if (mustInclude.length > maxInvites) {
    throw new ArgumentError(
      'input.mustInclude',
      `input.mustInclude has ${mustInclude.length} distinct roles, which is more than input.maxInvites allows (${maxInvites}).`,
    );
  }
}
