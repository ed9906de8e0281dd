import type { RunSteps } from '../../scheduling/steps.ts';
import type { CoverSolver } from './exact/cover-solver.ts';

/** Sets chosen from an instance, and what is known of the choice. */
export interface SetChoice {
  /** Ascending. */
  readonly sets: readonly number[];
  /** No cover of the whole instance has fewer sets. */
  readonly lowerBound: number;
  /** So few sets as were allowed cover no more elements. */
  readonly upperBound: number;
  /** Whether there is no better choice: none with fewer sets, or none of as many as allowed that covers more. */
  readonly isOptimal: boolean;
  /** Whether it is, of all choices as good, one with the least sum of places; else time was over. */
  readonly isPreferred: boolean;
}

/** What is used to choose. */
export interface Means {
  readonly solver: CoverSolver;
  /** When the solver is not waited for any longer, as performance.now() tells the time. */
  readonly deadline: number;
  /** How many looks a search takes before the solver is asked; a million take some ten milliseconds. */
  readonly mostLooks: number;
  /** Runs what takes long. */
  readonly runSteps: RunSteps;
}
