import type { Role } from '../../graph/nodes/role.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { firstSplit } from './first-split.ts';
import { inWords, numberOf } from './in-words.ts';
import type { RoleTies } from './role-ties.ts';

/** The most people that roles are split among. */
export const mostPeople = 50;

/** The limit of each search for a number of people that is enough. */
const assignmentsToAdvise = 300;

/**
 * Why roles that must stay apart cannot be split among so few people, and among how many they can.
 *
 * @param isImpossible whether that is proven.
 */
export function* apartError(
  ties: RoleTies,
  roles: readonly Role[],
  people: number,
  apart: readonly (readonly Role[])[],
  isImpossible: boolean,
): Steps<ArgumentError> {
  const needed = new Set(roles);
  const lists = apart.map((list) => [...new Set(list)].filter((role) => needed.has(role)));
  const largest = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  const given = `people is ${people}`;
  if (largest.length > people) {
    const titles = inWords(roles.filter((role) => largest.includes(role)).map(({ title }) => title));
    const reason = `${given}; ${largest.length} of the roles needed must stay apart from each other (${titles})`;
    return errorFor(`${reason}, so it takes at least`, largest.length);
  }
  const enough = yield* enoughPeople(ties, people + 1);
  const reason = isImpossible
    ? `${given}, but no split among so few keeps apart what must stay apart`
    : `${given}, but no split among so few was found that keeps apart what must stay apart`;
  return errorFor(`${reason}; one is found among`, enough);
}

function errorFor(reason: string, enough: number): ArgumentError {
  const people = numberOf(enough, 'person', 'people');
  if (enough <= mostPeople) return new ArgumentError('people', `${reason} ${people}.`);
  return new ArgumentError('apart', `${reason} ${people}, where at most ${mostPeople} are allowed: keep fewer apart.`);
}

/** A number of people, beginning with one, for whom a split is found. */
function* enoughPeople(ties: RoleTies, from: number): Steps<number> {
  let people = from;
  while (people < ties.size && (yield* firstSplit(ties, people, assignmentsToAdvise)).split === undefined) people++;
  return people;
}
