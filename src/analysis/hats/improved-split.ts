import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartCost, type RoleTies, type Split } from './role-ties.ts';

/** The most passes after each start, and the most changes that a chain goes on for without a gain. */
const mostPasses = 40;
const mostWithoutGain = 16;

/** How often it restarts: less often for many roles, as each restart takes about the square of their number. */
const mostRestarts = 40;
const restartWork = 60_000;
const randomExchanges = 4;

/** A role given to another person; in exchange for one of theirs, where there is a partner. */
interface Change {
  readonly role: number;
  readonly to: number;
  readonly partner: number | undefined;
  /** What it saves; below 0 where it costs. */
  readonly gain: number;
}

/**
 * A split made cheaper by giving roles to other people and by exchanging two, until no pass finds a gain: chains of the best
 * changes, each role at most once, of which those up to the cheapest point remain, so that a chain may get worse before it
 * gets better (Kernighan and Lin, An efficient heuristic procedure for partitioning graphs, 1970; single moves as by
 * Fiduccia and Mattheyses, 1982). Then the same from the cheapest split with a few random exchanges, a number of
 * times (iterated local search: Lourenço, Martin and Stützle, 2003). The random numbers are the same each time, so one
 * question has one answer. What must stay apart stays apart throughout. Of equal changes the first by title.
 */
export function* improvedSplit(ties: RoleTies, people: number, first: Split): Steps<Split> {
  const state = new SplitState(ties, people, first);
  yield* improve(state);
  let best = state.split.slice();
  let least = ties.costOf(best);
  const random = randomNumbers();
  const restarts = Math.min(mostRestarts, Math.floor(restartWork / ties.size ** 2));
  for (let restart = 0; restart < restarts; restart++) {
    state.exchangeRandomPairs(random);
    yield* improve(state);
    const cost = ties.costOf(state.split);
    if (cost < least) [best, least] = [state.split.slice(), cost];
    else state.goTo(best);
    yield;
  }
  return best;
}

function* improve(state: SplitState): Steps<void> {
  for (let pass = 0; pass < mostPasses; pass++) {
    if (!(yield* improvingChain(state))) return;
  }
}

/** Random whole numbers from 0 to below a given one, always the same sequence (Lehmer, 1951; the multiplier of Park and Miller). */
function randomNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Whether there was a gain. */
function* improvingChain(state: SplitState): Steps<boolean> {
  const moved = new Set<number>();
  let best = state.split.slice();
  let [gained, mostGained, withoutGain] = [0, 0, 0];
  while (withoutGain < mostWithoutGain) {
    const change = state.bestChange(moved);
    yield;
    if (change === undefined) break;
    state.apply(change);
    moved.add(change.role);
    if (change.partner !== undefined) moved.add(change.partner);
    gained += change.gain;
    withoutGain++;
    if (gained <= mostGained) continue;
    best = state.split.slice();
    [mostGained, withoutGain] = [gained, 0];
  }
  state.goTo(best);
  return mostGained > 0;
}

/** A split in which all roles are apart that must be, with what every role costs every person, kept up to date. */
class SplitState {
  readonly split: Split;
  readonly #ties: RoleTies;
  readonly #people: number;
  /** By role and person: the cost of holding the role with those that the person holds; apartCost or more if not allowed. */
  readonly #costs: Float64Array;

  constructor(ties: RoleTies, people: number, split: Split) {
    this.#ties = ties;
    this.#people = people;
    this.split = new Int32Array(ties.size).fill(-1);
    this.#costs = new Float64Array(ties.size * people);
    this.goTo(split);
  }

  goTo(split: Split): void {
    split.forEach((person, role) => {
      if (this.split[role] !== person) this.#give(role, person);
    });
  }

  apply({ role, to, partner }: Change): void {
    const from = itemAt(this.split, role);
    this.#give(role, to);
    if (partner !== undefined) this.#give(partner, from);
  }

  /** Exchanges some random pairs of roles, whatever that costs. */
  exchangeRandomPairs(random: (below: number) => number): void {
    for (let exchange = 0; exchange < randomExchanges; exchange++) {
      const [role, partner] = [random(this.#ties.size), random(this.#ties.size)];
      const to = itemAt(this.split, partner);
      if (itemAt(this.split, role) === to) continue;
      const gain = this.#gainOfExchange(role, partner);
      if (gain !== undefined) this.apply({ role, to, partner, gain });
    }
  }

  /** The change that saves most, or costs least, of those that touch none of some roles. */
  bestChange(moved: ReadonlySet<number>): Change | undefined {
    let best: Change | undefined;
    const { size } = this.#ties;
    for (let role = 0; role < size; role++) {
      if (moved.has(role)) continue;
      const from = itemAt(this.split, role);
      const before = this.#costOf(role, from);
      for (let to = 0; to < this.#people; to++) {
        const after = this.#costOf(role, to);
        if (to === from || after >= apartCost) continue;
        const gain = before - after;
        if (best === undefined || gain > best.gain) best = { role, to, partner: undefined, gain };
      }
      for (let partner = role + 1; partner < size; partner++) {
        const to = itemAt(this.split, partner);
        if (to === from || moved.has(partner)) continue;
        const gain = this.#gainOfExchange(role, partner);
        if (gain !== undefined && (best === undefined || gain > best.gain)) best = { role, to, partner, gain };
      }
    }
    return best;
  }

  /** Undefined where what must stay apart would not. */
  #gainOfExchange(role: number, partner: number): number | undefined {
    const [from, to] = [itemAt(this.split, role), itemAt(this.split, partner)];
    const before = this.#costOf(role, from) + this.#costOf(partner, to);
    // Each of the two leaves as the other comes, so that they are not held together.
    const after = this.#costOf(role, to) + this.#costOf(partner, from) - 2 * this.#ties.cost(role, partner);
    return after >= apartCost ? undefined : before - after;
  }

  #give(role: number, to: number): void {
    const from = itemAt(this.split, role);
    for (let other = 0; other < this.#ties.size; other++) {
      if (other === role) continue;
      const cost = this.#ties.cost(other, role);
      if (from >= 0) this.#addCost(other, from, -cost);
      this.#addCost(other, to, cost);
    }
    this.split[role] = to;
  }

  #addCost(role: number, person: number, cost: number): void {
    this.#costs[role * this.#people + person] = this.#costOf(role, person) + cost;
  }

  /** Nearly all of the work is done here; itemAt would take half as long again. */
  #costOf(role: number, person: number): number {
    return this.#costs[role * this.#people + person] ?? 0;
  }
}
