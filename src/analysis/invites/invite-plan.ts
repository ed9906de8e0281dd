import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { runToCompletion, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { roomOf, type InviteRequest, type Room } from './invite-room.ts';
import { elementCount, partOf, type Cover } from '../set-cover/cover.ts';
import { greedyChoice } from '../set-cover/greedy-cover.ts';
import type { Means, SetChoice } from '../set-cover/set-choice.ts';
import { reducedParts, smallestCover } from '../set-cover/smallest-cover.ts';
import { widestChoice } from '../set-cover/widest-choice.ts';

/** The most roles that maxInvites allows. */
export const mostInvites = 1_000;

/** How long an exact plan is waited for, in milliseconds. */
const mostTime = 2_000;

/** How many looks a search takes where nobody says otherwise. */
const usualLooks = 8_000_000;

/** What a plan is made with. */
export type PlanningMeans = Pick<Means, 'solver'> & Partial<Pick<Means, 'mostLooks' | 'runSteps'>>;

/** A role of a plan. */
export interface Invite {
  readonly role: Role;
  /** Its place in the plan, from 1. */
  readonly rank: number;
  /** Of what was asked, what none before it covers; by name. */
  readonly adds: readonly CoverageItem[];
  /** Of what was asked, all that it covers; by name. */
  readonly covers: readonly CoverageItem[];
  /** Of that, what no other invite covers; by name. */
  readonly alone: readonly CoverageItem[];
  /** Who could stand in: the roles that cover all of that, if it is anything; in the order of alternatesByCoverage. */
  readonly alternates: () => readonly Alternate[];
}

/** A role that can stand in for an invite. */
export interface Alternate {
  readonly role: Role;
  /** Of what was asked, how much it covers. */
  readonly coveredCount: number;
  /** How many of the responsibilities that the groups' lines name it has. */
  readonly dutyCount: number;
  /** Of what was asked, all that it covers beside that for which it stands in; by name. */
  readonly beside: () => readonly CoverageItem[];
}

/** Who must be in the room. */
export interface InvitePlan {
  /** In the order of what each adds, most first; equals as the plan prefers them. */
  readonly invites: readonly Invite[];
  /** What is to be covered, by name. */
  readonly items: readonly CoverageItem[];
  readonly coveredCount: number;
  /** What the plan leaves, by name. */
  readonly uncovered: readonly CoverageItem[];
  /** Whether no plan is better: none with fewer roles, or, where maxInvites is too few for all, none that covers more. */
  readonly optimal: boolean;
  /** No plan that covers all that can be covered has fewer roles. */
  readonly lowerBound: number;
  /** No plan within maxInvites covers more items. */
  readonly upperBound: number;
  /** Whether the plan is what it would be with any more time; else another try may give another. */
  readonly isFinal: boolean;
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
 * The fewest roles that cover everything of some groups that anybody does who is not excluded (minimum set cover); where
 * maxInvites does not allow so many, roles that cover as much as so many can (maximum coverage). Of plans that are equally
 * good, one whose roles stand earliest in the order of how much each covers, then of how many of the groups' duties it has,
 * most first, then by title: the sum of their places is the least.
 *
 * @throws ArgumentError for a role that is both in mustInclude and exclude, a maxInvites out of its range, or more in
 *   mustInclude than that.
 */
export async function invitePlan(
  graph: CatalogGraph,
  request: InviteRequest,
  { solver, mostLooks = usualLooks, runSteps = runToCompletion }: PlanningMeans,
): Promise<InvitePlan> {
  check(request);
  const { mustInclude, maxInvites } = request;
  const deadline = performance.now() + mostTime;
  const room = await runSteps(roomOf(graph, request));
  const { rest } = room;
  const free = maxInvites === undefined ? Infinity : maxInvites - mustInclude.length;
  const means = { solver, deadline, mostLooks, runSteps };
  const choice = await chosen(rest.cover, free, means);
  const sets = choice.sets.map((set) => itemAt(rest.sets, set));
  const planned = await runSteps(plannedInvites(room, request, sets));
  return {
    ...planned,
    optimal: choice.isOptimal,
    lowerBound: mustInclude.length + choice.lowerBound,
    upperBound: room.coveredByMust + choice.upperBound,
    isFinal: choice.isPreferred,
  };
}

async function chosen(cover: Cover, free: number, means: Means): Promise<SetChoice> {
  if (free > 0 && free !== Infinity && elementCount(cover) > 0) return widestChoice(cover, free, means);
  const reduced = await means.runSteps(reducedParts(cover));
  if (free > 0) return smallestCover(cover, reduced, means);
  return { sets: [], lowerBound: reduced.lowerBound, upperBound: 0, isOptimal: true, isPreferred: true };
}

function* plannedInvites(
  { items, cover, roles, dutiesOf, must }: Room,
  { mustInclude }: InviteRequest,
  chosenSets: readonly number[],
): Steps<Pick<InvitePlan, 'invites' | 'items' | 'coveredCount' | 'uncovered'>> {
  const sets = Int32Array.from([...must, ...chosenSets]).sort();
  const all = Int32Array.from(items.keys());
  const plan = partOf(cover, sets, all, new Int32Array(items.length).fill(-1));
  yield;
  const greedy = yield* greedyChoice(plan.cover);
  const isFirst = new Set(greedy.sets);
  // Those that add nothing, then those who carry nothing of what was asked.
  const ordered = [...greedy.sets, ...Array.from(sets.keys()).filter((set) => !isFirst.has(set))];
  const times = new Int32Array(items.length);
  for (const item of plan.cover.elementsOf.values) times[item] = itemAt(times, item) + 1;
  const isCovered = new Uint8Array(items.length);
  const entries = (of: Int32Array) => Array.from(of, (item) => itemAt(items, item));
  const isPlanned = new Set(sets);
  const invites: Invite[] = [];
  for (const set of ordered) {
    const covers = listAt(plan.cover.elementsOf, set);
    const adds = covers.filter((item) => isCovered[item] === 0);
    for (const item of adds) isCovered[item] = 1;
    const alone = covers.filter((item) => times[item] === 1);
    invites.push({
      role: itemAt(roles, itemAt(plan.sets, set)),
      rank: invites.length + 1,
      adds: entries(adds),
      covers: entries(covers),
      alone: entries(alone),
      alternates: () =>
        standIns(cover, alone, isPlanned).map((other) => ({
          role: itemAt(roles, other),
          coveredCount: listLength(cover.elementsOf, other),
          dutyCount: dutiesOf(itemAt(roles, other)),
          beside: () => entries(listAt(cover.elementsOf, other).filter((item) => !alone.includes(item))),
        })),
    });
    if (invites.length % 64 === 0) yield;
  }
  const carrying = new Set(invites.map(({ role }) => role));
  for (const role of mustInclude.filter((role) => !carrying.has(role)).sort((a, b) => a.index - b.index)) {
    invites.push({ role, rank: invites.length + 1, adds: [], covers: [], alone: [], alternates: () => [] });
  }
  const uncovered = items.filter((_, item) => isCovered[item] === 0);
  return { invites, items, coveredCount: items.length - uncovered.length, uncovered };
}

/** The sets outside a plan that have all of some elements, ascending: in the order in which they are preferred. */
function standIns(cover: Cover, elements: Int32Array, isPlanned: ReadonlySet<number>): readonly number[] {
  const [rarest] = elements.toSorted((a, b) => listLength(cover.setsOf, a) - listLength(cover.setsOf, b));
  if (rarest === undefined) return [];
  return Array.from(listAt(cover.setsOf, rarest)).filter((set) => {
    if (isPlanned.has(set)) return false;
    const theirs = listAt(cover.elementsOf, set);
    return elements.every((element) => theirs.includes(element));
  });
}

function check({ mustInclude, exclude, maxInvites }: InviteRequest): void {
  const isOut = new Set(exclude);
  const both = mustInclude.find((role) => isOut.has(role));
  if (both !== undefined) {
    throw new ArgumentError(
      'input.mustInclude',
      `input.mustInclude has "${both.title}", which input.exclude has, too; name a role in one of them.`,
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
