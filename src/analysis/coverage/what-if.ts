import type { Role } from '../../graph/nodes/role.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { quoted } from '../../text/quoted-text.ts';
import { itemsWhere, type CoverageItems } from './coverage-item.ts';
import { requirementsOf, type Requirements, type Scope } from './requirements.ts';
import { checkCount, finderOf, nameKey, positionsOfStaff, type TeamMember } from './staff.ts';
import { positionsOf, teamCover, teamOf, type Position, type TeamCover } from './team.ts';

/** Changes to a team, to be compared and not stored. */
export interface TeamChange {
  /** Undefined: every role of the catalog. */
  readonly team: readonly Role[] | undefined;
  readonly remove: readonly Role[];
  readonly add: readonly Role[];
  /** Each list becomes one position. */
  readonly merge: readonly (readonly Role[])[];
}

/** Changes to a team of people, to be compared and not stored. */
export interface StaffChange {
  readonly staff: readonly TeamMember[];
  /** Those of `staff` who cover nothing, before and after. */
  readonly absent: readonly TeamMember[];
  /** Of `staff`. */
  readonly leave: readonly TeamMember[];
  readonly join: readonly TeamMember[];
  /** Roles that people take over, by names of those who stay or join. */
  readonly takeOver: readonly { readonly name: string; readonly roles: readonly Role[] }[];
}

/** A team as it is and as it would be. */
export interface WhatIf {
  readonly requirements: Requirements;
  readonly before: TeamCover;
  readonly after: TeamCover;
  /** Covered before, and not after. */
  readonly lost: CoverageItems;
  /** Covered after, and not before. */
  readonly gained: CoverageItems;
  /** Covered by several positions before, by exactly one after. */
  readonly newlySingle: CoverageItems;
  /** Covered by exactly one position before, by several after. */
  readonly noLongerSingle: CoverageItems;
}

/**
 * Compares a team with what it would be.
 *
 * @throws ArgumentError for a change that cannot be made, see changedPositions and changedStaff.
 */
export function* whatIf(graph: CatalogGraph, change: TeamChange | StaffChange, scope: Scope): Steps<WhatIf> {
  const teamBefore = yield* teamOf(graph, positionsBefore(graph, change));
  const teamAfter = yield* teamOf(graph, positionsAfter(graph, change));
  const requirements = yield* requirementsOf(graph, scope);
  const before = yield* teamCover(teamBefore, requirements);
  const after = yield* teamCover(teamAfter, requirements);
  const where = (holds: (before: number, after: number) => boolean) =>
    itemsWhere(requirements.items, (item) => holds(before.countOf(item), after.countOf(item)));
  return {
    requirements,
    before,
    after,
    lost: yield* where((was, is) => was > 0 && is === 0),
    gained: yield* where((was, is) => was === 0 && is > 0),
    newlySingle: yield* where((was, is) => was > 1 && is === 1),
    noLongerSingle: yield* where((was, is) => was === 1 && is > 1),
  };
}

function positionsBefore(graph: CatalogGraph, change: TeamChange | StaffChange): readonly Position[] {
  if (!('staff' in change)) return positionsOf(change.team ?? graph.roles);
  return positionsOfStaff(change.staff.filter((member) => !change.absent.includes(member)));
}

function positionsAfter(graph: CatalogGraph, change: TeamChange | StaffChange): readonly Position[] {
  if (!('staff' in change)) return changedPositions(change.team ?? graph.roles, change);
  const isAbsent = new Set(change.absent.map(({ name }) => nameKey(name)));
  const staying = changedStaff(change).filter(({ name }) => !isAbsent.has(nameKey(name)));
  if (staying.length > 0) return positionsOfStaff(staying);
  throw new ArgumentError(
    'input.leave',
    'Nobody is left of the team, without those who leave or are absent. Let somebody stay.',
  );
}

/**
 * The people of a team after some have left, others have joined, and roles were taken over, in this order.
 *
 * @throws ArgumentError where somebody joins with the name of somebody who stays, or takes over without being in the team, or
 *   takes over a role that they have.
 */
function changedStaff({ staff, leave, join, takeOver }: StaffChange): readonly TeamMember[] {
  const leaving = new Set(leave);
  const stay = staff.filter((member) => !leaving.has(member));
  const members = new Map(stay.map((member) => [nameKey(member.name), member]));
  for (const member of join) {
    if (members.has(nameKey(member.name))) {
      throw new ArgumentError(
        'input.join',
        `input.join has ${quoted(member.name)}, who is in the team already. Add something to the name, or use takeOver for more roles.`,
      );
    }
    members.set(nameKey(member.name), member);
  }
  const all = [...members.values()];
  checkCount(takeOver.length, all, 'input.takeOver');
  const find = finderOf(all, 'input.takeOver');
  for (const { name, roles } of takeOver) {
    const found = find(name);
    const member = members.get(nameKey(found.name)) ?? found;
    for (const role of roles) {
      if (!member.roles.includes(role)) continue;
      throw new ArgumentError(
        'input.takeOver',
        `input.takeOver has ${quoted(member.name)} with ${role.label}, which ${quoted(member.name)} has already.`,
      );
    }
    const more = [...member.roles, ...roles].sort((a, b) => a.index - b.index);
    members.set(nameKey(member.name), { ...member, roles: more });
  }
  return [...members.values()];
}

/**
 * The positions of a team after roles have left it, come to it and been merged, in this order.
 *
 * @throws ArgumentError where a role that is to be removed or merged is not in the team, one that is to be added is, one is
 *   merged twice, or fewer than two are merged.
 */
function changedPositions(team: readonly Role[], { remove, add, merge }: TeamChange): readonly Position[] {
  const left = new Set(team);
  for (const role of remove) {
    if (!left.delete(role)) throw notInTeam('input.remove', role, 'only roles that are in it can be removed');
  }
  for (const role of add) {
    if (left.has(role)) {
      throw new ArgumentError(
        'input.add',
        `input.add has "${role.label}", which is in the team already; without input.team, the team is every role of the catalog.`,
      );
    }
    left.add(role);
  }
  const merged = merge.map((roles, index): Position => {
    if (roles.length < 2) {
      throw new ArgumentError(
        'input.merge',
        `input.merge has, as list ${index + 1}, ${roles.length} distinct ${roles.length === 1 ? 'role' : 'roles'}; each list is two or more that become one.`,
      );
    }
    for (const role of roles) {
      if (!left.delete(role)) {
        throw notInTeam(
          'input.merge',
          role,
          'each role that is merged must be in the team and in one list only, and must not be removed',
        );
      }
    }
    return { roles: roles.toSorted((a, b) => a.index - b.index) };
  });
  return [...positionsOf([...left]), ...merged];
}

function notInTeam(argument: string, role: Role, allowed: string): ArgumentError {
  return new ArgumentError(argument, `${argument} has "${role.label}", which is not in the team: ${allowed}.`);
}
