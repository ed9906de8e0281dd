import { checkedStaff, membersNamed, type TeamMember } from '../../analysis/coverage/staff.ts';
import type { StaffChange, TeamChange } from '../../analysis/coverage/what-if.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { quoted } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import type { CatalogNames } from '../names/catalog-names.ts';
import type { NamedTeam } from './named-team.ts';

/** The options that say what changes in a team: the first three of people, the others of roles. */
export interface ChangeOptions {
  readonly leave?: readonly string[];
  /** Each as "name: roles". */
  readonly join?: readonly string[];
  readonly takeOver?: readonly string[];
  readonly remove?: readonly string[];
  readonly add?: readonly string[];
  /** Each is a list of roles that become one position. */
  readonly merge?: readonly string[];
}

const peopleOptions = ['leave', 'join', 'takeOver'] as const;
const roleOptions = ['remove', 'add', 'merge'] as const;
const flags = {
  leave: '--leave',
  join: '--join',
  takeOver: '--take-over',
  remove: '--remove',
  add: '--add',
  merge: '--merge',
};

/** @throws UsageError if nothing changes. */
export function checkChangeGiven(options: ChangeOptions): void {
  if (![...peopleOptions, ...roleOptions].some((option) => options[option] !== undefined)) {
    throw new UsageError(`Say what changes: ${Object.values(flags).join(', ')}.`);
  }
}

/**
 * The change that options ask for.
 *
 * @param team undefined for all roles of the catalog.
 * @throws UsageError for options of people where the team has roles, or the other way round, and for wrong names.
 */
export async function changeOf(
  names: CatalogNames,
  team: NamedTeam | undefined,
  options: ChangeOptions,
): Promise<TeamChange | StaffChange> {
  const ofPeople = peopleOptions.find((option) => options[option] !== undefined);
  const ofRoles = roleOptions.find((option) => options[option] !== undefined);
  if (team?.staff !== undefined) {
    if (ofRoles !== undefined) {
      throw new UsageError(
        `${flags[ofRoles]} is for teams of roles, and the team file has people. Use --leave, --join and --take-over.`,
      );
    }
    const join: TeamMember[] = [];
    for (const given of options.join ?? []) join.push({ ...(await nameAndRoles(names, given, '--join')), share: 1 });
    const takeOver: { readonly name: string; readonly roles: readonly Role[] }[] = [];
    for (const given of options.takeOver ?? []) takeOver.push(await nameAndRoles(names, given, '--take-over'));
    return {
      staff: team.staff,
      absent: team.absent,
      leave: membersNamed(team.staff, options.leave ?? [], '--leave'),
      join: join.length === 0 ? [] : checkedStaff(join, '--join'),
      takeOver,
    };
  }
  if (ofPeople !== undefined) {
    throw new UsageError(`${flags[ofPeople]} is about people. Give a team file with columns name and roles in --team.`);
  }
  const merge: (readonly Role[])[] = [];
  for (const given of options.merge ?? []) merge.push(await names.roles([given]));
  return {
    team: team?.positions.flatMap(({ roles }) => roles),
    remove: await names.roles(options.remove ?? []),
    add: await names.roles(options.add ?? []),
    merge,
  };
}

/** A person with roles, as "Carla Diaz: SRE, Backup Administrator". */
async function nameAndRoles(names: CatalogNames, given: string, option: string) {
  const colon = given.indexOf(':');
  const [name, roles] = [given.slice(0, colon).trim(), given.slice(colon + 1).trim()];
  if (colon < 0 || name === '' || roles === '') {
    throw new UsageError(
      `${option} is ${quoted(given)}. Give a name and roles, e.g. ${option} "Carla Diaz: SRE, Cloud Engineer".`,
    );
  }
  return { name, roles: await names.roles([roles]) };
}
