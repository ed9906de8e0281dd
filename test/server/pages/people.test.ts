import { expect, test } from 'vitest';
import { withoutPeople } from '../../../pages/graphiql/people.js';

function stored() {
  const values = new Map<string, string>();
  const storage = withoutPeople({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
    removeItem: (key) => {
      values.delete(key);
    },
    clear: () => {
      values.clear();
    },
    get length() {
      return values.size;
    },
  });
  return { values, storage };
}

test('the history is stored without queries about people', () => {
  const { values, storage } = stored();
  const harmless = { query: '{ roles { totalCount } }', variables: '', headers: '', operationName: null };
  const queries = [
    harmless,
    { ...harmless, query: '{ coverage(staff: [{ name: "Zoë" }]) { roles { totalCount } } }' },
    { ...harmless, variables: '{ "absent": ["Zoë"] }' },
  ];
  storage.setItem('graphiql:queries', JSON.stringify({ queries }));
  expect(JSON.parse(values.get('graphiql:queries') ?? '')).toEqual({ queries: [harmless] });
});

test('everything else is stored as it is', () => {
  const { values, storage } = stored();
  storage.setItem('graphiql:tabState', '{"tabs":"staff"}');
  storage.setItem('graphiql:queries', '{"queries":null}');
  expect([...values.values(), storage.length]).toEqual(['{"tabs":"staff"}', '{"queries":null}', 2]);
  storage.removeItem('graphiql:tabState');
  expect([storage.getItem('graphiql:tabState'), storage.getItem('graphiql:queries')]).toEqual([
    null,
    '{"queries":null}',
  ]);
  storage.clear();
  expect(storage.length).toBe(0);
});
