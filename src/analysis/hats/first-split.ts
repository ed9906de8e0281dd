import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartCost, nobody, type RoleTies, type Split } from './role-ties.ts';

/** How often a role is assigned to a person, after backtracking too, before the search is given up. */
const usualAssignments = 5_000;
const assignmentsPerStep = 8;

/** A split in which all roles are apart that must be; undefined where there is none, or none was found. */
export type FirstSplit =
  | { readonly split: Split }
  | { readonly split: undefined; /** Whether it is proven that there is none. */ readonly isImpossible: boolean };

/**
 * Assigns the roles one by one, always next the one that most people are barred from by what they hold: DSATUR colouring of
 * the graph of what must stay apart, with backtracking (Brélaz, New methods to color the vertices of a graph, 1979).
 * Roles that somebody holds already stay there. Of the people who may hold a role, the one it costs least is tried first. Ties: the role that must stay apart from
 * more others, the one with more overlap, then by title; the person of the lower number.
 */
export function* firstSplit(ties: RoleTies, people: number, mostAssignments = usualAssignments): Steps<FirstSplit> {
  const coloring = new PartialColoring(ties, people);
  let assignments = 0;

  function* assignAll(left: number): Steps<boolean> {
    if (left === 0) return true;
    const role = coloring.nextRole();
    for (const person of coloring.candidatesFor(role)) {
      if (++assignments > mostAssignments) return false;
      if (assignments % assignmentsPerStep === 0) yield;
      coloring.assign(role, person);
      if (yield* assignAll(left - 1)) return true;
      coloring.unassign(role, person);
    }
    return false;
  }

  const isFound = yield* assignAll(ties.holders.filter((person) => person === nobody).length);
  return isFound ? { split: coloring.split } : { split: undefined, isImpossible: assignments <= mostAssignments };
}

/** Some of the roles assigned to people. */
class PartialColoring {
  readonly split: Split;
  readonly #ties: RoleTies;
  readonly #heldBy: readonly number[][];
  readonly #apartFrom: readonly (readonly number[])[];
  readonly #overlaps: readonly number[];

  constructor(ties: RoleTies, people: number) {
    const roles = Array.from({ length: ties.size }, (_, role) => role);
    this.#ties = ties;
    this.split = ties.holders.slice();
    this.#heldBy = Array.from({ length: people }, (_, person) => roles.filter((role) => ties.holders[role] === person));
    this.#apartFrom = roles.map((role) => roles.filter((other) => ties.mustStayApart(role, other)));
    this.#overlaps = roles.map((role) => roles.reduce((sum, other) => sum + ties.score(role, other), 0));
  }

  /** Of the roles that nobody holds, the one to assign next. */
  nextRole(): number {
    let [next, barred] = [-1, -1];
    for (const [role, person] of this.split.entries()) {
      if (person !== nobody) continue;
      const peopleBarred = this.#peopleBarredFrom(role);
      if (next !== -1 && (peopleBarred - barred || this.#compare(role, next)) <= 0) continue;
      [next, barred] = [role, peopleBarred];
    }
    return next;
  }

  /** Who may hold a role, the one it costs least first; of those who hold nothing, one, as they are all alike. */
  candidatesFor(role: number): readonly number[] {
    const newcomer = this.#heldBy.findIndex((held) => held.length === 0);
    return this.#heldBy
      .map((held, person) => ({
        held,
        person,
        cost: held.reduce((sum, other) => sum + this.#ties.cost(role, other), 0),
      }))
      .filter(({ held, person, cost }) => (held.length > 0 || person === newcomer) && cost < apartCost)
      .sort((a, b) => a.cost - b.cost || a.person - b.person)
      .map(({ person }) => person);
  }

  assign(role: number, person: number): void {
    this.split[role] = person;
    itemAt(this.#heldBy, person).push(role);
  }

  /** Takes back the role that a person was given last. */
  unassign(role: number, person: number): void {
    this.split[role] = nobody;
    itemAt(this.#heldBy, person).pop();
  }

  /** How many people hold a role that must stay apart from one. */
  #peopleBarredFrom(role: number): number {
    const isBarred = new Uint8Array(this.#heldBy.length);
    let count = 0;
    for (const other of itemAt(this.#apartFrom, role)) {
      const person = itemAt(this.split, other);
      if (person === nobody || isBarred[person] === 1) continue;
      isBarred[person] = 1;
      count++;
    }
    return count;
  }

  #compare(role: number, other: number): number {
    return (
      itemAt(this.#apartFrom, role).length - itemAt(this.#apartFrom, other).length ||
      itemAt(this.#overlaps, role) - itemAt(this.#overlaps, other)
    );
  }
}
