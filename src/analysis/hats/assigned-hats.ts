import { itemAt } from '../../collections/item-at.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Category, Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { bestSplit } from './best-split.ts';
import { firstSplit } from './first-split.ts';
import { heldRole, type HeldRole } from './held-role.ts';
import { meanOverlap, RoleTies } from './role-ties.ts';

/** The most people that roles are split among. */
export const mostPeople = 50;

/** The most roles that are split: the work grows with the square of their number. */
export const mostRoles = 100;

/** The limit of each search for a number of people that is enough. */
const assignmentsToAdvise = 300;

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

/** A person who holds roles. */
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
 * Shares roles among people. The first aim is that loads are as even as what must stay apart allows, so that as few pairs
 * of roles as possible are held by one person. The second is that these pairs overlap most (see overlapNumbers): a
 * partition into cliques.
 *
 * @throws ArgumentError for a wrong number of people, too many roles ("of"), or more to keep apart than people can.
 */
export function* assignedHats(graph: CatalogGraph, { roles: named, people, apart }: HatsQuestion): Steps<Hats> {
  checkPeople(people);
  // By title, so that the order in which roles are named does not change the answer.
  const roles = [...new Set(named)].sort((a, b) => a.index - b.index);
  if (roles.length > mostRoles) {
    throw new ArgumentError(
      'of',
      `of needs ${roles.length} roles, together with mustInclude; at most ${mostRoles} are split: ask for fewer groups.`,
    );
  }
  const holders = Math.min(people, roles.length);
  const ties = yield* RoleTies.between(graph, roles, apart);
  const first = yield* firstSplit(ties, holders);
  if (first.split === undefined) {
    const reason = tooManyApart(roles, people, apart) ?? (yield* noneFound(ties, people, first.isImpossible));
    throw errorFor(`people is ${people}${reason.text}`, reason.enough);
  }
  const { split, score, pairs, upperBound, isOptimal, hasEvenLoads } = yield* bestSplit(ties, holders, first.split);
  /** The people in the order of the first role that each holds. */
  const heldBy = [...Map.groupBy(roles.keys(), (index) => itemAt(split, index)).values()];
  const persons: Person[] = [];
  for (const [person, indexes] of heldBy.entries()) {
    const held: HeldRole[] = [];
    for (const index of indexes) {
      held.push(heldRole({ graph, roles, ties, heldBy }, index, person));
      yield;
    }
    persons.push({ number: person + 1, roles: held, cohesion: cohesionOf(ties, indexes) });
  }
  return {
    persons,
    unassignedPeople: people - holders,
    roleCount: roles.length,
    cohesion: meanOverlap(score, pairs),
    upperBound: meanOverlap(upperBound, pairs),
    isOptimal,
    hasEvenLoads,
  };
}

function cohesionOf(ties: RoleTies, indexes: readonly number[]): number | null {
  let score = 0;
  for (const one of indexes) for (const other of indexes) if (one < other) score += ties.score(one, other);
  return meanOverlap(score, (indexes.length * (indexes.length - 1)) / 2);
}

export function checkPeople(people: number): void {
  if (people >= 1 && people <= mostPeople) return;
  throw new ArgumentError('people', `people is ${people}; roles are split among 1 to ${mostPeople} people.`);
}

/** Why roles cannot be split among so few people, and how many are enough. */
interface Refusal {
  readonly text: string;
  readonly enough: number;
}

/** Undefined where no list of roles to keep apart is longer than the number of people. */
function tooManyApart(
  roles: readonly Role[],
  people: number,
  apart: readonly (readonly Role[])[],
): Refusal | undefined {
  const lists = apart.map((list) => roles.filter((role) => list.includes(role)));
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  if (longest.length <= people) return undefined;
  const titles = inWords(longest.map(({ title }) => title));
  return {
    text: `; ${longest.length} of the roles needed must stay apart from each other (${titles}), so it takes at least`,
    enough: longest.length,
  };
}

/** Looks for a number of people for whom a split is found, from one more on. */
function* noneFound(ties: RoleTies, people: number, isImpossible: boolean): Steps<Refusal> {
  let enough = people + 1;
  while (enough < ties.size && (yield* firstSplit(ties, enough, assignmentsToAdvise)).split === undefined) enough++;
  const found = isImpossible
    ? 'no split among so few keeps apart what must stay apart'
    : 'no split among so few was found that keeps apart what must stay apart';
  return { text: `, but ${found}; one is found among`, enough };
}

function errorFor(reason: string, enough: number): ArgumentError {
  const people = numberOf(enough, 'person', 'people');
  if (enough <= mostPeople) return new ArgumentError('people', `${reason} ${people}.`);
  return new ArgumentError('apart', `${reason} ${people}, where at most ${mostPeople} are allowed: keep fewer apart.`);
}

/** Those of some categories that at least one of some roles is listed in, or those that none is; in their order. */
export function categoriesCarried(
  categories: readonly Category[],
  roles: readonly Role[],
  isCarried: boolean,
): readonly Category[] {
  const carried = new Set(roles.flatMap((role) => role.categories));
  return categories.filter((category) => carried.has(category) === isCarried);
}

/** The roles of a person, by title. */
export function rolesOf({ roles }: Person): readonly Role[] {
  return roles.map(({ role }) => role);
}
