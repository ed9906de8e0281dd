import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { elementCount, type Cover } from './cover.ts';
import { withoutRedundant } from './greedy-cover.ts';
import { LagrangianRelaxation } from './lagrangian-relaxation.ts';
import { PartialChoice, valueOf, type ChoiceState, type Objective } from './partial-choice.ts';

/** After how many operations the search yields: about half a millisecond. */
const operationsPerStep = 100_000;

/** How a bound is raised at a node by the subgradient method; measured on generated catalogs of 5,000 roles. */
interface Effort {
  readonly mostIterations: number;
  /** The first step, as a part of what is missing to the incumbent. */
  readonly step: number;
  /** After how many iterations without a better bound the step is halved. */
  readonly patience: number;
  /** After how many iterations a cover is constructed from the multipliers. */
  readonly iterationsPerCover: number;
}

const effortAtRoot: Effort = { mostIterations: 300, step: 2, patience: 8, iterationsPerCover: 10 };
const effortAtNode: Effort = { mostIterations: 24, step: 1, patience: 6, iterationsPerCover: 6 };
const leastStep = 0.02;

/** A bound that rises by a smaller part than this is not counted as better when steps are halved. */
const leastGain = 1e-4;

/** Values are whole numbers. So much is subtracted from a bound before it is rounded up, for the errors of adding. */
const tolerance = 1e-3;

export interface Optimum {
  /** The best choice found (the incumbent), ascending. */
  readonly sets: readonly number[];
  /** No choice has a lower value: that of the incumbent where the search came to its end, else the bound at the root. */
  readonly lowerBound: number;
  /** Whether the search came to its end, so that the incumbent is optimal. */
  readonly isOptimal: boolean;
  /** How many operations it took. */
  readonly operations: number;
}

/**
 * Minimizes by depth-first branch and bound. At each node the bound of the Lagrangian relaxation is raised by some
 * iterations, of which each may give a better incumbent, and by the same arithmetic sets are settled: a set is excluded where
 * the bound with it reaches the incumbent, and included where the bound without it does (reduced cost fixing; Beasley, A
 * Lagrangian heuristic for set-covering problems, 1990). What is then left is searched with one more set included, afterwards
 * with that set excluded.
 *
 * The search is bounded by its operations, which are visits of elements of sets, and never looks at a clock: the same
 * instance has the same answer on every machine.
 *
 * @param incumbent a choice to begin with, of no more sets than allowed.
 * @param mostOperations after so many the search ends with what it has found; the iteration that reaches them is completed.
 */
export function* minimized(
  cover: Cover,
  objective: Objective,
  incumbent: readonly number[],
  mostOperations: number,
): Steps<Optimum> {
  return yield* new Search(cover, objective, incumbent, mostOperations).run();
}

/** A set that was included to see what follows. */
interface Branch {
  readonly set: number;
  /** What there was before. */
  readonly state: ChoiceState;
  readonly multipliers: Float64Array;
}

class Search {
  #incumbent: readonly number[];
  #incumbentValue: number;
  #rootBound = 0;
  readonly #mostOperations: number;
  /** Whether every element must be in a chosen set, as the penalty for one is more than the incumbent costs. */
  readonly #mustCover: boolean;
  readonly #choice: PartialChoice;
  readonly #relaxation: LagrangianRelaxation;
  #yieldedAt = 0;

  constructor(cover: Cover, objective: Objective, incumbent: readonly number[], mostOperations: number) {
    this.#incumbent = incumbent.toSorted((a, b) => a - b);
    this.#incumbentValue = valueOf(cover, objective, incumbent);
    this.#mostOperations = mostOperations;
    this.#mustCover = objective.penalty >= this.#incumbentValue;
    this.#choice = new PartialChoice(cover, objective);
    this.#relaxation = new LagrangianRelaxation(this.#choice, this.#mustCover);
  }

  *run(): Steps<Optimum> {
    const isOptimal = yield* this.#searchAll();
    return {
      sets: this.#incumbent,
      lowerBound: isOptimal ? this.#incumbentValue : Math.min(this.#rootBound, this.#incumbentValue),
      isOptimal,
      operations: this.#choice.operations,
    };
  }

  /** Returns false where the search reaches its limit. */
  *#searchAll(): Steps<boolean> {
    const branches: Branch[] = [];
    let canImprove = yield* this.#bound(effortAtRoot, (bound) => {
      this.#rootBound = Math.max(this.#rootBound, Math.ceil(bound - tolerance));
    });
    for (;;) {
      if (canImprove && this.#choice.operations >= this.#mostOperations) return false;
      const set = canImprove ? this.#setToBranchOn() : undefined;
      if (set !== undefined) {
        branches.push({ set, state: this.#choice.state, multipliers: this.#relaxation.multipliers.slice() });
        this.#choice.include(set);
      } else {
        const branch = branches.pop();
        if (branch === undefined) return true;
        this.#choice.undo(branch.state);
        this.#relaxation.multipliers.set(branch.multipliers);
        this.#choice.exclude(branch.set);
      }
      canImprove = yield* this.#bound(effortAtNode);
    }
  }

  /**
   * Raises the lower bound of the current node, and settles sets by it.
   *
   * @param onBound called with each bound.
   * @returns false where the node has no choice better than the incumbent.
   */
  *#bound(effort: Effort, onBound: (bound: number) => void = () => undefined): Steps<boolean> {
    let { step } = effort;
    let best = -Infinity;
    let withoutGain = 0;
    for (let iteration = 1; iteration <= effort.mostIterations; iteration++) {
      if (this.#mustCover && !this.#choice.includeForced()) return false;
      if (this.#choice.setsLeft < 0) return false;
      const bound = this.#relaxation.solve();
      onBound(bound);
      this.#offerPicked();
      if (iteration % effort.iterationsPerCover === 0) this.#offerCover();
      if (this.#reachesIncumbent(bound)) return false;
      withoutGain = bound > best + leastGain * Math.abs(best) ? 0 : withoutGain + 1;
      if (bound > best) {
        best = bound;
        this.#settle(bound);
      }
      if (withoutGain === effort.patience) {
        step /= 2;
        withoutGain = 0;
      }
      if (step < leastStep || this.#choice.operations >= this.#mostOperations) break;
      this.#relaxation.moveMultipliers(step * (this.#incumbentValue - bound));
      if (this.#choice.operations - this.#yieldedAt > operationsPerStep) {
        this.#yieldedAt = this.#choice.operations;
        yield;
      }
    }
    this.#offerCover();
    return true;
  }

  /** Whether a bound leaves nothing better than the incumbent. */
  #reachesIncumbent(bound: number): boolean {
    return Math.ceil(bound - tolerance) >= this.#incumbentValue;
  }

  /** Includes the picked sets without which the bound reaches the incumbent, and excludes others with which it does. */
  #settle(bound: number): void {
    const { worths, threshold, nextWorth, picked } = this.#relaxation;
    for (const set of picked) {
      if (this.#reachesIncumbent(bound + itemAt(worths, set) - nextWorth)) this.#choice.include(set);
    }
    if (threshold === Infinity) return;
    for (const set of this.#choice.open.present().slice()) {
      const worth = itemAt(worths, set);
      const isPicked = worth >= threshold && worth > 0;
      if (!isPicked && this.#reachesIncumbent(bound + threshold - worth)) this.#choice.exclude(set);
    }
  }

  /** The set worth most, of those that have the rarest element where all must be covered, else of those picked. */
  #setToBranchOn(): number | undefined {
    const { worths, picked } = this.#relaxation;
    if (this.#choice.setsLeft === 0) return undefined;
    const rarest = this.#mustCover ? this.#choice.rarestElement() : undefined;
    const candidates = rarest === undefined ? picked : this.#choice.openSetsOf(rarest);
    let best: number | undefined;
    for (const set of candidates) {
      if (!this.#choice.open.has(set)) continue;
      if (best === undefined || itemAt(worths, set) > itemAt(worths, best)) best = set;
    }
    return best;
  }

  /** Makes what is included and picked the incumbent, if it is better. */
  #offerPicked(): void {
    const { cost, uncovered, objective } = this.#choice;
    const { picked, times } = this.#relaxation;
    let value = cost;
    for (const set of picked) value += itemAt(objective.costs, set);
    for (const element of uncovered.present()) if (times[element] === 0) value += objective.penalty;
    if (value < this.#incumbentValue) this.#offer(picked);
  }

  /** Makes a cover of what is included and the open sets that are worth most the incumbent, if it is better. */
  #offerCover(): void {
    if (!this.#mustCover) return;
    const { cover, open, uncovered } = this.#choice;
    const { worths } = this.#relaxation;
    const byWorth = open
      .present()
      .slice()
      .sort((a, b) => itemAt(worths, b) - itemAt(worths, a) || a - b);
    // For sorting, about.
    this.#choice.operations += 10 * byWorth.length;
    const isCovered = new Uint8Array(elementCount(cover));
    let left = uncovered.size;
    const chosen: number[] = [];
    for (const set of byWorth) {
      if (left === 0) break;
      const elements = listAt(cover.elementsOf, set);
      this.#choice.operations += elements.length;
      const before = left;
      for (const element of elements) {
        if (isCovered[element] === 1 || !uncovered.has(element)) continue;
        isCovered[element] = 1;
        left--;
      }
      if (left < before) chosen.push(set);
    }
    if (left === 0) this.#offer(chosen);
  }

  /** Makes what is included and some more sets the incumbent, without those that cover nothing alone, if that is better. */
  #offer(more: readonly number[]): void {
    const { cover, objective, included } = this.#choice;
    const sets = withoutRedundant(cover, [...included, ...more]);
    const value = valueOf(cover, objective, sets);
    if (value >= this.#incumbentValue || sets.length > objective.mostSets) return;
    this.#incumbent = sets.toSorted((a, b) => a - b);
    this.#incumbentValue = value;
  }
}
