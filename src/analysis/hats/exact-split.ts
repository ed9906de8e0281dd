import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { costBetween, type RoleTies, type Split } from './role-ties.ts';

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
 * person, for each set of roles that so many people can hold together, what it costs them at the least. Each person takes
 * the first role that is left, by title, with any others of those left; so no split is looked at twice.
 */
export function* exactSplit(ties: RoleTies, people: number, loads: Loads): Steps<Split | undefined> {
  const { size } = ties;
  const all = 2 ** size - 1;
  /** For each person, by the set of roles that those up to and with this one hold: the set without this one's. */
  const before: Int32Array[] = [];
  let costs = new Map([[0, 0]]);
  let choices = 0;
  for (let person = 1; person <= people; person++) {
    const cheapest = new Float64Array(all + 1).fill(Infinity);
    const previous = new Int32Array(all + 1);
    for (const [held, cost] of costs) {
      forEachChoice(ties, held, loadsLeft(loads, size - bitCount(held), people - person), (chosen, more) => {
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
  const free = Array.from({ length: ties.size }, (_, role) => role).filter((role) => (held & (1 << role)) === 0);
  const chosenRoles: number[] = [];
  const extend = (at: number, chosen: number, cost: number): void => {
    const role = itemAt(free, at);
    for (const other of chosenRoles) cost += costBetween(ties, role, other);
    if (cost === Infinity) return;
    chosenRoles.push(role);
    chosen |= 1 << role;
    if (chosenRoles.length >= least) callback(chosen, cost);
    // No further than that enough are left.
    const last = free.length - Math.max(1, least - chosenRoles.length);
    if (chosenRoles.length < most) for (let next = at + 1; next <= last; next++) extend(next, chosen, cost);
    chosenRoles.pop();
  };
  if (free.length > 0 && least <= most) extend(0, 0, 0);
}

function tracedBack(before: readonly Int32Array[], size: number): Split {
  const split: Split = new Int32Array(size);
  let held = 2 ** size - 1;
  for (let person = before.length - 1; person >= 0; person--) {
    const without = itemAt(itemAt(before, person), held);
    for (let role = 0; role < size; role++) if (((held ^ without) & (1 << role)) !== 0) split[role] = person;
    held = without;
  }
  return split;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
