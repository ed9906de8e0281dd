import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartCost, nobody, type RoleTies, type Split } from './role-ties.ts';

/** How many operations there are at most: about a second of processor time. */
const usualOperations = 400_000_000;

/** The search ends earlier if, after at least so many operations, it has found nothing better for three quarters of them. */
const leastOperations = 80_000_000;
const shareWithoutGain = 0.75;

/** About a third of a millisecond. */
const operationsPerStep = 100_000;

/** What a turn takes besides the changes that it tries. */
const leastPerTurn = 50;

/** For how many changes a role does not return to the person who held it: so many, and a random number below `spread` more. */
const tenure = { least: 5, spread: 10 };

/** After how many changes without a gain the search goes on from elsewhere: so many times the number of roles. */
const patience = 10;

/** A role given to another person; in exchange for one of theirs, where there is a partner. */
interface Change {
  readonly role: number;
  readonly to: number;
  /** -1 for none. */
  readonly partner: number;
  /** What it saves; below 0 where it costs. */
  readonly gain: number;
}

/**
 * A split made cheaper by tabu search (Glover, Tabu search, part I, 1989), as it is used for the maximally diverse grouping
 * problem (Gallego, Laguna, Martí and Duarte, Tabu search with strategic oscillation for the maximally diverse grouping
 * problem, 2013). In each turn, the best change is made even if it costs: one role given to another person, or two
 * exchanged. A role does not return to a person for a number of turns, except to the cheapest split of all, so that the
 * search leaves local optima. Where it finds nothing for long, it goes on from the cheapest split with a third of the
 * roles exchanged at random (iterated local search: Lourenço, Martin and Stützle, 2003).
 *
 * The random numbers are the same each time and the work is counted, so one question has one answer. What must stay apart
 * stays apart throughout, and who holds a role already keeps it. Of equal changes the first by title.
 *
 * @param mostOperations the limit: a change that is tried and a cost that is updated are an operation each.
 */
export function* improvedSplit(
  ties: RoleTies,
  people: number,
  first: Split,
  mostOperations = usualOperations,
): Steps<Split> {
  const search = new TabuSearch(ties, people, first);
  // Where nobody holds two roles, all splits are alike.
  if (people < 2 || people >= ties.size || !ties.holders.includes(nobody)) return search.best;
  let yieldAt = operationsPerStep;
  while (search.operations < mostOperations && !search.isIdle()) {
    search.turn();
    if (search.operations < yieldAt) continue;
    yieldAt = search.operations + operationsPerStep;
    yield;
  }
  return search.best;
}

/** Random whole numbers from 0 to below a given one, always the same sequence (Lehmer, 1951; the multiplier of Park and Miller). */
function randomNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A split in which all roles are apart that must be, with what every role costs every person, kept up to date. */
class TabuSearch {
  /** The cheapest split so far. */
  best: Split;
  /** How many there have been. */
  operations = 0;
  readonly #ties: RoleTies;
  readonly #people: number;
  readonly #split: Split;
  /** The roles that nobody holds already. */
  readonly #movable: Int32Array;
  /** By role and person: the cost of holding the role with those that the person holds; apartCost or more if not allowed. */
  readonly #costs: Float64Array;
  /** By role and person: the turn from which on the role may return to the person. */
  readonly #barredUntil: Float64Array;
  readonly #random = randomNumbers();
  #cost: number;
  #least: number;
  #operationsAtLeast = 0;
  /** The least cost since the last exchange at random, and its turn. */
  #leastHere: number;
  #turnAtLeastHere = 0;
  #turn = 0;

  constructor(ties: RoleTies, people: number, first: Split) {
    this.#ties = ties;
    this.#people = people;
    this.#split = new Int32Array(ties.size).fill(-1);
    this.#costs = new Float64Array(ties.size * people);
    this.#barredUntil = new Float64Array(ties.size * people);
    this.#movable = Int32Array.from(ties.holders.keys()).filter((role) => ties.holders[role] === nobody);
    this.#goTo(first);
    this.best = first.slice();
    this.#cost = this.#least = this.#leastHere = ties.costOf(first);
  }

  /** Whether the search has found nothing better for so long that it will hardly do so. */
  isIdle(): boolean {
    return this.operations > leastOperations && this.#operationsAtLeast < (1 - shareWithoutGain) * this.operations;
  }

  /** Makes the best change that is not barred; or several at random, where there is none or nothing was gained for long. */
  turn(): void {
    this.#turn++;
    const change = this.#bestChange();
    if (change === undefined || this.#turn - this.#turnAtLeastHere > patience * this.#movable.length) {
      this.#goOnFromElsewhere();
      return;
    }
    this.#apply(change);
    this.#cost -= change.gain;
    if (this.#cost < this.#leastHere) [this.#leastHere, this.#turnAtLeastHere] = [this.#cost, this.#turn];
    if (this.#cost >= this.#least) return;
    this.#least = this.#cost;
    this.#operationsAtLeast = this.operations;
    this.best = this.#split.slice();
  }

  #goOnFromElsewhere(): void {
    this.#goTo(this.best);
    for (let exchange = Math.ceil(this.#movable.length / 3); exchange > 0; exchange--) this.#exchangeAtRandom();
    this.#barredUntil.fill(0);
    this.#cost = this.#leastHere = this.#ties.costOf(this.#split);
    this.operations += this.#ties.size ** 2;
    this.#turnAtLeastHere = this.#turn;
  }

  /**
   * Exchanges two random roles, whatever that costs. Where the one may not be held there, so are all roles of the two people
   * that must move with it: a Kempe chain of the graph of what must stay apart, without which some splits cannot be reached.
   */
  #exchangeAtRandom(): void {
    const { length } = this.#movable;
    const [role, partner] = [this.#movableAt(this.#random(length)), this.#movableAt(this.#random(length))];
    const [from, to] = [this.#personOf(role), this.#personOf(partner)];
    if (from === to) return;
    const apart = 2 * this.#ties.cost(role, partner);
    if (this.#costOf(role, to) + this.#costOf(partner, from) - apart < apartCost) {
      this.#give(role, to);
      this.#give(partner, from);
      return;
    }
    const chain = this.#chainOf(role, to);
    if (chain.some((each) => this.#ties.holders[each] !== nobody)) return;
    for (const each of chain) this.#give(each, this.#personOf(each) === from ? to : from);
  }

  /** A role, and all of its person and another that must change places if it does. */
  #chainOf(role: number, to: number): readonly number[] {
    const two = [this.#personOf(role), to];
    const chain = new Set([role]);
    for (const one of chain) {
      for (let other = 0; other < this.#ties.size; other++) {
        const isOfTwo = two.includes(this.#personOf(other));
        if (isOfTwo && this.#ties.mustStayApart(one, other)) chain.add(other);
      }
    }
    return [...chain];
  }

  #apply({ role, to, partner }: Change): void {
    const from = itemAt(this.#split, role);
    this.#move(role, to);
    if (partner >= 0) this.#move(partner, from);
  }

  #move(role: number, to: number): void {
    const from = itemAt(this.#split, role);
    this.#barredUntil[role * this.#people + from] = this.#turn + tenure.least + this.#random(tenure.spread);
    this.#give(role, to);
  }

  /** Undefined where all that is allowed is barred. Nearly all of the work is done here. */
  #bestChange(): Change | undefined {
    const { length } = this.#movable;
    const people = this.#people;
    /** What a barred change must gain: that the split is cheaper than any before. */
    const exception = this.#cost - this.#least;
    let [role, to, partner, gain] = [-1, -1, -1, -Infinity];
    for (let index = 0; index < length; index++) {
      const one = this.#movableAt(index);
      const from = this.#personOf(one);
      const before = this.#costOf(one, from);
      for (let person = 0; person < people; person++) {
        if (person === from) continue;
        const after = this.#costOf(one, person);
        const gained = before - after;
        if (gained <= gain || after >= apartCost || (this.#isBarred(one, person) && gained <= exception)) continue;
        [role, to, partner, gain] = [one, person, -1, gained];
      }
      for (let next = index + 1; next < length; next++) {
        const other = this.#movableAt(next);
        const person = this.#personOf(other);
        if (person === from) continue;
        // Each of the two leaves as the other comes, so that they are not held together.
        const after = this.#costOf(one, person) + this.#costOf(other, from) - 2 * this.#ties.cost(one, other);
        const gained = before + this.#costOf(other, person) - after;
        if (gained <= gain || after >= apartCost) continue;
        if ((this.#isBarred(one, person) || this.#isBarred(other, from)) && gained <= exception) continue;
        [role, to, partner, gain] = [one, person, other, gained];
      }
    }
    this.operations += (length * (length - 1)) / 2 + length * people + leastPerTurn;
    return role < 0 ? undefined : { role, to, partner, gain };
  }

  #goTo(split: Split): void {
    split.forEach((person, role) => {
      if (this.#split[role] !== person) this.#give(role, person);
    });
  }

  #give(role: number, to: number): void {
    const from = itemAt(this.#split, role);
    for (let other = 0; other < this.#ties.size; other++) {
      if (other === role) continue;
      const cost = this.#ties.cost(other, role);
      if (from >= 0) this.#addCost(other, from, -cost);
      this.#addCost(other, to, cost);
    }
    this.operations += 2 * this.#ties.size;
    this.#split[role] = to;
  }

  #addCost(role: number, person: number, cost: number): void {
    this.#costs[role * this.#people + person] = this.#costOf(role, person) + cost;
  }

  // itemAt would take half as long again.

  #costOf(role: number, person: number): number {
    return this.#costs[role * this.#people + person] ?? 0;
  }

  #movableAt(index: number): number {
    return this.#movable[index] ?? 0;
  }

  #personOf(role: number): number {
    return this.#split[role] ?? 0;
  }

  #isBarred(role: number, person: number): boolean {
    return (this.#barredUntil[role * this.#people + person] ?? 0) > this.#turn;
  }
}
