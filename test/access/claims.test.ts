import { describe, expect, test } from 'vitest';
import { claimAt, nameIn, rightsIn } from '../../src/access/jwt/claims.ts';

describe('a claim', () => {
  test('is found by its name, also if that has dots, or by a path', () => {
    const claims = {
      scope: 'a',
      realm_access: { roles: ['b'] },
      'https://example.org/roles': ['c'],
      'a.b': 1,
      a: { b: 2 },
    };
    expect(claimAt(claims, 'scope')).toBe('a');
    expect(claimAt(claims, 'realm_access.roles')).toEqual(['b']);
    expect(claimAt(claims, 'https://example.org/roles')).toEqual(['c']);
    expect(claimAt(claims, 'a.b')).toBe(1);
  });

  test.each([
    'none',
    'scope.length',
    'scope.none',
    'nothing.x',
    'toString',
    '__proto__',
    'constructor.name',
    'list.0.x',
  ])('is not found where there is none: %s', (path) => {
    expect(claimAt({ scope: '', nothing: null, list: [1] }, path)).toBeUndefined();
  });
});

describe('rights in a claim', () => {
  test.each<[unknown, readonly string[]]>([
    ['openid read profile', ['read']],
    ['rolegraph:import', ['read', 'import']],
    [
      ['offline_access', 'admin'],
      ['read', 'import', 'admin'],
    ],
    [
      ['rolegraph:read', 'import'],
      ['read', 'import'],
    ],
    ['', []],
    ['READ reader read, rolegraph:write other:admin rolegraph:', []],
    [['read import'], []],
    [[['admin'], { admin: true }, null], []],
    [{ admin: true }, []],
    [undefined, []],
    [true, []],
  ])('%j are %j', (listed, expected) => {
    expect([...rightsIn(listed)]).toEqual(expected);
  });
});

test('a name is a visible text that is neither empty nor endless', () => {
  expect(nameIn('ada')).toBe('ada');
  expect(nameIn('Ada Lovelacé')).toBe('Ada Lovelacé');
  for (const value of ['', ' ', 'a'.repeat(257), 'a\nb', '\u001B[2J', 1, null, undefined, ['ada'], {}])
    expect(nameIn(value)).toBeUndefined();
});
