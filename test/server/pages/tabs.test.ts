import { describe, expect, test } from 'vitest';
import { newTab, openingTabs, storedExamples, storedTabs, type TabState } from '../../../pages/graphiql/tabs.js';

const before = [
  { name: 'role', query: 'query Role { role(by: { title: "Old" }) { id } }' },
  { name: 'paths', query: 'query Paths { old }' },
];
const examples = [
  { name: 'role', query: 'query Role { role(by: { title: "New" }) { id } }' },
  { name: 'paths', query: 'query Paths { new }' },
];
const mine = newTab({ query: 'query Mine { roles { totalCount } }' });
const tabsOfBefore = before.map(newTab);

function open(visit: Partial<Parameters<typeof openingTabs>[0]>): TabState {
  return openingTabs({ stored: null, given: [], examples, asked: null, ...visit });
}

function queriesOf({ tabs }: TabState) {
  return tabs.map(({ query }) => query);
}

const newQueries = examples.map(({ query }) => query);

describe('the tabs that GraphiQL opens with', () => {
  test('the first visit has a tab for each example', () => {
    const state = open({});
    expect(queriesOf(state)).toEqual(newQueries);
    expect(state.tabs.map(({ title }) => title)).toEqual(['Role', 'Paths']);
    expect(state.activeTabIndex).toBe(0);
  });

  test('examples that nobody changed follow the catalog, in their places, and what people wrote stays', () => {
    const [role, paths] = tabsOfBefore;
    const stored = { tabs: [paths, mine, role].filter((tab) => tab !== undefined), activeTabIndex: 2 };
    const state = open({ stored, given: before });
    expect(queriesOf(state)).toEqual([newQueries[1], mine.query, newQueries[0]]);
    expect(state.activeTabIndex).toBe(2);
    expect(state.tabs.map(({ id }) => id)).toEqual(stored.tabs.map(({ id }) => id));
  });

  test.each([{ change: { query: `${before[0]?.query ?? ''} # mine` } }, { change: { variables: '{ "a": 1 }' } }])(
    'an example that somebody changed stays: $change',
    ({ change }) => {
      const [role, paths] = tabsOfBefore;
      if (role === undefined || paths === undefined) throw new Error('there are two');
      const state = open({ stored: { tabs: [{ ...role, ...change }, paths], activeTabIndex: 0 }, given: before });
      expect(state.tabs).toMatchObject([change, { query: newQueries[1] }]);
    },
  );

  test('an example whose tab was closed does not come back, and one that is new gets a tab', () => {
    const stored = { tabs: tabsOfBefore.slice(0, 1), activeTabIndex: 0 };
    const more = [...examples, { name: 'more', query: 'query More { pillars { id } }' }];
    expect(queriesOf(open({ stored, given: before, examples: more }))).toEqual([newQueries[0], more[2]?.query]);
  });

  test('the tab of an example that is no more is closed if nobody changed it', () => {
    const stored = { tabs: [...tabsOfBefore, mine], activeTabIndex: 2 };
    const state = open({ stored, given: before, examples: examples.slice(0, 1) });
    expect([queriesOf(state), state.activeTabIndex]).toEqual([[newQueries[0], mine.query], 1]);
  });

  test('tabs without a query are closed, and visits add none', () => {
    const empty = newTab({ query: '' });
    const stored = { tabs: [empty, mine, { ...empty, query: null }], activeTabIndex: 2 };
    const state = open({ stored, given: examples });
    expect(queriesOf(state)).toEqual([mine.query]);
    expect(queriesOf(open({ stored: state, given: examples }))).toEqual([mine.query]);
  });

  test('the examples come back if no other tab is left', () => {
    expect(queriesOf(open({ stored: { tabs: [], activeTabIndex: 0 }, given: examples }))).toEqual(newQueries);
  });
});

describe('what an address asks for', () => {
  const asked = { query: 'query Asked($n: Int) { roles(first: $n) { totalCount } }', variables: '{ "n": 1 }' };

  test('gets a tab before the others, once', () => {
    const first = open({ asked: { ...asked, operationName: null } });
    expect(first.tabs[0]).toMatchObject({ ...asked, title: 'Asked', operationName: 'Asked' });
    const second = open({ stored: first, given: examples, asked: { ...asked, operationName: null } });
    expect([queriesOf(second), second.activeTabIndex]).toEqual([queriesOf(first), 0]);
  });

  test('is shown in the tab that has it', () => {
    const query = newQueries[1] ?? '';
    const state = open({ asked: { query, variables: null, operationName: 'Paths' } });
    expect([queriesOf(state), state.activeTabIndex]).toEqual([newQueries, 1]);
  });

  test('is another tab than the same query with other variables', () => {
    const first = open({ asked: { ...asked, operationName: null } });
    const other = { ...asked, variables: '{ "n": 2 }', operationName: null };
    expect(open({ stored: first, given: examples, asked: other }).tabs).toHaveLength(first.tabs.length + 1);
  });
});

test.each([null, '', '{', '[]', '{"tabs":[1],"activeTabIndex":0}', '{"tabs":[{"id":"a"}],"activeTabIndex":0}'])(
  'stored tabs that are %j are as none',
  (json) => {
    expect(storedTabs(json)).toBeNull();
    expect(storedExamples(json)).toEqual([]);
  },
);

test('what was stored is read again', () => {
  const state = open({});
  expect(storedTabs(JSON.stringify(state))).toEqual(state);
  expect(storedExamples(JSON.stringify(examples))).toEqual(examples);
});
