import { describe, expect, test } from 'vitest';
import { readPeople } from '../../../src/catalog/convert/teams/read-people.ts';
import { teamYaml } from '../../../src/catalog/convert/teams/team-yaml.ts';
import { yamlTeam } from '../../../src/team/yaml-team.ts';

function teamOf(path: string, text: string) {
  const conversion = readPeople([{ path, bytes: Buffer.from(text) }]);
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
