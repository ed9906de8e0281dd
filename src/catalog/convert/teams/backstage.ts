import type { Conversion, LeftOut } from '../conversion.ts';
import { textAt, textsAt } from '../structured-data.ts';
import { TeamMembers } from './team-members.ts';

const part = 'the entities of Backstage';

/**
 * Reads users and groups of Backstage (https://backstage.io/docs/features/software-catalog/descriptor-format/): who is in which
 * group, by `memberOf` of users and `members` of groups. Groups become roles, by their title, as Backstage knows no titles of
 * people; a team file may then name the roles instead.
 *
 * @returns undefined if no document is a user or group.
 */
export function backstageTeam(documents: readonly unknown[]): Conversion | undefined {
  const isOf = (kind: string) => (document: unknown) =>
    textAt(document, 'apiVersion').startsWith('backstage.io/') && textAt(document, 'kind').toLowerCase() === kind;
  const users = documents.filter(isOf('user'));
  const groups = documents.filter(isOf('group'));
  if (users.length + groups.length === 0) return undefined;
  const userNames = new Map(users.map((user) => [textAt(user, 'metadata', 'name'), displayName(user)]));
  const groupNames = new Map(groups.map((group) => [textAt(group, 'metadata', 'name'), displayName(group)]));
  const members = new TeamMembers();
  for (const user of users) {
    for (const group of textsAt(user, 'spec', 'memberOf')) members.add(displayName(user), nameIn(groupNames, group));
  }
  for (const group of groups) {
    for (const user of textsAt(group, 'spec', 'members')) members.add(nameIn(userNames, user), displayName(group));
  }
  const people = members.people();
  const named = new Set(people.map(({ name }) => name));
  const leftOut: LeftOut[] = [
    ...users
      .map(displayName)
      .filter((name) => !named.has(name))
      .map((text) => ({ part, text, why: 'a user in no group' })),
    ...documents
      .filter((document) => !isOf('user')(document) && !isOf('group')(document))
      .map((document) => ({
        part,
        text: textAt(document, 'metadata', 'name'),
        why: 'an entity that is no user and no group',
      })),
  ];
  return {
    kind: 'TEAM',
    people,
    understood: [
      {
        part,
        as: 'users and groups of Backstage',
        columns: [
          { heading: 'User', as: 'a person' },
          { heading: 'Group', as: 'a role of its members' },
        ],
        taken: users.length + groups.length,
        unit: 'entry',
        remarks: [
          'Backstage knows groups and no titles: put the titles of your catalog in their place where they differ.',
        ],
      },
    ],
    leftOut,
  };
}

/** The name that people see. */
function displayName(entity: unknown): string {
  return (
    textAt(entity, 'spec', 'profile', 'displayName') ||
    textAt(entity, 'metadata', 'title') ||
    textAt(entity, 'metadata', 'name')
  );
}

/** References are "group:default/platform" or "platform". */
function nameIn(names: ReadonlyMap<string, string>, reference: string): string {
  const name = reference.replace(/^.*[:/]/, '');
  return names.get(name) ?? name;
}
