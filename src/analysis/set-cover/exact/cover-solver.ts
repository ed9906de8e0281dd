import type { Cover } from '../cover.ts';

/** What is asked of a solver. Every element is in a set. */
export interface CoverProblem {
  readonly cover: Cover;
  /** With no more than so many sets, as many elements as possible; where not given, all elements with the fewest sets. */
  readonly most?: number;
  /** Sets to begin with: a cover, or a choice of as many as allowed. */
  readonly known: readonly number[];
}

export interface CoverSolution {
  /** The best choice found, ascending; undefined where none was found, or none that is as good as what was known. */
  readonly sets: readonly number[] | undefined;
  /** No cover has fewer sets; no allowed choice covers more elements. */
  readonly bound: number;
  /** Whether, of the choices that reach the bound, this is one with the least sum of places. */
  readonly isPreferred: boolean;
}

/** Solves set covers exactly, beside this thread. */
export interface CoverSolver {
  /**
   * @param deadline when whoever asks stops waiting, as performance.now() tells the time.
   * @returns what was found by then; undefined where that is nothing.
   */
  solve(problem: CoverProblem, deadline: number): Promise<CoverSolution | undefined>;
}
