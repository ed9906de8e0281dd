import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartCost, type RoleTies, type Split } from './role-ties.ts';

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
 * the first role that is left, by title, with any others of those left, so that no split is tried twice.
 */
export function* exactSplit(ties: RoleTies, people: number, loads: Loads): Steps<Split | undefined> {
  const { size } = ties;
  const all = 2 ** size - 1;
  /** For each person, by the set of roles that people up to this one hold: the set without the roles of this one. */
  const before: Int32Array[] = [];
  let costs = new Map([[0, 0]]);
  let choices = 0;
  for (let person = 1; person <= people; person++) {
    const cheapest = new Float64Array(all + 1).fill(Infinity);
    const previous = new Int32Array(all + 1);
    for (const [held, cost] of costs) {
      forEachChoice(ties, held, loadsLeft(loads, rolesIn(~held, size).length, people - person), (chosen, more) => {
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

/** How many roles a person may take of those left, so that so many others can take the rest. */
function loadsLeft({ least, most }: Loads, left: number, others: number): Loads {
  return { least: Math.max(least, left - others * most), most: Math.min(most, left - others * least) };
}

/** Calls back with every set that has the first role not held, and with what it costs to hold it together. */
function forEachChoice(
  ties: RoleTies,
  held: number,
  { least, most }: Loads,
  callback: (chosen: number, cost: number) => void,
): void {
  const free = rolesIn(~held, ties.size);
  const chosenRoles: number[] = [];
  const extend = (index: number, chosen: number, cost: number): void => {
    const role = itemAt(free, index);
    for (const other of chosenRoles) cost += ties.cost(role, other);
    if (cost >= apartCost) return;
    chosenRoles.push(role);
    chosen |= 1 << role;
    if (chosenRoles.length >= least) callback(chosen, cost);
    // Enough must be left to reach the least load.
    const last = free.length - Math.max(1, least - chosenRoles.length);
    if (chosenRoles.length < most) for (let next = index + 1; next <= last; next++) extend(next, chosen, cost);
    chosenRoles.pop();
  };
  if (free.length > 0 && least <= most) extend(0, 0, 0);
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
