import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { costBetween, mustStayApart, type RoleTies, type Split } from './role-ties.ts';

/** How often a role is assigned to a person, after backtracking too, before the search is given up. */
const mostAssignments = 5_000;
const assignmentsPerStep = 8;

/** A split in which all that must stay apart does; or that there is none, or that none was found. */
export type FirstSplit =
  | { readonly split: Split }
  | { readonly split: undefined; /** Proven, not only not found. */ readonly isImpossible: boolean };

/**
 * Assigns the roles one by one, always next the one that most people are barred from by what they hold: DSATUR colouring of
 * the graph of what must stay apart, with backtracking (Brélaz, New methods to color the vertices of a graph, 1979).
 * Of the people who may hold a role, the one it costs least is tried first. Ties: the role that must stay apart from
 * more others, the one with more overlap, then by title; the person of the lower number.
 */
export function* firstSplit(ties: RoleTies, people: number, assignmentsAllowed = mostAssignments): Steps<FirstSplit> {
  const coloring = new PartialColoring(ties, people);
  let assignments = 0;

  function* assignAll(left: number): Steps<boolean> {
    if (left === 0) return true;
    const role = coloring.nextRole();
    for (const person of coloring.candidatesFor(role)) {
      if (++assignments > assignmentsAllowed) return false;
      if (assignments % assignmentsPerStep === 0) yield;
      coloring.assign(role, person);
      if (yield* assignAll(left - 1)) return true;
      coloring.unassign(role, person);
    }
    return false;
  }

  const isFound = yield* assignAll(ties.size);
  return isFound ? { split: coloring.split } : { split: undefined, isImpossible: assignments <= assignmentsAllowed };
}

/** Some of the roles assigned to people, and who is barred from those that are left. */
class PartialColoring {
  readonly split: Split;
  readonly #ties: RoleTies;
  readonly #holding: readonly number[][];
  /** By role and person: how many roles the person holds from which the role must stay apart. */
  readonly #barred: Int32Array;
  /** How many people are barred from each role. */
  readonly #saturation: Int32Array;
  readonly #apartFrom: readonly (readonly number[])[];
  readonly #overlaps: readonly number[];

  constructor(ties: RoleTies, people: number) {
    const { size, scores } = ties;
    const roles = Array.from({ length: size }, (_, role) => role);
    this.#ties = ties;
    this.split = new Int32Array(size).fill(-1);
    this.#holding = Array.from({ length: people }, () => []);
    this.#barred = new Int32Array(size * people);
    this.#saturation = new Int32Array(size);
    this.#apartFrom = roles.map((role) => roles.filter((other) => mustStayApart(ties, role, other)));
    this.#overlaps = roles.map((role) =>
      scores.subarray(role * size, (role + 1) * size).reduce((sum, score) => sum + score, 0),
    );
  }

  /** Of the roles that nobody holds, the one to assign next. */
  nextRole(): number {
    const left = this.#overlaps.keys().filter((role) => this.split[role] === -1);
    return left.reduce((next, role) => (this.#isBefore(role, next) ? role : next));
  }

  /** Who may hold a role, the one it costs least first; of those who hold nothing, one, as they are all alike. */
  candidatesFor(role: number): readonly number[] {
    const newcomer = this.#holding.findIndex((held) => held.length === 0);
    return this.#holding
      .map((held, person) => ({
        person,
        cost: held.reduce((sum, other) => sum + costBetween(this.#ties, role, other), 0),
        isOffered: held.length > 0 || person === newcomer,
      }))
      .filter(({ cost, isOffered }) => isOffered && cost < Infinity)
      .sort((a, b) => a.cost - b.cost || a.person - b.person)
      .map(({ person }) => person);
  }

  assign(role: number, person: number): void {
    this.split[role] = person;
    this.#holding[person]?.push(role);
    for (const other of this.#apartFrom[role] ?? []) if (this.#bar(other, person, 1) === 1) this.#saturate(other, 1);
  }

  /** Takes back the role that a person was given last. */
  unassign(role: number, person: number): void {
    this.split[role] = -1;
    this.#holding[person]?.pop();
    for (const other of this.#apartFrom[role] ?? []) if (this.#bar(other, person, -1) === 0) this.#saturate(other, -1);
  }

  #bar(role: number, person: number, change: 1 | -1): number {
    const at = role * this.#holding.length + person;
    return (this.#barred[at] = itemAt(this.#barred, at) + change);
  }

  #saturate(role: number, change: 1 | -1): void {
    this.#saturation[role] = itemAt(this.#saturation, role) + change;
  }

  #isBefore(role: number, other: number): boolean {
    const more =
      itemAt(this.#saturation, role) - itemAt(this.#saturation, other) ||
      itemAt(this.#apartFrom, role).length - itemAt(this.#apartFrom, other).length ||
      itemAt(this.#overlaps, role) - itemAt(this.#overlaps, other);
    return more > 0;
  }
}
