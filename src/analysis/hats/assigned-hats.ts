import { itemAt } from '../../collections/item-at.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { apartError, mostPeople } from './apart-error.ts';
import { bestSplit } from './best-split.ts';
import { firstSplit } from './first-split.ts';
import type { HeldRole } from './held-role.ts';
import { heldRoles, meanOverlap } from './held-roles.ts';
import { loadsOf, millionths, tiesBetween, type Split } from './role-ties.ts';

export { mostPeople } from './apart-error.ts';

/** The most roles that are split: the work grows with the square of their number. */
export const mostRoles = 100;

/** Roles shared among people. */
export interface Hats {
  /** Everybody who holds a role, by the title of their first. */
  readonly persons: readonly Person[];
  /** How many people there are beyond the roles. */
  readonly unassignedPeople: number;
  readonly roleCount: number;
  /** The mean overlap of all pairs of roles that one person holds, 0..1; null where nobody holds two. */
  readonly cohesion: number | null;
  /** No split with these loads has a greater cohesion; null where cohesion is. */
  readonly upperBound: number | null;
  /** Whether it is proven that no split has more even loads, and none with as even loads more cohesion. */
  readonly isOptimal: boolean;
  /** Whether nobody holds two roles more than another. */
  readonly hasEvenLoads: boolean;
}

/** One who holds roles. */
export interface Person {
  /** From 1 on. */
  readonly number: number;
  /** By title; at least one. */
  readonly roles: readonly HeldRole[];
  /** The mean overlap of the pairs of roles, 0..1; null for one role. */
  readonly cohesion: number | null;
}

export interface HatsQuestion {
  /** Each is held by one person, however often it is named here. */
  readonly roles: readonly Role[];
  /** 1..mostPeople. */
  readonly people: number;
  /** Lists of roles of which no person may hold two. */
  readonly apart: readonly (readonly Role[])[];
}

/**
 * Shares roles among people. First of all loads are as even as what must stay apart allows: fewest pairs of roles are held
 * by one person. Of such splits it is that with most overlap (see overlapNumbers) in these pairs: a partition into cliques.
 *
 * @throws ArgumentError for a wrong number of people, too many roles ("of"), or more that must stay apart than people can.
 */
export function* assignedHats(graph: CatalogGraph, { roles, people, apart }: HatsQuestion): Steps<Hats> {
  checkPeople(people);
  // Titles in order, so that who names the roles in another order gets the same answer.
  const needed = [...new Set(roles)].sort((a, b) => a.index - b.index);
  if (needed.length > mostRoles) {
    throw new ArgumentError(
      'of',
      `of needs ${needed.length} roles, together with mustInclude; at most ${mostRoles} are split: ask for fewer groups.`,
    );
  }
  const holders = Math.min(people, needed.length);
  const ties = yield* tiesBetween(graph, needed, apart);
  const first = yield* firstSplit(ties, holders);
  if (first.split === undefined) throw yield* apartError(ties, needed, people, apart, first.isImpossible);
  const rated = yield* bestSplit(ties, holders, first.split);
  const split = numberedByFirstRole(rated.split, holders);
  const held = yield* heldRoles(graph, { roles: needed, ties, split, people: holders });
  const indexes = Array.from({ length: needed.length }, (_, index) => index);
  return {
    persons: Array.from(loadsOf(split, holders), (_load, person) => {
      const own = indexes.filter((index) => split[index] === person);
      return {
        number: person + 1,
        roles: own.map((index) => itemAt(held, index)),
        cohesion: meanOverlap(ties, own),
      };
    }),
    unassignedPeople: people - holders,
    roleCount: needed.length,
    cohesion: meanOfPairs(rated.score, rated.pairs),
    upperBound: meanOfPairs(rated.mostScore, rated.pairs),
    isOptimal: rated.isOptimal,
    hasEvenLoads: rated.hasEvenLoads,
  };
}

export function checkPeople(people: number): void {
  if (people >= 1 && people <= mostPeople) return;
  throw new ArgumentError('people', `people is ${people}; roles are split among 1 to ${mostPeople} people.`);
}

function meanOfPairs(score: number, pairs: number): number | null {
  return pairs === 0 ? null : roundScore(score / pairs / millionths);
}

/** The same split, with the people numbered in the order of the first role that each holds. */
function numberedByFirstRole(split: Split, people: number): Split {
  const numbers = new Int32Array(people).fill(-1);
  let next = 0;
  return split.map((person) => {
    if (numbers[person] === -1) numbers[person] = next++;
    return itemAt(numbers, person);
  });
}
