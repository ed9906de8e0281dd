import { basename } from 'node:path';
import type { Conversion, GivenFile, LeftOut } from '../conversion.ts';
import { decodedFile } from '../tables/decoded-text.ts';
import { TeamMembers } from './team-members.ts';

const noOwner = 'owners that are no accounts, teams or addresses';
const owner = /^(?:@[\w.-]+(?:\/[\w./-]+)?|[\w.+-]+@[\w-]+\.[\w.-]+)$/;

/**
 * Reads CODEOWNERS of GitHub (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners)
 * and GitLab: each owner becomes a person, or a team, with the paths that it owns as roles.
 *
 * @returns undefined for a file of another name or content.
 */
export function codeOwners(file: GivenFile): Conversion | undefined {
  const part = basename(file.path);
  if (!/^codeowners(?:\.txt)?$/i.test(part)) return undefined;
  const text = decodedFile(file.bytes)?.text ?? '';
  const members = new TeamMembers();
  const leftOut: LeftOut[] = [];
  let taken = 0;
  let sectionOwners: readonly string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const plain = line.replace(/(^|\s)#.*$/, '').trim();
    const leave = (why: string) => leftOut.push({ part, number: index + 1, counts: 'line', text: line.trim(), why });
    if (plain === '') continue;
    // A section of GitLab, with owners of paths that name none.
    const [, after] = /^\^?\[[^\]]*\](?:\[\d+\])?(?:\s+(.*))?$/.exec(plain) ?? [];
    if (/^\^?\[[^\]]*\](?:\[\d+\])?(?:\s|$)/.test(plain)) {
      const named = (after ?? '').split(/\s+/).filter((each) => each !== '');
      sectionOwners = named.filter((each) => owner.test(each));
      if (sectionOwners.length < named.length) leave(noOwner);
      continue;
    }
    const [path = '', ...given] = plain.split(/(?<!\\)\s+/);
    const named = given.filter((each) => owner.test(each));
    const owners = given.length === 0 ? sectionOwners : named;
    if (owners.length === 0) {
      leave(given.length === 0 ? 'a path without owners' : noOwner);
      continue;
    }
    if (named.length < given.length) leave(noOwner);
    taken++;
    for (const each of owners) members.add(each, `Owner of ${path}`);
  }
  const people = members.people();
  if (people.length === 0) return undefined;
  return {
    kind: 'TEAM',
    people,
    understood: [
      {
        part,
        as: 'CODEOWNERS: paths and who owns them',
        columns: [
          { heading: 'owner', as: 'a person or team' },
          { heading: 'path', as: 'a role: its owner' },
        ],
        taken,
        remarks: ['Paths are no roles of a catalog: put its titles in their place.'],
      },
    ],
    leftOut,
  };
}
