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
  const userNames = namesOf(users);
  const groupNames = namesOf(groups);
  const members = new TeamMembers();
  for (const user of users) {
    const name = nameIn(userNames, referenceOf(user));
    for (const group of textsAt(user, 'spec', 'memberOf')) members.add(name, nameIn(groupNames, group));
  }
  for (const group of groups) {
    const name = nameIn(groupNames, referenceOf(group));
    for (const user of textsAt(group, 'spec', 'members')) members.add(nameIn(userNames, user), name);
  }
  const people = members.people();
  const named = new Set(people.map(({ name }) => name));
  const taken = new Set(people.flatMap(({ roles }) => roles));
  const leftOut: LeftOut[] = [
    ...[...userNames.values()]
      .filter((name) => !named.has(name))
      .map((text) => ({ part, text, why: 'a user in no group' })),
    ...[...groupNames.values()]
      .filter((name) => !taken.has(name))
      .map((text) => ({ part, text, why: 'a group without members' })),
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

/** The names that people see, by reference. Those of one name have the reference, too. */
function namesOf(entities: readonly unknown[]): ReadonlyMap<string, string> {
  const given = entities.map((entity) => {
    const shown = textAt(entity, 'spec', 'profile', 'displayName') || textAt(entity, 'metadata', 'title');
    return { reference: referenceOf(entity), name: shown || textAt(entity, 'metadata', 'name') };
  });
  const byName = Map.groupBy(given, ({ name }) => name);
  return new Map(
    given.map(({ reference, name }) => [reference, byName.get(name)?.length === 1 ? name : `${name} (${reference})`]),
  );
}

/** As others refer to an entity, "<namespace>/<name>". */
function referenceOf(entity: unknown): string {
  return `${textAt(entity, 'metadata', 'namespace') || 'default'}/${textAt(entity, 'metadata', 'name')}`;
}

/** The name of what is referred to as "group:default/platform", "default/platform" or "platform". */
function nameIn(names: ReadonlyMap<string, string>, given: string): string {
  const plain = given.replace(/^[a-z]+:/i, '');
  return names.get(plain.includes('/') ? plain : `default/${plain}`) ?? plain.replace(/^default\//, '');
}
