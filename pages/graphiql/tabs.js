// @ts-check
/*
 * Which tabs GraphiQL opens with: those of the last visit, where every example that the reader has not changed is replaced
 * by the example about the catalog of today.
 */

/**
 * An example query of the page.
 * @typedef {{ readonly name: string, readonly query: string }} Example
 */

/**
 * What an address asks for. `variables` is JSON.
 * @typedef {{ readonly query: string, readonly variables: string | null, readonly operationName: string | null }} Asked
 */

/**
 * A tab as GraphiQL stores it.
 * @typedef {object} Tab
 * @property {string} id
 * @property {string} title
 * @property {string | null} query
 * @property {string | null} variables
 * @property {string | null} headers
 * @property {string | null} operationName
 * @property {string | null} response
 */

/**
 * The state of all tabs, as GraphiQL stores it.
 * @typedef {{ readonly tabs: readonly Tab[], readonly activeTabIndex: number }} TabState
 */

/**
 * - An example that nobody changed gives way to the present example of the same name; if there is none, its tab is closed.
 * - A tab that the reader changed or opened stays as it is. A tab without a query is closed.
 * - An example that is new since the last visit gets a tab. One whose tab the reader closed or changed does not come back.
 * - What the address asks for is shown. If no tab has it, it gets one, before the others.
 *
 * @param {object} visit
 * @param {TabState | null} visit.stored the tabs of the last visit; null at the first one.
 * @param {readonly Example[]} visit.given the examples of the last visit.
 * @param {readonly Example[]} visit.examples the examples of today, at least one.
 * @param {Asked | null} visit.asked
 * @returns {TabState}
 */
export function openingTabs({ stored, given, examples, asked }) {
  const namesGiven = new Map(given.map(({ name, query }) => [query, name]));
  const today = new Map(examples.map((example) => [example.name, example]));
  /** @type {Tab[]} */
  const tabs = [];
  let active = 0;
  for (const [index, tab] of (stored?.tabs ?? []).entries()) {
    const present = presentTab(tab, namesGiven, today);
    if (present === null) continue;
    if (index === stored?.activeTabIndex) active = tabs.length;
    tabs.push(present);
  }
  const known = new Set(stored === null ? [] : given.map(({ name }) => name));
  const shown = new Set(tabs.map(({ query }) => query));
  tabs.push(...examples.filter(({ name, query }) => !known.has(name) && !shown.has(query)).map(newTab));
  if (tabs.length === 0) tabs.push(...examples.map(newTab));
  if (asked === null) return { tabs, activeTabIndex: active };

  const place = tabs.findIndex((tab) => tab.query === asked.query && isSameText(tab.variables, asked.variables));
  if (place < 0) return { tabs: [newTab(asked), ...tabs], activeTabIndex: 0 };
  const operationName = asked.operationName ?? tabs[place]?.operationName ?? null;
  return { tabs: tabs.map((tab, index) => (index === place ? { ...tab, operationName } : tab)), activeTabIndex: place };
}

/**
 * The tab that a stored one becomes, or null if it is closed.
 *
 * @param {Tab} tab
 * @param {ReadonlyMap<string, string>} namesGiven the names of the last visit's examples, by their queries.
 * @param {ReadonlyMap<string, Example>} today the present examples, by name.
 * @returns {Tab | null}
 */
function presentTab(tab, namesGiven, today) {
  const hasVariables = !isSameText(tab.variables, null);
  if (!hasVariables && isSameText(tab.query, null)) return null;
  const name = namesGiven.get(tab.query ?? '');
  if (name === undefined || hasVariables) return { ...tab, headers: null };
  const example = today.get(name);
  if (example === undefined) return null;
  return example.query === tab.query ? tab : { ...newTab(example), id: tab.id };
}

/**
 * @param {{ query: string, variables?: string | null, operationName?: string | null }} content
 * @returns {Tab}
 */
export function newTab({ query, variables = null, operationName = null }) {
  const [, name = null] = /^[^#\n]*\b(?:query|mutation|subscription)\s+(\w+)/m.exec(query) ?? [];
  const shown = operationName ?? name;
  return {
    id: Math.random().toString(36).slice(2),
    title: shown ?? '<untitled>',
    query,
    variables,
    headers: null,
    operationName: shown,
    response: null,
  };
}

/**
 * Whether two texts are the same, or both blank.
 *
 * @param {string | null} a
 * @param {string | null} b
 */
function isSameText(a, b) {
  return (a ?? '').trim() === (b ?? '').trim();
}

/**
 * The stored state, or null if there is none that can be read.
 *
 * @param {string | null} json
 * @returns {TabState | null}
 */
export function storedTabs(json) {
  const state = fieldsOf(parsed(json));
  const { tabs, activeTabIndex } = state;
  return Array.isArray(tabs) && tabs.every(isTab) && typeof activeTabIndex === 'number'
    ? { tabs, activeTabIndex }
    : null;
}

/**
 * @param {string | null} json
 * @returns {readonly Example[]} empty if there are none that can be read.
 */
export function storedExamples(json) {
  const examples = parsed(json);
  return Array.isArray(examples) && examples.every(isExample) ? examples : [];
}

/**
 * @param {unknown} value
 * @returns {value is Tab}
 */
function isTab(value) {
  const { id, title, query, variables, operationName } = fieldsOf(value);
  return [id, title, query ?? '', variables ?? '', operationName ?? ''].every(isText);
}

/**
 * @param {unknown} value
 * @returns {value is Example}
 */
function isExample(value) {
  const { name, query } = fieldsOf(value);
  return isText(name) && isText(query);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === 'string';
}

/**
 * @param {unknown} value
 * @returns {{ readonly [name: string]: unknown }} empty if it is no object.
 */
function fieldsOf(value) {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * @param {string | null} json
 * @returns {unknown}
 */
function parsed(json) {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
