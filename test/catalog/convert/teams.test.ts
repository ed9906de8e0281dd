import { describe, expect, test } from 'vitest';
import { convertKnown } from '../../../src/catalog/convert/convert-files.ts';
import { teamYaml } from '../../../src/catalog/convert/teams/team-yaml.ts';
import { yamlTeam } from '../../../src/team/yaml-team.ts';

function teamOf(path: string, text: string) {
  const conversion = convertKnown([{ path, bytes: Buffer.from(text) }]);
  return conversion?.kind === 'TEAM' ? conversion : undefined;
}

const backstage = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: platform, title: Platform team }
spec: { type: team, members: [ann, zoe] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ann }
spec: { profile: { displayName: Ann Berg }, memberOf: ['group:default/platform', security] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: bob }
spec: {}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: api }
`;

describe('people of other tools', () => {
  test('users and groups of Backstage, in several documents', () => {
    const team = teamOf('catalog-info.yaml', backstage);
    expect(team?.people).toEqual([
      { name: 'Ann Berg', roles: ['Platform team', 'security'] },
      { name: 'zoe', roles: ['Platform team'] },
    ]);
    expect(team?.leftOut.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      'bob: a user in no group',
      'api: an entity that is no user and no group',
    ]);
  });

  test('OWNERS_ALIASES', () => {
    const team = teamOf('OWNERS_ALIASES', 'aliases:\n  sig-node:\n    - ann\n    - bob\n  empty: []\n');
    expect(team?.people).toEqual([
      { name: 'ann', roles: ['sig-node'] },
      { name: 'bob', roles: ['sig-node'] },
    ]);
    expect(team?.leftOut.map(({ text }) => text)).toEqual(['empty']);
  });

  test('OWNERS', () => {
    expect(teamOf('OWNERS', 'approvers:\n  - ann\nreviewers: [ann, bob]\n')?.people).toEqual([
      { name: 'ann', roles: ['Approver', 'Reviewer'] },
      { name: 'bob', roles: ['Reviewer'] },
    ]);
  });

  test('OWNERS that begin with something else, by name', () => {
    const team = teamOf('OWNERS', 'options: { no_parent_owners: true }\napprovers: [ann]\nemeritus_approvers: [old]\n');
    expect(team?.people).toEqual([{ name: 'ann', roles: ['Approver'] }]);
    expect(team?.leftOut.map(({ text }) => text)).toEqual(['options', 'emeritus_approvers']);
  });

  test('groups and users of Backstage with the same name, in several namespaces', () => {
    const entity = (kind: string, namespace: string, name: string, rest: string) =>
      `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { namespace: ${namespace}, name: ${name} }\nspec: ${rest}\n`;
    const text = [
      entity('Group', 'a', 'x', '{}'),
      entity('Group', 'b', 'x', '{}'),
      entity('Group', 'b', 'empty', '{}'),
      entity('User', 'default', 'ann', "{ profile: { displayName: Ann }, memberOf: ['group:a/x'] }"),
      entity('User', 'default', 'anna', "{ profile: { displayName: Ann }, memberOf: ['b/x'] }"),
    ].join('---\n');
    const team = teamOf('org.yaml', text);
    expect(team?.people).toEqual([
      { name: 'Ann (default/ann)', roles: ['x (a/x)'] },
      { name: 'Ann (default/anna)', roles: ['x (b/x)'] },
    ]);
    expect(team?.leftOut).toEqual([
      { part: 'the entities of Backstage', text: 'empty', why: 'a group without members' },
    ]);
  });

  test('CODEOWNERS with owners that are none, and paths that begin like sections', () => {
    const team = teamOf('CODEOWNERS', '[Data] @dba somebody\n/db/\n[ab]*.ts @x nobody\n');
    expect(team?.people).toEqual([
      { name: '@dba', roles: ['Owner of /db/'] },
      { name: '@x', roles: ['Owner of [ab]*.ts'] },
    ]);
    expect(team?.leftOut.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('CODEOWNERS, with sections of GitLab and paths without owners', () => {
    const team = teamOf(
      'CODEOWNERS',
      '# all\n* @org/platform\n/docs/ docs@example.com @ann # text\n[Data] @dba\n/db/\n^[Other]\n/x\n/y nobody\n',
    );
    expect(team?.people).toEqual([
      { name: '@org/platform', roles: ['Owner of *'] },
      { name: 'docs@example.com', roles: ['Owner of /docs/'] },
      { name: '@ann', roles: ['Owner of /docs/'] },
      { name: '@dba', roles: ['Owner of /db/'] },
    ]);
    expect(team?.leftOut.map(({ number, why }) => [number, why])).toEqual([
      [7, 'a path without owners'],
      [8, 'owners that are no accounts, teams or addresses'],
    ]);
  });

  test.each([
    ['other YAML', 'a.yaml', 'name: x\nroles: []\n'],
    ['a list', 'a.yaml', '- a\n- b\n'],
    ['a table', 'a.csv', 'a,b\n1,2\n'],
    ['hostile aliases', 'a.yaml', 'aliases: { __proto__: [x], constructor: 1 }\n'],
  ])('are none in %s', (_, path, text) => {
    expect(teamOf(path, text)?.people ?? []).not.toContainEqual(expect.objectContaining({ name: '1' }));
  });

  test('become a team file that is read as it was written', () => {
    const people = [
      { name: '@org/platform: "x"', roles: ['Owner of *', 'yes'] },
      { name: '# 1', roles: ['R&D; Lead'] },
    ];
    const team = yamlTeam(teamYaml(people), 'team.yaml');
    expect(team.kind === 'PEOPLE' && team.rows.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
    expect(team.kind === 'PEOPLE' && team.problems).toEqual([]);
  });
});
