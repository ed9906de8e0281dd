import { isMapping, ownValue } from '../../check/catalog-items.ts';
import type { Conversion } from '../conversion.ts';
import { textsAt } from '../structured-data.ts';
import { TeamMembers } from './team-members.ts';

/**
 * Reads OWNERS_ALIASES of Kubernetes (https://www.kubernetes.dev/docs/guide/owners/): names of groups with the accounts in them.
 *
 * @returns undefined for any other data.
 */
export function ownersAliases(documents: readonly unknown[]): Conversion | undefined {
  const [document] = documents;
  const aliases = isMapping(document) && documents.length === 1 ? ownValue(document, 'aliases') : undefined;
  if (!isMapping(aliases)) return undefined;
  const members = new TeamMembers();
  const names = Object.keys(aliases);
  for (const alias of names) for (const person of textsAt(aliases, alias)) members.add(person, alias);
  const people = members.people();
  if (people.length === 0) return undefined;
  const empty = names.filter((alias) => textsAt(aliases, alias).length === 0);
  const part = 'the aliases';
  return {
    kind: 'TEAM',
    people,
    understood: [
      {
        part,
        as: 'OWNERS_ALIASES of Kubernetes',
        columns: [
          { heading: 'alias', as: 'a role of the accounts in it' },
          { heading: 'account', as: 'a person' },
        ],
        taken: names.length - empty.length,
        unit: 'entry',
        remarks: [
          'The file knows groups and no titles: put the titles of your catalog in their place where they differ.',
        ],
      },
    ],
    leftOut: empty.map((text) => ({ part, text, why: 'an alias without accounts' })),
  };
}

/**
 * Reads OWNERS of Kubernetes: the accounts that approve and review what is in a folder.
 *
 * @returns undefined for any other data.
 */
export function owners(documents: readonly unknown[]): Conversion | undefined {
  const [document] = documents;
  const members = new TeamMembers();
  if (documents.length !== 1 || !isMapping(document)) return undefined;
  for (const person of textsAt(document, 'approvers')) members.add(person, 'Approver');
  for (const person of textsAt(document, 'reviewers')) members.add(person, 'Reviewer');
  const people = members.people();
  if (people.length === 0) return undefined;
  const part = 'the owners';
  return {
    kind: 'TEAM',
    people,
    understood: [
      {
        part,
        as: 'OWNERS of Kubernetes',
        columns: [
          { heading: 'approvers', as: 'people with the role Approver' },
          { heading: 'reviewers', as: 'people with the role Reviewer' },
        ],
        taken: people.length,
        unit: 'entry',
        remarks: ['Names of aliases are taken for people; convert OWNERS_ALIASES for who is in them.'],
      },
    ],
    leftOut: Object.keys(document)
      .filter((key) => key !== 'approvers' && key !== 'reviewers')
      .map((text) => ({ part, text, why: 'nothing of who approves and reviews' })),
  };
}
