import { ArgumentError } from '../../graph/argument-error.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { nearestText } from '../../text/nearest-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import type { Position } from './team.ts';

/** The most people of a team. */
export const mostStaff = 1_000;

/** The longest name of a person, in characters. */
const longestName = 200;

/** A person of a team, and what they do. */
export interface TeamMember {
  /** As it was given, without spaces around it. */
  readonly name: string;
  /** Distinct, at least one; by title. */
  readonly roles: readonly Role[];
  /** The working time as a share of a full-time person (full-time equivalent), above 0 and at most 1. */
  readonly share: number;
}

/** The people of a team, and those of them who are absent. */
export interface Staff {
  /** Those who are there, at least one. */
  readonly present: readonly TeamMember[];
  readonly absent: readonly TeamMember[];
}

/** Names are the same person where they differ in case only. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** A share in percent of a full-time person, for messages. */
export function fullTimeText(share: number): string {
  return `${roundScore(100 * share)}%`;
}

/** @throws ArgumentError for none or more than mostStaff people. */
export function checkStaffCount(count: number, argument: string): void {
  if (count === 0) {
    throw new ArgumentError(
      argument,
      `${argument} is an empty list; name at least one person, e.g. { name: "Ann", roles: [{ title: "SRE" }] }.`,
    );
  }
  if (count > mostStaff) {
    throw new ArgumentError(
      argument,
      `${argument} has ${grouped(count)} people; a team may have at most ${grouped(mostStaff)}.`,
    );
  }
}

/**
 * Checks people one by one and together.
 *
 * @param argument what the list is called, for errors.
 * @throws ArgumentError for a name that is empty, too long or given twice, for a share that is not above 0 and at most 1, for
 *   somebody without a role, and for none or more than mostStaff people.
 */
export function checkedStaff(given: readonly TeamMember[], argument: string): readonly TeamMember[] {
  checkStaffCount(given.length, argument);
  const refuse = (message: string) => new ArgumentError(argument, `${argument} ${message}`);
  const places = new Map<string, number>();
  return given.map((member, index) => {
    const name = member.name.trim();
    if (name === '') throw refuse(`has a person without a name, as number ${index + 1}. Give each person a name.`);
    if (name.length > longestName) {
      throw refuse(
        `has the name ${quoted(name)} of ${grouped(name.length)} characters; at most ${longestName} are allowed.`,
      );
    }
    const before = places.get(nameKey(name));
    if (before !== undefined) {
      throw refuse(
        `has ${quoted(name)} twice, as number ${before} and number ${index + 1}. Give each person once, with all roles, and ` +
          'add something to equal names.',
      );
    }
    places.set(nameKey(name), index + 1);
    if (!(member.share > 0 && member.share <= 1)) {
      throw refuse(
        `has ${quoted(name)} with the share ${member.share}; a share is above 0 and at most 1, which is a full-time person.`,
      );
    }
    if (member.roles.length === 0) {
      throw refuse(`has ${quoted(name)} without a role. Give at least one role, or leave the person out.`);
    }
    return { ...member, name, roles: [...new Set(member.roles)].sort((a, b) => a.index - b.index) };
  });
}

/**
 * Finds people by their names, or by the beginning of a name that only one person has.
 *
 * @param argument what has the names, for errors.
 * @returns a function that throws an ArgumentError for a name that nobody has, with the nearest, and for a beginning that several
 *   have.
 */
export function finderOf(staff: readonly TeamMember[], argument: string): (name: string) => TeamMember {
  const keyed = staff.map((member) => ({ member, key: nameKey(member.name) }));
  const byKey = new Map(keyed.map(({ member, key }) => [key, member]));
  return (name) => {
    const wanted = nameKey(name);
    const member = byKey.get(wanted);
    if (member !== undefined) return member;
    const starting = wanted === '' ? [] : keyed.filter(({ key }) => key.startsWith(wanted));
    const [only] = starting;
    if (only !== undefined && starting.length === 1) return only.member;
    if (only !== undefined) {
      const candidates = namesText(starting.map((each) => each.member));
      throw new ArgumentError(
        argument,
        `${argument} has ${quoted(name)}, which could be ${candidates}. Give more of the name.`,
      );
    }
    const meant = byKey.get(nearestText(wanted, byKey.keys()) ?? '');
    const advice = meant === undefined ? `The people are ${namesText(staff)}.` : `Did you mean ${quoted(meant.name)}?`;
    throw new ArgumentError(argument, `${argument} has ${quoted(name)}, which is nobody of the team. ${advice}`);
  };
}

/**
 * The distinct people with some names.
 *
 * @throws ArgumentError as finderOf does, and for more names than there are people.
 */
export function membersNamed(
  staff: readonly TeamMember[],
  names: readonly string[],
  argument: string,
): readonly TeamMember[] {
  checkCount(names.length, staff, argument);
  return [...new Set(names.map(finderOf(staff, argument)))];
}

/** Each name is looked for among all people, so there must not be many more names than people. */
export function checkCount(count: number, staff: readonly TeamMember[], argument: string): void {
  if (count <= staff.length) return;
  throw new ArgumentError(
    argument,
    `${argument} has ${grouped(count)} entries, and the team has ${grouped(staff.length)} people. Name each person once.`,
  );
}

/** @throws ArgumentError as membersNamed does, and where nobody is left. */
export function staffWithout(staff: readonly TeamMember[], absent: readonly string[], argument: string): Staff {
  const away = new Set(membersNamed(staff, absent, argument));
  const present = staff.filter((member) => !away.has(member));
  if (present.length > 0) return { present, absent: [...away] };
  throw new ArgumentError(argument, `${argument} names everybody of the team. Leave at least one person who is there.`);
}

/** A position for each person. */
export function positionsOfStaff(staff: readonly TeamMember[]): readonly Position[] {
  return staff.map((person) => ({ roles: person.roles, person }));
}

/** How many names a message lists. */
const mostNames = 10;

function namesText(staff: readonly TeamMember[]): string {
  const names = staff.slice(0, mostNames).map(({ name }) => quoted(name));
  return names.join(', ') + (staff.length > mostNames ? ` and ${grouped(staff.length - mostNames)} more` : '');
}
