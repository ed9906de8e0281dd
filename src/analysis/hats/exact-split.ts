import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartCost, nobody, type RoleTies, type Split } from './role-ties.ts';

/** How many roles can be split exactly in some milliseconds: among even loads, and among any. */
export const mostForEven = 14;
export const mostForAny = 12;

/** About half a millisecond. */
const choicesPerStep = 4_096;

/** How many roles a person may hold. */
interface Loads {
  readonly least: number;
  readonly most: number;
}

/**
 * The cheapest split of all, where there is any: dynamic programming over sets of roles (Held and Karp, 1962). Person by
 * person, it finds the least cost of each set of roles that so many people can hold together. Each person takes
 * the first role that is left, by title, with any others of those left, so that no split is tried twice. People who hold
 * roles already come first: each takes these, with any others that nobody holds.
 */
export function* exactSplit(ties: RoleTies, people: number, loads: Loads): Steps<Split | undefined> {
  const { size } = ties;
  const all = 2 ** size - 1;
  const given = givenRoles(ties, people);
  const isHeld = given.reduce((roles, each) => roles | each, 0);
  /** For each person, by the set of roles that people up to this one hold: the set without the roles of this one. */
  const before: Int32Array[] = [];
  let costs = new Map([[0, 0]]);
  let choices = 0;
  for (let person = 1; person <= people; person++) {
    const cheapest = new Float64Array(all + 1).fill(Infinity);
    const previous = new Int32Array(all + 1);
    const own = itemAt(given, person - 1);
    for (const [held, cost] of costs) {
      const left = loadsLeft(loads, rolesIn(~held, size).length, people - person);
      forEachChoice(ties, { own, free: ~(held | isHeld) }, left, (chosen, more) => {
        choices++;
        const now = held | chosen;
        if (cost + more >= itemAt(cheapest, now)) return;
        cheapest[now] = cost + more;
        previous[now] = held;
      });
      if (choices < choicesPerStep) continue;
      choices = 0;
      yield;
    }
    costs = new Map();
    cheapest.forEach((cost, held) => {
      if (cost < Infinity) costs.set(held, cost);
    });
    before.push(previous);
    yield;
  }
  return costs.has(all) ? tracedBack(before, size) : undefined;
}

/** The roles that each person holds already, as a set. */
function givenRoles({ holders }: RoleTies, people: number): readonly number[] {
  const given = Array.from({ length: people }, () => 0);
  holders.forEach((person, role) => {
    if (person !== nobody) given[person] = itemAt(given, person) | (1 << role);
  });
  return given;
}

/** How many roles a person may take of those left, so that so many others can take the rest. */
function loadsLeft({ least, most }: Loads, left: number, others: number): Loads {
  return { least: Math.max(least, left - others * most), most: Math.min(most, left - others * least) };
}

/** What a person holds already, and what they may take, as sets of roles. */
interface Choices {
  readonly own: number;
  readonly free: number;
}

/**
 * Calls back with every set that a person may hold, and with what it costs to hold it together: what they hold already, or
 * else the first role that is free, with any others that are.
 */
function forEachChoice(
  ties: RoleTies,
  { own, free: freeRoles }: Choices,
  { least, most }: Loads,
  callback: (chosen: number, cost: number) => void,
): void {
  const free = rolesIn(freeRoles, ties.size);
  const chosenRoles: number[] = [];
  const add = (role: number, cost: number): number => {
    for (const other of chosenRoles) cost += ties.cost(role, other);
    chosenRoles.push(role);
    return cost;
  };
  /** Tries each role from an index on, which it leaves out again. */
  const extend = (from: number, chosen: number, cost: number): void => {
    if (cost >= apartCost) return;
    if (chosenRoles.length >= least) callback(chosen, cost);
    if (chosenRoles.length >= most) return;
    // Enough must be left to reach the least load.
    const last = free.length - Math.max(1, least - chosenRoles.length);
    for (let index = from; index <= last; index++) {
      const role = itemAt(free, index);
      extend(index + 1, chosen | (1 << role), add(role, cost));
      chosenRoles.pop();
    }
  };
  if (least > most) return;
  if (own !== 0) {
    const cost = rolesIn(own, ties.size).reduce((sum, role) => add(role, sum), 0);
    if (chosenRoles.length <= most) extend(0, own, cost);
  } else if (free.length > 0) {
    const first = itemAt(free, 0);
    extend(1, 1 << first, add(first, 0));
  }
}

function tracedBack(before: readonly Int32Array[], size: number): Split {
  const split: Split = new Int32Array(size);
  let held = 2 ** size - 1;
  for (let person = before.length - 1; person >= 0; person--) {
    const without = itemAt(itemAt(before, person), held);
    for (const role of rolesIn(held ^ without, size)) split[role] = person;
    held = without;
  }
  return split;
}

/** The roles whose bits are set, ascending. */
function rolesIn(bits: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, role) => role).filter((role) => (bits & (1 << role)) !== 0);
}
