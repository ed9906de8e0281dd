import { expect, test } from 'vitest';
import { askedIn, searchFor } from '../../../pages/graphiql/address.js';
import { newTab } from '../../../pages/graphiql/tabs.js';

const tab = newTab({
  query: 'query A($n: Int) { roles(first: $n) { totalCount } } query B { pillars { id } } # 1 + 1 & "ü"',
  variables: '{\n  "n": 3\n}',
  operationName: 'B',
});

test('an address has the query, the variables and the operation of a tab, and opens the same tab', () => {
  const search = searchFor(tab);
  expect(new URLSearchParams(search).get('variables')).toBe('{"n":3}');
  expect(askedIn(search)).toEqual({ query: tab.query, variables: tab.variables, operationName: 'B' });
});

test('an address has nothing that a tab does not have', () => {
  const search = searchFor({ ...tab, variables: ' ', operationName: null });
  expect([...new URLSearchParams(search).keys()]).toEqual(['query']);
  expect(searchFor({ ...tab, query: ' \n' })).toBe('');
});

test('variables that are not JSON yet are kept as they are', () => {
  expect(askedIn(searchFor({ ...tab, variables: '{ "n": ' }))?.variables).toBe('{ "n": ');
});

test('an address that proxies would refuse has no query', () => {
  expect(searchFor({ ...tab, query: `{ a } # ${'x'.repeat(8_000)}` })).toBe('');
});

test.each(['', '?', '?query=', '?query=%20', '?variables=%7B%7D'])('%j asks for nothing', (search) => {
  expect(askedIn(search)).toBeNull();
});

test.each([
  { query: '{ coverage(staff: [{ name: "Zoë", roles: [{ title: "SRE" }] }]) { roles { totalCount } } }' },
  { query: 'query ($team: [TeamMemberInput!]) { coverage(staff: $team) { roles { totalCount } } }' },
  { query: 'query ($variables: X) { whatIf }', variables: '{ "staff": [{ "name": "Zoë" ' },
])('an address has no query about people: %o', (asked) => {
  expect(searchFor(newTab(asked))).toBe('');
});
