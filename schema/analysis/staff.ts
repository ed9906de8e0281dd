import {
  checkedStaff,
  checkStaffCount,
  mostStaff,
  positionsOfStaff,
  staffWithout,
  type TeamMember,
} from '../../src/analysis/coverage/staff.ts';
import { positionsOf, type Position } from '../../src/analysis/coverage/team.ts';
import { ArgumentError, UnknownNameError } from '../../src/graph/argument-error.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { quoted } from '../../src/text/quoted-text.ts';
import { builder } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { namedRoles, requiredRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';

const shareDescription =
  'The working time as a share of a full-time person (full-time equivalent), above 0 and at most 1: 0.5 is half a person.';

export const TeamMemberInput = builder.inputType('TeamMemberInput', {
  description:
    'A person of a team, and what they do. Nothing of people is stored: a request with people must be a POST, its answer is ' +
    'neither cached nor shared, and the log has nothing of it. E.g. `{ name: "Ann Berg", roles: [{ title: "SRE" }], share: 0.5 }`.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'The name that answers use, 1 to 200 characters. Distinct within the team without regard to case.',
    }),
    roles: t.field({
      type: [RoleByInput],
      required: true,
      description: 'The roles that the person has, at least one. A role that is named twice counts once.',
    }),
    share: t.float({ defaultValue: 1, description: shareDescription }),
  }),
});

export const TeamMemberRef = builder.objectRef<TeamMember>('TeamMember').implement({
  description: 'A person of the team that the request has given.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name, as it was given.' }),
    roles: t.expose('roles', { type: [RoleRef], description: 'The roles that the person has, by title.' }),
    share: t.exposeFloat('share', { description: shareDescription }),
  }),
});

export const staffDescription =
  `The people of the team, 1 to ${mostStaff}, instead of roles: each person covers what any of their roles covers. ` +
  'Answers then name people. Send them by POST, in variables.';

export const absentDescription =
  'People in `staff` who are absent, e.g. next week, by name or by a beginning of it that only one has. They cover nothing; ' +
  'at least one person must remain.';

interface PersonGiven {
  readonly name: string;
  readonly roles: readonly RoleBy[];
  readonly share?: number | null | undefined;
}

/** The arguments for the people of a team. */
export interface StaffGiven {
  readonly staff?: readonly PersonGiven[] | null | undefined;
  readonly absent?: readonly string[] | null | undefined;
}

/** A team that was asked about. */
export interface RequestedTeam {
  /** Without those who are absent. */
  readonly positions: readonly Position[];
  /** The people who are absent. */
  readonly absent: readonly TeamMember[];
}

/**
 * The people that arguments give, and those of them who are absent; undefined where no people are given.
 *
 * @param prefix of the names of the arguments, e.g. "input.".
 * @throws ArgumentError for names and shares that cannot be, for roles that do not exist, and for absent people without staff.
 */
export function requestedStaff({ graph, acceptPeople }: RequestGraph, { staff, absent }: StaffGiven, prefix = '') {
  const named = { staff: `${prefix}staff`, absent: `${prefix}absent` };
  if (staff != null) acceptPeople(named.staff);
  else if (absent != null) acceptPeople(named.absent);
  if (staff == null) {
    if (absent == null || absent.length === 0) return undefined;
    throw new ArgumentError(
      named.absent,
      `${named.absent} names people, but ${named.staff} is not given. Give the people of the team in ${named.staff}.`,
    );
  }
  const members = membersOf(graph, staff, named.staff);
  return { staff: members, ...staffWithout(members, absent ?? [], named.absent) };
}

/**
 * People as a request gives them.
 *
 * @param argument that has them, for errors.
 * @throws ArgumentError, see requestedStaff.
 */
export function membersOf(graph: CatalogGraph, given: readonly PersonGiven[], argument: string): readonly TeamMember[] {
  // Before roles are looked up, so that thousands of people are refused at once.
  checkStaffCount(given.length, argument);
  return checkedStaff(
    given.map(({ name, roles, share }) => ({
      name,
      roles: rolesOfPerson(graph, name, roles, `${argument}.roles`),
      share: share ?? 1,
    })),
    argument,
  );
}

/** The roles of a person. Errors name the person. */
export function rolesOfPerson(
  graph: CatalogGraph,
  name: string,
  roles: readonly RoleBy[],
  argument: string,
): readonly Role[] {
  try {
    return namedRoles(graph, roles, argument);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    const message = `Of ${quoted(name.trim())}, ${error.message}`;
    if (error instanceof UnknownNameError) throw new UnknownNameError(argument, message, error.given, error.kinds);
    throw new ArgumentError(error.argument, message, error.candidates, error.suggestions);
  }
}

/**
 * The team that arguments ask about: roles, or people.
 *
 * @param otherwise the roles of the team where neither is given; without it, one must be.
 */
export function requestedTeam(
  rolegraph: RequestGraph,
  { roles, ...people }: StaffGiven & { readonly roles?: readonly RoleBy[] | null | undefined },
  otherwise?: readonly Role[],
): RequestedTeam {
  const staff = requestedStaff(rolegraph, people);
  if (staff !== undefined) {
    if (roles != null)
      throw new ArgumentError('staff', 'staff and roles are both given. Give the team by one of them.');
    return { positions: positionsOfStaff(staff.present), absent: staff.absent };
  }
  if (roles == null && otherwise === undefined) {
    throw new ArgumentError(
      'roles',
      'Neither roles nor staff is given. Give the team by its roles, e.g. roles: [{ title: "SRE" }], or by its people in staff.',
    );
  }
  const named = roles == null ? (otherwise ?? []) : requiredRoles(rolegraph.graph, roles, 'roles');
  return { positions: positionsOf(named), absent: [] };
}
