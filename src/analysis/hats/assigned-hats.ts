import { itemAt } from '../../collections/item-at.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Category, Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { bestSplit } from './best-split.ts';
import { explainedSeparation, type ExplainedSeparation } from './explained-separation.ts';
import { firstSplit } from './first-split.ts';
import { focusOfEach, type Focus } from './focus.ts';
import { heldRole, type HeldRole } from './held-role.ts';
import { areApartBy, separationsOf, type KeepApart } from './keep-apart.ts';
import { checkRoleCount, mostRoles, type NeededRoles } from './needed-roles.ts';
import { meanOverlap, millionths, nobody, RoleTies, type Split } from './role-ties.ts';

/** The most people that roles are split among. */
export const mostPeople = 50;

/** The limit of each search for a number of people that is enough. */
const assignmentsToAdvise = 300;

/** Roles shared among people. */
export interface Hats {
  /** Everybody who holds a role or has a name: first those who did before, then by the title of the first role of each. */
  readonly persons: readonly Person[];
  /** How many people hold no role. */
  readonly unassignedPeople: number;
  /** How many distinct roles are held. */
  readonly roleCount: number;
  /** The mean overlap of all pairs of roles that one person holds, 0..1; null where nobody holds two. */
  readonly cohesion: number | null;
  /** No split with these loads has a greater cohesion; null where cohesion is. */
  readonly upperBound: number | null;
  /** Whether it is proven that no split has more even loads, and none with as even loads more cohesion. */
  readonly isOptimal: boolean;
  /** Whether nobody holds two roles more than another. */
  readonly hasEvenLoads: boolean;
  /** What is kept apart, in the order in which it was asked for. */
  readonly separations: readonly ExplainedSeparation[];
  /** The categories that the roles are needed for. */
  readonly categories: readonly Category[];
}

/** A person who holds roles. */
export interface Person {
  /** From 1 on. */
  readonly number: number;
  /** As it was given; null for others. */
  readonly name: string | null;
  /** By title. */
  readonly roles: readonly HeldRole[];
  /** The mean overlap of the pairs of roles, 0..1; null for one role. */
  readonly cohesion: number | null;
  readonly focus: Focus;
}

/** Somebody who holds roles before any are assigned, and keeps them. */
export interface Holder {
  /** What sentences call the person; "person 1" and so on where it is not given. */
  readonly name?: string;
  readonly roles: readonly Role[];
  /** The working time as a share of a full-time person, above 0 and at most 1; 1 where it is not given. */
  readonly share?: number;
}

export interface HatsQuestion extends Pick<NeededRoles, 'roles' | 'categories'> {
  /** 1..mostPeople. */
  readonly people: number;
  readonly keepApart: readonly KeepApart[];
  /** The first of the people. Roles that they hold are not assigned to others, and count as theirs whether or not needed. */
  readonly holding?: readonly Holder[];
}

/**
 * Shares roles among people, each role needed to one of them. The first aim is that loads are as even as what must stay apart
 * and what people hold already allow, so that as few pairs of roles as possible are held by one person. The second is that
 * these pairs overlap most (see overlapNumbers): a partition into cliques of given sizes, or maximally diverse grouping with
 * overlaps for distances.
 *
 * @param mostOperations the limit of the improvement (see improvedSplit).
 * @throws ArgumentError for a wrong number of people, too many roles ("of"), more to keep apart than people can, what has no
 *   effect in keepApart, or somebody who holds two roles to keep apart ("staff").
 */
export function* assignedHats(graph: CatalogGraph, question: HatsQuestion, mostOperations?: number): Steps<Hats> {
  const { people, keepApart, categories, holding = [] } = question;
  checkPeople(people);
  if (holding.length > people) {
    throw new ArgumentError('people', `people is ${people}, but ${holding.length} people are given in staff.`);
  }
  const { roles, holders, numbers } = rolesToSplit(question.roles, holding);
  checkRoleCount(roles.length);
  const separations = yield* separationsOf(graph, keepApart, [...new Set(roles)]);
  const areApart = areApartBy(separations);
  checkHolding(holding, areApart);
  const freeCount = holders.filter((holder) => holder === nobody).length;
  const placeholders = placeholdersFor(people, roles.length, holding, numbers);
  const ties = yield* RoleTies.between(graph, roles, areApart, holders, placeholders);
  const active = Math.min(people, numbers.length + freeCount);
  const first = yield* firstSplit(ties, active);
  if (first.split === undefined) {
    const reason = tooManyApart(ties, roles, people) ?? (yield* noneFound(ties, people, first.isImpossible));
    throw errorFor(`people is ${people}${reason.text}`, reason.enough);
  }
  const rated = yield* bestSplit(ties, active, first.split, mostOperations);
  const heldBy = rolesByNumber(rated.split.subarray(0, roles.length), holding, numbers);
  const pairs = heldBy.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const names = heldBy.map((_, index) => holding[index]?.name ?? `person ${index + 1}`);
  const rolesOfPeople = heldBy.map((indexes) => indexes.map((index) => itemAt(roles, index)));
  const focuses = yield* focusOfEach(rolesOfPeople, new Set(categories));
  const persons: Person[] = [];
  for (const [person, indexes] of heldBy.entries()) {
    const held: HeldRole[] = [];
    for (const index of indexes) {
      held.push(heldRole({ graph, roles, ties, heldBy, names }, index, person));
      yield;
    }
    persons.push({
      number: person + 1,
      name: holding[person]?.name ?? null,
      roles: held,
      cohesion: cohesionOf(ties, indexes),
      focus: itemAt(focuses, person),
    });
  }
  return {
    persons,
    unassignedPeople: people - active,
    roleCount: new Set(roles).size,
    cohesion: meanOverlap(rated.score, pairs),
    // Placeholders count as partners, too, so the bound of the search may be higher than any overlap.
    upperBound: meanOverlap(Math.min(rated.upperBound, pairs * millionths), pairs),
    isOptimal: rated.isOptimal,
    hasEvenLoads: rated.hasEvenLoads,
    separations: separations.map((each) => explainedSeparation(each, persons, names)),
    categories,
  };
}

/** What there is to split. */
interface RolesToSplit {
  /** Those that nobody holds, by title, so that the order in which they are named does not change the answer; then the others. */
  readonly roles: readonly Role[];
  /** See RoleTies.holders: by role. */
  readonly holders: Int32Array;
  /** For each person of the split who holds a role already, the index in `holding`. */
  readonly numbers: readonly number[];
}

function rolesToSplit(needed: readonly Role[], holding: readonly Holder[]): RolesToSplit {
  const numbers = [...holding.keys()].filter((index) => itemAt(holding, index).roles.length > 0);
  const held = numbers.flatMap((index, person) =>
    [...new Set(itemAt(holding, index).roles)].map((role) => ({ role, person })),
  );
  const isHeld = new Set(held.map(({ role }) => role));
  const free = [...new Set(needed)].filter((role) => !isHeld.has(role)).map((role) => ({ role, person: nobody }));
  const all = [...free, ...held].sort((a, b) => a.role.index - b.role.index || a.person - b.person);
  return {
    roles: all.map(({ role }) => role),
    holders: Int32Array.from(all, ({ person }) => person),
    numbers,
  };
}

/**
 * What people of less than full time count as holding besides roles, so that their loads are as even as their shares: of as many
 * roles as a full-time person would hold, the part for which they are not there.
 *
 * @param numbers of the people of the split, see RolesToSplit.
 * @returns people of the split, by number.
 */
function placeholdersFor(
  people: number,
  roleCount: number,
  holding: readonly Holder[],
  numbers: readonly number[],
): readonly number[] {
  const missing = holding.map(({ share = 1 }) => 1 - share);
  const fullTime = people - missing.reduce((sum, each) => sum + each, 0);
  const load = roleCount / fullTime;
  const all = numbers.flatMap((index, person) =>
    Array.from({ length: Math.round(itemAt(missing, index) * load) }, () => person),
  );
  return all.slice(0, Math.max(0, mostRoles - roleCount));
}

/**
 * The indexes of the roles of each person: of those in `holding`, in their order, then of the others by the first role of
 * each. People in `holding` who held nothing are given what the first of the others would have.
 */
function rolesByNumber(
  split: Split,
  holding: readonly Holder[],
  numbers: readonly number[],
): readonly (readonly number[])[] {
  const byPerson = Map.groupBy(split.keys(), (index) => itemAt(split, index));
  const others = [...byPerson].filter(([person]) => person >= numbers.length).map(([, indexes]) => indexes);
  const named = holding.map((_, index) => {
    const person = numbers.indexOf(index);
    return (person < 0 ? others.shift() : byPerson.get(person)) ?? [];
  });
  return [...named, ...others];
}

function checkHolding(holding: readonly Holder[], areApart: (one: Role, other: Role) => boolean): void {
  for (const [index, { name, roles }] of holding.entries()) {
    for (const one of roles) {
      const other = roles.find((each) => areApart(one, each));
      if (other === undefined) continue;
      throw new ArgumentError(
        'staff',
        `${name ?? `Person ${index + 1}`} in staff has ${one.label} and ${other.label}, which keepApart keeps apart; ` +
          'take one of them away, or do not keep them apart.',
      );
    }
  }
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

/** Undefined where not so many roles were found of which each must stay apart from each. */
function tooManyApart(ties: RoleTies, roles: readonly Role[], people: number): Refusal | undefined {
  const clique = greatestClique(ties);
  if (clique.length <= people) return undefined;
  const titles = inWords(clique.map((index) => itemAt(roles, index).label));
  return {
    text: `; ${clique.length} of the roles needed must stay apart from each other (${titles}), so it takes at least`,
    enough: clique.length,
  };
}

/** The greatest that is found of sets of roles each of which must stay apart from each: from each role on, greedily. */
function greatestClique(ties: RoleTies): readonly number[] {
  const roles = Array.from({ length: ties.size }, (_, role) => role);
  let greatest: readonly number[] = [];
  for (const start of roles) {
    const clique = [start];
    for (const role of roles) if (clique.every((each) => ties.mustStayApart(each, role))) clique.push(role);
    if (clique.length > greatest.length) greatest = clique;
  }
  return greatest.toSorted((a, b) => a - b);
}

/** Looks for a number of people for which a split is found, from one more on. */
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
  return new ArgumentError(
    'keepApart',
    `${reason} ${people}, where at most ${mostPeople} are allowed: keep fewer apart.`,
  );
}

/** Those of some categories that at least one of some roles works in, in their order. */
export function categoriesCarried(categories: readonly Category[], roles: readonly Role[]): readonly Category[] {
  const carried = new Set(roles.flatMap((role) => role.categoriesOfWork));
  return categories.filter((category) => carried.has(category));
}

/** The roles of a person, by title. */
export function rolesOf({ roles }: Pick<Person, 'roles'>): readonly Role[] {
  return roles.map(({ role }) => role);
}
