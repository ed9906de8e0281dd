import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { elementCount, setCount, type Cover } from './cover.ts';
import type { Objective, PartialChoice } from './partial-choice.ts';

/**
 * The Lagrangian relaxation of a partial choice, which drops the demand that elements be covered (Fisher, The Lagrangian
 * relaxation method for solving integer programming problems, 1981).
 *
 * Each uncovered element has a multiplier between 0 and the penalty: what is paid to sets for having it. An open set is
 * worth the multipliers of its elements less its cost. Whatever the multipliers are, no choice has a lower value than the
 * costs of what is included and all multipliers together, less the worths of the sets that are worth most: those sets, as
 * many as may be included, solve the relaxation. Multipliers that give a high bound are found by the subgradient method: more
 * is paid for what none of these sets has, and less for what several of them have.
 */
export class LagrangianRelaxation {
  readonly multipliers: Float64Array;
  /** What each open set is worth. */
  readonly worths: Float64Array;
  /** The sets that solve the relaxation. */
  picked: readonly number[] = [];
  /** How many of these have each uncovered element. */
  readonly times: Int32Array;
  /** The least worth that is picked where more sets are worth something than may be included, else 0. */
  threshold = 0;
  /** The greatest worth that is not picked; 0 where that is less. */
  nextWorth = 0;
  readonly #choice: PartialChoice;

  /** @param mustCover whether every element must be covered, as any penalty is too much. */
  constructor(choice: PartialChoice, mustCover: boolean) {
    const { cover, objective } = choice;
    this.#choice = choice;
    this.worths = new Float64Array(setCount(cover));
    this.times = new Int32Array(elementCount(cover));
    this.multipliers = mustCover
      ? sharesOfCosts(cover, objective)
      : new Float64Array(elementCount(cover)).fill(objective.penalty);
  }

  /** Solves the relaxation for the current multipliers, and returns its value: a lower bound on all that the choice can become. */
  solve(): number {
    const { uncovered, setsLeft } = this.#choice;
    for (const element of uncovered.removed()) this.multipliers[element] = 0;
    const positive = this.#computeWorths();
    this.threshold =
      positive.length <= setsLeft ? 0 : setsLeft > 0 ? itemAt(positive.sort(), positive.length - setsLeft) : Infinity;
    this.#pick();
    let bound = this.#choice.cost;
    for (const element of uncovered.present()) bound += this.multipliers[element] ?? 0;
    for (const set of this.picked) bound -= this.worths[set] ?? 0;
    return bound;
  }

  /**
   * Moves the multipliers along the subgradient.
   *
   * @param rise by how much the bound would rise if all of it were linear.
   */
  moveMultipliers(rise: number): void {
    const uncovered = this.#choice.uncovered.present();
    const { penalty } = this.#choice.objective;
    let norm = 0;
    for (const element of uncovered) {
      const slope = 1 - (this.times[element] ?? 0);
      const multiplier = this.multipliers[element] ?? 0;
      if ((slope > 0 && multiplier < penalty) || (slope < 0 && multiplier > 0)) norm += slope * slope;
    }
    if (norm === 0) return;
    const step = rise / norm;
    for (const element of uncovered) {
      const moved = (this.multipliers[element] ?? 0) + step * (1 - (this.times[element] ?? 0));
      this.multipliers[element] = Math.min(penalty, Math.max(0, moved));
    }
    this.#choice.operations += uncovered.length;
  }

  /**
   * Computes what each open set is worth, and returns what is more than 0. Nearly all work of the search is done here, so
   * the arrays are read without itemAt, which is slow as it is given arrays of several kinds.
   */
  #computeWorths(): Float64Array {
    const { cover, objective, open } = this.#choice;
    const { offsets, values } = cover.elementsOf;
    const { multipliers, worths } = this;
    const positive: number[] = [];
    let visits = 0;
    for (let index = 0; index < open.size; index++) {
      const set = open.items[index] ?? 0;
      const [start, end] = [offsets[set] ?? 0, offsets[set + 1] ?? 0];
      let worth = -(objective.costs[set] ?? 0);
      for (let at = start; at < end; at++) worth += multipliers[values[at] ?? 0] ?? 0;
      worths[set] = worth;
      if (worth > 0) positive.push(worth);
      visits += end - start + 1;
    }
    this.#choice.operations += visits;
    return Float64Array.from(positive);
  }

  /** Picks the open sets that are worth most, and more than 0. */
  #pick(): void {
    const { cover, open, uncovered, setsLeft } = this.#choice;
    const above: number[] = [];
    const atThreshold: number[] = [];
    let nextWorth = 0;
    for (const set of open.present()) {
      const worth = this.worths[set] ?? 0;
      if (worth > this.threshold) above.push(set);
      else if (worth === this.threshold && worth > 0) atThreshold.push(set);
      else if (worth > nextWorth) nextWorth = worth;
    }
    const left = Math.max(0, setsLeft - above.length);
    this.nextWorth = atThreshold.length > left ? this.threshold : nextWorth;
    this.picked = [...above, ...atThreshold.slice(0, left)];
    for (const element of uncovered.present()) this.times[element] = 0;
    for (const set of this.picked) {
      for (const element of listAt(cover.elementsOf, set)) this.times[element] = (this.times[element] ?? 0) + 1;
    }
  }
}

/** Of each element the least share that it has in the cost of a set, where all elements of a set share it alike. */
function sharesOfCosts(cover: Cover, { costs, penalty }: Objective): Float64Array {
  return Float64Array.from({ length: elementCount(cover) }, (_, element) => {
    let least = penalty;
    for (const set of listAt(cover.setsOf, element)) {
      least = Math.min(least, itemAt(costs, set) / listLength(cover.elementsOf, set));
    }
    return least;
  });
}
